import { and, eq, gte, inArray, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { doEach } from '#app/do-each.ts';
import { days } from '#app/durations.ts';
import { recordedConfirmations } from '#app/emergency/recorded-confirmations.server.ts';
import {
  correctionReminderDays,
  correctionRemindersAt,
  isConfirmationLapsed,
} from '#app/legal-requests/deadlines.ts';
import { lapsesUnconfirmed, statusesAwaitingConfirmation } from '#app/legal-requests/emergency-orders.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { arrivals, events, legalRequests, revisions } from '#db/schema.ts';

import { changeLegalRequest, requireTransition } from './change-legal-request.server.ts';
import { lockLegalRequest } from './desk-access.server.ts';
import { escalateMissedDeadlines, remindOfDeadlines, warnOfInterceptionEnds } from './keep-clock.server.ts';
import { queueReminderMails, queueStatusMails, type MailServices } from './status-mails.server.ts';

interface Clock extends MailServices {
  db: Database;
}

/**
 * What time does by itself: ends correction periods, reminds before they end, flags emergency orders whose confirmation
 * did not come, reminds the desk of its own deadlines, and warns of the end of interceptions. Each in a transaction of its own, and
 * one fault does not hold up the others; run as often as you like.
 * @throws the first fault, so that the job fails and is tried again
 */
export async function keepDeadlines(clock: Clock, now: Date): Promise<void> {
  await doEach(steps, (step) => step(clock, now));
}

const steps = [
  closeUncorrected,
  remindOfCorrections,
  flagLapsedEmergencies,
  remindOfDeadlines,
  escalateMissedDeadlines,
  warnOfInterceptionEnds,
];

const correctable = ['returned', 'rejected'];

/** A letter of the last day is recorded when somebody works again: a weekend later at most. A mail may still be on its way in. */
const recordingTime = days(3);

/** The correction period has ended, and nothing that came in time can still be the correction. */
const isUncorrected = (db: Database | Transaction, now: Date) =>
  and(
    inArray(legalRequests.status, correctable),
    lte(legalRequests.correctionEndsAt, now),
    or(
      eq(legalRequests.channel, 'portal'),
      and(
        lte(legalRequests.correctionEndsAt, new Date(now.getTime() - recordingTime)),
        notExists(possibleCorrections(db)),
      ),
    ),
  );

/**
 * What came by mail or letter before the end of the period, and is the correction or may prove to be it: nobody has said yet
 * what it is. What came before the decision is not.
 */
const possibleCorrections = (db: Database | Transaction) =>
  db
    .select({ one: sql`1` })
    .from(arrivals)
    .where(
      and(
        lte(arrivals.receivedAt, legalRequests.correctionEndsAt),
        or(
          and(eq(arrivals.state, 'waiting'), eq(arrivals.legalRequestId, legalRequests.id)),
          and(
            gte(arrivals.receivedAt, legalRequests.statusSince),
            or(
              and(eq(arrivals.state, 'waiting'), isNull(arrivals.legalRequestId)),
              and(eq(arrivals.state, 'quarantined'), isNull(arrivals.isLegalRequest)),
            ),
          ),
        ),
      ),
    );

async function closeUncorrected({ db, ...services }: Clock, now: Date): Promise<void> {
  const due = await db.select({ id: legalRequests.id }).from(legalRequests).where(isUncorrected(db, now));
  await doEach(due, ({ id }) =>
    db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, id);
      const [still] = await tx
        .select({ id: legalRequests.id })
        .from(legalRequests)
        .where(and(eq(legalRequests.id, id), isUncorrected(tx, now)));
      if (!still) return;
      const status = requireTransition(row.status, 'close', 'system');
      await changeLegalRequest(tx, row, {
        set: { status, statusSince: now, dueAt: null },
        event: { type: 'closed', payload: { because: 'correction_period_ended' } },
        actorId: null,
        now,
      });
      await queueStatusMails(tx, services, row, status);
    }),
  );
}

