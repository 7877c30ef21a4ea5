import { expect, test } from 'vitest';

import { nextTransferState, retryDelayMs, transferStates } from './transfer-states.ts';

test('goes from the queue to the end', () => {
  expect(nextTransferState('queued', 'start')).toBe('running');
  expect(nextTransferState('running', 'finish')).toBe('complete');
});

test('comes back to the queue after everything that can be mended', () => {
  expect(nextTransferState('running', 'connection_lost')).toBe('retrying');
  expect(nextTransferState('retrying', 'retry')).toBe('queued');
  expect(nextTransferState('running', 'keys_locked')).toBe('queued');
  expect(nextTransferState('paused', 'resume')).toBe('queued');
  expect(nextTransferState('needs_file', 'file_chosen')).toBe('queued');
  expect(nextTransferState('failed', 'retry')).toBe('queued');
});

test('ignores what comes too late', () => {
  expect(nextTransferState('complete', 'pause')).toBeNull();
  expect(nextTransferState('paused', 'connection_lost')).toBeNull();
  expect(nextTransferState('failed', 'finish')).toBeNull();
});

test('has a way out of every state but the last', () => {
  const events = ['start', 'resume', 'retry', 'file_chosen', 'finish'] as const;
  const stuck = transferStates.filter((state) => events.every((event) => !nextTransferState(state, event)));
  expect(stuck).toEqual(['complete']);
});

test('waits longer each time, up to a minute', () => {
  expect([0, 1, 2, 5, 6, 30].map((attempt) => retryDelayMs(attempt, 0))).toEqual([
    1000, 2000, 4000, 32_000, 60_000, 60_000,
  ]);
  expect(retryDelayMs(2, 1)).toBe(2000);
});
