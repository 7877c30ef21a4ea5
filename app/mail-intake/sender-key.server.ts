import { readKey } from 'openpgp';

import { checkMailKey } from '#app/notifications/mail-key.ts';

/**
 * A key that came with a mail, checked and armored.
 * @param key armored, or base64 of a binary key (Autocrypt)
 * @returns null when there is none, or none that can encrypt now
 */
export async function readSenderKey(key: string | null, now: Date): Promise<string | null> {
  if (key === null) return null;
  const checked = await checkMailKey(await toArmored(key), now);
  return checked.ok ? checked.publicKey : null;
}

async function toArmored(key: string): Promise<string> {
  if (key.startsWith('-----')) return key;
  try {
    return (await readKey({ binaryKey: Buffer.from(key, 'base64') })).armor();
  } catch {
    return '';
  }
}
