import type { Database } from '#app/database.server.ts';
import { countDeadlines } from '#app/metrics/overdue.server.ts';

export type Health =
  { status: 'ok'; overdue: number; overdueEmergencies: number } | { status: 'unavailable' };

/** Whether this node can do its work: the database answers. Also how many deadlines of the provider have passed. */
export async function findHealth(db: Database, now: Date): Promise<Health> {
  try {
    const { overdue, overdueEmergencies } = await countDeadlines(db, now);
    return { status: 'ok', overdue, overdueEmergencies };
  } catch {
    return { status: 'unavailable' };
  }
}
