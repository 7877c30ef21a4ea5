import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { GrantInput } from './key-schemas.ts';
import { unlockedRoom } from './unlocked-room.client.ts';

/** A person as somebody was shown before the act: the crypto room refuses a key that has not this fingerprint. */
interface Member {
  key: { publicKey: string; fingerprint: string } | null;
  keysToGive: readonly string[];
}

/**
 * Seals the own team's keys to a member; only ever as part of what a person just decided to do on a page that names the
 * member and shows the fingerprint.
 * @returns one for each key that the member lacks and that opened in this browser
 * @throws SealingError
 */
export async function makeGrants({ key: member, keysToGive }: Member): Promise<GrantInput[]> {
  if (!member) return [];
  const opened = unlockedRoom()?.teamKeys ?? [];
  const grants: GrantInput[] = [];
  for (const teamFingerprint of keysToGive.filter((one) => opened.includes(one))) {
    const { publicKey, fingerprint, envelope } = await getCryptoRoom().grantTeamKey({
      member: { publicKey: member.publicKey, fingerprint: member.fingerprint },
      teamFingerprint,
    });
    grants.push({ publicKey, fingerprint, envelope });
  }
  return grants;
}
