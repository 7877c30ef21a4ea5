/** Locks the crypto room when nobody has used the page for a while (security promise 8). */

/** 15 minutes without a key, a pointer or work on a file. */
export const idleLimitMs = 15 * 60_000;
const checkEveryMs = 15_000;
const activityEvents = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `lock` once after `idleLimitMs` without activity and stops watching; returns a function that stops it earlier.
 * `lastWorkAt` tells when a file was last worked on (milliseconds since 1970), which counts as activity.
 *
 * The clock is compared at every tick instead of waiting for one long timer, because timers stand still while a laptop sleeps.
 */
export function watchIdle(lastWorkAt: () => number, lock: () => void): () => void {
  let lastActiveAt = Date.now();
  const check = (): void => {
    if (Date.now() - Math.max(lastActiveAt, lastWorkAt()) < idleLimitMs) return;
    stop();
    lock();
  };
  // Looks at the clock first: the key press that wakes a laptop comes before the next tick and must not revive old keys.
  const onActivity = (): void => {
    check();
    lastActiveAt = Date.now();
  };
  const timer = setInterval(check, checkEveryMs);
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', check);
    for (const type of activityEvents) removeEventListener(type, onActivity, { capture: true });
  };
  document.addEventListener('visibilitychange', check);
  for (const type of activityEvents) addEventListener(type, onActivity, { capture: true, passive: true });
  return stop;
}
