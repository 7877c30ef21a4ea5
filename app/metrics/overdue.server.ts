import { and, gt, ne, sql } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { legalRequests as lr } from '#db/schema.ts';

/** How the provider stands with its deadlines. Counts only; never which. */
export interface DeadlineCounts {
  /** Legal requests that the provider must act on. */
  open: number;
  overdue: number;
  openEmergencies: number;
  overdueEmergencies: number;
  /** Deadlines that stand still because an agency is to reply. */
  paused: number;
}

export async function countDeadlines(db: Database, now: Date): Promise<DeadlineCounts> {
  const isOpen = sql`${lr.turn} = 'provider'`;
  const isLate = sql`${isOpen} and ${lr.dueAt} < ${now}`;
  const isEmergency = sql`${lr.priority} = 'emergency'`;
  const [counts] = await db
    .select({
      open: sql<number>`(count(*) filter (where ${isOpen}))::int`,
      overdue: sql<number>`(count(*) filter (where ${isLate}))::int`,
      openEmergencies: sql<number>`(count(*) filter (where ${isOpen} and ${isEmergency}))::int`,
      overdueEmergencies: sql<number>`(count(*) filter (where ${isLate} and ${isEmergency}))::int`,
      paused: sql<number>`(count(*) filter (where ${lr.pausedAt} is not null))::int`,
    })
    .from(lr)
    .where(and(ne(lr.status, 'draft'), gt(lr.currentRevision, 0)));
  return counts ?? { open: 0, overdue: 0, openEmergencies: 0, overdueEmergencies: 0, paused: 0 };
}
