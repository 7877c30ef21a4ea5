import { postJson } from '#app/passkeys/post-json.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { GrantInput } from './key-schemas.ts';
import type { DueGrant } from './team-grants.server.ts';

/** Seals the own team's key to a member. @throws SealingError */
export async function makeGrant(
  member: { publicKey: string; fingerprint: string },
  teamFingerprint: string,
): Promise<GrantInput> {
  const { publicKey, fingerprint, envelope } = await getCryptoRoom().grantTeamKey({
    member: { publicKey: member.publicKey, fingerprint: member.fingerprint },
    teamFingerprint,
  });
  return { publicKey, fingerprint, envelope };
}

/** Gives the team's keys to those who lack one. What fails is tried again at the next opportunity. */
export async function giveDueGrants(due: readonly DueGrant[]): Promise<void> {
  for (const member of due) {
    try {
      const grant = await makeGrant(member, member.teamFingerprint);
      await postJson('/account/grants', { personId: member.personId, grant });
    } catch {
      // Quiet: it is nobody's task at this moment, and the list stays due.
    }
  }
}
