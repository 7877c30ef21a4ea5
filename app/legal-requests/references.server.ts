import { sql } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { referenceCounters } from '#db/schema.ts';

import { toDate } from './wall-time.ts';

/**
 * The next reference of the year in Berlin, `AW-2026-000123`. The counter's row stays locked until the transaction
 * ends, so that a submission that fails leaves no gap.
 */
export async function takeReference(tx: Transaction, now: Date): Promise<string> {
  const year = Number(toDate(now).slice(0, 4));
  const [row] = await tx
    .insert(referenceCounters)
    .values({ year, lastNumber: 1 })
    .onConflictDoUpdate({
      target: referenceCounters.year,
      set: { lastNumber: sql`${referenceCounters.lastNumber} + 1` },
    })
    .returning({ number: referenceCounters.lastNumber });
  if (!row) throw new Error('no reference');
  return `AW-${year}-${String(row.number).padStart(6, '0')}`;
}
