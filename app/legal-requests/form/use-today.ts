import { useSyncExternalStore } from 'react';

import { toDate } from '#app/legal-requests/wall-time.ts';

/**
 * The calendar day in Berlin for a page that may stay open overnight: the browser's, but never before the day on which the
 * server made the page, because a machine's clock may be slow.
 */
export function dayNow(servedOn: string, now: Date): string {
  const day = toDate(now);
  return day > servedOn ? day : servedOn;
}

/** {@link dayNow}, drawn again when the day changes. */
export function useToday(servedOn: string): string {
  return useSyncExternalStore(
    everyMinute,
    () => dayNow(servedOn, new Date()),
    () => servedOn,
  );
}

function everyMinute(look: () => void): () => void {
  const timer = setInterval(look, 60_000);
  // A laptop that wakes up need not wait for the next minute.
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
