import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { openDatabase } from '#app/database.server.ts';
import type { Database } from '#app/database.server.ts';
import { OperationError } from '#app/operations/life.ts';

/** One subcommand of `npm run admin`. */
export type AdminCommand = {
  /** One line for the list of commands. */
  summary: string;
  usage: string;
  /** @returns the exit code; throws OperationError for what one sentence explains */
  run: (args: string[]) => Promise<number>;
};

/** Thrown for a command line that is not understood. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Reads the options and the words of a subcommand.
 *
 * @param words names of the words that must be there, in order
 * @throws {UsageError}
 */
export function readCommand<const T extends ParseArgsOptionsConfig>(
  args: string[],
  options: T,
  words: string[],
) {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
  const missing = words.slice(parsed.positionals.length);
  if (missing.length > 0) throw new UsageError(`${missing.join(' and ')} is missing.`);
  if (parsed.positionals.length > words.length) {
    throw new UsageError(`"${parsed.positionals[words.length]}" is one word too many.`);
  }
  return { options: parsed.values, words: parsed.positionals };
}

/** A setting from the environment that this subcommand cannot do without. */
export function requireSetting(name: string, what: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new OperationError(`${name} is missing: ${what}.`);
  return value;
}

/** Runs a piece of work on the portal's database, that of DATABASE_URL, and leaves it. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { db, pool } = openDatabase(
    requireSetting('DATABASE_URL', 'the connection string of the portal’s PostgreSQL'),
    2,
  );
  try {
    return await work(db);
  } finally {
    await pool.end();
  }
}
