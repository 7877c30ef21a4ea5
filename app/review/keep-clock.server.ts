import { and, eq, gt, inArray, isNotNull, lte, notExists, sql } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { doEach } from '#app/do-each.ts';
import { days } from '#app/durations.ts';
import { interceptionWarningDays, interceptionWarningsAt } from '#app/legal-requests/deadlines.ts';
import { queueDeskMails } from '#app/legal-requests/submission-mails.server.ts';
import { notify } from '#app/notifications/notify.server.ts';
import { events, legalRequests, people, revisions } from '#db/schema.ts';

import { changeLegalRequest } from './change-legal-request.server.ts';
import { lockLegalRequest } from './desk-access.server.ts';
import { queueAgencyMails, type MailServices } from './status-mails.server.ts';

interface Clock extends MailServices {
  db: Database;
}

const lr = legalRequests;
const ourTurn = and(eq(lr.turn, 'provider'), inArray(lr.status, ['submitted', 'in_review', 'accepted']));

/** Whether this deadline was told of already: each event names the deadline that it is about. */
const notTold = (tx: Database | Transaction, type: 'deadline_reminded' | 'deadline_missed') =>
  notExists(
    tx
      .select({ one: sql`1` })
      .from(events)
      .where(
        and(
          eq(events.objectType, 'legal_request'),
          eq(events.objectId, lr.id),
          eq(events.type, type),
          sql`(${events.payload} ->> 'dueAt')::timestamptz = ${lr.dueAt}`,
        ),
      ),
  );

/**
 * Reminds the desk a day before its deadline ends: whoever has claimed the legal request, else everybody. Not when the
 * deadline is shorter than a day (an emergency), because the mail about the arrival has just gone out.
 */
export async function remindOfDeadlines({ db, ...services }: Clock, now: Date): Promise<void> {
  const soon = new Date(now.getTime() + days(1));
  const isDue = (tx: Database | Transaction) =>
    and(
      ourTurn,
      gt(lr.dueAt, now),
      lte(lr.dueAt, soon),
      sql`${lr.dueAt} - interval '1 day' >= ${lr.statusSince}`,
      notTold(tx, 'deadline_reminded'),
    );
  await doEach(await db.select({ id: lr.id }).from(lr).where(isDue(db)), ({ id }) =>
    db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, id);
      const [still] = await tx
        .select({ claimedBy: lr.claimedBy, dueAt: lr.dueAt })
        .from(lr)
        .where(and(eq(lr.id, id), isDue(tx)));
      if (!still?.dueAt) return;
      await changeLegalRequest(tx, row, {
        set: {},
        event: { type: 'deadline_reminded', payload: { dueAt: still.dueAt.toISOString() } },
        actorId: null,
        now,
      });
      await remind(tx, services, row, still.claimedBy);
    }),
  );
}

async function remind(
  tx: Transaction,
  { jobs, config }: MailServices,
  { id, reference }: { id: string; reference: string },
  claimedBy: string | null,
): Promise<void> {
  const values = { reference, url: `${config.origin}/desk/requests/${id}` };
  const [holder] = claimedBy
    ? await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, claimedBy), eq(people.status, 'active')))
    : [];
  if (!holder) return queueDeskMails(tx, jobs, 'deadline_reminder', values);
  await notify(tx, jobs, { kind: 'deadline_reminder', to: [holder.id], values });
}

/** Tells all reviewers, once, of each deadline of ours that has passed. */
export async function escalateMissedDeadlines({ db, jobs, config }: Clock, now: Date): Promise<void> {
  const isMissed = (tx: Database | Transaction) =>
    and(ourTurn, lte(lr.dueAt, now), notTold(tx, 'deadline_missed'));
  await doEach(await db.select({ id: lr.id }).from(lr).where(isMissed(db)), ({ id }) =>
    db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, id);
      const [still] = await tx
        .select({ dueAt: lr.dueAt })
        .from(lr)
        .where(and(eq(lr.id, id), isMissed(tx)));
      if (!still?.dueAt) return;
      await changeLegalRequest(tx, row, {
        set: {},
        event: { type: 'deadline_missed', payload: { dueAt: still.dueAt.toISOString() } },
        actorId: null,
        now,
      });
      const values = { reference: row.reference, url: `${config.origin}/desk/requests/${id}` };
      await queueDeskMails(tx, jobs, 'deadline_missed', values);
    }),
  );
}

/** Warns both sides 14 and 3 days before an interception ends. After a standstill only the newer warning goes out. */
export async function warnOfInterceptionEnds({ db, ...services }: Clock, now: Date): Promise<void> {
  const endsAt = sql<string>`${revisions.publicPart} ->> 'periodEndAt'`;
  const running = await db
    .select({ id: lr.id, endsAt })
    .from(lr)
    .innerJoin(revisions, and(eq(revisions.legalRequestId, lr.id), eq(revisions.number, lr.currentRevision)))
    .where(
      and(
        eq(lr.category, 'interception'),
        inArray(lr.status, ['accepted', 'answered']),
        isNotNull(endsAt),
        sql`(${endsAt})::timestamptz > ${now}`,
        sql`(${endsAt})::timestamptz <= ${new Date(now.getTime() + days(15))}`,
      ),
    );
  await doEach(running, async ({ id, endsAt: end }) => {
    const passed = interceptionWarningsAt(new Date(end)).filter((at) => at <= now).length;
    const daysBefore = interceptionWarningDays[passed - 1];
    if (daysBefore !== undefined) await db.transaction((tx) => warn(tx, services, { id, daysBefore }, now));
  });
}

async function warn(
  tx: Transaction,
  services: MailServices,
  { id, daysBefore }: { id: string; daysBefore: number },
  now: Date,
): Promise<void> {
  const row = await lockLegalRequest(tx, id);
  const [told] = await tx
    .select({ version: events.version })
    .from(events)
    .where(
      and(
        eq(events.objectType, 'legal_request'),
        eq(events.objectId, id),
        eq(events.type, 'interception_ending'),
        sql`(${events.payload} ->> 'revision')::int = ${row.currentRevision}`,
        sql`(${events.payload} ->> 'daysBefore')::int = ${daysBefore}`,
      ),
    );
  if (told) return;
  await changeLegalRequest(tx, row, {
    set: {},
    event: { type: 'interception_ending', payload: { revision: row.currentRevision, daysBefore } },
    actorId: null,
    now,
  });
  const left = { days: String(daysBefore) };
  await queueAgencyMails(tx, services, row, 'interception_ending', left);
  const url = `${services.config.origin}/desk/requests/${id}`;
  await queueDeskMails(tx, services.jobs, 'interception_ending', { reference: row.reference, url, ...left });
}
