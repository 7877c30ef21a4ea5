/**
 * A passkey's public key: COSE_Key (RFC 9052 §7) in CBOR (RFC 8949), read just as far as WebAuthn uses it, and turned into a WebCrypto key.
 */
import { toBase64Url } from './base64url.ts';
import type { Bytes } from './sealing-types.ts';

export type PasskeyAlgorithm = 'ES256' | 'EdDSA' | 'RS256';

/** Verifies signatures of one passkey. */
export type PasskeyVerifier = {
  algorithm: PasskeyAlgorithm;
  verify(signature: Bytes, signed: Bytes): Promise<boolean>;
};

/** COSE labels: kty 1, alg 3; crv/n −1, x/e −2, y −3. */
type CoseKey = Map<number, number | Bytes>;

const keyTypes = { okp: 1, ec2: 2, rsa: 3 };
const algorithms = { es256: -7, edDsa: -8, rs256: -257 };
const curves = { p256: 1, ed25519: 6 };

/** Reads a COSE key of ES256 (P-256), EdDSA (Ed25519) or RS256; throws a TypeError for anything else. */
export async function readPasskey(cose: Bytes): Promise<PasskeyVerifier> {
  const key = decodeKeyMap(cose);
  const [type, algorithm, curve] = [key.get(1), key.get(3), key.get(-1)];
  if (type === keyTypes.ec2 && algorithm === algorithms.es256 && curve === curves.p256) return readEs256(key);
  if (type === keyTypes.okp && algorithm === algorithms.edDsa && curve === curves.ed25519)
    return readEdDsa(key);
  if (type === keyTypes.rsa && algorithm === algorithms.rs256) return readRs256(key);
  throw new TypeError('COSE: key type not supported');
}

async function readEs256(key: CoseKey): Promise<PasskeyVerifier> {
  const jwk = { kty: 'EC', crv: 'P-256', x: text(key, -2), y: text(key, -3) };
  const own = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'verify',
  ]);
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  return {
    algorithm: 'ES256',
    verify: async (signature, signed) => crypto.subtle.verify(how, own, rawEcdsaSignature(signature), signed),
  };
}

async function readEdDsa(key: CoseKey): Promise<PasskeyVerifier> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: text(key, -2) };
  const own = await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['verify']);
  return {
    algorithm: 'EdDSA',
    verify: (signature, signed) => crypto.subtle.verify('Ed25519', own, signature, signed),
  };
}

async function readRs256(key: CoseKey): Promise<PasskeyVerifier> {
  const jwk = { kty: 'RSA', n: text(key, -1), e: text(key, -2) };
  const how = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const own = await crypto.subtle.importKey('jwk', jwk, how, false, ['verify']);
  return {
    algorithm: 'RS256',
    verify: (signature, signed) => crypto.subtle.verify(how.name, own, signature, signed),
  };
}

function text(key: CoseKey, label: number): string {
  const value = key.get(label);
  if (!(value instanceof Uint8Array)) throw new TypeError('COSE: parameter missing');
  return toBase64Url(value);
}

/** A CBOR map from integers to integers or byte strings; other values do not occur in these keys. */
function decodeKeyMap(octets: Bytes): CoseKey {
  let at = 0;
  const octet = (): number => {
    const value = octets[at++];
    if (value === undefined) throw new TypeError('CBOR: too short');
    return value;
  };
  const head = (): [major: number, value: number] => {
    const first = octet();
    const info = first & 31;
    if (info > 25) throw new TypeError('CBOR: length not supported');
    const value = info < 24 ? info : info === 24 ? octet() : (octet() << 8) | octet();
    return [first >> 5, value];
  };
  const item = (): number | Bytes => {
    const [major, value] = head();
    if (major === 0) return value;
    if (major === 1) return -1 - value;
    if (major !== 2 || at + value > octets.length) throw new TypeError('CBOR: value not supported');
    at += value;
    return octets.slice(at - value, at);
  };
  const [major, size] = head();
  if (major !== 5) throw new TypeError('CBOR: not a map');
  const map: CoseKey = new Map();
  for (let entry = 0; entry < size; entry++) {
    const label = item();
    if (typeof label !== 'number' || map.has(label)) throw new TypeError('CBOR: label not supported');
    map.set(label, item());
  }
  if (at !== octets.length) throw new TypeError('CBOR: octets left over');
  return map;
}

/** WebAuthn signs in ASN.1 DER (SEQUENCE of two INTEGERs), WebCrypto wants r ‖ s of 32 octets each. */
function rawEcdsaSignature(der: Bytes): Bytes {
  const raw = new Uint8Array(64);
  let at = 2;
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new TypeError('DER: not a signature');
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const integer = der.subarray(at + 2, at + 2 + length);
    const digits = integer[0] === 0 ? integer.subarray(1) : integer;
    if (der[at] !== 0x02 || integer.length !== length || digits.length > 32) {
      throw new TypeError('DER: not a signature');
    }
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  if (at !== der.length) throw new TypeError('DER: octets left over');
  return raw;
}
