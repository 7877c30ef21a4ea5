import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSegmentStore } from './segment-store.ts';
import { openTemporaryStore, removeTemporaryStore, sweepTemporaryStores } from './temporary-stores.ts';
import { FakeOpfs, opfsGlobals } from '#test/fake-opfs.ts';

let disk: FakeOpfs;
beforeEach(() => {
  disk = new FakeOpfs();
  for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
});
afterEach(() => void vi.unstubAllGlobals());

async function write(store: Awaited<ReturnType<typeof openSegmentStore>>): Promise<void> {
  const writer = await store.create(0, 4);
  writer.write(new Uint8Array(4));
  await writer.close();
}

const folders = async () => [...(await disk.list()).keys()].map((path) => path.split('/')[1]);

test('sweeps what a worker that has ended left behind, and nothing else', async () => {
  const [opening, saved] = [await openTemporaryStore('opening'), await openTemporaryStore('saved')];
  await write(opening.store);
  await write(saved.store);
  disk.locks.endHolders();
  const inUse = await openTemporaryStore('saved');
  await write(inUse.store);
  // Segments on their way to the server are kept for going on after a reload.
  await write(await openSegmentStore('019a0000-0000-7000-8000-000000000003'));
  await sweepTemporaryStores();
  expect(await folders()).toEqual([inUse.name, '019a0000-0000-7000-8000-000000000003']);
});

test('lets go of a folder with its files', async () => {
  const { name, store } = await openTemporaryStore('saved');
  await write(store);
  await removeTemporaryStore(name);
  expect(await folders()).toEqual([]);
  await write(await openSegmentStore(name));
  await sweepTemporaryStores();
  expect(await folders()).toEqual([]);
});

test('removes no segments by the name of a folder', async () => {
  await expect(removeTemporaryStore('019a0000-0000-7000-8000-000000000003')).rejects.toThrow(RangeError);
});
