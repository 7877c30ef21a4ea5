import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findFreePort, isPortFree } from '#app/operations/ports.ts';
import { findWatchdog } from '#test/database-watchdog.ts';
import { removeEmbeddedDatabase, startEmbeddedDatabase } from './embedded.ts';
import { DatabaseInUseError } from './embedded-owner.ts';

let folder: string;
let port: number;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-embedded-'));
  // Root's database runs as another user, who must reach it.
  chmodSync(folder, 0o711);
});
beforeEach(async () => {
  port = await findFreePort();
});
afterAll(() => removeEmbeddedDatabase(folder));

test('keeps its data from one start to the next, and its password to itself', async () => {
  const first = await startEmbeddedDatabase({ folder, port });
  await query(first.url, 'create table kept (word text)');
  await first.stop();
  expect(await isPortFree(port)).toBe(true);
  const second = await startEmbeddedDatabase({ folder, port });
  expect(await query(second.url, 'select * from kept')).toEqual([]);
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
  const noPassword = second.url.replace(/:[^:@]+@/, ':wrong@');
  await expect(query(noPassword, 'select 1')).rejects.toThrow('password authentication failed');
  await second.stop();
}, 60_000);

test('refuses a folder that a living process uses', async () => {
  const child = await startChild();
  const other = startEmbeddedDatabase({ folder, port: await findFreePort() });
  await expect(other).rejects.toThrow(DatabaseInUseError);
  await expect(removeEmbeddedDatabase(folder)).rejects.toThrow(DatabaseInUseError);
  await kill(child);
}, 60_000);

test.each([
  // Neither Node nor PostgreSQL gets to say goodbye.
  { what: 'a power cut', killed: (postmaster: number) => postmaster },
  // PostgreSQL goes on, with the port.
  { what: 'a killed process and watchdog', killed: findWatchdog },
])(
  'takes over what $what left, and loses no acknowledged row',
  async ({ killed }) => {
    const child = await startChild();
    const acknowledged = collectNumbers(child);
    while (acknowledged.length < 200) await once(child.stdout as NodeJS.ReadableStream, 'data');
    const postmaster = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(killed(postmaster), 'SIGKILL');
    await kill(child);
    let isFree = false;
    const onceTakenOver = async () => {
      isFree = await isPortFree(port);
    };
    const database = await startEmbeddedDatabase({ folder, port, onceTakenOver });
    expect(isFree).toBe(true);
    const rows = (await query(database.url, 'select id from rows')) as { id: number }[];
    const stored = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    await database.stop();
  },
  60_000,
);

test('stops by itself when the process that started it is killed', async () => {
  await kill(await startChild());
  await expect.poll(() => isPortFree(port), { timeout: 10_000 }).toBe(true);
}, 60_000);

async function startChild(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/embedded-child.ts', folder, String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return child;
}

function collectNumbers(child: ChildProcess): number[] {
  const numbers: number[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    numbers.push(...lines.map(Number));
  });
  return numbers;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  child.kill('SIGKILL');
  await gone;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}
