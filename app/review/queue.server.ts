import { and, asc, eq, gt, ilike, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import type {
  Category,
  Channel,
  Decision,
  Priority,
  Role,
  Status,
} from '#app/legal-requests/legal-request-values.ts';
import type { Turn } from '#app/legal-requests/statuses.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { unreadColumn } from '#app/messages/messages.server.ts';
import {
  answers,
  decisions,
  emergencyConfirmations,
  legalRequests,
  mailedAnswers,
  people,
  revisions,
  teams,
} from '#db/schema.ts';

import { requireDesk } from './desk-access.server.ts';
import { countQueue, formatQueueCursor } from './queue-filter.ts';
import type { QueueCount, QueueCounts, QueueCursor, QueueFilter } from './queue-filter.ts';

const queuePageSize = 25;

/** A row of the queue. Nothing of it is sealed. */
export interface QueuedLegalRequest {
  id: string;
  reference: string;
  category: Category;
  channel: Channel;
  priority: Priority;
  status: Status;
  fileNumber: string;
  agencyName: string;
  receivedAt: Date | null;
  dueAt: Date | null;
  turn: Turn;
  /** The deadline stands still while the agency is to reply. */
  pausedAt: Date | null;
  isOverdue: boolean;
  /** Messages of the agency that this person has not seen. */
  unreadMessages: number;
  /** Null when nobody looks at it now. */
  claimedByName: string | null;
  isMine: boolean;
  /** An emergency order that was not confirmed in time. */
  isLapsed: boolean;
  /** An answer by mail that did not get through and is not tried any more. */
  isAnswerUnsent: boolean;
  /** A rejection or an acceptance that waits for its second signature. */
  proposal: { decision: Decision; role: Role } | null;
}

export interface QueuePage {
  rows: QueuedLegalRequest[];
  /** Cursor of the next page; null on the last one. */
  next: string | null;
  counts: QueueCounts;
  agencies: { id: string; name: string }[];
}

const lr = legalRequests;
/** Literal and word for word as in the index `legal_requests_desk`, so that the planner can use it. */
const providersTurn = sql`${lr.turn} = 'provider'`;
const dueOrNever = sql`coalesce(${lr.dueAt}, 'infinity'::timestamptz)`;

/** A page of the desk's list: emergencies first, then what is due first, then what was submitted first. */
export async function listQueue(
  db: Database,
  actor: Actor,
  filter: QueueFilter,
  cursor: QueueCursor | null,
  now: Date,
): Promise<QueuePage> {
  requireDesk(actor, 'read_queue');
  const [found, counted, agencies] = await Promise.all([
    selectQueue(db, actor, filter, cursor, now),
    countRows(db, actor, filter, now),
    db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(and(eq(teams.kind, 'agency'), inArray(teams.status, ['verified', 'outside'])))
      .orderBy(asc(teams.name))
      .limit(500),
  ]);
  const rows = found.slice(0, queuePageSize).map(toQueued);
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > queuePageSize && last ? formatQueueCursor(last) : null,
    counts: countQueue(counted, filter),
    agencies,
  };
}

/** The statement itself, for the page and for the test that looks at its plan. */
export function selectQueue(
  db: Database,
  actor: Actor,
  filter: QueueFilter,
  cursor: QueueCursor | null,
  now: Date,
) {
  const claimer = alias(people, 'claimer');
  return (
    db
      .select({
        id: lr.id,
        reference: lr.reference,
        category: lr.category,
        channel: lr.channel,
        priority: lr.priority,
        status: lr.status,
        turn: lr.turn,
        pausedAt: lr.pausedAt,
        fileNumber: lr.fileNumber,
        agencyName: teams.name,
        receivedAt: lr.receivedAt,
        dueAt: lr.dueAt,
        isOverdue: isOverdue(now),
        unreadMessages: unreadColumn(actor),
        claimedByName: claimer.name,
        isMine: isMine(actor, now),
        isLapsed: sql<boolean>`coalesce(${revisions.publicPart} ->> 'emergencyConfirmationDue' < ${toDate(now)}, false) and not exists (select 1 from ${emergencyConfirmations} where ${emergencyConfirmations.legalRequestId} = ${lr.id})`,
        isAnswerUnsent: sql<boolean>`exists (select 1 from ${mailedAnswers} join ${answers} on ${answers.id} = ${mailedAnswers.answerId} where ${answers.legalRequestId} = ${lr.id} and ${answers.state} = 'released' and ${mailedAnswers.givenUpAt} is not null and ${mailedAnswers.sentAt} is null)`,
        proposal: sql<
          QueuedLegalRequest['proposal']
        >`(select jsonb_build_object('decision', ${decisions.decision}, 'role', ${decisions.signedRole}) ${proposalRows} limit 1)`,
      })
      .from(lr)
      .innerJoin(teams, eq(teams.id, lr.teamId))
      .leftJoin(claimer, and(eq(claimer.id, lr.claimedBy), gt(lr.claimedUntil, now)))
      .leftJoin(revisions, and(eq(revisions.legalRequestId, lr.id), eq(revisions.number, lr.currentRevision)))
      .where(and(...narrow(actor, filter, now), after(cursor)))
      .orderBy(asc(lr.priority), asc(dueOrNever), asc(lr.reference))
      // One more than shown tells whether there is another page.
      .limit(queuePageSize + 1)
  );
}

