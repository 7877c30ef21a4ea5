import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Database } from '#app/database.server.ts';
import { approvals, people, pgpKeys, teamKeyGrants } from '#db/schema.ts';

import { requirePermission, type Actor } from './actor.ts';
import type { Role } from './permissions.ts';

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
  /** Came back by the recovery code and waits for a second person. */
  hasRecovered: boolean;
  /** A change of role that waits for the second person. */
  roleChange: { approvalId: string; role: string; isOwnProposal: boolean } | null;
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
    })
    .from(people)
    .leftJoin(pgpKeys, and(eq(pgpKeys.personId, people.id), eq(pgpKeys.state, 'active')))
    .leftJoin(teamKeys, and(eq(teamKeys.teamId, people.teamId), eq(teamKeys.state, 'active')))
    .leftJoin(teamKeyGrants, and(eq(teamKeyGrants.keyId, teamKeys.id), eq(teamKeyGrants.personId, people.id)))
    .where(eq(people.teamId, teamId))
    .orderBy(asc(people.name), asc(people.id));
  const open = await listOpenApprovals(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ publicKey, fingerprint, grantId, ...person }) => {
    const change = open.find((one) => one.personId === person.id && one.action === 'change_role');
    return {
      ...person,
      key: publicKey !== null && fingerprint !== null ? { publicKey, fingerprint } : null,
      holdsTeamKey: grantId !== null,
      hasRecovered: open.some((one) => one.personId === person.id && one.action === 'recover_person'),
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

async function listOpenApprovals(db: Database, personIds: string[]) {
  if (personIds.length === 0) return [];
  return db
    .select({
      id: approvals.id,
      action: approvals.action,
      personId: approvals.personId,
      details: approvals.details,
      proposedBy: approvals.proposedBy,
    })
    .from(approvals)
    .where(
      and(
        inArray(approvals.personId, personIds),
        isNull(approvals.confirmedBy),
        isNull(approvals.declinedBy),
      ),
    );
}
