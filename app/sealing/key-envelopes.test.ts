import type { PrivateKey } from 'openpgp';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { openKeyEnvelope, sealKeyEnvelope } from './key-envelopes.ts';
import { fingerprintOf, generatePrivateKey } from './openpgp-keys.ts';
import { randomBytes } from './random-bytes.ts';
import { createRecoveryCode } from './recovery-code.ts';
import type { EnvelopeKind } from './sealing-types.ts';

// Argon2 takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const secrets: Record<EnvelopeKind, Uint8Array | string> = {
  passkey_prf: randomBytes(32),
  recovery_code: createRecoveryCode(),
  passphrase: 'Übergabe am grünen Tisch',
};
const wrongSecrets: Record<EnvelopeKind, Uint8Array | string> = {
  passkey_prf: randomBytes(32),
  recovery_code: createRecoveryCode(),
  passphrase: 'Übergabe am grauen Tisch',
};
const kinds = Object.keys(secrets) as EnvelopeKind[];

let key: PrivateKey;
let other: PrivateKey;
beforeAll(async () => {
  key = await generatePrivateKey({ name: 'Erika Muster', email: 'erika@lka.example' });
  other = await generatePrivateKey({ name: 'Max Muster', email: 'max@lka.example' });
});
afterEach(() => vi.unstubAllGlobals());

test.each(kinds)('%s: the secret opens, and gives the same key', async (kind) => {
  const envelope = await sealKeyEnvelope(kind, secrets[kind], key);
  expect(envelope.kind).toBe(kind);
  const opened = await openKeyEnvelope(envelope, secrets[kind], fingerprintOf(key));
  expect(opened.write()).toEqual(key.write());
});

test.each(kinds)('%s: another secret does not open', async (kind) => {
  const envelope = await sealKeyEnvelope(kind, secrets[kind], key);
  await expect(openKeyEnvelope(envelope, wrongSecrets[kind], fingerprintOf(key))).rejects.toMatchObject({
    code: 'wrong_secret',
  });
});

test.each(kinds)('%s: a changed envelope does not open', async (kind) => {
  const envelope = await sealKeyEnvelope(kind, secrets[kind], key);
  const octets = fromBase64Url(envelope.sealed);
  octets[octets.length - 5]! ^= 1;
  const changed = { ...envelope, sealed: toBase64Url(octets) };
  await expect(openKeyEnvelope(changed, secrets[kind], fingerprintOf(key))).rejects.toMatchObject({
    code: 'wrong_secret',
  });
  for (const sealed of ['', 'A', '!!']) {
    await expect(
      openKeyEnvelope({ ...envelope, sealed }, secrets[kind], fingerprintOf(key)),
    ).rejects.toMatchObject({
      code: 'wrong_secret',
    });
  }
});

test.each(kinds)('%s: an envelope does not open as that of another key', async (kind) => {
  const envelope = await sealKeyEnvelope(kind, secrets[kind], other);
  await expect(openKeyEnvelope(envelope, secrets[kind], fingerprintOf(key))).rejects.toMatchObject({
    code: kind === 'passphrase' ? 'key_mismatch' : 'wrong_secret',
  });
});

test('the same secret never gives the same envelope, and nothing of the key shows', async () => {
  const first = await sealKeyEnvelope('passkey_prf', secrets.passkey_prf, key);
  const second = await sealKeyEnvelope('passkey_prf', secrets.passkey_prf, key);
  expect(first.salt).not.toBe(second.salt);
  expect(first.sealed).not.toBe(second.sealed);
  const swapped = { ...first, salt: second.salt };
  await expect(openKeyEnvelope(swapped, secrets.passkey_prf, fingerprintOf(key))).rejects.toMatchObject({
    code: 'wrong_secret',
  });
  const sealed = Buffer.from(fromBase64Url(first.sealed));
  expect(sealed.includes('erika@lka.example')).toBe(false);
  expect(sealed.includes(Buffer.from(key.write().subarray(0, 40)))).toBe(false);
});

test('one kind of envelope cannot be passed off as another', async () => {
  const envelope = await sealKeyEnvelope('recovery_code', secrets.recovery_code, key);
  await expect(
    openKeyEnvelope({ ...envelope, kind: 'passkey_prf' }, secrets.passkey_prf, fingerprintOf(key)),
  ).rejects.toMatchObject({ code: 'wrong_secret' });
});

test('secrets of the wrong shape are refused', async () => {
  await expect(sealKeyEnvelope('passkey_prf', new Uint8Array(16), key)).rejects.toMatchObject({
    code: 'wrong_secret',
  });
  await expect(sealKeyEnvelope('passkey_prf', 'text', key)).rejects.toMatchObject({ code: 'wrong_secret' });
  await expect(sealKeyEnvelope('passphrase', 'too short', key)).rejects.toMatchObject({
    code: 'passphrase_too_short',
  });
  await expect(sealKeyEnvelope('recovery_code', 'ABCD', key)).rejects.toMatchObject({
    code: 'recovery_code_typo',
  });
});

test('a passphrase opens in whichever Unicode form it is typed', async () => {
  const envelope = await sealKeyEnvelope('passphrase', 'Übergabe am grünen Tisch'.normalize('NFD'), key);
  await openKeyEnvelope(envelope, 'Übergabe am grünen Tisch'.normalize('NFC'), fingerprintOf(key));
});

test('a failing or broken random source ends in an error (promise 2)', async () => {
  const { subtle } = crypto;
  const sources = [
    () => {
      throw new Error('no entropy');
    },
    (octets: Uint8Array) => octets,
  ];
  for (const getRandomValues of sources) {
    vi.stubGlobal('crypto', { subtle, getRandomValues });
    await expect(sealKeyEnvelope('passkey_prf', secrets.passkey_prf, key)).rejects.toMatchObject({
      code: 'random_failed',
    });
    expect(() => createRecoveryCode()).toThrow('random_failed');
  }
});
