/** What a person's browser remembers, above all the intake key's fingerprint, in a form that no server can change unnoticed. */
import type { PrivateKey } from 'openpgp';
import { z } from '#app/forms/zod.ts';
import { openOwnJson, sealOwnJson } from './sealed-json.ts';
import { SealingError } from './sealing-error.ts';
import type { SealedSettings } from './sealing-types.ts';

const settingsSchema = z.object({
  intakeFingerprint: z.string(),
  seenAt: z.string(),
  teamFingerprint: z.string().optional(),
});

/** base64url of a message that is sealed to the person and signed by the person. */
export async function sealSettings(settings: SealedSettings, person: PrivateKey): Promise<string> {
  return sealOwnJson(settingsSchema.parse(settings), person);
}

/** Throws `message_damaged` or `not_for_us` unless this person sealed and signed these settings. */
export async function openSettings(sealed: string, person: PrivateKey): Promise<SealedSettings> {
  const parsed = settingsSchema.safeParse(await openOwnJson(sealed, person));
  if (!parsed.success) throw new SealingError('message_damaged');
  return parsed.data;
}
