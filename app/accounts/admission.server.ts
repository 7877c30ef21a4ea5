import { eq } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { conflict, forbidden, notFound } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { people, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { can, requirePermission, type Actor } from './actor.ts';
import { confirm, findOpenApproval, setAside } from './approvals.server.ts';
import { requireOtherIntakeHolder } from './intake-holders.server.ts';
import type { GrantInput } from './key-schemas.ts';
import {
  listAdmitters,
  listPersonReceivers,
  listProviderConfirmers,
  queueMails,
  withoutRepeats,
} from './mail-notices.server.ts';
import { isReturning } from './new-access.server.ts';
import { mayDo } from './permissions.ts';
import { endAllSessions } from './sessions.server.ts';
import { findThoseWithoutAccess, takeAccess } from './taken-access.server.ts';
import { insertTeamGrants } from './team-grants.server.ts';

/**
 * A person whom this actor may let in or turn away, locked for this transaction. A foreign id and a missing id answer
 * identically (promise 14): heads of unit see their own team only.
 */
async function requirePerson(tx: Transaction, actor: Actor, personId: string) {
  const [person] = await tx
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      status: people.status,
      teamId: people.teamId,
      teamKind: teams.kind,
      teamStatus: teams.status,
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.id, personId))
    .for('update', { of: people });
  const isOwnTeam = person?.teamId === actor.teamId;
  if (!person || (actor.teamKind === 'agency' && !isOwnTeam)) throw notFound();
  return person;
}

type Person = Awaited<ReturnType<typeof requirePerson>>;

/** Whether the actor may let this person in; `hasRecovered`: after a recovery, where more people may. */
function mayAdmit(actor: Actor, person: Person, hasRecovered: boolean): boolean {
  if (person.id === actor.personId) return false;
  if (person.teamKind === 'agency')
    return (
      can(actor, 'admit_agency_person') || (person.teamId === actor.teamId && can(actor, 'admit_colleague'))
    );
  return can(actor, 'admit_staff') || (hasRecovered && can(actor, 'confirm_staff_recovery'));
}

const personEvent = (personId: string, actor: Actor, now: Date) => ({
  objectType: 'person' as const,
  objectId: personId,
  actorId: actor.personId,
  at: now,
});

/**
 * Lets a waiting person in, or confirms a recovery as the second person (promise 11).
 * @param grants the team's keys, sealed to the person in the admitting browser; none when the admitting person does not
 *   hold them (an administrator and an agency's person: a colleague gives them later) or the role gets none
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile`
 */
export async function admitPerson(
  services: AccountServices,
  actor: Actor,
  { personId, grants }: { personId: string; grants: readonly GrantInput[] },
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const person = await requirePerson(tx, actor, personId);
    const recovery = await findOpenApproval(tx, 'recover_person', { personId });
    if (!mayAdmit(actor, person, recovery !== null)) throw forbidden();
    if (person.status !== 'waiting' || person.teamStatus !== 'verified') throw conflict();
    // The link for new access was not used yet, or what the person came back with was taken again.
    if ((await findThoseWithoutAccess(tx, [personId])).has(personId)) throw conflict();
    if (recovery) {
      await confirm(tx, actor, recovery.id, 'recover_person', now);
      const payload = { approvalId: recovery.id };
      await appendEvent(tx, { ...personEvent(personId, actor, now), type: 'recovery_confirmed', payload });
    }
    await tx
      .update(people)
      .set({ status: 'active', admittedBy: actor.personId, admittedAt: now })
      .where(eq(people.id, personId));
    if (!recovery)
      await appendEvent(tx, {
        ...personEvent(personId, actor, now),
        type: 'admitted',
        payload: { role: person.role },
      });
    if (!recovery) await tellConfirmers(services, tx, actor, person);
    if (person.teamId === actor.teamId) await insertTeamGrants(tx, actor, personId, grants, now);
    const isWithoutKey = !recovery && grants.length === 0 && mayDo(person.role, 'hold_team_key');
    await queueMails(services, tx, await listPersonReceivers(tx, personId), 'person_admitted', {
      url: `${services.config.origin}/sign-in`,
      ...(isWithoutKey && { key: 'later' }),
    });
  });
}

