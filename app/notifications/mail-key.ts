import '#app/sealing/openpgp-settings.ts';

import { createMessage, encrypt, readKeys, type Key } from 'openpgp';

import { looksPrivate } from './private-key-text.ts';

/** More is no public key of one person, and reading it would cost the server time. */
const maxMailKeyLength = 100_000;

export type MailKeyFault = 'key_empty' | 'key_not_readable' | 'key_private' | 'key_several' | 'key_unusable';

export type CheckedMailKey =
  | { ok: true; publicKey: string; fingerprint: string; expiresAt: Date | null }
  | { ok: false; fault: MailKeyFault };

/**
 * Checks a person's own OpenPGP key: one public key, readable, and able to encrypt now (not expired, not revoked, strong
 * enough). That is tried out, with the same call as later.
 */
export async function checkMailKey(armored: string, now: Date): Promise<CheckedMailKey> {
  const text = armored.trim();
  if (text === '') return { ok: false, fault: 'key_empty' };
  if (looksPrivate(text)) return { ok: false, fault: 'key_private' };
  if (text.length > maxMailKeyLength) return { ok: false, fault: 'key_not_readable' };
  let keys: Key[];
  try {
    keys = await readKeys({ armoredKeys: text });
  } catch {
    return { ok: false, fault: 'key_not_readable' };
  }
  const [key] = keys;
  if (!key) return { ok: false, fault: 'key_not_readable' };
  if (keys.length > 1) return { ok: false, fault: 'key_several' };
  if (key.isPrivate()) return { ok: false, fault: 'key_private' };
  try {
    await encryptTo(key, 'test', now);
  } catch {
    return { ok: false, fault: 'key_unusable' };
  }
  const encryptionKey = await key.getEncryptionKey(undefined, now);
  const ends = await Promise.all([
    key.getExpirationTime(),
    // Of the subkey, which may end before the key does.
    encryptionKey.getExpirationTime(),
  ]);
  const times = ends.filter((end) => end instanceof Date).map((end) => end.getTime());
  return {
    ok: true,
    publicKey: key.toPublic().armor(),
    fingerprint: key.getFingerprint().toUpperCase(),
    expiresAt: times.length === 0 ? null : new Date(Math.min(...times)),
  };
}

/**
 * Encrypts text to a person's own key.
 * @returns an armored OpenPGP message
 * @throws when the key cannot encrypt now
 */
export async function encryptToMailKey(publicKey: string, text: string, now: Date): Promise<string> {
  const [key] = await readKeys({ armoredKeys: publicKey });
  if (!key) throw new Error('no mail key');
  return encryptTo(key, text, now);
}

async function encryptTo(key: Key, text: string, now: Date): Promise<string> {
  const message = await createMessage({ text });
  return (await encrypt({ message, encryptionKeys: key, date: now })) as string;
}
