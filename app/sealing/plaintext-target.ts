import type { OpenFileOptions } from './bulk-types.ts';
import type { Bytes } from './sealing-types.ts';
import { SealingError } from './sealing-error.ts';
import { openTemporaryStore, removeTemporaryStore } from './temporary-stores.ts';
import { TextCollector } from './text-collector.ts';

/** Where decrypted text goes. Exactly one of `finish` and `abort` ends it; before `finish` nobody gets to see any of it. */
export type PlaintextTarget = {
  /** Of a file in the origin private file system: to be removed by `removeTemporaryStore`. */
  privateFolder: string | null;
  /** Copies the piece. */
  add(piece: Uint8Array): void;
  /** Waits until what was added is written, so that no more than a few pieces are in memory. */
  settle(): Promise<void>;
  finish(): Promise<Blob>;
  abort(): Promise<void>;
};

/**
 * @param saveTo a file that the person chose: text is written beside it by the browser and takes its place at `finish`
 *   only; `private_file`: a file in the origin private file system, which goes with its folder (temporary-stores.ts)
 * @throws {SealingError} `storage_full`, `storage_unavailable`
 */
export async function openPlaintextTarget({
  saveTo,
  maxPlaintextBytes = 0,
  mediaType = 'application/octet-stream',
}: OpenFileOptions): Promise<PlaintextTarget> {
  if (saveTo === undefined) return collectInBlobs(mediaType);
  if (saveTo === 'private_file') return writePrivateFile(maxPlaintextBytes);
  return writeChosenFile(saveTo);
}

function collectInBlobs(mediaType: string): PlaintextTarget {
  const text = new TextCollector();
  return {
    privateFolder: null,
    add: (piece) => text.add(piece),
    settle: () => Promise.resolve(),
    finish: () => Promise.resolve(text.finish(mediaType)),
    abort: () => Promise.resolve(),
  };
}

async function writePrivateFile(sizeBytes: number): Promise<PlaintextTarget> {
  const { name, store } = await openTemporaryStore('saved');
  const writer = await store.create(0, sizeBytes).catch(async (error: unknown) => {
    await removeTemporaryStore(name);
    throw error;
  });
  return {
    privateFolder: name,
    add: (piece) => writer.write(piece as Bytes),
    settle: () => Promise.resolve(),
    finish: () => writer.close(),
    async abort() {
      await writer.abort();
      await removeTemporaryStore(name);
    },
  };
}

async function writeChosenFile(handle: FileSystemFileHandle): Promise<PlaintextTarget> {
  const writable = await handle.createWritable().catch((cause: unknown) => {
    throw new SealingError('storage_unavailable', undefined, { cause });
  });
  let waiting: Bytes[] = [];
  const settle = async () => {
    const pieces = waiting;
    waiting = [];
    try {
      for (const piece of pieces) await writable.write(piece);
    } catch (cause) {
      const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
      throw new SealingError(isFull ? 'storage_full' : 'storage_unavailable', undefined, { cause });
    }
  };
  return {
    privateFolder: null,
    add: (piece) => void waiting.push(piece.slice()),
    settle,
    async finish() {
      await settle();
      await writable.close();
      return new Blob([]);
    },
    abort: () => writable.abort().catch(() => undefined),
  };
}
