import { and, asc, desc, eq, inArray, lte, or } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { events } from '#db/schema.ts';

import { yearOf } from './count-year.ts';
import { readReportEvent, reportEventTypes, type ReportEvent } from './report-events.ts';

/** A place in the hash chain of all events. `hash` is 64 zeros before the first. */
export interface ChainEnd {
  position: number;
  hash: string;
}

/** The newest event of all. */
export async function findChainEnd(db: Database | Transaction): Promise<ChainEnd> {
  const [last] = await db
    .select({ position: events.position, hash: events.hash })
    .from(events)
    .orderBy(desc(events.position))
    .limit(1);
  return last ?? { position: 0, hash: '0'.repeat(64) };
}

const isRead = or(
  ...reportEventTypes.map(({ objectType, types }) =>
    and(eq(events.objectType, objectType), inArray(events.type, types)),
  ),
);

/**
 * The one reader of the report: everything that it is computed from, in the order in which it happened.
 * @param position of the last event to read
 */
export async function listReportEvents(db: Database | Transaction, position: number): Promise<ReportEvent[]> {
  const rows = await db
    .select({
      objectType: events.objectType,
      objectId: events.objectId,
      type: events.type,
      payload: events.payload,
      at: events.at,
    })
    .from(events)
    .where(and(isRead, lte(events.position, position)))
    .orderBy(asc(events.position));
  return rows.flatMap((row) => readReportEvent(row) ?? []);
}

/** The year in Berlin in which the portal began to count; null before its first request. */
export async function findFirstYear(db: Database | Transaction): Promise<number | null> {
  const [first] = await db
    .select({ at: events.at })
    .from(events)
    .where(and(isRead, inArray(events.type, ['submitted', 'arrived'])))
    .orderBy(asc(events.position))
    .limit(1);
  return first ? yearOf(first.at) : null;
}
