import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

import * as schema from '#db/schema.ts';

/** The database, or a transaction on it: domain functions take either. */
export type Database = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * Opens a pool. Times come back as `Date`, octets as `Buffer`.
 * @param url postgres://…
 */
export function openDatabase(url: string, max = 10): { db: Database; pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'amtsweg' });
  // An idle connection that the database ends must not end the process; the next query takes a new one.
  pool.on('error', () => undefined);
  return { db: drizzle(pool, { schema }), pool };
}

/** Whether an error of `pg` (drizzle wraps it) is a violated unique constraint; optionally of this name. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  return (
    cause.code === '23505' &&
    (constraint === undefined || ('constraint' in cause && cause.constraint === constraint))
  );
}
