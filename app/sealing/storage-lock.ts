/**
 * Who may write to the browser's file system: workers share a lock from their first file until they end; emptying it at
 * sign-out takes the lock alone. Else a segment that another window, or a worker on its way out, was still making would
 * come into being after everything had been removed.
 */
const lockName = 'amtsweg-storage';
/** A window that hangs keeps nobody from signing out. */
const patienceMs = 2500;

let share: Promise<() => void> | null = null;

/** Shares the storage until this worker ends, or has it alone. Waits while another worker empties it. */
export async function shareStorage(): Promise<void> {
  share ??= new Promise((resolve, reject) => {
    const hold = () => new Promise<void>((letGo) => resolve(letGo));
    navigator.locks.request(lockName, { mode: 'shared' }, hold).catch(reject);
  });
  await share;
}

/** Runs `work` once nobody shares the storage any more, or when waiting for that has taken two and a half seconds. */
export async function haveStorageAlone(work: () => Promise<void>): Promise<void> {
  (await share)?.();
  share = null;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    clearTimeout(timer);
    return work();
  };
  try {
    await navigator.locks.request(lockName, { signal: patience.signal }, begin);
  } catch (error) {
    if (hasBegun) throw error;
    await begin();
  }
}
