import { count, eq, isNull, and } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { invitations, people, teams } from '#db/schema.ts';

import { domainOf } from './email-domains.ts';
import { pinsFirstKey } from './intake-key.server.ts';
import { ensureProviderTeam } from './invitations.server.ts';
import type { Role } from './permissions.ts';
import type { Registration } from './registrations.server.ts';
import { requireAgencyFor } from './registrations.server.ts';
import { findTeamKey } from './stored-keys.server.ts';

type Tx = Database | Transaction;

/** What a finished registration will be. */
export interface RegistrationPlan {
  team:
    | { kind: 'existing'; id: string; name: string; teamKind: 'provider' | 'agency'; isVerified: boolean }
    | { kind: 'new'; name: string };
  role: Role;
  /** Whether this person's browser makes the key of the team. */
  makesTeamKey: boolean;
  /** Whether the person is let in at once, without anybody's admission. */
  isAdmittedAtOnce: boolean;
}

/**
 * Who becomes what:
 * - somebody who describes a new agency is its head of unit and makes its key; so is the first to come to an agency that
 *   was entered but not verified yet;
 * - somebody who chooses a known agency is an investigator and waits;
 * - an invited person has the invitation's role. The first of an agency makes its key. The first administrator, invited
 *   by the operator, makes the intake key. These two need nobody's admission; all others wait.
 */
export async function planRegistration(
  tx: Tx,
  config: Config,
  registration: Registration,
): Promise<RegistrationPlan> {
  if (registration.invitation) return planInvited(tx, config, registration.invitation);
  const { agency } = registration.details;
  if (!agency) throw new DomainError('bad_input');
  if (agency.choice === 'new')
    return {
      team: { kind: 'new', name: agency.name },
      role: 'lead',
      makesTeamKey: true,
      isAdmittedAtOnce: false,
    };
  await requireAgencyFor(tx, registration.email, agency.teamId);
  const team = await requireTeam(tx, agency.teamId);
  const isFirst = !team.isVerified && !(await hasKey(tx, team.id)) && (await countPeople(tx, team.id)) === 0;
  return { team, role: isFirst ? 'lead' : 'investigator', makesTeamKey: isFirst, isAdmittedAtOnce: false };
}

async function planInvited(
  tx: Tx,
  config: Config,
  invitation: NonNullable<Registration['invitation']>,
): Promise<RegistrationPlan> {
  const team = await requireTeam(tx, invitation.teamId);
  const { role } = invitation;
  const isKeyless = !(await hasKey(tx, team.id));
  if (team.teamKind === 'agency')
    return { team, role, makesTeamKey: isKeyless, isAdmittedAtOnce: isKeyless && team.isVerified };
  const isFirstAdministrator = role === 'admin' && isKeyless && (await isByOperator(tx, invitation.id));
  if (isFirstAdministrator && !pinsFirstKey(config)) throw new DomainError('intake_key_elsewhere', {}, 409);
  return { team, role, makesTeamKey: isFirstAdministrator, isAdmittedAtOnce: isFirstAdministrator };
}

async function requireTeam(tx: Tx, teamId: string) {
  const [team] = await tx
    .select({ id: teams.id, name: teams.name, teamKind: teams.kind, status: teams.status })
    .from(teams)
    .where(eq(teams.id, teamId));
  if (!team || team.status === 'declined' || team.status === 'suspended') throw conflict();
  const { id, name, teamKind, status } = team;
  return { kind: 'existing' as const, id, name, teamKind, isVerified: status === 'verified' };
}

const hasKey = async (tx: Tx, teamId: string) => (await findTeamKey(tx, teamId)) !== null;

async function countPeople(tx: Tx, teamId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(people).where(eq(people.teamId, teamId));
  return row?.count ?? 0;
}

async function isByOperator(tx: Tx, invitationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), isNull(invitations.invitedBy)));
  return row !== undefined;
}

/** The team of the plan, made if it is new. @returns its id */
export async function realiseTeam(
  tx: Transaction,
  config: Config,
  plan: RegistrationPlan,
  registration: Registration,
  now: Date,
): Promise<string> {
  if (plan.team.kind === 'existing') {
    if (plan.team.teamKind === 'provider')
      await ensureProviderTeam(tx, { name: config.providerName, country: config.providerCountry });
    return plan.team.id;
  }
  const { agency } = registration.details;
  if (agency?.choice !== 'new') throw new DomainError('bad_input');
  const id = uuidv7();
  await tx.insert(teams).values({
    id,
    kind: 'agency',
    name: agency.name,
    country: agency.country,
    agencyKind: agency.agencyKind,
    domains: [domainOf(registration.email)],
    status: 'pending',
    createdAt: now,
  });
  await appendEvent(tx, {
    objectType: 'team',
    objectId: id,
    type: 'agency_described',
    actorId: null,
    payload: { country: agency.country, agencyKind: agency.agencyKind },
    at: now,
  });
  return id;
}
