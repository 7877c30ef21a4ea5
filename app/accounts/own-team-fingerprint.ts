import type { UnlockedRoom } from './unlocked-room.client.ts';

type Known = Pick<UnlockedRoom, 'teamKeys' | 'settings'>;

/**
 * The fingerprint of the own team's key as this person's browser knows it: the stated one if its private key is here, else
 * the one that the person made at the registration and has remembered under the own signature; null when there is none.
 * Who waits asks without a stated one: then nothing that the server hands out later takes the place of what is remembered.
 */
export function ownTeamFingerprint(unlocked: Known | null, stated: string | null): string | null {
  if (!unlocked) return null;
  if (stated !== null && unlocked.teamKeys.includes(stated)) return stated;
  return unlocked.settings?.teamFingerprint ?? unlocked.teamKeys[0] ?? null;
}
