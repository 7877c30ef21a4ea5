import { readdirSync, readFileSync } from 'node:fs';

/** The process that ends a database when its owner dies (db/embedded.ts), found through /proc. @throws without one */
export function findWatchdog(postmaster: number): number {
  const commandOf = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      // It has ended since the folder was read.
      return '';
    }
  };
  const waits = `read -r _; kill -INT ${postmaster}`;
  const found = readdirSync('/proc').find((name) => /^\d+$/.test(name) && commandOf(name).includes(waits));
  if (found === undefined) throw new Error(`no watchdog of ${postmaster}`);
  return Number(found);
}
