/**
 * Base64url without padding (RFC 4648 §5): the one text form of octets in JSON, in URLs and in sealed drafts.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOfCode = new Int16Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) valueOfCode[alphabet.charCodeAt(value)] = value;

/** Encodes octets as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const symbols = Math.min(bytes.length - at, 3) + 1;
    for (let symbol = 0; symbol < symbols; symbol += 1) part += alphabet[(group >> (18 - 6 * symbol)) & 63];
    // Long strings built symbol by symbol stay ropes; cutting them keeps memory flat.
    if (part.length >= 8192) {
      parts.push(part);
      part = '';
    }
  }
  parts.push(part);
  return parts.join('');
}

/**
 * Decodes base64url without padding. Strict, so that every value has exactly one text form: padding, other
 * symbols, an impossible length and set bits after the last octet are refused.
 *
 * @throws {TypeError} when `text` is not canonical base64url.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const rest = text.length % 4;
  if (rest === 1) throw new TypeError('base64url: impossible length');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = valueOfCode[text.charCodeAt(index)] ?? -1;
    if (value < 0) throw new TypeError('base64url: unexpected symbol');
    bits = ((bits << 6) | value) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[at] = (bits >> bitCount) & 0xff;
    at += 1;
  }
  if ((bits & ((1 << bitCount) - 1)) !== 0) throw new TypeError('base64url: bits after the last octet');
  return bytes;
}
