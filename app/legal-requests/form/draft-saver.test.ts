import { beforeEach, expect, test, vi } from 'vitest';

import { DraftSaver, type SaveOutcome } from './draft-saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const savedAt = '2026-11-24T13:05:00Z';
const newer = { version: 7, savedAt, savedBy: 'Ben Beispiel' };

/** A server that answers as told, and stores otherwise. */
function openSaver(answers: SaveOutcome['result'][] = []) {
  const stored: { content: string; version: number }[] = [];
  const saver = new DraftSaver<string>({
    version: 0,
    savedAt: null,
    save(content, version): Promise<SaveOutcome> {
      const result = answers.shift() ?? 'saved';
      if (result === 'changed_meanwhile') return Promise.resolve({ result, newer });
      if (result === 'refused') return Promise.resolve({ result, code: 'not_editable' });
      if (result !== 'saved') return Promise.resolve({ result });
      stored.push({ content, version });
      return Promise.resolve({ result, version: version + 1, savedAt });
    },
  });
  return { saver, stored };
}

test('saves the newest content once after a pause, and counts versions', async () => {
  const { saver, stored } = openSaver();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(500);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(1000);
  saver.change('abc');
  await vi.advanceTimersByTimeAsync(1000);
  expect(stored).toEqual([
    { content: 'ab', version: 0 },
    { content: 'abc', version: 1 },
  ]);
  expect(saver.status()).toEqual({ phase: 'saved', savedAt });
  expect(saver.hasUnsaved()).toBe(false);
});

test('tries again while the network is down and loses nothing', async () => {
  const { saver, stored } = openSaver(['unreachable', 'unreachable']);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(saver.status()).toEqual({ phase: 'retrying' });
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(2000);
  expect(stored).toEqual([]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(stored).toEqual([{ content: 'ab', version: 0 }]);
});

test('tries at once when the network is back', async () => {
  const { saver, stored } = openSaver(['unreachable', 'unreachable', 'unreachable', 'unreachable']);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000 + 8000);
  saver.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(stored).toHaveLength(1);
});

test.each(['signed_out', 'locked'] as const)(
  'waits for the person when %s, then goes on',
  async (because) => {
    const { saver, stored } = openSaver([because]);
    saver.change('a');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.status()).toEqual({ phase: 'stopped', because });
    saver.change('ab');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stored).toEqual([]);
    saver.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(stored).toEqual([{ content: 'ab', version: 0 }]);
  },
);

test('stops at a newer version until the person has chosen', async () => {
  const { saver, stored } = openSaver(['changed_meanwhile']);
  saver.change('mine');
  await vi.advanceTimersByTimeAsync(1000);
  expect(saver.status()).toEqual({ phase: 'conflict', newer });
  saver.change('mine!');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stored).toEqual([]);
  saver.keepMine();
  await vi.advanceTimersByTimeAsync(0);
  expect(stored).toEqual([{ content: 'mine!', version: 7 }]);
});

test('goes on from the newer version once it was taken', async () => {
  const { saver, stored } = openSaver(['changed_meanwhile']);
  saver.change('mine');
  await vi.advanceTimersByTimeAsync(1000);
  saver.takeNewer(newer);
  expect(saver.hasUnsaved()).toBe(false);
  saver.change('theirs and mine');
  await vi.advanceTimersByTimeAsync(1000);
  expect(stored).toEqual([{ content: 'theirs and mine', version: 7 }]);
});

test('flush resolves only when what was there is stored', async () => {
  const { saver, stored } = openSaver(['unreachable']);
  saver.change('a');
  let isStored = false;
  const flushed = saver.flush().then(() => (isStored = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(isStored).toBe(false);
  await vi.advanceTimersByTimeAsync(2000);
  await flushed;
  expect(stored).toHaveLength(1);
});

test('flush fails when nothing can be saved any more', async () => {
  const { saver } = openSaver(['refused']);
  saver.change('a');
  const flushed = expect(saver.flush()).rejects.toThrow('not_editable');
  await vi.advanceTimersByTimeAsync(0);
  await flushed;
  expect(saver.status()).toEqual({ phase: 'refused', code: 'not_editable' });
});

test('saves nothing after the end', async () => {
  const { saver, stored } = openSaver();
  saver.change('a');
  saver.end();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stored).toEqual([]);
});
