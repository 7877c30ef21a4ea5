import { expect, test } from 'vitest';

import { SegmentQueue } from './segment-queue.ts';

const segment = (index: number) => ({
  index,
  offset: index * 10,
  sizeBytes: 10,
  isLast: false,
  data: new Blob(),
});
const never = new AbortController().signal;

test('waits for the segment that holds an octet', async () => {
  const queue = new SegmentQueue();
  const waiting = queue.at(15, never);
  queue.add(segment(0));
  queue.add(segment(1));
  expect((await waiting).index).toBe(1);
  expect((await queue.at(9, never)).index).toBe(0);
});

test('lets go of what the server has', async () => {
  const queue = new SegmentQueue();
  for (const index of [0, 1, 2]) queue.add(segment(index));
  expect(queue.releaseBefore(25)).toEqual([0, 1]);
  expect(queue.releaseBefore(25)).toEqual([]);
  expect((await queue.at(25, never)).index).toBe(2);
  await expect(queue.at(19, never)).rejects.toMatchObject({ code: 'resume_impossible' });
});

test('hands out what is there before it says what went wrong', async () => {
  const queue = new SegmentQueue();
  queue.add(segment(0));
  queue.fail(new Error('file_needed'));
  expect((await queue.at(0, never)).index).toBe(0);
  await expect(queue.at(10, never)).rejects.toThrow('file_needed');
});

test('stops waiting when it is told to', async () => {
  const queue = new SegmentQueue();
  const abort = new AbortController();
  const waiting = queue.at(0, abort.signal);
  abort.abort(new Error('paused'));
  await expect(waiting).rejects.toThrow('paused');
  await expect(queue.at(0, abort.signal)).rejects.toThrow('paused');
});
