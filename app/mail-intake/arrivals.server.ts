import { and, asc, count, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import type { AgencyKind, Status } from '#app/legal-requests/legal-request-values.ts';
import { canBeCorrected } from '#app/legal-requests/statuses.ts';
import { requireDesk } from '#app/review/desk-access.server.ts';
import { arrivalParts, arrivals, legalRequests, people, pgpKeys, teams } from '#db/schema.ts';

import { lanes, type Lane } from './arrival-values.ts';

type Row = typeof arrivals.$inferSelect;

export type ListedArrival = Pick<
  Row,
  'id' | 'channel' | 'state' | 'receivedAt' | 'senderDomain' | 'reason' | 'answer' | 'fileNumber'
> & {
  agencyName: string | null;
  legalRequestId: string | null;
  reference: string | null;
};

const inLane: Record<Lane, ReturnType<typeof eq>> = {
  waiting: eq(arrivals.state, 'waiting'),
  quarantined: eq(arrivals.state, 'quarantined'),
  refused: eq(arrivals.state, 'refused'),
  done: inArray(arrivals.state, ['registered', 'dismissed']),
};

/** What somebody has to look at: unregistered, quarantined, or an answer that waits to be confirmed. */
const isOpen = or(inArray(arrivals.state, ['waiting', 'quarantined']), eq(arrivals.answer, 'open'));

const pageSize = 50;

/** One lane, newest last where somebody has to act, newest first otherwise; and how many there are in each. */
export async function listArrivals(
  db: Database,
  actor: Actor,
  lane: Lane,
): Promise<{ rows: ListedArrival[]; counts: Record<Lane, number> }> {
  requireDesk(actor, 'read_arrivals');
  const isToDo = lane === 'waiting' || lane === 'quarantined';
  const [rows, ...counted] = await Promise.all([
    db
      .select({
        id: arrivals.id,
        channel: arrivals.channel,
        state: arrivals.state,
        receivedAt: arrivals.receivedAt,
        senderDomain: arrivals.senderDomain,
        reason: arrivals.reason,
        answer: arrivals.answer,
        fileNumber: arrivals.fileNumber,
        agencyName: teams.name,
        legalRequestId: arrivals.legalRequestId,
        reference: legalRequests.reference,
      })
      .from(arrivals)
      .leftJoin(teams, eq(teams.id, arrivals.teamId))
      .leftJoin(legalRequests, eq(legalRequests.id, arrivals.legalRequestId))
      .where(inLane[lane])
      // Answers that wait stand on top of the refused ones.
      .orderBy(
        asc(sql`case when ${arrivals.answer} = 'open' then 0 else 1 end`),
        isToDo ? asc(arrivals.receivedAt) : desc(arrivals.receivedAt),
        asc(arrivals.id),
      )
      .limit(pageSize),
    ...lanes.map((one) => countWhere(db, inLane[one])),
  ]);
  const counts = Object.fromEntries(lanes.map((one, index) => [one, counted[index] ?? 0]));
  return { rows, counts: counts as Record<Lane, number> };
}

/** How many arrivals wait for somebody, for the link from the queue. */
export async function countOpenArrivals(db: Database, actor: Actor): Promise<number> {
  requireDesk(actor, 'read_arrivals');
  return countWhere(db, isOpen);
}

async function countWhere(db: Database, condition: ReturnType<typeof or>): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(arrivals).where(condition);
  return row?.rows ?? 0;
}

export type ArrivalPart = { position: number; storedBytes: number; sha256: string; isMime: boolean };

/** All that the page of one arrival needs. Nothing of it is readable case data. */
export type FoundArrival = Omit<Row, 'messageKey' | 'messageId' | 'createdAt' | 'recordedBy'> & {
  agencyName: string | null;
  reference: string | null;
  /** While it waits: it is being registered as the correction of the legal request that `reference` names. */
  correction: { isOver: boolean } | null;
  recordedByName: string | null;
  parts: ArrivalPart[];
};

