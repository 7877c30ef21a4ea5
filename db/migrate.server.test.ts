import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { createTestDatabase } from '#test/database.ts';
import { migrate } from './migrate.ts';

const { url: serverUrl } = inject('databaseServer');
const database = await createTestDatabase();
afterAll(() => database.close());

test('two nodes that start at once migrate an empty database once', async () => {
  const name = `amtsweg_empty_${process.pid}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pools = [1, 2].map(() => new pg.Pool({ connectionString: url.href, max: 1 }));
  await Promise.all(pools.map((pool) => migrate(pool)));
  const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
    entries: unknown[];
  };
  const applied = await pools[0]?.query('select from drizzle.__drizzle_migrations');
  expect(applied?.rowCount).toBe(journal.entries.length);
  await Promise.all(pools.map((pool) => pool.end()));
  await onServer(`drop database ${name}`);
});

test('a migration that fails changes nothing and leaves no lock behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-migrations-'));
  cpSync('db/migrations', folder, { recursive: true });
  const journalFile = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: object[] };
  const broken = {
    idx: journal.entries.length,
    version: '7',
    when: 9e12,
    tag: '9999_break',
    breakpoints: true,
  };
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: [...journal.entries, broken] }));
  writeFileSync(
    join(folder, '9999_break.sql'),
    'create table half (id integer);--> statement-breakpoint\nselect 1/0;',
  );
  await expect(migrate(database.pool, folder)).rejects.toThrow();
  const { rows } = await database.pool.query(`select to_regclass('half') as half`);
  expect(rows).toEqual([{ half: null }]);
  await migrate(database.pool);
  rmSync(folder, { recursive: true });
});

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
