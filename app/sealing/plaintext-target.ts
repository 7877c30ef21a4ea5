import type { OpenFileOptions } from './bulk-types.ts';
import { openSegmentStore } from './segment-store.ts';
import type { Bytes } from './sealing-types.ts';
import { SealingError } from './sealing-error.ts';
import { TextCollector } from './text-collector.ts';

/** Where decrypted text goes. Exactly one of `finish` and `abort` ends it; before `finish` nobody gets to see any of it. */
export type PlaintextTarget = {
  /** Copies the piece. */
  add(piece: Uint8Array): void;
  /** Waits until what was added is written, so that no more than a few pieces are in memory. */
  settle(): Promise<void>;
  finish(): Promise<Blob>;
  abort(): Promise<void>;
};

/**
 * @param saveTo a file that the person chose: text is written beside it by the browser and takes its place at `finish`
 *   only; `private_file`: a file in the origin private file system, removed by `removePrivateFile` and at sign-out
 * @throws {SealingError} `storage_full`, `storage_unavailable`
 */
export async function openPlaintextTarget({
  saveTo,
  fileId,
  maxPlaintextBytes = 0,
  mediaType = 'application/octet-stream',
}: OpenFileOptions): Promise<PlaintextTarget> {
  if (saveTo === undefined) return collectInBlobs(mediaType);
  if (saveTo === 'private_file') return writePrivateFile(fileId, maxPlaintextBytes);
  return writeChosenFile(saveTo);
}

/** Removes what `private_file` made. */
export async function removePrivateFile(fileId: string): Promise<void> {
  await (await openSegmentStore(folderOf(fileId))).removeAll();
}

const folderOf = (fileId: string) => `saved-${fileId}`;

function collectInBlobs(mediaType: string): PlaintextTarget {
  const text = new TextCollector();
  return {
    add: (piece) => text.add(piece),
    settle: () => Promise.resolve(),
    finish: () => Promise.resolve(text.finish(mediaType)),
    abort: () => Promise.resolve(),
  };
}

async function writePrivateFile(fileId: string, sizeBytes: number): Promise<PlaintextTarget> {
  const writer = await (await openSegmentStore(folderOf(fileId))).create(0, sizeBytes);
  return {
    add: (piece) => writer.write(piece as Bytes),
    settle: () => Promise.resolve(),
    finish: () => writer.close(),
    abort: () => writer.abort(),
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
