/**
 * Who may write to the browser's file system: workers share a lock from their first file until they end; emptying it at
 * sign-out takes the lock alone. Else a segment that another window, or a worker on its way out, was still making would
 * come into being after everything had been removed.
 */
import { holdLock } from './held-lock.ts';

const lockName = 'amtsweg-storage';
/** A window that hangs keeps nobody from signing out. */
const patienceMs = 2500;

let share: Promise<(() => void) | null> | null = null;

/** Shares the storage until this worker ends, or has it alone. Waits while another worker empties it. */
export async function shareStorage(): Promise<void> {
  await (share ??= holdLock(lockName, { mode: 'shared' }));
}

/** Runs `work` once nobody shares the storage any more, or when waiting for that has taken two and a half seconds. */
export async function haveStorageAlone(work: () => Promise<void>): Promise<void> {
  (await share)?.();
  share = null;
  const letGo = await holdLock(lockName, { signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
  await work().finally(() => letGo?.());
}
