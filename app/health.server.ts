import { sql } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';

/** Whether this node can do its work: the database answers. */
export async function isHealthy(db: Database): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
