import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { CryptoRoom } from '#app/sealing/sealing-types.ts';

import type { RotationNeeds } from './team-key-rotation.server.ts';
import type { Rotation } from './team-key-rotation.ts';

/**
 * Makes the team's new key in this browser, lets the old key sign it, and seals it to everybody who remains.
 * @param withdrawnId who must not get it
 * @throws SealingError
 */
export async function makeRotation(
  { owner, holders, predecessor }: Pick<RotationNeeds, 'owner' | 'holders' | 'predecessor'>,
  ownId: string,
  withdrawnId: string | null,
  room: Pick<CryptoRoom, 'createTeamKey' | 'certifyTeamKey' | 'grantTeamKey'> = getCryptoRoom(),
): Promise<Rotation> {
  const own = await room.createTeamKey(owner);
  const { publicKey } = await room.certifyTeamKey({
    publicKey: own.publicKey,
    fingerprint: own.fingerprint,
    intakeFingerprint: predecessor,
  });
  const grants = [{ personId: ownId, envelope: own.envelope }];
  for (const { personId, publicKey: memberKey, fingerprint } of holders) {
    if (personId === ownId || personId === withdrawnId) continue;
    const member = { publicKey: memberKey, fingerprint };
    const { envelope } = await room.grantTeamKey({ member, teamFingerprint: own.fingerprint });
    grants.push({ personId, envelope });
  }
  return { key: { publicKey, fingerprint: own.fingerprint }, predecessor, grants };
}
