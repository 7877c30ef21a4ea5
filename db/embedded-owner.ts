import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Thrown when a living process uses the data folder. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError';
}

/**
 * Makes this process the owner of a data folder, and stops a PostgreSQL that a killed owner left running in it.
 *
 * @param folder holds `owner.json` and the cluster
 * @param cluster PostgreSQL's own data folder
 * @throws {DatabaseInUseError} when the owner is alive
 */
export async function takeOver(folder: string, cluster: string): Promise<void> {
  const ownerFile = join(folder, 'owner.json');
  if (existsSync(ownerFile)) {
    const owner = JSON.parse(readFileSync(ownerFile, 'utf8')) as { pid: number; startedAt: string };
    if (owner.pid !== process.pid && startTime(owner.pid) === owner.startedAt) {
      throw new DatabaseInUseError(
        `The data folder ${folder} is in use by process ${owner.pid}: stop that one first, or choose another folder with --data.`,
      );
    }
  }
  await stopOrphan(cluster);
  writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) }));
}

/** Gives the data folder back. */
export function releaseOwnership(folder: string): void {
  rmSync(join(folder, 'owner.json'), { force: true });
}

async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const [firstLine = '', dataLine = ''] = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(firstLine);
  if (pid > 1 && isAlive(pid) && servesCluster(pid, cluster, dataLine)) {
    process.kill(pid, 'SIGINT');
    if (!(await hasEnded(pid, 20_000))) {
      process.kill(pid, 'SIGQUIT');
      await hasEnded(pid, 10_000);
    }
  }
  // After a power cut the number may belong to any other process by now; PostgreSQL would refuse to start then.
  rmSync(pidFile, { force: true });
}

function servesCluster(pid: number, cluster: string, dataLine: string): boolean {
  const command = processField(pid, 'command');
  return (
    realpathSync(dataLine) === realpathSync(cluster) && /postgres/.test(command) && command.includes(cluster)
  );
}

/** Waits until a process has gone; false when it is still there after `timeoutMs`. */
export async function hasEnded(pid: number, timeoutMs: number): Promise<boolean> {
  for (const until = Date.now() + timeoutMs; Date.now() < until; await wait(50)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A zombie whose parent has not looked yet has ended for every purpose of ours.
  return !processField(pid, 'state').startsWith('Z');
}

/** When a process started, to tell it from a later one with the same number; empty when there is none. */
function startTime(pid: number): string {
  return processField(pid, 'start');
}

function processField(pid: number, field: 'command' | 'state' | 'start'): string {
  if (process.platform === 'linux') return linuxProcessField(pid, field);
  const column = { command: 'command=', state: 'state=', start: 'lstart=' }[field];
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Reads /proc, because small container images have no `ps`. Fields of stat(5) after the name: state is 3, start is 22. */
function linuxProcessField(pid: number, field: 'command' | 'state' | 'start'): string {
  try {
    if (field === 'command') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[field === 'state' ? 0 : 19] ?? '';
  } catch {
    return '';
  }
}