/**
 * One administrator alone lets in people who can then give second halves. So the others who give them are told: nobody
 * becomes one of them unnoticed.
 */
async function tellConfirmers(services: AccountServices, tx: Transaction, actor: Actor, person: Person) {
  const { id, name, role } = person;
  if (!mayDo(role, 'confirm_role_change')) return;
  const url = `${services.config.origin}/desk/staff`;
  const others = await listProviderConfirmers(tx, [actor.personId, id]);
  await queueMails(services, tx, others, 'confirmer_admitted', { name, role, by: actor.name, url });
}

/**
 * Turns a waiting person away. After a recovery or new access somebody else may have used the code or the link, so the
 * account is suspended and loses what it was opened with: afterwards only new access helps, given by two others.
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile`; `last_key_holder` (409), because what is locked for
 *   that person alone would be lost
 */
export async function declinePerson(
  services: AccountServices,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const person = await requirePerson(tx, actor, personId);
    const recovery = await findOpenApproval(tx, 'recover_person', { personId });
    if (!mayAdmit(actor, person, recovery !== null)) throw forbidden();
    if (person.status !== 'waiting') throw conflict();
    if (recovery) {
      await requireOtherIntakeHolder(tx, person);
      await setAside(tx, actor, recovery.id, 'recover_person', now);
      await endReturn(tx, personId, now);
      const payload = { approvalId: recovery.id };
      await appendEvent(tx, { ...personEvent(personId, actor, now), type: 'recovery_declined', payload });
      await tellOfEndedReturn(services, tx, person);
    } else if (await isReturning(tx, personId)) {
      await endReturn(tx, personId, now);
      await appendEvent(tx, { ...personEvent(personId, actor, now), type: 'suspended', payload: {} });
      await tellOfEndedReturn(services, tx, person);
    } else {
      await tx.update(people).set({ status: 'declined' }).where(eq(people.id, personId));
      await appendEvent(tx, { ...personEvent(personId, actor, now), type: 'declined', payload: {} });
      await queueMails(services, tx, await listPersonReceivers(tx, personId), 'person_declined', {});
    }
    await endAllSessions(tx, [personId]);
  });
}

/** The database lets the last passkey go only of somebody who is suspended. */
async function endReturn(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(people)
    .set({ status: 'suspended', recoveryProofHash: null })
    .where(eq(people.id, personId));
  await takeAccess(tx, personId, now);
}

/** It may have been the right person after all: everybody who was told of the return learns how it ended. */
async function tellOfEndedReturn(services: AccountServices, tx: Transaction, { id, name, teamId }: Person) {
  const receivers = [...(await listPersonReceivers(tx, id)), ...(await listAdmitters(tx, teamId))];
  await queueMails(services, tx, withoutRepeats(receivers), 'return_declined', { name });
}

/** Suspends a person: all sessions end at once, on every node (promise 10). Nobody suspends oneself. */
export async function suspendPerson(
  services: AccountServices,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'suspend_person');
  await services.db.transaction(async (tx) => {
    const person = await requirePerson(tx, actor, personId);
    if (person.id === actor.personId) throw forbidden();
    if (person.status !== 'active' && person.status !== 'waiting') throw conflict();
    await tx.update(people).set({ status: 'suspended' }).where(eq(people.id, personId));
    await appendEvent(tx, { ...personEvent(personId, actor, now), type: 'suspended', payload: {} });
    await endAllSessions(tx, [personId]);
  });
}

/** Ends a suspension or takes back a refusal: the person waits to be let in again, by whoever lets people in. */
export async function reinstatePerson(
  services: AccountServices,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'suspend_person');
  await services.db.transaction(async (tx) => {
    const { status } = await requirePerson(tx, actor, personId);
    if (status !== 'suspended' && status !== 'declined') throw conflict();
    await tx.update(people).set({ status: 'waiting' }).where(eq(people.id, personId));
    const type = status === 'suspended' ? 'reinstated' : 'refusal_taken_back';
    await appendEvent(tx, { ...personEvent(personId, actor, now), type, payload: {} });
    const access = (await findThoseWithoutAccess(tx, [personId])).has(personId) ? 'ended' : 'kept';
    await queueMails(services, tx, await listPersonReceivers(tx, personId), 'waiting_again', { access });
  });
}
