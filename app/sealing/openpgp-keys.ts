/**
 * OpenPGP keys of people and teams: making, reading, judging and certifying them.
 *
 * Keys are version 4 with the *legacy* encoding of Ed25519 and Curve25519 (RFC 9580 §9.2.1), because GnuPG 2.2 and 2.4, Sequoia 0.27
 * and 1.3 and RNP all read exactly that; the newer encoding and version 6 are read by few.
 */
import { encryptKey, enums, generateKey, readKey, readPrivateKey } from 'openpgp';
import type {
  AlgorithmInfo,
  Key,
  PrivateKey,
  PublicKey,
  SecretKeyPacket,
  SecretSubkeyPacket,
  Subkey,
} from 'openpgp';
import './openpgp-settings.ts';
import { SealingError } from './sealing-error.ts';
import type { Fingerprint } from './sealing-types.ts';

/**
 * Clocks of offices differ. A new key is dated back by this much so that it is valid everywhere at once, and signatures may come from
 * a clock that is ahead by as much.
 */
const clockToleranceMs = 60 * 60_000;

/** BSI TR-02102-1 asks for at least 3000 bit; keys come in steps. */
const minimumRsaBits = 3072;

/** Shortest passphrase for a private key, in characters. */
export const minimumPassphraseLength = 16;

type SecretPacket = SecretKeyPacket | SecretSubkeyPacket;

const strongAlgorithms: ReadonlySet<string> = new Set([
  'eddsaLegacy',
  'ed25519',
  'ed448',
  'ecdsa',
  'ecdh',
  'x25519',
  'x448',
]);
const strongCurves: ReadonlySet<string> = new Set([
  'ed25519Legacy',
  'curve25519Legacy',
  'nistP256',
  'nistP384',
  'nistP521',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
]);

/** A new key for a person or a team: an Ed25519 primary key that signs and certifies, and a Curve25519 subkey that encrypts. */
export async function generatePrivateKey(owner: { name: string; email: string }): Promise<PrivateKey> {
  const { privateKey } = await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [owner],
    date: new Date(Date.now() - clockToleranceMs),
    format: 'object',
  });
  return privateKey;
}

/** 40 hexadecimal digits (64 for a version 6 key), upper case. */
export function fingerprintOf(key: Key): Fingerprint {
  return key.getFingerprint().toUpperCase();
}

/** For people to compare: groups of four, with a wider gap in the middle, as GnuPG shows it. */
export function formatFingerprint(fingerprint: Fingerprint): string {
  const groups = fingerprint.match(/.{1,4}/g) ?? [];
  const half = groups.length / 2;
  return `${groups.slice(0, half).join(' ')}  ${groups.slice(half).join(' ')}`;
}

/** Reads an armored public key; of a private key only the public part is kept. Throws `key_unreadable`. */
export async function readPublicKey(armored: string): Promise<PublicKey> {
  try {
    const key = await readKey({ armoredKey: armored });
    return key.toPublic();
  } catch (cause) {
    throw new SealingError('key_unreadable', undefined, { cause });
  }
}

/**
 * Reads an unlocked private key and proves that its secret numbers belong to its public ones. Throws `key_unreadable`,
 * or `key_mismatch` if it is not the key of `fingerprint`.
 */
export async function readUnlockedKey(binary: Uint8Array, fingerprint: Fingerprint): Promise<PrivateKey> {
  let key: PrivateKey;
  try {
    key = await readPrivateKey({ binaryKey: binary });
    const packets = [key, ...key.subkeys].map(({ keyPacket }) => keyPacket as SecretPacket);
    for (const packet of packets) await packet.validate();
  } catch (cause) {
    throw new SealingError('key_unreadable', undefined, { cause });
  }
  if (!key.isDecrypted()) throw new SealingError('key_unreadable');
  if (fingerprintOf(key) !== fingerprint) throw new SealingError('key_mismatch');
  return key;
}

/**
 * Throws unless something may be sealed to `key` now: `key_revoked`, `key_expired`, or `key_weak` (algorithm, curve, length, a
 * self-signature with SHA-1, or no valid part for encryption).
 */
export async function requireUsableKey(key: PublicKey): Promise<void> {
  const now = new Date();
  if (await key.isRevoked(undefined, undefined, latestSignatureTime())) throw new SealingError('key_revoked');
  requireStrong(key.getAlgorithmInfo());
  if (hasPassed(await key.getExpirationTime(), now)) throw new SealingError('key_expired');
  try {
    await key.verifyPrimaryKey(now);
    const encryptionKey = await key.getEncryptionKey(undefined, now);
    requireStrong(encryptionKey.getAlgorithmInfo());
  } catch (cause) {
    if (cause instanceof SealingError) throw cause;
    throw new SealingError(await whyNotUsable(key.subkeys, now), undefined, { cause });
  }
}

/** openpgp.js says only that no key for encryption was found; people are told why, if the only reason is age or revocation. */
async function whyNotUsable(
  subkeys: Subkey[],
  now: Date,
): Promise<'key_expired' | 'key_revoked' | 'key_weak'> {
  for (const subkey of subkeys) {
    if (subkey.revocationSignatures.length > 0) return 'key_revoked';
    if (hasPassed(await subkey.getExpirationTime(now).catch(() => null), now)) return 'key_expired';
  }
  return 'key_weak';
}

function hasPassed(time: Date | number | null, now: Date): boolean {
  return time instanceof Date && time <= now;
}

function requireStrong({ algorithm, bits, curve }: AlgorithmInfo): void {
  const isStrongRsa = String(algorithm).startsWith('rsa') && (bits ?? 0) >= minimumRsaBits;
  const isStrongCurve = strongAlgorithms.has(String(algorithm)) && (!curve || strongCurves.has(curve));
  if (!isStrongRsa && !isStrongCurve) throw new SealingError('key_weak');
}

/** `target` with a certification of its primary user id by `certifier` (OpenPGP signature type 0x10), which GnuPG and Sequoia verify too. */
export async function certifyKey(target: PublicKey, certifier: PrivateKey): Promise<PublicKey> {
  return target.signPrimaryUser([certifier]);
}

/** Throws `key_not_certified` unless the primary user id of `target` carries a valid, unrevoked certification by `certifier`. */
export async function requireCertification(target: PublicKey, certifier: PublicKey): Promise<void> {
  const certifications = await target.verifyPrimaryUser([certifier], latestSignatureTime()).catch(() => []);
  if (!certifications.some(({ valid }) => valid === true)) throw new SealingError('key_not_certified');
}

/**
 * The private key, armored and locked with a passphrase in the way that GnuPG 2.2 imports (iterated and salted S2K, AES-256-CFB).
 * Throws `passphrase_too_short`.
 */
export async function lockWithPassphrase(key: PrivateKey, passphrase: string): Promise<string> {
  if ([...passphrase].length < minimumPassphraseLength) throw new SealingError('passphrase_too_short');
  const locked = await encryptKey({
    privateKey: key,
    passphrase,
    // 255 = 65 million octets, the most the format allows and GnuPG's own order of magnitude.
    config: { s2kType: enums.s2k.iterated, s2kIterationCountByte: 255, aeadProtect: false },
  });
  return locked.armor();
}

/** The latest moment that a signature may carry and still count: now, and what a clock may be ahead. */
export function latestSignatureTime(): Date {
  return new Date(Date.now() + clockToleranceMs);
}
