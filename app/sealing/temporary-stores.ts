import { holdLock } from './held-lock.ts';
import { findRoot, openSegmentStore } from './segment-store.ts';
import type { SegmentStore } from './segment-store.ts';

/** Ciphertext while it is opened, and text for browsers that cannot ask where to save it. */
type Kind = 'opening' | 'saved';
const temporaryName = /^(opening|saved)-/;
const lockOf = (name: string) => `amtsweg-folder ${name}`;

/** What lets go of the folders of this worker. */
const held = new Map<string, (() => void) | null>();

/**
 * A folder that is of use to this worker alone, so two windows never meet in one. A lock says that it is in use and goes
 * with the worker: what a reload, a crash or the locking of the keys leaves behind is swept when somebody unlocks next.
 */
export async function openTemporaryStore(kind: Kind): Promise<{ name: string; store: SegmentStore }> {
  const name = `${kind}-${crypto.randomUUID()}`;
  if (await findRoot()) held.set(name, await holdLock(lockOf(name), {}));
  return { name, store: await openSegmentStore(name) };
}

/** Also what another worker made that has ended. */
export async function removeTemporaryStore(name: string): Promise<void> {
  if (!temporaryName.test(name)) throw new RangeError('folder name');
  await (await openSegmentStore(name)).removeAll();
  held.get(name)?.();
  held.delete(name);
}

/** Removes what nobody uses any more. */
export async function sweepTemporaryStores(): Promise<void> {
  const root = await findRoot();
  if (!root) return;
  for await (const name of root.keys())
    if (temporaryName.test(name))
      await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
        if (lock) await removeTemporaryStore(name);
      });
}
