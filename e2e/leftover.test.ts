/** A killed demonstration leaves its database running, and the next start takes it over. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findFreePort, isPortFree } from '#app/operations/ports.ts';
import { removeEmbeddedDatabase } from '#db/embedded.ts';
import { findWatchdog } from '#test/database-watchdog.ts';

import { expect, test } from './test.ts';

test('a database that outlived its killed owner and watchdog is taken over by the next start', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'amtsweg-leftover-'));
  // Root's database runs as another user, who must reach it.
  chmodSync(dataFolder, 0o711);
  const ports = { port: await findFreePort(), databasePort: await findFreePort() };
  const first = await startDemo(dataFolder, ports);
  const orphan = postmasterOf(dataFolder);
  process.kill(findWatchdog(orphan), 'SIGKILL');
  await end(first, 'SIGKILL');
  expect(isAlive(orphan)).toBe(true);
  expect(await isPortFree(ports.databasePort)).toBe(false);

  const second = await startDemo(dataFolder, ports);
  expect(postmasterOf(dataFolder)).not.toBe(orphan);
  expect((await fetch(`http://localhost:${ports.port}/healthz`)).ok).toBe(true);
  await end(second, 'SIGTERM');
  expect(await isPortFree(ports.databasePort)).toBe(true);
  await removeEmbeddedDatabase(join(dataFolder, 'postgres'));
  rmSync(dataFolder, { recursive: true });
});

/** Resolves when it says that it runs. @throws with what it said when it ends before */
async function startDemo(dataFolder: string, ports: { port: number; databasePort: number }) {
  const { DATABASE_URL: _other, ...env } = process.env;
  const demo = spawn(
    process.execPath,
    [
      'app/operations/demo.ts',
      ...['--data', dataFolder, '--port', String(ports.port), '--db-port', String(ports.databasePort)],
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C stops everything.')) resolve();
    };
    demo.stdout.on('data', read);
    demo.stderr.on('data', read);
    demo.once('exit', () => reject(new Error(`the demonstration ended:\n${said}`)));
  });
  return demo;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

const postmasterOf = (dataFolder: string) =>
  Number(readFileSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