/** @throws DomainError `forbidden`, `not_found` */
export async function findArrival(db: Database, actor: Actor, id: string): Promise<FoundArrival> {
  requireDesk(actor, 'read_arrivals');
  if (!isUuid(id)) throw notFound();
  const [row] = await db
    .select({
      arrival: arrivals,
      agencyName: teams.name,
      reference: legalRequests.reference,
      status: legalRequests.status,
      correctionEndsAt: legalRequests.correctionEndsAt,
      recordedByName: people.name,
    })
    .from(arrivals)
    .leftJoin(teams, eq(teams.id, arrivals.teamId))
    .leftJoin(legalRequests, eq(legalRequests.id, arrivals.legalRequestId))
    .leftJoin(people, eq(people.id, arrivals.recordedBy))
    .where(eq(arrivals.id, id));
  if (!row) throw notFound();
  const { messageKey: _key, messageId: _id, createdAt: _at, recordedBy: _by, ...shown } = row.arrival;
  const parts = await db
    .select({
      position: arrivalParts.position,
      storedBytes: arrivalParts.storedBytes,
      sha256: arrivalParts.sha256,
      isMime: arrivalParts.isMime,
    })
    .from(arrivalParts)
    .where(eq(arrivalParts.arrivalId, id))
    .orderBy(asc(arrivalParts.position));
  const { agencyName, reference, recordedByName } = row;
  const correction =
    shown.state === 'waiting' && reference !== null ? { isOver: isOver(row, shown.receivedAt) } : null;
  return { ...shown, agencyName, reference, correction, recordedByName, parts };
}

function isOver(
  { status, correctionEndsAt }: { status: string | null; correctionEndsAt: Date | null },
  receivedAt: Date,
): boolean {
  return !canBeCorrected(status as Status) || (correctionEndsAt !== null && correctionEndsAt < receivedAt);
}

/** Where a part's octets lie. @throws DomainError `forbidden`, `not_found` */
export async function findArrivalPart(
  db: Database,
  actor: Actor,
  id: string,
  position: number,
): Promise<{ storageKey: string; storedBytes: number }> {
  requireDesk(actor, 'read_arrivals');
  if (!isUuid(id) || !Number.isSafeInteger(position)) throw notFound();
  const [row] = await db
    .select({ storageKey: arrivalParts.storageKey, storedBytes: arrivalParts.storedBytes })
    .from(arrivalParts)
    .where(and(eq(arrivalParts.arrivalId, id), eq(arrivalParts.position, position)));
  if (!row) throw notFound();
  return row;
}

/** The mail or letter that a legal request was registered from; the newest where there are several. */
export async function findArrivalOf(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<string | null> {
  requireDesk(actor, 'read_arrivals');
  const [row] = await db
    .select({ id: arrivals.id })
    .from(arrivals)
    .where(and(eq(arrivals.legalRequestId, legalRequestId), eq(arrivals.state, 'registered')))
    .orderBy(desc(arrivals.receivedAt))
    .limit(1);
  return row?.id ?? null;
}

/** Held until the transaction ends. @throws DomainError `not_found` */
export async function lockArrival(tx: Transaction, id: string): Promise<Row> {
  if (!isUuid(id)) throw notFound();
  const [row] = await tx.select().from(arrivals).where(eq(arrivals.id, id)).for('update');
  if (!row) throw notFound();
  return row;
}

export type ChoosableAgency = {
  id: string;
  name: string;
  country: string;
  kind: AgencyKind;
  /** It uses the portal and has a key to seal to. */
  hasKey: boolean;
};

/** Agencies to whom something can be registered: verified ones with a certified key, and those outside of the portal. */
export async function listChoosableAgencies(db: Database, actor: Actor): Promise<ChoosableAgency[]> {
  requireDesk(actor, 'read_arrivals');
  const rows = await db
    .select({
      id: teams.id,
      name: teams.name,
      country: teams.country,
      kind: teams.agencyKind,
      status: teams.status,
      certifiedBy: pgpKeys.certifiedBy,
    })
    .from(teams)
    .leftJoin(pgpKeys, and(eq(pgpKeys.teamId, teams.id), eq(pgpKeys.state, 'active')))
    .where(and(eq(teams.kind, 'agency'), inArray(teams.status, ['verified', 'outside'])))
    .orderBy(asc(teams.name))
    .limit(1000);
  return rows
    .filter(({ status, certifiedBy }) => status === 'outside' || certifiedBy !== null)
    .map(({ id, name, country, kind, status }) => ({
      id,
      name,
      country,
      kind: (kind ?? 'other') as AgencyKind,
      hasKey: status === 'verified',
    }));
}