/** Whether the history of a legal request has this event for its current revision. */
const hasEvent = (tx: Database | Transaction, type: string, more = sql`true`) =>
  tx
    .select({ one: sql`1` })
    .from(events)
    .where(
      and(
        eq(events.objectType, 'legal_request'),
        eq(events.objectId, legalRequests.id),
        eq(events.type, type),
        sql`(${events.payload} ->> 'revision')::int = ${legalRequests.currentRevision}`,
        more,
      ),
    );

async function remindOfCorrections({ db, ...services }: Clock, now: Date): Promise<void> {
  const open = await db
    .select({ id: legalRequests.id, endsAt: legalRequests.correctionEndsAt })
    .from(legalRequests)
    .where(and(inArray(legalRequests.status, correctable), isNotNull(legalRequests.correctionEndsAt)));
  await doEach(open, async ({ id, endsAt }) => {
    if (endsAt === null || endsAt <= now) return;
    const daysBefore = reminderDue(endsAt, now);
    if (daysBefore !== null) await db.transaction((tx) => remind(tx, services, { id, daysBefore }, now));
  });
}

/** The latest reminder whose time has come; an earlier one that was missed is not sent any more. */
function reminderDue(endsAt: Date, now: Date): number | null {
  const passed = correctionRemindersAt(endsAt).filter((at) => at <= now).length;
  return correctionReminderDays[passed - 1] ?? null;
}

async function remind(
  tx: Transaction,
  services: MailServices,
  { id, daysBefore }: { id: string; daysBefore: number },
  now: Date,
): Promise<void> {
  const row = await lockLegalRequest(tx, id);
  const [isDue] = await tx
    .select({ id: legalRequests.id })
    .from(legalRequests)
    .where(
      and(
        eq(legalRequests.id, id),
        inArray(legalRequests.status, correctable),
        notExists(
          hasEvent(tx, 'correction_reminded', sql`(${events.payload} ->> 'daysBefore')::int = ${daysBefore}`),
        ),
      ),
    );
  if (!isDue) return;
  await changeLegalRequest(tx, row, {
    set: {},
    event: { type: 'correction_reminded', payload: { revision: row.currentRevision, daysBefore } },
    actorId: null,
    now,
  });
  await queueReminderMails(tx, services, row, daysBefore);
}

async function flagLapsedEmergencies({ db }: Clock, now: Date): Promise<void> {
  const confirmationDue = sql<string>`${revisions.publicPart} ->> 'emergencyConfirmationDue'`;
  const legalBasis = sql<string>`${revisions.publicPart} ->> 'legalBasis'`;
  const overdue = await db
    .select({ id: legalRequests.id, confirmationDue, ruleSet: revisions.ruleSet, legalBasis })
    .from(legalRequests)
    .innerJoin(
      revisions,
      and(
        eq(revisions.legalRequestId, legalRequests.id),
        eq(revisions.number, legalRequests.currentRevision),
      ),
    )
    .where(
      and(
        eq(legalRequests.priority, 'emergency'),
        inArray(legalRequests.status, statusesAwaitingConfirmation),
        sql`${confirmationDue} < ${toDate(now)}`,
        notExists(hasEvent(db, 'emergency_lapsed')),
        notExists(recordedConfirmations(db)),
      ),
    );
  for (const { id, confirmationDue: due, ruleSet, legalBasis: basis } of overdue) {
    if (!isConfirmationLapsed(due, now) || !lapsesUnconfirmed(ruleSet, basis)) continue;
    await db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, id);
      const [isNew] = await tx
        .select({ id: legalRequests.id })
        .from(legalRequests)
        .where(
          and(
            eq(legalRequests.id, id),
            notExists(hasEvent(tx, 'emergency_lapsed')),
            notExists(recordedConfirmations(tx)),
          ),
        );
      if (!isNew) return;
      await changeLegalRequest(tx, row, {
        set: {},
        event: { type: 'emergency_lapsed', payload: { revision: row.currentRevision } },
        actorId: null,
        now,
      });
    });
  }
}
