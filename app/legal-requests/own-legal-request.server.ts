import { and, eq, isNull, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Action } from '#app/accounts/permissions.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError, notFound } from '#app/domain-error.ts';
import { legalRequests, teams } from '#db/schema.ts';

import type { Side } from './clock.ts';
import type { AgencyKind, Category, Priority, Status } from './legal-request-values.ts';
import { canBeCorrected } from './statuses.ts';

/** A legal request of the acting person's agency, with what decides what can be done with it. */
export type OwnLegalRequest = {
  id: string;
  reference: string | null;
  category: Category;
  status: Status;
  currentRevision: number;
  version: number;
  authorId: string;
  correctionEndsAt: Date | null;
  priority: Priority;
  waitsFor: Side | null;
  pausedAt: Date | null;
  dueAt: Date | null;
};

const ownColumns = {
  id: legalRequests.id,
  reference: legalRequests.reference,
  category: legalRequests.category,
  status: legalRequests.status,
  currentRevision: legalRequests.currentRevision,
  version: legalRequests.version,
  authorId: legalRequests.authorId,
  correctionEndsAt: legalRequests.correctionEndsAt,
  priority: legalRequests.priority,
  waitsFor: legalRequests.waitsFor,
  pausedAt: legalRequests.pausedAt,
  dueAt: legalRequests.dueAt,
};

/** Of the acting person's agency, not thrown away. Colleagues see and continue each other's legal requests. */
export function ownedBy(actor: Actor, id: string) {
  return and(
    // An address that was made up may hold anything; PostgreSQL would call it an error instead of missing.
    isUuid(id) ? eq(legalRequests.id, id) : sql`false`,
    eq(legalRequests.teamId, actor.teamId),
    isNull(legalRequests.discardedAt),
  );
}

/** @throws DomainError `not_found` for a foreign id exactly as for a missing one (promise 14), `forbidden` for the role */
export async function requireOwnLegalRequest(
  db: Database | Transaction,
  actor: Actor,
  action: Action,
  id: string,
): Promise<OwnLegalRequest> {
  requirePermission(actor, action);
  const [row] = await db.select(ownColumns).from(legalRequests).where(ownedBy(actor, id));
  if (!row) throw notFound();
  return row as OwnLegalRequest;
}

/** The same, held until the transaction ends: whoever changes it waits for whoever is changing it. */
export async function lockOwnLegalRequest(
  tx: Transaction,
  actor: Actor,
  action: Action,
  id: string,
): Promise<OwnLegalRequest> {
  requirePermission(actor, action);
  const [row] = await tx.select(ownColumns).from(legalRequests).where(ownedBy(actor, id)).for('update');
  if (!row) throw notFound();
  return row as OwnLegalRequest;
}

/**
 * @throws DomainError `not_editable` (409) unless it is a draft or its correction period runs,
 *   `correction_period_over` (409) when that has ended
 */
export function requireEditable(legalRequest: OwnLegalRequest, now: Date): void {
  if (legalRequest.status === 'draft') return;
  if (!canBeCorrected(legalRequest.status)) throw new DomainError('not_editable', {}, 409);
  if (legalRequest.correctionEndsAt !== null && legalRequest.correctionEndsAt < now)
    throw new DomainError('correction_period_over', {}, 409);
}

/** What the checks must know of the agency. */
export async function findOwnAgency(
  db: Database | Transaction,
  actor: Actor,
): Promise<{ kind: AgencyKind; country: string }> {
  const [row] = await db
    .select({ kind: teams.agencyKind, country: teams.country })
    .from(teams)
    .where(eq(teams.id, actor.teamId));
  if (!row) throw notFound();
  return { kind: (row.kind ?? 'other') as AgencyKind, country: row.country };
}
