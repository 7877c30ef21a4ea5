import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, reachableBinaries } from './embedded-binaries.ts';
import type { DatabaseUser } from './embedded-binaries.ts';
import { hasEnded, releaseOwnership, takeOver } from './embedded-owner.ts';

export type EmbeddedDatabase = {
  /** Connection string of the database `amtsweg`, with the password: never log it. */
  url: string;
  /** Where PostgreSQL keeps its files; not inside `folder` when root runs a project that others cannot enter. */
  cluster: string;
  stop: () => Promise<void>;
};

type Options = {
  /** Is made when missing; holds the password and PostgreSQL's log. */
  folder: string;
  /** Port on 127.0.0.1. */
  port: number;
  /** False only where losing the data with the machine's power is no matter (tests). */
  durable?: boolean;
  /** Called when no leftover runs in the folder any more and before PostgreSQL starts; it may throw. */
  onceTakenOver?: () => Promise<void>;
};

const owner = 'amtsweg';

/**
 * Starts a real PostgreSQL of its own on a loopback port, for the demonstration and the tests. It ends with `stop()`
 * and, by a watchdog that waits on a pipe, also when this process dies in any other way.
 *
 * @throws {DatabaseInUseError} when another living process uses the folder
 * @throws when PostgreSQL does not start; the message names its log
 */
export async function startEmbeddedDatabase({
  folder,
  port,
  durable = true,
  onceTakenOver,
}: Options): Promise<EmbeddedDatabase> {
  const home = resolve(folder);
  mkdirSync(home, { recursive: true });
  const user = databaseUser();
  const place = reachablePlace(home, user);
  const cluster = join(place, 'cluster');
  const native = reachableBinaries(findBinaries(), user, join(place, 'native'));
  await takeOver(home, cluster);
  try {
    await onceTakenOver?.();
    const password = ensureCluster({ home, cluster, native, user, durable });
    const server = startServer({ home, cluster, native, user, port, durable });
    const url = `postgres://${owner}:${password}@127.0.0.1:${port}/${owner}`;
    const stop = () => stopServer(server, home);
    try {
      await waitUntilReady(server, url, home);
    } catch (error) {
      await stop();
      throw error;
    }
    return { url, cluster, stop };
  } catch (error) {
    releaseOwnership(home);
    throw error;
  }
}

/** Removes the database of a folder, wherever its files are. @throws {DatabaseInUseError} while it runs */
export async function removeEmbeddedDatabase(folder: string): Promise<void> {
  const home = resolve(folder);
  if (!existsSync(home)) return;
  const pointer = join(home, 'place');
  const place = existsSync(pointer) ? readFileSync(pointer, 'utf8') : home;
  await takeOver(home, join(place, 'cluster'));
  for (const path of [place, home]) rmSync(path, { recursive: true, force: true });
}

function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return null;
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (nobody === null) {
    throw new Error('PostgreSQL does not run as root, and there is no user "nobody": start as another user.');
  }
  return { uid: Number(nobody[1]), gid: Number(nobody[2]) };
}

/** `home` itself, or a folder of our own under /var/tmp (which outlives a restart) that `home` then points to. */
function reachablePlace(home: string, user: DatabaseUser): string {
  if (user === null || spawnSync('test', ['-x', home], { ...user, cwd: '/' }).status === 0) return home;
  const pointer = join(home, 'place');
  if (existsSync(pointer)) {
    const known = readFileSync(pointer, 'utf8');
    if (existsSync(known)) return known;
  }
  const place = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'amtsweg-'));
  chmodSync(place, 0o711);
  writeFileSync(pointer, place);
  return place;
}

type Cluster = { home: string; cluster: string; native: string; user: DatabaseUser; durable: boolean };

/** Makes the cluster at the first start. @returns the password of the database user */
function ensureCluster({ home, cluster, native, user, durable }: Cluster): string {
  const passwordFile = join(home, 'password');
  // PG_VERSION is among the first files of initdb, so an interrupted one is told by the missing password file.
  if (existsSync(passwordFile) && existsSync(join(cluster, 'PG_VERSION'))) {
    return readFileSync(passwordFile, 'utf8');
  }
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const handedOver = `${cluster}.password`;
  writeFileSync(handedOver, password, { mode: 0o600 });
  if (user !== null) for (const path of [cluster, handedOver]) chownSync(path, user.uid, user.gid);
  const options = [
    `--pgdata=${cluster}`,
    `--username=${owner}`,
    `--pwfile=${handedOver}`,
    '--auth=scram-sha-256',
  ];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const { status, stderr } = spawnSync(
    join(native, 'bin', 'initdb'),
    [...options, ...locale, '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  rmSync(handedOver);
  if (status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${stderr.trim()}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  return password;
}

function startServer({
  home,
  cluster,
  native,
  user,
  port,
  durable,
}: Cluster & { port: number }): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // No sockets in the file system: none can be left behind, and no local user but us knows the password.
    unix_socket_directories: '',
    max_connections: 200,
    // What a failing statement contained is nobody's business; its error code reaches us anyway.
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A group of its own, or Ctrl-C would stop the database before those who use it.
    { ...user, cwd: '/', stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  if (server.pid !== undefined) watch(server, server.pid);
  return server;
}

/** `read` returns when our end of the pipe closes, which the kernel does even at kill -9. */
function watch(server: ChildProcess, pid: number): void {
  const watchdog = spawn('/bin/sh', ['-c', `read -r _; kill -INT ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  server.once('exit', () => watchdog.kill('SIGKILL'));
}

async function waitUntilReady(server: ChildProcess, url: string, home: string): Promise<void> {
  let spawnError: Error | undefined;
  server.once('error', (error) => (spawnError = error));
  const maintenanceUrl = url.replace(/[^/]*$/, 'postgres');
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(50)) {
    if (spawnError !== undefined || server.exitCode !== null || server.signalCode !== null) break;
    const client = new pg.Client({ connectionString: maintenanceUrl });
    try {
      await client.connect();
      const { rowCount } = await client.query('select from pg_database where datname = $1', [owner]);
      if (rowCount === 0) await client.query(`create database ${owner}`);
      return;
    } catch {
      // Not listening yet, or still recovering after a crash.
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not start, see ${join(home, 'postgres.log')}.`, { cause: spawnError });
}

async function stopServer(server: ChildProcess, home: string): Promise<void> {
  if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    if (!(await hasEnded(server.pid, 20_000))) server.kill('SIGQUIT');
    await ended;
  }
  releaseOwnership(home);
}
