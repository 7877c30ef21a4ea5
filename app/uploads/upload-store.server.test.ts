import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openLocalUploadStore, storageKeyOf } from './upload-store.server.ts';

const mebibyte = 1024 * 1024;
const pieceBytes = 64 * 1024;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-store-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sizeOf = (key: string) => statSync(join(folder, key), { throwIfNoEntry: false })?.size ?? 0;

/** A line that gives as fast as it is read, and notes how much of it is not on the disk yet. */
function openLine(key: string, bytes: number, note: (waitingBytes: number) => void): Readable {
  let givenBytes = 0;
  return new Readable({
    read() {
      note(givenBytes - sizeOf(key));
      if (givenBytes >= bytes) return void this.push(null);
      givenBytes += pieceBytes;
      this.push(new Uint8Array(pieceBytes));
    },
  });
}

test('holds no more than a piece of each of 50 uploads at once, however long they are (promise 20)', async () => {
  const store = openLocalUploadStore(folder);
  const bytes = 4 * mebibyte;
  let mostWaiting = 0;
  const keys = Array.from({ length: 50 }, () => storageKeyOf(crypto.randomUUID()));
  const written = await Promise.all(
    keys.map((key) =>
      store.write(
        key,
        0,
        openLine(key, bytes, (waiting) => (mostWaiting = Math.max(mostWaiting, waiting))),
      ),
    ),
  );
  expect(written).toEqual(keys.map(() => ({ durableBytes: bytes, failure: null })));
  expect(keys.map(sizeOf)).toEqual(keys.map(() => bytes));
  // What goes to the disk in one call, and what the stream itself reads ahead.
  expect(mostWaiting).toBeLessThanOrEqual(mebibyte + 4 * pieceBytes);
});
