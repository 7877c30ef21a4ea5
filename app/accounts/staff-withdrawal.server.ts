import { and, eq, ne } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { conflict, DomainError, forbidden, notFound } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { approvals, people, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { can, requirePermission, type Actor } from './actor.ts';
import { confirm, findOpenApproval, propose, setAside } from './approvals.server.ts';
import { endMembership } from './ended-membership.server.ts';
import {
  listAdministrators,
  listPersonReceivers,
  listProviderConfirmers,
  queueMails,
} from './mail-notices.server.ts';
import { requireOtherIntakeHolder } from './intake-holders.server.ts';

/** One of the provider's people, locked, behind the team: two withdrawals at once cannot take the last two of a role. */
async function requireStaff(tx: Transaction, personId: string | null) {
  await tx.select({ id: teams.id }).from(teams).where(eq(teams.kind, 'provider')).for('update');
  const [person] = await tx
    .select({ id: people.id, name: people.name, role: people.role, status: people.status, teamId: teams.id })
    .from(people)
    .innerJoin(teams, and(eq(teams.id, people.teamId), eq(teams.kind, 'provider')))
    .where(eq(people.id, personId ?? ''))
    .for('update', { of: people });
  if (!person) throw notFound();
  return { ...person, teamKind: 'provider' as const };
}
type Staff = Awaited<ReturnType<typeof requireStaff>>;

/** Administration, data protection and legal always have somebody: without them nothing that takes two people is possible. */
async function requireRemainder(tx: Transaction, person: Staff): Promise<void> {
  if (person.status !== 'active' && person.status !== 'suspended') throw conflict();
  await requireOtherIntakeHolder(tx, person);
  if (person.role !== 'admin' && person.role !== 'dpo' && person.role !== 'counsel') return;
  const [other] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, person.role), eq(people.status, 'active'), ne(people.id, person.id)))
    .limit(1);
  if (!other) throw new DomainError('last_of_role', {}, 409);
}

const event = (personId: string, actor: Actor, approvalId: string, now: Date) => ({
  objectType: 'person' as const,
  objectId: personId,
  actorId: actor.personId,
  payload: { approvalId },
  at: now,
});

/**
 * First half of taking somebody out of the provider's team for good.
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile`, `last_of_role`, `last_key_holder` (409)
 */
export async function proposeStaffWithdrawal(
  services: AccountServices,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'propose_staff_withdrawal');
  if (personId === actor.personId) throw forbidden();
  await services.db.transaction(async (tx) => {
    const person = await requireStaff(tx, personId);
    await requireRemainder(tx, person);
    if (await findOpenApproval(tx, 'withdraw_staff', { personId })) throw conflict();
    const step = { action: 'withdraw_staff' as const, personId, details: {} };
    const approvalId = await propose(tx, actor.personId, step, now);
    await appendEvent(tx, { ...event(personId, actor, approvalId, now), type: 'withdrawal_proposed' });
    const confirmers = await listProviderConfirmers(tx, [actor.personId, personId]);
    const url = `${services.config.origin}/desk/staff`;
    await queueMails(services, tx, confirmers, 'staff_withdrawal_proposed', { name: person.name, url });
  });
}

async function findProposal(tx: Transaction, approvalId: string) {
  const [approval] = await tx
    .select({ personId: approvals.personId })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), eq(approvals.action, 'withdraw_staff')));
  if (!approval) throw notFound();
  return approval;
}

/**
 * Second half: sessions end at once, no passkey signs in any more, and what was sealed for the person goes from the
 * server. The person may have kept a copy of the intake key; the event names it, and the administrators are told.
 * @throws DomainError `needs_second_person`, `proposer_left`, `forbidden`, `not_found`, `changed_meanwhile`, `last_of_role`,
 *   `last_key_holder`
 */
export async function confirmStaffWithdrawal(
  services: AccountServices,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_staff_withdrawal');
  await services.db.transaction(async (tx) => {
    const { personId } = await findProposal(tx, approvalId);
    const person = await requireStaff(tx, personId);
    if (person.id === actor.personId) throw forbidden();
    await requireRemainder(tx, person);
    await confirm(tx, actor, approvalId, 'withdraw_staff', now);
    const { heldPresentKey } = await endMembership(tx, actor, person, now);
    await queueMails(services, tx, await listPersonReceivers(tx, person.id), 'staff_withdrawn', {});
    if (!heldPresentKey) return;
    const values = { name: person.name, url: `${services.config.origin}/desk/keys` };
    await queueMails(services, tx, await listAdministrators(tx), 'intake_key_known_outside', values);
  });
}

/** Sets a proposal aside; also one's own. The person concerned has no say. */
export async function setStaffWithdrawalAside(
  services: Pick<AccountServices, 'db'>,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const { personId } = await findProposal(tx, approvalId);
    const person = await requireStaff(tx, personId);
    if (!can(actor, 'confirm_staff_withdrawal') || person.id === actor.personId) throw forbidden();
    await setAside(tx, actor, approvalId, 'withdraw_staff', now);
    await appendEvent(tx, { ...event(person.id, actor, approvalId, now), type: 'withdrawal_set_aside' });
  });
}
