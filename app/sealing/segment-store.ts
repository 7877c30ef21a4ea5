import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';
import { haveStorageAlone, shareStorage } from './storage-lock.ts';

const rootFolder = 'sealed-segments';
const folderPattern = /^[a-z0-9-]{1,80}$/;

/** Of dedicated workers only, which TypeScript's library for pages does not know. */
type SyncAccessHandle = {
  write(bytes: Bytes, options: { at: number }): number;
  truncate(sizeBytes: number): void;
  getSize(): number;
  close(): void;
};
type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

/**
 * A file being written. Exactly one of `close` and `abort` ends it.
 *
 * What is closed outlives a reload and the end of the browser, because the system has it; it is not forced onto the
 * disk, which takes longer than writing it. A power cut may therefore leave a hole in it. Whoever goes on after that
 * compares its hash (seal-file.ts) and makes it again; what the server has acknowledged is not needed here any more.
 */
export type StagedWriter = {
  /** The octets may change afterwards. */
  write(bytes: Bytes): void;
  /** The finished file; it never changes again. */
  close(): Promise<Blob>;
  abort(): Promise<void>;
};

/** Numbered files of ciphertext in a folder of their own. Plaintext is put there in one case (plaintext-target.ts). */
export type SegmentStore = {
  /** @param sizeBytes exact length of what will be written. */
  create(index: number, sizeBytes: number): Promise<StagedWriter>;
  find(index: number): Promise<Blob | null>;
  remove(index: number): Promise<void>;
  removeAll(): Promise<void>;
};

/**
 * The folder `name` in the origin private file system, which only dedicated workers can write to without copying;
 * where it is missing (private windows of some browsers), blobs in memory that are gone after a reload.
 */
export async function openSegmentStore(name: string): Promise<SegmentStore> {
  if (!folderPattern.test(name)) throw new RangeError('folder name');
  const root = await findRoot();
  return root ? new OpfsStore(root, name) : new MemoryStore(name);
}

const removalPauseMs = 50;
const removalTries = 50;

/**
 * Removes everything that was staged, of all files; at sign-out. It waits until no window writes any more. What an ended
 * worker still has open cannot be removed: so it is tried again, for two and a half seconds, until nothing is found.
 */
export async function removeAllSegments(): Promise<void> {
  memoryFolders.clear();
  const root = await findRoot();
  if (!root) return;
  await haveStorageAlone(async () => {
    for (let tries = 0; (await removeEntries(root)) && tries < removalTries; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, removalPauseMs));
  });
}

/** Empties the folder but for what is open somewhere. @returns whether there was anything in it */
async function removeEntries(root: FileSystemDirectoryHandle): Promise<boolean> {
  let wasThere = false;
  for await (const name of root.keys()) {
    wasThere = true;
    await root.removeEntry(name, { recursive: true }).catch(() => undefined);
  }
  return wasThere;
}

/** Where all folders are; null where the browser has no such place. */
export async function findRoot(): Promise<FileSystemDirectoryHandle | null> {
  if (typeof FileSystemFileHandle === 'undefined') return null;
  if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return null;
  try {
    const top = await navigator.storage.getDirectory();
    return await top.getDirectoryHandle(rootFolder, { create: true });
  } catch {
    return null;
  }
}

function storageError(error: unknown): SealingError {
  if (error instanceof SealingError) return error;
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new SealingError(isFull ? 'storage_full' : 'storage_unavailable', undefined, { cause: error });
}

class OpfsStore implements SegmentStore {
  readonly #root: FileSystemDirectoryHandle;
  readonly #name: string;

  constructor(root: FileSystemDirectoryHandle, name: string) {
    this.#root = root;
    this.#name = name;
  }

  async create(index: number, sizeBytes: number): Promise<StagedWriter> {
    try {
      await shareStorage();
      const folder = await this.#root.getDirectoryHandle(this.#name, { create: true });
      const file = (await folder.getFileHandle(String(index), { create: true })) as SyncFileHandle;
      const access = await file.createSyncAccessHandle();
      const writer = opfsWriter(folder, file, access);
      try {
        // Its whole length at once: a file that grows asks the browser for more quota again and again, and waits for it.
        access.truncate(sizeBytes);
      } catch (error) {
        await writer.abort();
        throw error;
      }
      return writer;
    } catch (error) {
      throw storageError(error);
    }
  }

  async find(index: number): Promise<Blob | null> {
    try {
      const folder = await this.#root.getDirectoryHandle(this.#name);
      return await (await folder.getFileHandle(String(index))).getFile();
    } catch {
      return null;
    }
  }

  async remove(index: number): Promise<void> {
    const folder = await this.#root.getDirectoryHandle(this.#name).catch(() => null);
    await folder?.removeEntry(String(index)).catch(() => undefined);
  }

  async removeAll(): Promise<void> {
    await this.#root.removeEntry(this.#name, { recursive: true }).catch(() => undefined);
  }
}

function opfsWriter(
  folder: FileSystemDirectoryHandle,
  file: FileSystemFileHandle,
  access: SyncAccessHandle,
): StagedWriter {
  let writtenBytes = 0;
  return {
    write(bytes) {
      try {
        if (access.write(bytes, { at: writtenBytes }) !== bytes.length)
          throw new SealingError('storage_full');
      } catch (error) {
        throw storageError(error);
      }
      writtenBytes += bytes.length;
    },
    async close() {
      try {
        if (writtenBytes !== access.getSize()) throw new RangeError('not the length that was announced');
        access.close();
        return await file.getFile();
      } catch (error) {
        throw storageError(error);
      }
    },
    async abort() {
      access.close();
      await folder.removeEntry(file.name).catch(() => undefined);
    },
  };
}

const memoryFolders = new Map<string, Map<number, Blob>>();

class MemoryStore implements SegmentStore {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  create(index: number): Promise<StagedWriter> {
    const parts: Bytes[] = [];
    return Promise.resolve({
      write: (bytes: Bytes) => void parts.push(bytes.slice()),
      close: () => {
        const blob = new Blob(parts);
        this.#folder().set(index, blob);
        return Promise.resolve(blob);
      },
      abort: () => Promise.resolve(),
    });
  }

  find(index: number): Promise<Blob | null> {
    return Promise.resolve(memoryFolders.get(this.#name)?.get(index) ?? null);
  }

  remove(index: number): Promise<void> {
    memoryFolders.get(this.#name)?.delete(index);
    return Promise.resolve();
  }

  removeAll(): Promise<void> {
    memoryFolders.delete(this.#name);
    return Promise.resolve();
  }

  #folder(): Map<number, Blob> {
    const folder = memoryFolders.get(this.#name) ?? new Map<number, Blob>();
    memoryFolders.set(this.#name, folder);
    return folder;
  }
}
