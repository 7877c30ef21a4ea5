import { holdLock } from '#app/sealing/held-lock.ts';

/**
 * Takes a file that is being uploaded for this window, until it is let go of or the window is closed.
 * @returns what lets go of it; null when another window of this browser has it
 */
export const claimFile = (fileId: string): Promise<(() => void) | null> =>
  holdLock(`amtsweg-upload ${fileId}`, { ifAvailable: true });
