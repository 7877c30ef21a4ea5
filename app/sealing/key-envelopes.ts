/**
 * A person's private key, locked. The server keeps the envelopes and can open none of them.
 *
 * `passkey_prf` and `recovery_code`: HKDF-SHA-256 (RFC 5869) over the secret with a salt of its own for every envelope, then AES-256-GCM.
 * Kind and fingerprint are bound in twice, in HKDF's info and as additional data, so that an envelope cannot stand in for another one.
 * `passphrase`: people's passphrases are weak, so Argon2id (RFC 9106, 64 MiB, 3 passes) in the form of an OpenPGP message.
 */
import { createMessage, decrypt, encrypt, enums, readMessage } from 'openpgp';
import type { PrivateKey } from 'openpgp';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { fingerprintOf, minimumPassphraseLength, readUnlockedKey } from './openpgp-keys.ts';
import { randomBytes } from './random-bytes.ts';
import { normaliseRecoveryCode } from './recovery-code.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes, EnvelopeKind, Fingerprint, PersonKeyEnvelope } from './sealing-types.ts';

const saltBytes = 32;
const nonceBytes = 12;
/** WebAuthn's PRF extension always gives 32 octets. */
const prfBytes = 32;

const derivedKinds = { passkey_prf: 'amtsweg.envelope.v1', recovery_code: 'amtsweg.recovery-envelope.v1' };
type DerivedKind = keyof typeof derivedKinds;

/**
 * Locks `key` with `secret`: the PRF output (32 octets), a recovery code, or a passphrase. Throws `wrong_secret` for a PRF output of another
 * length, `recovery_code_typo`, `passphrase_too_short`, or `random_failed`.
 */
export async function sealKeyEnvelope(
  kind: EnvelopeKind,
  secret: Uint8Array | string,
  key: PrivateKey,
): Promise<PersonKeyEnvelope> {
  if (kind === 'passphrase') return sealWithPassphrase(secret, key);
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const fingerprint = fingerprintOf(key);
  const aes = await deriveKey(kind, secret, salt, fingerprint);
  const parameters = gcmParameters(kind, nonce, fingerprint);
  const text = await crypto.subtle.encrypt(parameters, aes, key.write() as Bytes);
  return { kind, salt: toBase64Url(salt), sealed: toBase64Url(concat(nonce, new Uint8Array(text))) };
}

/**
 * The unlocked key of `fingerprint` out of its envelope. Throws `wrong_secret` (also for an envelope that was changed or belongs to another
 * key, which cannot be told apart), `recovery_code_typo`, or `key_mismatch`.
 */
export async function openKeyEnvelope(
  envelope: PersonKeyEnvelope,
  secret: Uint8Array | string,
  fingerprint: Fingerprint,
): Promise<PrivateKey> {
  const binary =
    envelope.kind === 'passphrase'
      ? await openWithPassphrase(envelope.sealed, secret)
      : await openDerived(envelope.kind, envelope, secret, fingerprint);
  return readUnlockedKey(binary, fingerprint);
}

async function openDerived(
  kind: DerivedKind,
  { salt, sealed }: PersonKeyEnvelope,
  secret: Uint8Array | string,
  fingerprint: Fingerprint,
): Promise<Uint8Array> {
  const octets = decode(sealed);
  const aes = await deriveKey(kind, secret, decode(salt), fingerprint);
  const parameters = gcmParameters(kind, octets.subarray(0, nonceBytes), fingerprint);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, aes, octets.subarray(nonceBytes)));
  } catch (cause) {
    throw new SealingError('wrong_secret', undefined, { cause });
  }
}

async function deriveKey(
  kind: DerivedKind,
  secret: Uint8Array | string,
  salt: Bytes,
  fingerprint: Fingerprint,
): Promise<CryptoKey> {
  const input = await crypto.subtle.importKey('raw', secretOctets(kind, secret), 'HKDF', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(derivedKinds[kind] + fingerprint) },
    input,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function secretOctets(kind: DerivedKind, secret: Uint8Array | string): Bytes {
  if (kind === 'recovery_code') return utf8(normaliseRecoveryCode(requireText(secret)));
  if (typeof secret === 'string' || secret.length !== prfBytes) throw new SealingError('wrong_secret');
  return new Uint8Array(secret);
}

function gcmParameters(kind: DerivedKind, iv: Bytes, fingerprint: Fingerprint): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`${derivedKinds[kind]}|${kind}|${fingerprint}`) };
}

async function sealWithPassphrase(secret: Uint8Array | string, key: PrivateKey): Promise<PersonKeyEnvelope> {
  const passphrase = normalisePassphrase(secret);
  if ([...passphrase].length < minimumPassphraseLength) throw new SealingError('passphrase_too_short');
  const sealed = await encrypt({
    message: await createMessage({ binary: key.write() }),
    passwords: [passphrase],
    format: 'binary',
    config: { s2kType: enums.s2k.argon2, aeadProtect: false },
  });
  return { kind: 'passphrase', salt: '', sealed: toBase64Url(sealed) };
}

async function openWithPassphrase(sealed: string, secret: Uint8Array | string): Promise<Uint8Array> {
  const passphrase = normalisePassphrase(secret);
  try {
    const message = await readMessage({ binaryMessage: decode(sealed) });
    return (await decrypt({ message, passwords: [passphrase], format: 'binary' })).data;
  } catch (cause) {
    throw new SealingError('wrong_secret', undefined, { cause });
  }
}

/** The same passphrase typed on another system may come in another Unicode form. */
function normalisePassphrase(secret: Uint8Array | string): string {
  return requireText(secret).normalize('NFC');
}

function requireText(secret: Uint8Array | string): string {
  if (typeof secret !== 'string') throw new SealingError('wrong_secret');
  return secret;
}

function decode(text: string): Bytes {
  try {
    return fromBase64Url(text);
  } catch (cause) {
    throw new SealingError('wrong_secret', undefined, { cause });
  }
}

function concat(left: Uint8Array, right: Uint8Array): Bytes {
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
