import { and, asc, desc, eq, gt, ilike, isNull, lt, ne, sql } from 'drizzle-orm';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { unreadColumn } from '#app/messages/messages.server.ts';
import { drafts, legalRequests, people } from '#db/schema.ts';

import type { Side } from './clock.ts';
import type { EarlierLegalRequest } from './automatic-checks.ts';
import type { Category, Priority, Status } from './legal-request-values.ts';
import type { ListCursor, ListFilter } from './list-filter.ts';
import { isOfAgency, nameFor, ownedBy, requireWriter } from './own-legal-request.server.ts';
import { canBeCorrected, type Turn } from './statuses.ts';

/** How many rows a page of the list has. */
const listPageSize = 25;

/** A row of the agency's list. Nothing of it is sealed. Times are ISO 8601, UTC. */
export type ListedLegalRequest = {
  id: string;
  reference: string | null;
  fileNumber: string;
  category: Category;
  priority: Priority;
  status: Status;
  statusSince: string;
  dueAt: string | null;
  /** Whose turn it is, questions included. */
  turn: Turn;
  waitsFor: Side | null;
  /** The provider's deadline stands still since then. */
  pausedAt: string | null;
  /** Messages of the provider that this person has not seen. */
  unreadMessages: number;
  correctionEndsAt: string | null;
  /** Who is in charge; null while nobody of the agency is. */
  authorName: string | null;
};

export type ListPage = {
  rows: ListedLegalRequest[];
  /** Whether there are rows behind and before this page. */
  hasNext: boolean;
  hasPrevious: boolean;
};

const listColumns = (actor: Actor) => ({
  id: legalRequests.id,
  reference: legalRequests.reference,
  fileNumber: legalRequests.fileNumber,
  category: legalRequests.category,
  priority: legalRequests.priority,
  status: legalRequests.status,
  statusSince: legalRequests.statusSince,
  dueAt: legalRequests.dueAt,
  correctionEndsAt: legalRequests.correctionEndsAt,
  authorName: nameFor(actor),
  turn: legalRequests.turn,
  waitsFor: legalRequests.waitsFor,
  pausedAt: legalRequests.pausedAt,
  unreadMessages: unreadColumn(actor),
});

/**
 * The legal requests of the acting person's agency, newest first, drafts included. Pages by id: uuid v7 grows with
 * time, so that new rows never shift a page.
 */
export async function listLegalRequests(
  db: Database,
  actor: Actor,
  filter: ListFilter,
  cursor: ListCursor,
  pageSize = listPageSize,
): Promise<ListPage> {
  requirePermission(actor, 'read_own_legal_requests');
  const backwards = cursor !== null && 'before' in cursor;
  const found = await db
    .select(listColumns(actor))
    .from(legalRequests)
    .innerJoin(people, eq(people.id, legalRequests.authorId))
    .where(and(isOfAgency(actor), isNull(legalRequests.discardedAt), ...narrow(actor, filter), from(cursor)))
    .orderBy(backwards ? asc(legalRequests.id) : desc(legalRequests.id))
    // One more than shown tells whether there is another page.
    .limit(pageSize + 1);
  const hasMore = found.length > pageSize;
  const rows = found.slice(0, pageSize).map(toListed);
  if (backwards) rows.reverse();
  return {
    rows,
    hasNext: backwards ? true : hasMore,
    hasPrevious: backwards ? hasMore : cursor !== null,
  };
}

function narrow(actor: Actor, { status, category, fileNumber, mine }: ListFilter) {
  const pattern = `%${fileNumber.replace(/[\\%_]/g, '\\$&')}%`;
  return [
    status ? eq(legalRequests.status, status) : undefined,
    category ? eq(legalRequests.category, category) : undefined,
    mine ? eq(legalRequests.authorId, actor.personId) : undefined,
    fileNumber === '' ? undefined : ilike(legalRequests.fileNumber, pattern),
  ];
}

