import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Transaction } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import type { EventPayloads, EventType } from '#app/events/event-types.ts';
import { reportYears } from '#db/schema.ts';

import { noWords } from './edition.ts';

export type ReportYear = typeof reportYears.$inferSelect;

/** The row of a year, locked until the end of the transaction; made when there is none. */
export async function lockReportYear(tx: Transaction, year: number, now: Date): Promise<ReportYear> {
  await tx
    .insert(reportYears)
    .values({ year, id: uuidv7(), words: noWords, note: noWords, changedAt: now })
    .onConflictDoNothing();
  const [row] = await tx.select().from(reportYears).where(eq(reportYears.year, year)).for('update');
  if (!row) throw conflict();
  return row;
}

/** Appends an event of a year and keeps its version beside it; `set` is what changes with it. */
export async function changeReportYear<T extends EventType<'report'>>(
  tx: Transaction,
  row: ReportYear,
  change: {
    type: T;
    payload: EventPayloads['report'][T];
    actorId: string | null;
    set?: Partial<Pick<ReportYear, 'words' | 'note' | 'changedBy' | 'changedAt'>>;
  },
  now: Date,
): Promise<void> {
  const { type, payload, actorId, set = {} } = change;
  const event = { objectType: 'report' as const, objectId: row.id, type, payload, actorId, at: now };
  const version = await appendEvent(tx, event, row.version);
  await tx
    .update(reportYears)
    .set({ ...set, version })
    .where(eq(reportYears.year, row.year));
}
