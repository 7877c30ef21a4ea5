import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError, forbidden, notFound } from '#app/domain-error.ts';
import { days, hours } from '#app/durations.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { approvals, invitations, people, pgpKeys, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { can, type Actor } from './actor.ts';
import { confirm, findOpenApproval, propose, setAside } from './approvals.server.ts';
import { requireOtherIntakeHolder } from './intake-holders.server.ts';
import {
  listAccessConfirmers,
  listAdmitters,
  listPeopleReceivers,
  listPersonReceivers,
  queueMails,
  withoutRepeats,
} from './mail-notices.server.ts';
import { takeAccess } from './taken-access.server.ts';
import { createToken, hashToken } from './tokens.server.ts';

/** A proposal that nobody answered within this time is void. */
const proposalLifetime = days(7);
const linkLifetime = hours(24);

/** Whether a proposal made then can still be confirmed. */
export const isProposalOpen = (proposedAt: Date, now: Date): boolean =>
  now.getTime() - proposedAt.getTime() < proposalLifetime;

/** The person, locked. A foreign id and a missing id answer identically for an agency's people (promise 14). */
async function requirePerson(tx: Transaction, actor: Actor, personId: string | null) {
  const [person] = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      status: people.status,
      teamId: people.teamId,
      teamName: teams.name,
      teamKind: teams.kind,
      teamStatus: teams.status,
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.id, personId ?? ''))
    .for('update', { of: people });
  if (!person || (actor.teamKind === 'agency' && person.teamId !== actor.teamId)) throw notFound();
  return person;
}
type Person = Awaited<ReturnType<typeof requirePerson>>;

const isOwnColleague = (actor: Actor, person: Person) =>
  person.teamKind === 'agency' && person.teamId === actor.teamId;

const mayPropose = (actor: Actor, person: Person) =>
  person.id !== actor.personId &&
  (can(actor, 'propose_new_access') ||
    (isOwnColleague(actor, person) && can(actor, 'propose_colleague_access')));

const mayConfirm = (actor: Actor, person: Person) =>
  person.id !== actor.personId &&
  (can(actor, 'confirm_new_access') ||
    (isOwnColleague(actor, person) && can(actor, 'confirm_colleague_access')));

const accessEvent = (personId: string, actor: Actor, approvalId: string, now: Date) => ({
  objectType: 'person' as const,
  objectId: personId,
  actorId: actor.personId,
  payload: { approvalId },
  at: now,
});

/**
 * First half of new access for somebody who lost all passkeys and the recovery code. Nothing changes yet.
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile` (409), `last_key_holder` (409)
 */
export async function proposeNewAccess(
  services: AccountServices,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const person = await requirePerson(tx, actor, personId);
    if (!mayPropose(actor, person)) throw forbidden();
    requireRenewable(person);
    await requireOtherIntakeHolder(tx, person);
    const open = await findOpenApproval(tx, 'renew_access', { personId });
    if (open && isProposalOpen(open.proposedAt, now)) throw conflict();
    // Void by time; put away so that there is one open proposal at most.
    if (open) await setAside(tx, actor, open.id, 'renew_access', now);
    const step = { action: 'renew_access' as const, personId, details: {} };
    const approvalId = await propose(tx, actor.personId, step, now);
    await appendEvent(tx, { ...accessEvent(personId, actor, approvalId, now), type: 'access_proposed' });
    const { origin } = services.config;
    const about = { name: person.name, team: person.teamName };
    const confirmers = await listAccessConfirmers(tx, person, [actor.personId, personId]);
    await queueMails(services, tx, confirmers, 'access_proposed', { ...about, url: `${origin}/sign-in` });
    await queueMails(services, tx, await listPersonReceivers(tx, personId), 'own_access_proposed', {});
  });
}

/** Whoever has an account that may be used one day: let in, or waiting to be. */
function requireRenewable({ status, teamStatus }: Person): void {
  const isTeamOpen = teamStatus === 'verified' || teamStatus === 'pending';
  if (!isTeamOpen || (status !== 'active' && status !== 'waiting')) throw conflict();
}

async function findProposal(tx: Transaction, approvalId: string) {
  const [approval] = await tx
    .select({
      personId: approvals.personId,
      proposedBy: approvals.proposedBy,
      proposedAt: approvals.proposedAt,
    })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), eq(approvals.action, 'renew_access')));
  if (!approval) throw notFound();
  return approval;
}

