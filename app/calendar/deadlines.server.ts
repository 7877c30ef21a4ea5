import { and, eq, gt, inArray, isNotNull, isNull, ne, notExists, sql } from 'drizzle-orm';

import { mayDo } from '#app/accounts/permissions.ts';
import type { Database } from '#app/database.server.ts';
import { days } from '#app/durations.ts';
import { recordedConfirmations } from '#app/emergency/recorded-confirmations.server.ts';
import { statusesAwaitingConfirmation } from '#app/legal-requests/emergency-orders.ts';
import { endOfDay } from '#app/legal-requests/wall-time.ts';
import { answers, costs, legalRequests, revisions } from '#db/schema.ts';

import type { FeedOwner } from './calendar-feeds.server.ts';
import type { CalendarDeadline, DeadlineKind } from './calendar-file.ts';

const lr = legalRequests;
const max = 2000;

/**
 * The deadlines that a person's calendar shows: an agency's people see those of their own agency, reviewers those of the
 * queue. Kind, reference and time; nothing else leaves the database.
 */
export async function listCalendarDeadlines(
  db: Database,
  owner: FeedOwner,
  now: Date,
): Promise<CalendarDeadline[]> {
  if (owner.teamKind === 'agency' && mayDo(owner.role, 'read_own_legal_requests'))
    return gather(db, { teamId: owner.teamId }, now);
  if (owner.teamKind === 'provider' && mayDo(owner.role, 'read_queue')) return gather(db, 'desk', now);
  return [];
}

async function gather(
  db: Database,
  whose: 'desk' | { teamId: string },
  now: Date,
): Promise<CalendarDeadline[]> {
  // What is over stays in sight for a month, so that an overdue one does not vanish from the calendar.
  const since = new Date(now.getTime() - days(31));
  const own = whose === 'desk' ? ne(lr.status, 'draft') : eq(lr.teamId, whose.teamId);
  const read = { db, own, since };
  const shared = [await listConfirmations(read), await listInterceptionEnds(read)];
  const special =
    whose === 'desk'
      ? [await listOwnDue(read), await listClaimEnds(read)]
      : [await listCorrections(read), await listExpiringAnswers(read)];
  return [...special, ...shared]
    .flat()
    .sort((one, other) => one.at.getTime() - other.at.getTime() || one.id.localeCompare(other.id));
}

interface Reading {
  db: Database;
  own: ReturnType<typeof eq>;
  since: Date;
}
interface Row {
  id: string;
  reference: string | null;
  at: Date | null;
}

/** A legal request has at most one deadline of a kind, but several answers: their number tells them apart. */
const toDeadlines = (kind: DeadlineKind, rows: readonly (Row & { part?: number })[]): CalendarDeadline[] =>
  rows.flatMap(({ id, reference, at, part }) =>
    reference === null || at === null
      ? []
      : [{ id: `${id}-${kind}${part === undefined ? '' : `-${part}`}`, kind, reference, at }],
  );

async function listOwnDue({ db, own, since }: Reading) {
  const rows = await db
    .select({ id: lr.id, reference: lr.reference, at: lr.dueAt, status: lr.status })
    .from(lr)
    .where(and(own, eq(lr.turn, 'provider'), isNull(lr.pausedAt), gt(lr.dueAt, since)))
    .limit(max);
  const isAnswer = (row: { status: string }) => row.status === 'accepted';
  return [
    ...toDeadlines(
      'first_look',
      rows.filter((row) => !isAnswer(row)),
    ),
    ...toDeadlines('answer_due', rows.filter(isAnswer)),
  ];
}

async function listCorrections({ db, own, since }: Reading) {
  const rows = await db
    .select({ id: lr.id, reference: lr.reference, at: lr.correctionEndsAt })
    .from(lr)
    .where(and(own, inArray(lr.status, ['returned', 'rejected']), gt(lr.correctionEndsAt, since)))
    .limit(max);
  return toDeadlines('correction', rows);
}

async function listExpiringAnswers({ db, own, since }: Reading) {
  const rows = await db
    .select({ id: lr.id, reference: lr.reference, at: answers.expiresAt, part: answers.number })
    .from(answers)
    .innerJoin(lr, eq(lr.id, answers.legalRequestId))
    .where(and(own, eq(answers.state, 'released'), gt(answers.expiresAt, since)))
    .limit(max);
  return toDeadlines('answer_expires', rows);
}

async function listClaimEnds({ db, own, since }: Reading) {
  const rows = await db
    .select({ id: lr.id, reference: lr.reference, at: costs.claimEndsAt })
    .from(costs)
    .innerJoin(lr, eq(lr.id, costs.legalRequestId))
    .where(and(own, isNull(costs.claimedOn), gt(costs.claimEndsAt, since)))
    .limit(max);
  return toDeadlines('costs_claim', rows);
}

const newestRevision = and(eq(revisions.legalRequestId, lr.id), eq(revisions.number, lr.currentRevision));

async function listConfirmations({ db, own, since }: Reading) {
  const due = sql<string>`${revisions.publicPart} ->> 'emergencyConfirmationDue'`;
  const rows = await db
    .select({ id: lr.id, reference: lr.reference, due })
    .from(lr)
    .innerJoin(revisions, newestRevision)
    .where(
      and(
        own,
        eq(lr.priority, 'emergency'),
        inArray(lr.status, statusesAwaitingConfirmation),
        isNotNull(due),
        notExists(recordedConfirmations(db)),
      ),
    )
    .limit(max);
  const dated = rows.map((row) => ({ ...row, at: endOfDay(row.due) }));
  return toDeadlines(
    'emergency_confirmation',
    dated.filter(({ at }) => at > since),
  );
}

async function listInterceptionEnds({ db, own, since }: Reading) {
  const end = sql<string>`${revisions.publicPart} ->> 'periodEndAt'`;
  const rows = await db
    .select({ id: lr.id, reference: lr.reference, end })
    .from(lr)
    .innerJoin(revisions, newestRevision)
    .where(
      and(
        own,
        eq(lr.category, 'interception'),
        inArray(lr.status, ['accepted', 'answered']),
        sql`(${end})::timestamptz > ${since}`,
      ),
    )
    .limit(max);
  return toDeadlines(
    'interception_end',
    rows.map((row) => ({ ...row, at: new Date(row.end) })),
  );
}
