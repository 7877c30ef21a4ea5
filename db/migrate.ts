import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';

/** Any number that nothing else on this database locks; the letters "amtsweg" as ASCII. */
const migrationLock = '27424546763662695';

/**
 * Brings the database to the newest schema. Of several nodes that start at once, one migrates and the others wait for
 * it; the lock belongs to one connection and goes with it, should this process die.
 *
 * @param folder with drizzle's migrations; by default `db/migrations` of the project, wherever this file was built to
 * @throws when a migration fails; the database is then as it was before
 */
export async function migrate(pool: pg.Pool, folder: string = findMigrations()): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations(drizzle(client), { migrationsFolder: folder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  } catch (error) {
    // Closed, not given back: so the lock is free, whatever state the connection is in.
    client.release(true);
    throw error;
  }
}

function findMigrations(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'db', 'migrations');
    if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate;
  }
  throw new Error(`No db/migrations above ${import.meta.dirname}: the installation is not complete.`);
}