function from(cursor: ListCursor) {
  if (cursor === null) return undefined;
  return 'after' in cursor ? lt(legalRequests.id, cursor.after) : gt(legalRequests.id, cursor.before);
}

type ListRow = Omit<
  ListedLegalRequest,
  'statusSince' | 'dueAt' | 'pausedAt' | 'correctionEndsAt' | 'category' | 'status'
> & {
  category: string;
  status: string;
  statusSince: Date;
  dueAt: Date | null;
  pausedAt: Date | null;
  correctionEndsAt: Date | null;
};

function toListed(row: ListRow): ListedLegalRequest {
  return {
    ...row,
    category: row.category as Category,
    status: row.status as Status,
    statusSince: row.statusSince.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    correctionEndsAt: row.correctionEndsAt?.toISOString() ?? null,
  };
}

/** One legal request as its page shows it. */
export type FoundLegalRequest = ListedLegalRequest & {
  currentRevision: number;
  version: number;
  receivedAt: string | null;
  hasDraft: boolean;
};

/** @returns null for a foreign id exactly as for a missing one (promise 14) */
export async function findLegalRequest(
  db: Database,
  actor: Actor,
  id: string,
): Promise<FoundLegalRequest | null> {
  requirePermission(actor, 'read_own_legal_requests');
  const [row] = await db
    .select({
      ...listColumns(actor),
      currentRevision: legalRequests.currentRevision,
      version: legalRequests.version,
      receivedAt: legalRequests.receivedAt,
      hasDraft: sql<boolean>`exists (select 1 from ${drafts} where ${drafts.legalRequestId} = ${legalRequests.id})`,
    })
    .from(legalRequests)
    .innerJoin(people, eq(people.id, legalRequests.authorId))
    .where(ownedBy(actor, id));
  if (!row) return null;
  const { currentRevision, version, receivedAt, hasDraft, ...listed } = row;
  return {
    ...toListed(listed),
    currentRevision,
    version,
    receivedAt: receivedAt?.toISOString() ?? null,
    hasDraft,
  };
}

/** @throws DomainError `not_found` (404) */
export async function requireLegalRequest(
  db: Database,
  actor: Actor,
  id: string,
): Promise<FoundLegalRequest> {
  const found = await findLegalRequest(db, actor, id);
  if (!found) throw notFound();
  return found;
}

/** The next revision may be written now. */
export function isCorrectable({ status, correctionEndsAt }: FoundLegalRequest, now: Date): boolean {
  return canBeCorrected(status) && (correctionEndsAt === null || new Date(correctionEndsAt) >= now);
}

/** Submitted before by the same agency, newest first: what the checks for duplicates and extensions look at. */
export async function listEarlierLegalRequests(
  db: Database,
  actor: Actor,
  { id: exceptId, teamId }: { id: string; teamId: string },
): Promise<EarlierLegalRequest[]> {
  requireWriter(actor, 'read_own_legal_requests');
  const rows = await db
    .select({
      reference: legalRequests.reference,
      fileNumber: legalRequests.fileNumber,
      category: legalRequests.category,
      status: legalRequests.status,
    })
    .from(legalRequests)
    .where(
      and(
        eq(legalRequests.teamId, teamId),
        ne(legalRequests.id, exceptId),
        ne(legalRequests.status, 'draft'),
      ),
    )
    .orderBy(desc(legalRequests.id))
    .limit(500);
  return rows.map(({ reference, fileNumber, category, status }) => ({
    reference: reference ?? '',
    fileNumber,
    category: category as Category,
    status: status as Status,
  }));
}

/** The handling officer as the account knows them, for the contact section; nobody's where staff writes for them. */
export async function findOwnContact(db: Database, actor: Actor) {
  if (actor.teamKind === 'provider') return { name: '', rank: '', telephone: '', email: '' };
  const [row] = await db
    .select({ name: people.name, rank: people.rank, telephone: people.telephone, email: people.email })
    .from(people)
    .where(eq(people.id, actor.personId));
  if (!row) throw notFound();
  return row;
}
