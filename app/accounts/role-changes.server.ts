import { and, eq, inArray } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { conflict, DomainError, forbidden, notFound } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { people, pgpKeys, teamKeyGrants, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { requirePermission, type Actor } from './actor.ts';
import { confirm, findOpenApproval, propose, setAside } from './approvals.server.ts';
import { queueMails } from './mail-notices.server.ts';
import { agencyRoles, mayDo, providerRoles, type Role } from './permissions.ts';

async function requirePerson(tx: Transaction, personId: string) {
  const [person] = await tx
    .select({
      id: people.id,
      role: people.role,
      status: people.status,
      teamId: people.teamId,
      teamKind: teams.kind,
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.id, personId))
    .for('update', { of: people });
  if (!person) throw notFound();
  return person;
}

/** Roles that a person of this kind of team can have. */
const rolesOf = (teamKind: 'provider' | 'agency'): readonly Role[] =>
  teamKind === 'agency' ? agencyRoles : providerRoles;

/**
 * First half of a change of role. Nobody proposes or confirms one's own.
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile`
 */
export async function proposeRoleChange(
  services: AccountServices,
  actor: Actor,
  { personId, role }: { personId: string; role: Role },
  now: Date,
): Promise<void> {
  requirePermission(actor, 'propose_role_change');
  if (personId === actor.personId) throw forbidden();
  await services.db.transaction(async (tx) => {
    const person = await requirePerson(tx, personId);
    if (person.status !== 'active' || person.role === role) throw conflict();
    if (!rolesOf(person.teamKind).includes(role)) throw new DomainError('bad_input');
    if (await findOpenApproval(tx, 'change_role', { personId })) throw conflict();
    const approvalId = await propose(
      tx,
      actor.personId,
      { action: 'change_role', personId, details: { role } },
      now,
    );
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'role_change_proposed',
      actorId: actor.personId,
      payload: { role, approvalId },
      at: now,
    });
    await mailConfirmers(services, tx, [actor.personId, personId], person);
  });
}

async function mailConfirmers(
  services: AccountServices,
  tx: Transaction,
  without: readonly string[],
  person: { teamId: string; teamKind: 'provider' | 'agency' },
) {
  const receivers = await tx
    .select({ id: people.id, email: people.email, locale: people.locale })
    .from(people)
    .where(and(inArray(people.role, ['admin', 'dpo', 'counsel']), eq(people.status, 'active')));
  const path = person.teamKind === 'provider' ? '/desk/staff' : `/desk/agencies/${person.teamId}`;
  await queueMails(
    services,
    tx,
    receivers.filter(({ id }) => !without.includes(id)),
    'role_change_proposed',
    { url: `${services.config.origin}${path}` },
  );
}

/**
 * Second half, by somebody else than the proposer and the person concerned. A person whose new role does not hold the
 * team's key loses the stored copy of it.
 * @throws DomainError `needs_second_person`, `forbidden`, `changed_meanwhile`
 */
export async function confirmRoleChange(
  services: Pick<AccountServices, 'db'>,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_role_change');
  await services.db.transaction(async (tx) => {
    const { personId, details } = await confirm(tx, actor, approvalId, 'change_role', now);
    if (personId === null) throw conflict();
    if (personId === actor.personId) throw forbidden();
    const person = await requirePerson(tx, personId);
    const role = rolesOf(person.teamKind).find((known) => known === details['role']);
    if (!role || person.status !== 'active') throw conflict();
    await tx.update(people).set({ role }).where(eq(people.id, personId));
    if (!mayDo(role, 'hold_team_key')) await removeGrants(tx, personId, person.teamId);
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'role_changed',
      actorId: actor.personId,
      payload: { role, approvalId },
      at: now,
    });
  });
}

async function removeGrants(tx: Transaction, personId: string, teamId: string): Promise<void> {
  const keys = await tx.select({ id: pgpKeys.id }).from(pgpKeys).where(eq(pgpKeys.teamId, teamId));
  const keyIds = keys.map(({ id }) => id);
  if (keyIds.length === 0) return;
  await tx
    .delete(teamKeyGrants)
    .where(and(eq(teamKeyGrants.personId, personId), inArray(teamKeyGrants.keyId, keyIds)));
}

/** Sets a proposed change aside; also one's own proposal. */
export async function setRoleChangeAside(
  services: Pick<AccountServices, 'db'>,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_role_change');
  await services.db.transaction(async (tx) => {
    const { personId } = await setAside(tx, actor, approvalId, 'change_role', now);
    if (personId === null) throw conflict();
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'role_change_declined',
      actorId: actor.personId,
      payload: { approvalId },
      at: now,
    });
  });
}