/**
 * Second half, by somebody else than the proposer and the person concerned: everything of before ends at once, and a
 * link for new access goes to the official address. The link alone opens nothing: whoever uses it waits to be let in.
 * @throws DomainError `needs_second_person`, `proposer_left`, `changed_meanwhile`, `proposal_expired`, `last_key_holder` (409), `forbidden`,
 *   `not_found`
 */
export async function confirmNewAccess(
  services: AccountServices,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const proposal = await findProposal(tx, approvalId);
    const person = await requirePerson(tx, actor, proposal.personId);
    if (!mayConfirm(actor, person)) throw forbidden();
    if (!isProposalOpen(proposal.proposedAt, now)) throw new DomainError('proposal_expired', {}, 409);
    requireRenewable(person);
    await requireOtherIntakeHolder(tx, person);
    await confirm(tx, actor, approvalId, 'renew_access', now);
    await endRecoveryByCode(tx, actor, person.id, now);
    await takeAccess(tx, person.id, now);
    await tx
      .update(pgpKeys)
      .set({ state: 'retired' })
      .where(and(eq(pgpKeys.personId, person.id), eq(pgpKeys.state, 'active')));
    await tx
      .update(people)
      .set({ status: 'waiting', recoveryProofHash: null, sealedSettings: null })
      .where(eq(people.id, person.id));
    await appendEvent(tx, { ...accessEvent(person.id, actor, approvalId, now), type: 'access_taken' });
    await sendLink(services, tx, actor, person, now);
    await tellOthers(services, tx, person, [proposal.proposedBy, actor.personId]);
  });
}

/** A recovery by code that waits for its confirmation is overtaken: its passkey ends with the others. */
async function endRecoveryByCode(tx: Transaction, actor: Actor, personId: string, now: Date): Promise<void> {
  const recovery = await findOpenApproval(tx, 'recover_person', { personId });
  if (!recovery) return;
  await setAside(tx, actor, recovery.id, 'recover_person', now);
  await appendEvent(tx, { ...accessEvent(personId, actor, recovery.id, now), type: 'recovery_declined' });
}

async function sendLink(
  services: AccountServices,
  tx: Transaction,
  actor: Actor,
  person: Person,
  now: Date,
): Promise<void> {
  const unused = and(eq(invitations.personId, person.id), isNull(invitations.usedAt));
  await tx.update(invitations).set({ usedAt: now }).where(unused);
  const token = createToken();
  const { id: personId, teamId, role, email } = person;
  await tx.insert(invitations).values({
    id: uuidv7(),
    tokenHash: hashToken(token),
    teamId,
    role,
    email,
    personId,
    invitedBy: actor.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + linkLifetime),
  });
  const url = `${services.config.origin}/invitation/${token}`;
  await queueMails(services, tx, await listPersonReceivers(tx, personId), 'access_link', { url });
}

/** Both who agreed, the heads of unit and the administrators; each once. */
async function tellOthers(
  services: AccountServices,
  tx: Transaction,
  person: Person,
  agreed: readonly string[],
): Promise<void> {
  const receivers = [
    ...(await listPeopleReceivers(tx, agreed)),
    ...(await listAdmitters(tx, person.teamId)),
  ].filter(({ email }) => email !== person.email);
  await queueMails(services, tx, withoutRepeats(receivers), 'access_renewed', {
    name: person.name,
    team: person.teamName,
    url: `${services.config.origin}/sign-in`,
  });
}

/** Sets a proposal aside: whoever could propose or confirm, and the person concerned. Everything stays as it was. */
export async function setNewAccessAside(
  services: AccountServices,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const { personId, proposedBy } = await findProposal(tx, approvalId);
    const person = await requirePerson(tx, actor, personId);
    const isOwn = person.id === actor.personId && can(actor, 'use_account');
    if (!isOwn && !mayPropose(actor, person) && !mayConfirm(actor, person)) throw forbidden();
    await setAside(tx, actor, approvalId, 'renew_access', now);
    await appendEvent(tx, { ...accessEvent(person.id, actor, approvalId, now), type: 'access_set_aside' });
    const receivers = await listPeopleReceivers(tx, [person.id, proposedBy]);
    await queueMails(services, tx, receivers, 'access_set_aside', { name: person.name });
  });
}

/**
 * Whether the person waits to be let in after two others gave new access (and not for the first time): such a person is
 * suspended when turned away, because somebody else may have used the link.
 */
export async function isReturning(db: Database | Transaction, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: pgpKeys.id })
    .from(pgpKeys)
    .where(and(eq(pgpKeys.personId, personId), eq(pgpKeys.state, 'retired')))
    .limit(1);
  return row !== undefined;
}
