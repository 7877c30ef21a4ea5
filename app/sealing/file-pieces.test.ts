import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPieces } from './file-pieces.ts';
import { testOctets } from '#test/openpgp/sealed-bytes.ts';

const text = testOctets(1_300_000);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function readAll(file: Blob, from: number, to: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readPieces(file, from, to)) pieces.push(piece.slice());
  return Buffer.concat(pieces);
}

/** A file whose first streams give `octetsBefore` octets and then nothing more, neither octets nor an end. */
function fallingSilent(silentStreams: number, octetsBefore: number): Blob {
  const file = new Blob([text]);
  let opened = 0;
  vi.spyOn(file, 'slice').mockImplementation((from = 0, to = text.length) => {
    opened += 1;
    const isSilent = opened <= silentStreams;
    const end = isSilent ? from + octetsBefore : to;
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        if (end > from) controller.enqueue(text.slice(from, end));
        if (!isSilent) controller.close();
      },
    });
    return { stream: () => stream } as Blob;
  });
  return file;
}

test('a part of a file', async () => {
  const read = await readAll(new Blob([text]), 1000, 1_200_000);
  expect(Buffer.compare(read, text.subarray(1000, 1_200_000))).toBe(0);
});

test('a failure while a piece is worked on is told with the next piece, and only then', async () => {
  const file = new Blob([text]);
  let pulled = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      pulled += 1;
      if (pulled === 1) controller.enqueue(text.slice(0, 1000));
      else controller.error(new DOMException('changed', 'NotReadableError'));
    },
  });
  vi.spyOn(file, 'slice').mockReturnValue({ stream: () => stream } as Blob);
  const unhandled = vi.fn();
  process.once('unhandledRejection', unhandled);
  const pieces = readPieces(file, 0, text.length);
  expect((await pieces.next()).value).toHaveLength(1000);
  // Unhandled rejections are told after the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  await expect(pieces.next()).rejects.toMatchObject({ code: 'file_unreadable' });
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

describe('a stream that falls silent', () => {
  test.each([
    ['at once', 1, 0],
    ['after some octets', 1, 70_000],
    ['four times', 4, 0],
    ['again and again, but gets on in between', 9, 100_000],
  ])('%s is opened anew where it stopped', async (_name, streams, octetsBefore) => {
    const read = readAll(fallingSilent(streams, octetsBefore), 5, text.length);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(Buffer.compare(await read, text.subarray(5))).toBe(0);
  });

  test('for good is told', async () => {
    const read = readAll(fallingSilent(Infinity, 0), 0, text.length);
    const told = expect(read).rejects.toMatchObject({ code: 'file_unreadable' });
    await vi.advanceTimersByTimeAsync(100_000);
    await told;
  });
});
