/**
 * What this tab learned when it unlocked the person's keys. The keys themselves are in the crypto room only; here is
 * what pages must know of them. Forgotten with the keys.
 */
import { askPasskey } from '#app/passkeys/ceremonies.client.ts';
import { getJson } from '#app/passkeys/post-json.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { SealingError } from '#app/sealing/sealing-error.ts';
import type { PersonKeyEnvelope, UnlockResult } from '#app/sealing/sealing-types.ts';

import { findEnvelope, type UnlockMaterial } from './unlock-material.ts';

export type UnlockedRoom = UnlockResult;

let unlocked: UnlockedRoom | null = null;
let isWatching = false;
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. */
export function subscribeToUnlocked(listener: () => void): () => void {
  watchRoom();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Null while locked. */
export const unlockedRoom = (): UnlockedRoom | null => unlocked;

/** Notes what unlocking (or making the keys) gave. */
export function noteUnlocked(result: UnlockedRoom): void {
  watchRoom();
  unlocked = result;
  for (const listener of [...listeners]) listener();
}

function watchRoom(): void {
  if (isWatching) return;
  isWatching = true;
  const room = getCryptoRoom();
  room.subscribe(() => {
    if (room.status() === 'unlocked') return;
    unlocked = null;
    for (const listener of [...listeners]) listener();
  });
}

/** What the server keeps for unlocking. @throws RequestError */
export const fetchUnlockMaterial = async (): Promise<UnlockMaterial> => getJson('/account/unlock');

/** Opens the own key and the team keys. @throws SealingError `wrong_secret` */
export async function unlockRoom(
  material: UnlockMaterial,
  envelope: PersonKeyEnvelope,
  secret: Uint8Array | string,
): Promise<void> {
  const { personPublicKey, teamKeys, settings } = material;
  noteUnlocked(await getCryptoRoom().unlock({ personPublicKey, envelope, secret, teamKeys, settings }));
}

/**
 * Unlocks with a passkey touch. Nothing of it goes to the server: only the passkey's secret is wanted.
 * @returns false when this passkey cannot unlock and the passphrase must be asked
 * @throws PasskeyError, SealingError
 */
export async function unlockByTouch(material: UnlockMaterial): Promise<boolean> {
  const { response, prfSecret } = await askPasskey({
    rpId: material.rpId,
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    credentials: material.passkeys,
    wantsPrf: true,
  });
  return unlockAfterTouch(material, response.id, prfSecret);
}

/** The second half of `unlockByTouch`, for when the touch was part of signing in. */
export async function unlockAfterTouch(
  material: UnlockMaterial,
  passkeyId: string,
  prfSecret: Uint8Array | null,
): Promise<boolean> {
  const envelope = findEnvelope(material, passkeyId, prfSecret !== null);
  if (!envelope) throw new SealingError('wrong_secret');
  if (envelope.kind === 'passphrase' || prfSecret === null) return false;
  await unlockRoom(material, envelope, prfSecret);
  return true;
}

/** Opens team keys that arrived while the room was unlocked: somebody admitted this person just now. */
export async function openNewTeamKeys(material: UnlockMaterial): Promise<void> {
  const known = unlocked;
  if (!known) return;
  const room = getCryptoRoom();
  const opened = [...known.teamKeys];
  const refused = [...known.refusedTeamKeys];
  for (const grant of material.teamKeys) {
    if (opened.includes(grant.fingerprint) || refused.includes(grant.fingerprint)) continue;
    await room.addTeamKey(grant).then(
      () => opened.push(grant.fingerprint),
      () => refused.push(grant.fingerprint),
    );
  }
  if (opened.length + refused.length === known.teamKeys.length + known.refusedTeamKeys.length) return;
  noteUnlocked({ ...known, teamKeys: opened, refusedTeamKeys: refused });
}

/** Notes a team key that the room opened by another way than unlocking. */
export function noteTeamKey(fingerprint: string): void {
  if (!unlocked || unlocked.teamKeys.includes(fingerprint)) return;
  noteUnlocked({ ...unlocked, teamKeys: [...unlocked.teamKeys, fingerprint] });
}

/** Notes settings that were just remembered. */
export function noteSettings(settings: NonNullable<UnlockedRoom['settings']>): void {
  if (unlocked) noteUnlocked({ ...unlocked, settings });
}
