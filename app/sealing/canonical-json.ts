import canonicalize from 'canonicalize';

/**
 * The one text of a JSON value that is hashed and signed: RFC 8785 (keys sorted, no spaces, numbers as in ECMAScript).
 * Throws a TypeError for what has no such text (undefined, NaN, infinities, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new TypeError('No canonical JSON', { cause });
  }
  if (text === undefined) throw new TypeError('No canonical JSON');
  return text;
}

/** {@link canonicalJson} in UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(value));
}
