import { and, eq, gt, isNull, min, ne, or, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Action } from '#app/accounts/permissions.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError, forbidden, notFound } from '#app/domain-error.ts';
import { arrivals, legalRequests, people, teams } from '#db/schema.ts';

import type { Side } from './clock.ts';
import type { AgencyKind, Category, Channel, Priority, Status } from './legal-request-values.ts';
import { canBeCorrected } from './statuses.ts';

/** A legal request of the acting person's agency, with what decides what can be done with it. */
export type OwnLegalRequest = {
  id: string;
  /** The agency's, whoever writes. */
  teamId: string;
  channel: Channel;
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
  /** Of what staff registers: when the first mail or letter came that waits to become the next revision. Null otherwise. */
  arrivedAt: Date | null;
};

const ownColumns = {
  id: legalRequests.id,
  teamId: legalRequests.teamId,
  channel: legalRequests.channel,
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

const columnsFor = (db: Database | Transaction, { teamKind }: Actor) => {
  const arrived = db
    .select({ at: min(arrivals.receivedAt) })
    .from(arrivals)
    .where(and(eq(arrivals.legalRequestId, legalRequests.id), eq(arrivals.state, 'waiting')));
  const arrivedAt = teamKind === 'provider' ? sql`(${arrived})` : sql`null::timestamptz`;
  return { ...ownColumns, arrivedAt: arrivedAt.mapWith(arrivals.receivedAt) };
};

/** What staff may do with a legal request that came beside the portal, as an agency's people do with theirs. */
const registering: readonly Action[] = [
  'write_legal_request',
  'submit_legal_request',
  'read_own_legal_requests',
];

/** The right to write, submit or read back: of an agency's people theirs, of staff that to register what came beside the portal. */
export function requireWriter(actor: Actor, action: Action): void {
  const isStaff = actor.teamKind === 'provider' && registering.includes(action);
  requirePermission(actor, isStaff ? 'register_legal_request' : action);
}

/** What an agency's people see: their own, and what staff registered for them once it is submitted. */
export const isOfAgency = (actor: Actor) =>
  and(
    eq(legalRequests.teamId, actor.teamId),
    or(eq(legalRequests.channel, 'portal'), gt(legalRequests.currentRevision, 0)),
  );

/**
 * Of the acting person's agency, not thrown away; of staff, what came beside the portal. Colleagues see and continue each
 * other's legal requests.
 */
export function ownedBy(actor: Actor, id: string) {
  return and(
    // An address that was made up may hold anything; PostgreSQL would call it an error instead of missing.
    isUuid(id) ? eq(legalRequests.id, id) : sql`false`,
    actor.teamKind === 'provider' ? ne(legalRequests.channel, 'portal') : isOfAgency(actor),
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
  requireWriter(actor, action);
  const [row] = await db.select(columnsFor(db, actor)).from(legalRequests).where(ownedBy(actor, id));
  if (!row) throw missingFor(actor, action);
  return row as OwnLegalRequest;
}

/** What came through the portal is not for staff to write in, whether it exists or not. */
const missingFor = (actor: Actor, action: Action) =>
  actor.teamKind === 'provider' && action !== 'read_own_legal_requests' ? forbidden() : notFound();

/** The same, held until the transaction ends: whoever changes it waits for whoever is changing it. */
export async function lockOwnLegalRequest(
  tx: Transaction,
  actor: Actor,
  action: Action,
  id: string,
): Promise<OwnLegalRequest> {
  requireWriter(actor, action);
  const [row] = await tx
    .select(columnsFor(tx, actor))
    .from(legalRequests)
    .where(ownedBy(actor, id))
    .for('update');
  if (!row) throw missingFor(actor, action);
  return row as OwnLegalRequest;
}

/**
 * Whether it can be written in. A correction by mail or letter is in time when that came in time, however late staff
 * registers it; every other one when it is submitted.
 * @throws DomainError `not_editable` (409) unless it is a draft or its correction period runs,
 *   `correction_period_over` (409) when that has ended
 */
export function requireEditable(legalRequest: OwnLegalRequest, now: Date): void {
  if (legalRequest.status === 'draft') return;
  if (!canBeCorrected(legalRequest.status)) throw new DomainError('not_editable', {}, 409);
  const { correctionEndsAt, arrivedAt } = legalRequest;
  if (correctionEndsAt !== null && correctionEndsAt < (arrivedAt ?? now))
    throw new DomainError('correction_period_over', {}, 409);
}

/** What the checks must know of the agency. */
export async function findAgencyFacts(
  db: Database | Transaction,
  teamId: string,
): Promise<{ kind: AgencyKind; country: string }> {
  const [row] = await db
    .select({ kind: teams.agencyKind, country: teams.country })
    .from(teams)
    .where(eq(teams.id, teamId));
  if (!row) throw notFound();
  return { kind: (row.kind ?? 'other') as AgencyKind, country: row.country };
}

/**
 * The name of a joined person, as this reader may know it: an agency learns no names of the provider's people, who register
 * what came by mail or letter. Null instead.
 */
export const nameFor = (actor: Actor) =>
  actor.teamKind === 'provider'
    ? sql<string | null>`${people.name}`
    : sql<string | null>`case when ${people.teamId} = ${actor.teamId} then ${people.name} end`;
