import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSegmentStore, removeAllSegments } from './segment-store.ts';
import { FakeOpfs, opfsGlobals } from '#test/fake-opfs.ts';
import { testOctets } from '#test/openpgp/sealed-bytes.ts';

const octets = testOctets(5000);
let disk: FakeOpfs;

function useOpfs(): void {
  disk = new FakeOpfs();
  for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
}

afterEach(async () => {
  await removeAllSegments();
  vi.unstubAllGlobals();
});

async function write(folder: string, index: number): Promise<Blob> {
  const staged = await (await openSegmentStore(folder)).create(index, octets.length);
  staged.write(octets.subarray(0, 1234));
  staged.write(octets.subarray(1234));
  return staged.close();
}

async function read(folder: string, index: number): Promise<Uint8Array | null> {
  const found = await (await openSegmentStore(folder)).find(index);
  return found && new Uint8Array(await found.arrayBuffer());
}

describe.each(['origin private file system', 'memory'])('%s', (kind) => {
  beforeEach(() => {
    if (kind !== 'memory') useOpfs();
  });

  test('a segment is what was written, and is found again', async () => {
    expect(new Uint8Array(await (await write('a', 0)).arrayBuffer())).toEqual(octets);
    expect(await read('a', 0)).toEqual(octets);
    expect(await read('a', 1)).toBeNull();
    expect(await read('b', 0)).toBeNull();
  });

  test('writing it again replaces it', async () => {
    await write('a', 0);
    await write('a', 0);
    expect(await read('a', 0)).toEqual(octets);
  });

  test('an aborted one leaves nothing', async () => {
    const staged = await (await openSegmentStore('a')).create(0, octets.length);
    staged.write(octets);
    await staged.abort();
    expect(await read('a', 0)).toBeNull();
  });

  test('one, all of a folder, and everything can be removed, also twice', async () => {
    for (const [folder, index] of [
      ['a', 0],
      ['a', 1],
      ['b', 0],
      ['c', 0],
    ] as const)
      await write(folder, index);
    const store = await openSegmentStore('a');
    await store.remove(0);
    await store.remove(0);
    expect([await read('a', 0), await read('a', 1)]).toEqual([null, octets]);
    await store.removeAll();
    await store.removeAll();
    expect([await read('a', 1), await read('b', 0)]).toEqual([null, octets]);
    await removeAllSegments();
    expect([await read('b', 0), await read('c', 0)]).toEqual([null, null]);
  });

  test.each(['', '..', 'a/b', 'A', 'ä', 'a'.repeat(81)])('the folder name %j is refused', async (name) => {
    await expect(openSegmentStore(name)).rejects.toThrow(RangeError);
  });
});

describe('faults', () => {
  beforeEach(useOpfs);

  test('a full disk is told as such, before and while it is written', async () => {
    const store = await openSegmentStore('a');
    disk.freeBytes = 100;
    await expect(store.create(0, octets.length)).rejects.toMatchObject({ code: 'storage_full' });
    const staged = await store.create(1, 100);
    expect(() => staged.write(octets)).toThrow(expect.objectContaining({ code: 'storage_full' }));
    await staged.abort();
  });

  test('what a worker that was ended still has open is removed as soon as it is free', async () => {
    vi.useFakeTimers();
    try {
      const staged = await (await openSegmentStore('a')).create(0, octets.length);
      staged.write(octets);
      const removed = removeAllSegments();
      await vi.advanceTimersByTimeAsync(500);
      await staged.close();
      expect(await read('a', 0)).toEqual(octets);
      await vi.advanceTimersByTimeAsync(100);
      await removed;
      expect(await read('a', 0)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test('what another worker makes after the removing was asked for is removed when that worker has ended', async () => {
    const staged = await write('a', 0).then(() => openSegmentStore('a'));
    // Its own share ends with the removing; this is the other one's.
    void disk.locks.request('amtsweg-storage', { mode: 'shared' }, () => new Promise(() => undefined));
    const removed = removeAllSegments();
    await (await staged.create(1, 0)).close();
    expect((await disk.list()).size).toBe(2);
    disk.locks.endHolders();
    await removed;
    expect((await disk.list()).size).toBe(0);
  });

  test('a worker that does not end keeps nothing from being removed', async () => {
    await write('a', 0);
    void disk.locks.request('amtsweg-storage', { mode: 'shared' }, () => new Promise(() => undefined));
    await removeAllSegments();
    expect(await read('a', 0)).toBeNull();
  });

  test('nothing is staged while another worker removes everything', async () => {
    const removing = Promise.withResolvers<undefined>();
    void disk.locks.request('amtsweg-storage', () => removing.promise);
    const written = write('a', 0);
    await new Promise(setImmediate);
    expect((await disk.list()).size).toBe(0);
    removing.resolve(undefined);
    await written;
    expect(await read('a', 0)).toEqual(octets);
  });

  test('fewer octets than announced make no segment', async () => {
    const staged = await (await openSegmentStore('a')).create(0, octets.length + 1);
    staged.write(octets);
    await expect(staged.close()).rejects.toMatchObject({ code: 'storage_unavailable' });
    await staged.abort();
    expect(await read('a', 0)).toBeNull();
  });

  test('a segment that another tab is writing cannot be written here', async () => {
    const store = await openSegmentStore('a');
    await store.create(0, 1);
    await expect(store.create(0, 1)).rejects.toMatchObject({ code: 'storage_unavailable' });
  });

  test('where the browser forbids storage, memory is used', async () => {
    vi.stubGlobal('navigator', {
      storage: { getDirectory: () => Promise.reject(new DOMException('no', 'SecurityError')) },
    });
    await write('a', 0);
    expect(await read('a', 0)).toEqual(octets);
  });
});
