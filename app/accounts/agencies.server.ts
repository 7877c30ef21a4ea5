import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { validate as isUuid } from 'uuid';

import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { days } from '#app/durations.ts';
import { approvals, people, pgpKeys, teams } from '#db/schema.ts';

import { requirePermission, type Actor } from './actor.ts';
import { findTeamKey } from './stored-keys.server.ts';
import { findPredecessor } from './team-key-rotation.server.ts';
import { listTeamPeople } from './team-people.server.ts';

/** This long before the twelve months are over an agency is listed as due, and the administrators are told. */
export const dueAhead = days(30);

const isVerificationDue = (dueAt: Date | null, now: Date): boolean =>
  dueAt !== null && dueAt.getTime() - now.getTime() <= dueAhead;

/** All agencies for the desk: those that need something first. */
export async function listAgencies(db: Database, actor: Actor, now: Date) {
  requirePermission(actor, 'see_agencies');
  const rows = await db
    .select({
      id: teams.id,
      name: teams.name,
      country: teams.country,
      agencyKind: teams.agencyKind,
      status: teams.status,
      verificationDueAt: teams.verificationDueAt,
      active: count(sql`case when ${people.status} = 'active' then 1 end`),
      waiting: count(sql`case when ${people.status} = 'waiting' then 1 end`),
      fingerprint: pgpKeys.fingerprint,
      certifiedBy: pgpKeys.certifiedBy,
    })
    .from(teams)
    .leftJoin(people, eq(people.teamId, teams.id))
    .leftJoin(pgpKeys, and(eq(pgpKeys.teamId, teams.id), eq(pgpKeys.state, 'active')))
    .where(eq(teams.kind, 'agency'))
    .groupBy(teams.id, pgpKeys.id)
    .orderBy(asc(teams.name), asc(teams.id));
  const proposed = await listProposals(db);
  return rows
    .map(({ verificationDueAt, fingerprint, certifiedBy, ...row }) => ({
      ...row,
      verificationDueAt,
      isDue: row.status === 'verified' && isVerificationDue(verificationDueAt, now),
      hasProposal: proposed.has(row.id),
      /** There is a key, and nobody has certified it: the agency can seal nothing. */
      needsCertification: row.status === 'verified' && fingerprint !== null && certifiedBy === null,
      hasKey: fingerprint !== null,
    }))
    .sort((one, other) => urgency(other) - urgency(one));
}

interface Listed {
  status: string;
  isDue: boolean;
  hasProposal: boolean;
  needsCertification: boolean;
}

function urgency({ status, isDue, hasProposal, needsCertification }: Listed): number {
  if (hasProposal) return 4;
  if (needsCertification) return 3;
  if (status === 'pending') return 2;
  return isDue ? 1 : 0;
}

async function listProposals(db: Database): Promise<Set<string>> {
  const rows = await db
    .select({ teamId: approvals.teamId })
    .from(approvals)
    .where(
      and(
        eq(approvals.action, 'verify_agency'),
        sql`${approvals.confirmedBy} is null and ${approvals.declinedBy} is null`,
      ),
    );
  return new Set(rows.map(({ teamId }) => teamId ?? ''));
}

/** One agency with its people, its key and how it was verified. @throws DomainError `not_found` */
export async function findAgency(db: Database, actor: Actor, teamId: string, now: Date) {
  requirePermission(actor, 'see_agencies');
  if (!isUuid(teamId)) throw notFound();
  const [agency] = await db
    .select({
      id: teams.id,
      name: teams.name,
      country: teams.country,
      agencyKind: teams.agencyKind,
      domains: teams.domains,
      status: teams.status,
      verifiedAt: teams.verifiedAt,
      verificationDueAt: teams.verificationDueAt,
      createdAt: teams.createdAt,
    })
    .from(teams)
    .where(and(eq(teams.id, teamId), eq(teams.kind, 'agency')));
  if (!agency) throw notFound();
  const key = await findTeamKey(db, teamId);
  return {
    ...agency,
    isDue: agency.status === 'verified' && isVerificationDue(agency.verificationDueAt, now),
    key: key && {
      publicKey: key.publicKey,
      fingerprint: key.fingerprint,
      isCertified: key.certifiedBy !== null,
      predecessor: await findPredecessor(db, teamId),
    },
    verifications: await listVerifications(db, actor, teamId),
    people: await listTeamPeople(db, actor, teamId),
  };
}

/** Every verification that was entered, newest first; the open one waits for the second person. */
async function listVerifications(db: Database, actor: Actor, teamId: string) {
  const [proposers, confirmers, decliners] = [
    alias(people, 'proposers'),
    alias(people, 'confirmers'),
    alias(people, 'decliners'),
  ];
  const rows = await db
    .select({
      id: approvals.id,
      details: approvals.details,
      proposedBy: approvals.proposedBy,
      proposedAt: approvals.proposedAt,
      proposerName: proposers.name,
      confirmedAt: approvals.confirmedAt,
      confirmerName: confirmers.name,
      declinedAt: approvals.declinedAt,
      declinerName: decliners.name,
    })
    .from(approvals)
    .innerJoin(proposers, eq(proposers.id, approvals.proposedBy))
    .leftJoin(confirmers, eq(confirmers.id, approvals.confirmedBy))
    .leftJoin(decliners, eq(decliners.id, approvals.declinedBy))
    .where(and(eq(approvals.action, 'verify_agency'), eq(approvals.teamId, teamId)))
    .orderBy(desc(approvals.proposedAt));
  return rows.map(({ proposedBy, ...row }) => ({ ...row, isOwnProposal: proposedBy === actor.personId }));
}

/** Keys of all teams and who holds the intake key, for the page of keys. */
export async function listAgencyKeys(db: Database, actor: Actor) {
  requirePermission(actor, 'manage_keys');
  return db
    .select({
      teamId: teams.id,
      teamName: teams.name,
      status: teams.status,
      fingerprint: pgpKeys.fingerprint,
      certifiedAt: pgpKeys.certifiedAt,
      certifiedBy: pgpKeys.certifiedBy,
    })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(and(eq(teams.kind, 'agency'), inArray(pgpKeys.state, ['active'])))
    .orderBy(asc(teams.name));
}
