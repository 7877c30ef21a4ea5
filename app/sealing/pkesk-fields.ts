/** What a public-key encrypted session key packet says in clear (RFC 9580 §5.1). */
export type PkeskFields = {
  version: 3 | 6;
  /** Lower-case hexadecimal digits: 16 of the key id (version 3) or the fingerprint (version 6); null if anonymous. */
  recipient: string | null;
  keyId: string;
};

const rsa = [1, 2];
const elgamal = 16;
const ecdh = 18;
const x25519 = 25;
const x448 = 26;

/**
 * Parses the body of a PKESK packet and checks that its lengths fit to its last octet.
 *
 * @returns null for anything else: unknown versions and algorithms, missing or superfluous octets.
 */
export function parsePkesk(body: Uint8Array): PkeskFields | null {
  const version = body[0];
  if (version === 3) {
    const recipient = toHex(body.subarray(1, 9));
    if (body.length < 10 || !hasWholeSecret(body[9] ?? 0, body.subarray(10))) return null;
    return { version, recipient: /^0+$/.test(recipient) ? null : recipient, keyId: recipient };
  }
  if (version !== 6) return null;
  const keyBytes = body[1] ?? 0;
  const keyVersion = body[2] ?? 0;
  const isKnown =
    keyBytes === 0 || (keyBytes === 21 && keyVersion === 4) || (keyBytes === 33 && keyVersion === 6);
  const secretAt = 2 + keyBytes + 1;
  if (!isKnown || body.length < secretAt) return null;
  if (!hasWholeSecret(body[secretAt - 1] ?? 0, body.subarray(secretAt))) return null;
  if (keyBytes === 0) return { version, recipient: null, keyId: '' };
  const recipient = toHex(body.subarray(3, 2 + keyBytes));
  return { version, recipient, keyId: keyVersion === 4 ? recipient.slice(-16) : recipient.slice(0, 16) };
}

/** The encrypted session key by algorithm (RFC 9580 §5.1.3 to §5.1.7), reaching exactly to the end. */
function hasWholeSecret(algorithm: number, secret: Uint8Array): boolean {
  if (rsa.includes(algorithm)) return endOfMpi(secret, 0) === secret.length;
  if (algorithm === elgamal) return endOfMpi(secret, endOfMpi(secret, 0)) === secret.length;
  if (algorithm === ecdh) return endOfCounted(secret, endOfMpi(secret, 0)) === secret.length;
  if (algorithm === x25519) return endOfCounted(secret, 32) === secret.length;
  if (algorithm === x448) return endOfCounted(secret, 56) === secret.length;
  return false;
}

/**
 * Where a multiprecision integer ends that begins at `at` (RFC 9580 §3.2); NaN if it is none, or if its length does not
 * count from its highest bit.
 */
function endOfMpi(octets: Uint8Array, at: number): number {
  const bits = (octets[at] ?? NaN) * 256 + (octets[at + 1] ?? NaN);
  const highestOctetBits = 32 - Math.clz32(octets[at + 2] ?? 0);
  return bits > 0 && highestOctetBits === ((bits - 1) % 8) + 1 ? at + 2 + Math.ceil(bits / 8) : NaN;
}

/** Where a field with a length octet ends; NaN if it is empty or missing. */
function endOfCounted(octets: Uint8Array, at: number): number {
  const length = octets[at] ?? 0;
  return length > 0 ? at + 1 + length : NaN;
}

function toHex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
