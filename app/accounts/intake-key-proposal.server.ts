/** First half of changing the intake key: somebody's browser made a new one, and nothing is different yet. */
import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError, notFound } from '#app/domain-error.ts';
import { days } from '#app/durations.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import { approvals, intakeKeyChanges, people, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { requirePermission, type Actor } from './actor.ts';
import { findOpenApproval, propose, setAside } from './approvals.server.ts';
import { proposalStatement, type IntakeKeyProposal } from './intake-key-change.ts';
import { isHandover } from './intake-key-succession.ts';
import { isSignedByHere, lockIntakeKey } from './intake-key.server.ts';
import { listTeamReceivers, queueMails } from './mail-notices.server.ts';
import { mayDo } from './permissions.ts';
import { findPersonKey, requirePublicKey } from './stored-keys.server.ts';
import { listKeyHolders } from './team-key-rotation.server.ts';

/** A proposal that nobody answered within this time is void: who has left or joined since makes it stale anyway. */
export const proposalLifetime = days(7);

/** The provider's team, locked: two changes, or a change and a withdrawal, come one after the other. */
export async function lockProvider(tx: Transaction): Promise<string> {
  const [provider] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(eq(teams.kind, 'provider'))
    .for('update');
  if (!provider) throw notFound();
  return provider.id;
}

/**
 * Stores a new intake key, sealed to exactly those who hold the present one.
 * @throws DomainError `forbidden`, `key_refused` when the old key has not certified it and handed over to it,
 *   `signature_invalid`; with 409 `changed_meanwhile` when the present key or its holders are not those that the browser
 *   sealed to, or another proposal is open, `signature_stale`
 */
export async function proposeIntakeKey(
  services: AccountServices,
  actor: Actor,
  proposal: IntakeKeyProposal,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'propose_intake_key');
  const { db, config } = services;
  await db.transaction(async (tx) => {
    const teamId = await lockProvider(tx);
    const old = await lockIntakeKey(tx, 'share');
    if (old?.fingerprint !== proposal.predecessor) throw conflict();
    await endExpired(tx, actor, teamId, now);
    if (await findOpenApproval(tx, 'change_intake_key', { teamId })) throw conflict();
    await requireExactHolders(tx, teamId, proposal);
    const publicKey = await requirePublicKey(proposal.key);
    const { fingerprint } = proposal.key;
    const { predecessor, predecessorSignature, successorSignature, grants, assertion } = proposal;
    const signatures = { predecessorSignature, successorSignature };
    const isFollowing = await isHandover(
      { ...old, ...signatures },
      { publicKey, fingerprint },
      isSignedByHere,
    );
    if (!isFollowing) throw new DomainError('key_refused');
    const statement = proposalStatement(proposal);
    const signed = new TextEncoder().encode(statement);
    const proof = await verifySignedAction(tx, config, actor, 'propose_intake_key', signed, assertion, now);
    const ownKey = await findPersonKey(tx, actor.personId);
    if (!ownKey) throw conflict();
    const step = { action: 'change_intake_key' as const, teamId, details: { fingerprint, predecessor } };
    const approvalId = await propose(tx, actor.personId, step, now);
    await tx.insert(intakeKeyChanges).values({
      approvalId,
      fingerprint,
      predecessor,
      publicKey,
      ...signatures,
      grants: [...grants],
      signedWith: ownKey.id,
      proposalStatement: statement,
      proposalProof: { ...proof },
    });
    await appendEvent(tx, {
      objectType: 'team',
      objectId: teamId,
      type: 'intake_key_proposed',
      actorId: actor.personId,
      payload: { approvalId, fingerprint, predecessor },
      at: now,
    });
    const values = { name: actor.name, url: `${config.origin}/desk/keys` };
    await queueMails(services, tx, await listTeamReceivers(tx, teamId), 'intake_key_proposed', values);
  });
}

/** Nobody who should read is left out, and nobody else gets the key. */
async function requireExactHolders(
  tx: Transaction,
  teamId: string,
  { grants }: Pick<IntakeKeyProposal, 'grants'>,
): Promise<void> {
  const name = (one: { personId: string; fingerprint: string }) => `${one.personId} ${one.fingerprint}`;
  const holders = (await listKeyHolders(tx, teamId)).map(name).sort();
  if (grants.map(name).sort().join() !== holders.join()) throw conflict();
}

