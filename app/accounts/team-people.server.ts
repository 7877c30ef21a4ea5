import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Database } from '#app/database.server.ts';
import { approvals, people, pgpKeys, teamKeyGrants, teams } from '#db/schema.ts';

import { requirePermission, type Actor } from './actor.ts';
import { isProposalOpen } from './new-access.server.ts';
import type { Role } from './permissions.ts';
import { findThoseWithoutAccess } from './taken-access.server.ts';
import { listKeysToGive } from './team-grants.server.ts';

/** A person as lists of colleagues, of an agency's people and of staff show it. */
export interface TeamPerson {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: 'waiting' | 'active' | 'declined' | 'suspended' | 'withdrawn';
  rank: string;
  unit: string;
  telephone: string;
  /** The own key, to seal the team's key to; null for people without one (the demo's approvers). */
  key: { publicKey: string; fingerprint: string } | null;
  holdsTeamKey: boolean;
  /** Fingerprints of the team's keys, the present one first, that the person lacks and that the one who looks holds. */
  keysToGive: string[];
  /** Who let the person in last; null for those who came by invitation alone. */
  admission: { by: string; isByPortal: boolean; at: Date } | null;
  /** Came back by the recovery code and waits for a second person. */
  hasRecovered: boolean;
  /** A change of role that waits for the second person. */
  roleChange: { approvalId: string; role: string; isOwnProposal: boolean } | null;
  /** New access or a withdrawal that waits for the second person. */
  newAccess: OpenProposal | null;
  withdrawal: OpenProposal | null;
  /**
   * Two people gave new access: the link was sent, or the person used it and waits to be let in. Or what somebody came back
   * with was taken, because it was turned away: only new access helps.
   */
  returning: 'link_sent' | 'link_used' | 'access_ended' | null;
}

interface OpenProposal {
  approvalId: string;
  isOwnProposal: boolean;
}

/** Own colleagues: an agency's people for each other. */
export async function listColleagues(db: Database, actor: Actor): Promise<TeamPerson[]> {
  requirePermission(actor, 'see_colleagues');
  const all = await listTeamPeople(db, actor, actor.teamId);
  return all.filter(({ status }) => status === 'waiting' || status === 'active');
}

/** The provider's people. */
export async function listStaff(db: Database, actor: Actor): Promise<TeamPerson[]> {
  requirePermission(actor, 'see_staff');
  return listTeamPeople(db, actor, actor.teamId);
}

/** An agency's people, for the desk; the caller has checked the permission and that it is an agency. */
export async function listTeamPeople(db: Database, actor: Actor, teamId: string): Promise<TeamPerson[]> {
  const teamKeys = alias(pgpKeys, 'team_keys');
  const [admitters, admitterTeams] = [alias(people, 'admitters'), alias(teams, 'admitter_teams')];
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      status: people.status,
      rank: people.rank,
      unit: people.unit,
      telephone: people.telephone,
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
      grantId: teamKeyGrants.id,
      admittedAt: people.admittedAt,
      admitterName: admitters.name,
      admitterKind: admitterTeams.kind,
    })
    .from(people)
    .leftJoin(pgpKeys, and(eq(pgpKeys.personId, people.id), eq(pgpKeys.state, 'active')))
    .leftJoin(teamKeys, and(eq(teamKeys.teamId, people.teamId), eq(teamKeys.state, 'active')))
    .leftJoin(teamKeyGrants, and(eq(teamKeyGrants.keyId, teamKeys.id), eq(teamKeyGrants.personId, people.id)))
    .leftJoin(admitters, eq(admitters.id, people.admittedBy))
    .leftJoin(admitterTeams, eq(admitterTeams.id, admitters.teamId))
    .where(eq(people.teamId, teamId))
    .orderBy(asc(people.name), asc(people.id));
  const ids = rows.map(({ id }) => id);
  const open = await listOpenApprovals(db, ids);
  const returned = await listReturned(db, teamId);
  const withoutAccess = await findThoseWithoutAccess(db, ids);
  const lacking = teamId === actor.teamId ? await listKeysToGive(db, actor) : [];
  return rows.map((row) => {
    const { publicKey, fingerprint, grantId, admittedAt, admitterName, admitterKind, ...person } = row;
    const find = (action: (typeof open)[number]['action']) =>
      open.find((one) => one.personId === person.id && one.action === action);
    const proposalOf = (action: (typeof open)[number]['action']): OpenProposal | null => {
      const found = find(action);
      return found ? { approvalId: found.id, isOwnProposal: found.proposedBy === actor.personId } : null;
    };
    const change = find('change_role');
    const mayReturn = person.status === 'waiting' || person.status === 'suspended';
    const hasEnded = mayReturn && publicKey !== null && withoutAccess.has(person.id);
    const hasLink = person.status === 'waiting' && returned.has(person.id);
    const link = publicKey === null ? ('link_sent' as const) : ('link_used' as const);
    return {
      ...person,
      key: publicKey !== null && fingerprint !== null ? { publicKey, fingerprint } : null,
      holdsTeamKey: grantId !== null,
      keysToGive: lacking
        .filter(({ personId }) => personId === person.id)
        .map(({ teamFingerprint }) => teamFingerprint),
      admission:
        admittedAt !== null && admitterName !== null
          ? { by: admitterName, isByPortal: admitterKind === 'provider', at: admittedAt }
          : null,
      hasRecovered: find('recover_person') !== undefined,
      newAccess: proposalOf('renew_access'),
      withdrawal: proposalOf('withdraw_staff'),
      returning: hasEnded ? ('access_ended' as const) : hasLink ? link : null,
      roleChange: change
        ? {
            approvalId: change.id,
            role: change.details['role'] ?? '',
            isOwnProposal: change.proposedBy === actor.personId,
          }
        : null,
    };
  });
}

/** Who lost a key of their own by new access. */
async function listReturned(db: Database, teamId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ personId: people.id })
    .from(pgpKeys)
    .innerJoin(people, eq(people.id, pgpKeys.personId))
    .where(and(eq(people.teamId, teamId), eq(pgpKeys.state, 'retired')));
  return new Set(rows.map(({ personId }) => personId));
}

async function listOpenApprovals(db: Database, personIds: string[]) {
  if (personIds.length === 0) return [];
  const rows = await db
    .select({
      id: approvals.id,
      action: approvals.action,
      personId: approvals.personId,
      details: approvals.details,
      proposedBy: approvals.proposedBy,
      proposedAt: approvals.proposedAt,
    })
    .from(approvals)
    .where(
      and(
        inArray(approvals.personId, personIds),
        isNull(approvals.confirmedBy),
        isNull(approvals.declinedBy),
      ),
    );
  const now = new Date();
  return rows.filter(
    ({ action, proposedAt }) => action !== 'renew_access' || isProposalOpen(proposedAt, now),
  );
}
