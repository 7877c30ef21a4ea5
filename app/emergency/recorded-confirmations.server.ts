import { eq, sql } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { emergencyConfirmations, legalRequests } from '#db/schema.ts';

/** The confirmations of the legal request of the outer query, for whichever revision: the order is the same. */
export const recordedConfirmations = (db: Database | Transaction) =>
  db
    .select({ one: sql`1` })
    .from(emergencyConfirmations)
    .where(eq(emergencyConfirmations.legalRequestId, legalRequests.id));

/** Whether somebody has recorded that the emergency order of a legal request was confirmed. */
export async function hasConfirmation(db: Database | Transaction, legalRequestId: string): Promise<boolean> {
  const [row] = await db
    .select({ one: sql`1` })
    .from(emergencyConfirmations)
    .where(eq(emergencyConfirmations.legalRequestId, legalRequestId))
    .limit(1);
  return row !== undefined;
}
