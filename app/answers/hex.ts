import { fromBase64Url } from '#app/sealing/base64url.ts';

/** A hash of base64url in hexadecimal digits, as `sha256sum` prints it. */
export const toHex = (base64Url: string): string =>
  [...fromBase64Url(base64Url)].map((octet) => octet.toString(16).padStart(2, '0')).join('');
