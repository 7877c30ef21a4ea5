import { SealingError } from './sealing-error.ts';

/**
 * `length` random octets from the platform's source. Throws `random_failed` if the source throws or returns only zeros, which for the
 * 16 octets and more asked for here is a broken source and not chance (security promise 2).
 */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  try {
    crypto.getRandomValues(bytes);
  } catch (cause) {
    throw new SealingError('random_failed', undefined, { cause });
  }
  if (length > 0 && bytes.every((octet) => octet === 0)) throw new SealingError('random_failed');
  return bytes;
}
