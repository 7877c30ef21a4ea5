/** How one attachment gets to the server, as a table. Sealing and sending run side by side within `running`. */
export const transferStates = [
  /** Waits for its turn, or for the keys to be unlocked. */
  'queued',
  'running',
  /** The server cannot be reached; it is tried again by itself. */
  'retrying',
  'paused',
  /** After a reload, when not all was sealed: the person must choose the same file again. */
  'needs_file',
  /** Stays so until the person does something. */
  'failed',
  'complete',
] as const;
export type TransferState = (typeof transferStates)[number];

export type TransferEvent =
  | 'start'
  | 'pause'
  | 'resume'
  | 'connection_lost'
  | 'retry'
  | 'keys_locked'
  | 'file_needed'
  | 'file_chosen'
  | 'fail'
  | 'finish';

const table: Record<TransferState, Partial<Record<TransferEvent, TransferState>>> = {
  queued: { start: 'running', pause: 'paused' },
  running: {
    pause: 'paused',
    connection_lost: 'retrying',
    keys_locked: 'queued',
    file_needed: 'needs_file',
    fail: 'failed',
    finish: 'complete',
  },
  retrying: { retry: 'queued', pause: 'paused' },
  paused: { resume: 'queued' },
  needs_file: { file_chosen: 'queued' },
  failed: { retry: 'queued' },
  complete: {},
};

/** The state after an event; null where the event means nothing, because it came too late. */
export function nextTransferState(state: TransferState, event: TransferEvent): TransferState | null {
  return table[state][event] ?? null;
}

/** Whether it takes one of the places of those that are sealed and sent at once. */
export const takesPlace = (state: TransferState): boolean => state === 'running' || state === 'retrying';

const longestDelayMs = 60_000;

/**
 * Pause before the next try: 1, 2, 4 … 60 seconds, each shortened by up to half at random, so that the browsers of a
 * whole office do not come back in the same second.
 * @param attempt 0 for the first try after a part that arrived
 * @param random from 0 to 1
 */
export function retryDelayMs(attempt: number, random: number): number {
  return Math.min(longestDelayMs, 1000 * 2 ** attempt) * (1 - random / 2);
}