const isOverdue = (now: Date) => sql<boolean>`coalesce(${providersTurn} and ${lr.dueAt} < ${now}, false)`;
const isMine = (actor: Actor, now: Date) =>
  sql<boolean>`coalesce(${lr.claimedBy} = ${actor.personId} and ${lr.claimedUntil} > ${now}, false)`;

const proposalRows = sql`from ${decisions} where ${lr.status} = 'in_review' and ${decisions.legalRequestId} = ${lr.id} and ${decisions.revision} = ${lr.currentRevision} and ${decisions.withdrawnAt} is null`;

/** A proposal of the other deciding role. */
const waitsForMe = (actor: Actor) =>
  actor.role === 'dpo' || actor.role === 'counsel'
    ? sql<boolean>`exists (select 1 ${proposalRows} and ${decisions.signedRole} <> ${actor.role})`
    : sql<boolean>`false`;

function narrow(actor: Actor, filter: QueueFilter, now: Date): (SQL | undefined)[] {
  return [
    turnCondition(filter),
    filter.status ? eq(lr.status, filter.status) : undefined,
    filter.category ? eq(lr.category, filter.category) : undefined,
    filter.agency ? eq(lr.teamId, filter.agency) : undefined,
    filter.channel ? eq(lr.channel, filter.channel) : undefined,
    filter.emergency ? eq(lr.priority, 'emergency') : undefined,
    filter.overdue ? isOverdue(now) : undefined,
    filter.mine ? isMine(actor, now) : undefined,
    filter.signature ? waitsForMe(actor) : undefined,
    searchCondition(filter.search),
  ];
}

function turnCondition({ turn, status }: QueueFilter): SQL | undefined {
  if (status !== null || turn === 'all') return and(ne(lr.status, 'draft'), gt(lr.currentRevision, 0));
  return turn === 'provider'
    ? providersTurn
    : and(eq(lr.turn, 'agency'), ne(lr.status, 'draft'), gt(lr.currentRevision, 0));
}

function searchCondition(search: string): SQL | undefined {
  if (search === '') return undefined;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return or(ilike(lr.fileNumber, pattern), ilike(lr.reference, pattern));
}

function after(cursor: QueueCursor | null): SQL | undefined {
  if (!cursor) return undefined;
  const due = cursor.dueAt ? sql`${cursor.dueAt}::timestamptz` : sql`'infinity'::timestamptz`;
  return sql`(${lr.priority}, ${dueOrNever}, ${lr.reference}) > (${cursor.priority}, ${due}, ${cursor.reference})`;
}

async function countRows(db: Database, actor: Actor, filter: QueueFilter, now: Date): Promise<QueueCount[]> {
  const rows = await db
    .select({
      status: lr.status,
      turn: lr.turn,
      category: lr.category,
      priority: lr.priority,
      teamId: lr.teamId,
      channel: lr.channel,
      isOverdue: isOverdue(now).as('is_overdue'),
      isMine: isMine(actor, now).as('is_mine'),
      waitsForMe: waitsForMe(actor).as('waits_for_me'),
      count: sql<number>`count(*)::int`,
    })
    .from(lr)
    .where(and(ne(lr.status, 'draft'), gt(lr.currentRevision, 0), searchCondition(filter.search)))
    .groupBy(
      lr.status,
      lr.turn,
      lr.category,
      lr.priority,
      lr.teamId,
      lr.channel,
      sql`is_overdue`,
      sql`is_mine`,
      sql`waits_for_me`,
    );
  return rows.map((row) => ({ ...row, status: row.status as Status }));
}

type QueueRow = Awaited<ReturnType<typeof selectQueue>>[number];

function toQueued(row: QueueRow): QueuedLegalRequest {
  return {
    ...row,
    reference: row.reference ?? '',
    category: row.category as Category,
    channel: row.channel as Channel,
    status: row.status as Status,
  };
}
