/** Both halves of changing the intake key, in the browsers of the two people. Keys are made and opened in the crypto worker. */
import { DomainError } from '#app/domain-error.ts';
import { signAction } from '#app/passkeys/signed-action.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { SealingError } from '#app/sealing/sealing-error.ts';
import type { CryptoRoomCalls, PublicKeyInfo } from '#app/sealing/sealing-types.ts';

import {
  confirmationStatement,
  proposalStatement,
  type IntakeKeyChange,
  type IntakeKeyProposal,
} from './intake-key-change.ts';
import { handoverText, isHandover } from './intake-key-succession.ts';
import type { IntakeKeyNews, OpenIntakeKeyProposal } from './keys-page.server.ts';
import { makeRotation } from './team-key-rotation.client.ts';

/** What this tab does the work with; tests bring rooms and passkeys of their own. */
export interface Tools {
  room: Pick<
    CryptoRoomCalls,
    'createTeamKey' | 'certifyTeamKey' | 'grantTeamKey' | 'addTeamKey' | 'ownKeys' | 'signText' | 'isSignedBy'
  >;
  sign: typeof signAction;
}

const ownTools = (): Tools => ({ room: getCryptoRoom(), sign: signAction });

const bytesOf = (text: string) => new TextEncoder().encode(text);

/**
 * Makes the new key, lets both keys sign the handover, seals the new one to everybody who holds the present one,
 * and asks for the passkey.
 * @param present the intake key that this browser trusts
 * @throws SealingError, PasskeyError; nothing was sent then
 */
export async function makeIntakeKeyProposal(
  { owner, holders }: NonNullable<IntakeKeyNews['needs']>,
  present: PublicKeyInfo,
  ownId: string,
  { room, sign }: Tools = ownTools(),
): Promise<IntakeKeyChange & { intent: 'propose_intake_key' }> {
  const predecessor = present.fingerprint;
  const needs = { owner, holders, predecessor };
  const rotation = await makeRotation(needs, ownId, null, room);
  const { key } = rotation;
  const text = handoverText(predecessor, key.fingerprint);
  const keyOf = new Map(holders.map(({ personId, fingerprint }) => [personId, fingerprint]));
  const unsigned: Omit<IntakeKeyProposal, 'assertion'> = {
    key,
    predecessor,
    predecessorSignature: await room.signText({ text, teamFingerprint: predecessor }),
    successorSignature: await room.signText({ text, teamFingerprint: key.fingerprint }),
    grants: rotation.grants.map((grant) => ({ ...grant, fingerprint: keyOf.get(grant.personId) ?? '' })),
  };
  const assertion = await sign('propose_intake_key', bytesOf(proposalStatement(unsigned)));
  return { intent: 'propose_intake_key', proposal: { ...unsigned, assertion } };
}

/**
 * Checks in this browser that the present key certified the new one and handed over to it, and that the own envelope holds
 * exactly the new key. It is opened in the worker for that.
 * @param present the intake key that this browser trusts
 * @throws DomainError `handover_invalid`; SealingError `grant_invalid`
 */
export async function checkIntakeKeyProposal(
  proposal: OpenIntakeKeyProposal,
  present: PublicKeyInfo,
  { room }: Pick<Tools, 'room'> = ownTools(),
): Promise<void> {
  const { predecessorSignature, successorSignature, key, grant } = proposal;
  const former = { ...present, predecessorSignature, successorSignature };
  const isFollowing = await isHandover(former, key, (input) => room.isSignedBy(input));
  if (!isFollowing) throw new DomainError('handover_invalid');
  if (grant === null) throw new SealingError('grant_invalid');
  // Whoever proposed it must find the envelope that this person's own key signed, whatever the server says.
  const grantedBy = proposal.isOwnProposal ? (await room.ownKeys()).person.publicKey : grant.grantedBy;
  await room.addTeamKey({ ...key, envelope: grant.envelope, grantedBy });
}

/**
 * Checks the proposal, certifies every agency's key that the present intake key certified with the new one, and asks for the
 * passkey.
 * @throws as {@link checkIntakeKeyProposal}; SealingError `key_not_certified` for an agency whose certification does not hold,
 *   PasskeyError; nothing was sent then
 */
export async function makeIntakeKeyConfirmation(
  proposal: OpenIntakeKeyProposal,
  present: PublicKeyInfo,
  tools: Tools = ownTools(),
): Promise<IntakeKeyChange & { intent: 'confirm_intake_key' }> {
  await checkIntakeKeyProposal(proposal, present, tools);
  const { approvalId, key, agencies } = proposal;
  const { room, sign } = tools;
  const predecessor = { publicKey: present.publicKey, fingerprint: present.fingerprint };
  const certified = [];
  for (const { teamId, publicKey, fingerprint } of agencies) {
    const target = { publicKey, fingerprint, predecessor, intakeFingerprint: key.fingerprint };
    const { publicKey: certifiedKey } = await room.certifyTeamKey(target);
    certified.push({ teamId, key: { publicKey: certifiedKey, fingerprint } });
  }
  const keys = { predecessor: predecessor.fingerprint, fingerprint: key.fingerprint };
  const statement = confirmationStatement(approvalId, keys, agencies);
  const assertion = await sign('confirm_intake_key', bytesOf(statement));
  return { intent: 'confirm_intake_key', confirmation: { approvalId, agencies: certified, assertion } };
}