/** Whether a proposal made then can still be confirmed. */
export const isIntakeKeyProposalOpen = (proposedAt: Date, now: Date): boolean =>
  now.getTime() - proposedAt.getTime() < proposalLifetime;

/** Puts a proposal away that is void by time, so that there is one open proposal at most. */
async function endExpired(tx: Transaction, actor: Actor, teamId: string, now: Date): Promise<void> {
  const open = await findOpenApproval(tx, 'change_intake_key', { teamId });
  if (open && !isIntakeKeyProposalOpen(open.proposedAt, now)) await end(tx, actor, teamId, open.id, now);
}

async function end(tx: Transaction, actor: Actor, teamId: string, approvalId: string, now: Date) {
  await setAside(tx, actor, approvalId, 'change_intake_key', now);
  await tx.update(intakeKeyChanges).set({ grants: null }).where(eq(intakeKeyChanges.approvalId, approvalId));
  await appendEvent(tx, {
    objectType: 'team',
    objectId: teamId,
    type: 'intake_key_set_aside',
    actorId: actor.personId,
    payload: { approvalId },
    at: now,
  });
}

/**
 * Sets a proposal aside; also one's own. The new key's envelopes go with it.
 * @throws DomainError `forbidden`, `changed_meanwhile` (409)
 */
export async function setIntakeKeyAside(
  { db }: Pick<AccountServices, 'db'>,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_intake_key');
  await db.transaction(async (tx) => end(tx, actor, await lockProvider(tx), approvalId, now));
}

/** The envelopes of a proposal that is void by time go; the proposal itself stays until somebody puts it away. */
export async function removeExpiredEnvelopes(db: Database, now: Date): Promise<void> {
  const expired = db
    .select({ id: approvals.id })
    .from(approvals)
    .where(lte(approvals.proposedAt, new Date(now.getTime() - proposalLifetime)));
  await db
    .update(intakeKeyChanges)
    .set({ grants: null })
    .where(and(isNotNull(intakeKeyChanges.grants), inArray(intakeKeyChanges.approvalId, expired)));
}

/** The open proposal with its key, also one that is void by time; null when there is none. */
export async function findIntakeKeyProposal(db: Database | Transaction, teamId: string) {
  const [row] = await db
    .select({
      approvalId: approvals.id,
      proposedAt: approvals.proposedAt,
      proposedBy: approvals.proposedBy,
      proposerName: people.name,
      proposerStatus: people.status,
      proposerRole: people.role,
      change: intakeKeyChanges,
    })
    .from(approvals)
    .innerJoin(intakeKeyChanges, eq(intakeKeyChanges.approvalId, approvals.id))
    .innerJoin(people, eq(people.id, approvals.proposedBy))
    .where(and(eq(approvals.teamId, teamId), isNull(approvals.confirmedBy), isNull(approvals.declinedBy)))
    .orderBy(asc(approvals.proposedAt));
  return row ?? null;
}
export type FoundProposal = NonNullable<Awaited<ReturnType<typeof findIntakeKeyProposal>>>;

/**
 * Whether all is still as it was when the new key was made: the proposer may still propose, with the key that signed the
 * envelopes, and everybody whom it was sealed to still holds the intake key. Who came since is given it by colleagues.
 */
export async function isProposalUpToDate(
  db: Database | Transaction,
  teamId: string,
  { change, proposedBy, proposerStatus, proposerRole }: FoundProposal,
): Promise<boolean> {
  if (proposerStatus !== 'active' || !mayDo(proposerRole, 'propose_intake_key')) return false;
  const proposerKey = await findPersonKey(db, proposedBy);
  if (proposerKey?.id !== change.signedWith) return false;
  const holders = await listKeyHolders(db, teamId);
  return (change.grants ?? []).every((grant) =>
    holders.some(
      ({ personId, fingerprint }) => personId === grant.personId && fingerprint === grant.fingerprint,
    ),
  );
}
