/** Second half of changing the intake key, by somebody else: from here on the new key counts. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import { intakeKeyChanges, pgpKeys, teamKeyGrants, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { requirePermission, type Actor } from './actor.ts';
import { confirm } from './approvals.server.ts';
import { confirmationStatement, type IntakeKeyConfirmation } from './intake-key-change.ts';
import {
  findIntakeKeyProposal,
  isIntakeKeyProposalOpen,
  isProposalUpToDate,
  lockProvider,
  type FoundProposal,
} from './intake-key-proposal.server.ts';
import { lockIntakeKey, movePinnedFingerprint } from './intake-key.server.ts';
import { listTeamReceivers, queueMails } from './mail-notices.server.ts';
import { insertKey, requirePublicKey } from './stored-keys.server.ts';
import { requireSignedBy } from './team-key-rotation.server.ts';

/**
 * Puts the new intake key in the place of the old one, which is retired: its grants stay, so that those who remain read
 * what is older. The keys of all verified agencies carry the new key's certification from the same moment on.
 * @throws DomainError `forbidden`, `key_not_certified`, `signature_invalid`; with 409 `needs_second_person`,
 *   `changed_meanwhile`, `proposal_expired`, `proposal_outdated` when a holder has left or the proposer may not any more,
 *   `agencies_changed` when the certified agencies are not those that the browser certified, `signature_stale`
 */
export async function confirmIntakeKey(
  services: AccountServices,
  actor: Actor,
  { approvalId, agencies, assertion }: IntakeKeyConfirmation,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_intake_key');
  const { db, config } = services;
  await db.transaction(async (tx) => {
    const teamId = await lockProvider(tx);
    const old = await lockIntakeKey(tx, 'update');
    const proposal = await requireProposal(tx, teamId, approvalId, now);
    const { fingerprint, predecessor, publicKey } = proposal.change;
    if (old?.fingerprint !== predecessor) throw conflict();
    await confirm(tx, actor, approvalId, 'change_intake_key', now);
    await certifyAgencies(tx, actor, { agencies, predecessor, fingerprint, publicKey }, now);
    const named = agencies.map(({ teamId: id, key }) => ({ teamId: id, fingerprint: key.fingerprint }));
    const statement = confirmationStatement(approvalId, { predecessor, fingerprint }, named);
    const signed = new TextEncoder().encode(statement);
    const proof = await verifySignedAction(tx, config, actor, 'confirm_intake_key', signed, assertion, now);
    await replaceKey(tx, teamId, old.id, proposal);
    await movePinnedFingerprint(tx, fingerprint, now);
    await tx
      .update(intakeKeyChanges)
      .set({ grants: null, confirmationStatement: statement, confirmationProof: { ...proof } })
      .where(eq(intakeKeyChanges.approvalId, approvalId));
    const statementSha256 = await sha256(signed);
    await appendEvent(tx, {
      objectType: 'team',
      objectId: teamId,
      type: 'intake_key_changed',
      actorId: actor.personId,
      payload: { approvalId, fingerprint, predecessor, statementSha256 },
      at: now,
    });
    const url = `${config.origin}/desk/keys`;
    await queueMails(services, tx, await listTeamReceivers(tx, teamId), 'intake_key_changed', { url });
  });
}

async function requireProposal(
  tx: Transaction,
  teamId: string,
  approvalId: string,
  now: Date,
): Promise<FoundProposal> {
  const proposal = await findIntakeKeyProposal(tx, teamId);
  if (proposal?.approvalId !== approvalId) throw conflict();
  if (!isIntakeKeyProposalOpen(proposal.proposedAt, now)) throw conflict('proposal_expired');
  if (!(await isProposalUpToDate(tx, teamId, proposal))) throw conflict('proposal_outdated');
  return proposal;
}

/** Keys of verified agencies that the intake key has certified, by the agency's name: what a change must certify anew. */
export async function listCertifiedAgencyKeys(db: Database | Transaction, intakeFingerprint: string) {
  return db
    .select({
      teamId: teams.id,
      teamName: teams.name,
      country: teams.country,
      domains: teams.domains,
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
    })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(
      and(
        eq(teams.kind, 'agency'),
        eq(teams.status, 'verified'),
        eq(pgpKeys.state, 'active'),
        eq(pgpKeys.certifiedBy, intakeFingerprint),
      ),
    )
    .orderBy(asc(teams.name), asc(teams.id));
}

interface Certifying {
  agencies: IntakeKeyConfirmation['agencies'];
  predecessor: string;
  fingerprint: string;
  publicKey: string;
}

/**
 * Stores the new certifications. What only the old key certified counts no more: a suspended agency's key waits to be
 * certified again, as after a change of its own.
 */
async function certifyAgencies(
  tx: Transaction,
  actor: Actor,
  { agencies, predecessor, fingerprint, publicKey }: Certifying,
  now: Date,
): Promise<void> {
  const due = await listCertifiedAgencyKeys(tx, predecessor);
  const name = (teamId: string, key: { fingerprint: string }) => `${teamId} ${key.fingerprint}`;
  const expected = due.map((one) => name(one.teamId, one)).sort();
  const given = agencies.map(({ teamId, key }) => name(teamId, key)).sort();
  if (given.join() !== expected.join()) throw conflict('agencies_changed');
  await tx
    .update(pgpKeys)
    .set({ certifiedBy: null, certifiedAt: null })
    .where(and(eq(pgpKeys.state, 'active'), isNotNull(pgpKeys.teamId), isNotNull(pgpKeys.certifiedBy)));
  for (const { teamId, key } of agencies) {
    const certified = await requirePublicKey(key);
    await requireSignedBy(certified, publicKey).catch(() => {
      throw new DomainError('key_not_certified', {}, 409);
    });
    await tx
      .update(pgpKeys)
      .set({ publicKey: certified, certifiedBy: fingerprint, certifiedAt: now })
      .where(
        and(
          eq(pgpKeys.teamId, teamId),
          eq(pgpKeys.state, 'active'),
          eq(pgpKeys.fingerprint, key.fingerprint),
        ),
      );
    await appendEvent(tx, {
      objectType: 'team',
      objectId: teamId,
      type: 'key_certified',
      actorId: actor.personId,
      payload: { fingerprint: key.fingerprint },
      at: now,
    });
  }
}

/** The proposer's envelopes become grants, each signed with the key that the proposer has had all the time. */
async function replaceKey(
  tx: Transaction,
  teamId: string,
  oldId: string,
  { change, proposedBy }: FoundProposal,
): Promise<void> {
  await tx.update(pgpKeys).set({ state: 'retired' }).where(eq(pgpKeys.id, oldId));
  const { publicKey, fingerprint, signedWith } = change;
  const keyId = await insertKey(tx, { teamId }, { publicKey, fingerprint });
  await tx.insert(teamKeyGrants).values(
    (change.grants ?? []).map(({ personId, envelope }) => ({
      id: uuidv7(),
      keyId,
      personId,
      grantedBy: proposedBy,
      signedWith,
      envelope,
    })),
  );
}
