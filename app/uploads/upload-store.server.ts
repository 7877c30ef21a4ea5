import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** What came of writing a part: `failure` tells why it broke off; what was written before is safe all the same. */
export type WrittenPart = { durableBytes: number; failure: Error | null };

export type StoredObject = { key: string; modifiedAt: Date };

/** Where ciphertext lies. A local disk today; anything that can append durably and read in a stream fits. */
export interface UploadStore {
  /**
   * Writes `data` from `offset` on, making the object if it is not there. Resolves only when the octets survive a
   * loss of power (promise 22), also when `data` breaks off.
   */
  write(key: string, offset: number, data: Readable): Promise<WrittenPart>;
  /** From octet `from` on. @throws when the object is missing, at the first read */
  read(key: string, from?: number): Readable;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  list(): AsyncIterable<StoredObject>;
}

/** Two hex digits, a slash and a uuid: nothing else ever becomes a path. */
const keyPattern = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;
/** Pieces that go to the disk in one call, and that are read in one. */
const pieceBytes = 1024 * 1024;

/** The key of a file. uuid v7 begins with the time, so the folders are named for its random end. */
export const storageKeyOf = (fileId: string): string => `${fileId.slice(-2)}/${fileId}`;

/** The store that the configuration names. Holds nothing in memory, so it is opened for each HTTP request. */
export const openUploadStore = ({ dataFolder }: { dataFolder: string }): UploadStore =>
  openLocalUploadStore(join(dataFolder, 'uploads'));

/** Keeps each object as one file below `folder`. */
export function openLocalUploadStore(folder: string): UploadStore {
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new RangeError('storage key');
    return join(folder, key);
  };
  return {
    async write(key, offset, data) {
      const path = pathOf(key);
      const file = await openForWriting(path);
      try {
        return await writeDurably(file, offset, data);
      } finally {
        await file.close();
      }
    },
    read: (key, from = 0) => createReadStream(pathOf(key), { start: from, highWaterMark: pieceBytes }),
    remove: (key) => rm(pathOf(key), { force: true }),
    list: () => listObjects(folder),
  };
}

/** Without truncating. A new file's name is made durable too, in all folders that were made for it. */
async function openForWriting(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  await file.close();
  for (const parent of [folder, dirname(folder)]) await syncFolder(parent);
  return open(path, 'r+');
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeDurably(file: FileHandle, offset: number, data: Readable): Promise<WrittenPart> {
  let position = offset;
  let pieces: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    const octets = Buffer.concat(pieces, waitingBytes);
    [pieces, waitingBytes] = [[], 0];
    await writeAll(file, octets, position);
    position += octets.length;
  };
  let failure: Error | null = null;
  try {
    for await (const piece of data as AsyncIterable<Uint8Array>) {
      pieces.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes >= pieceBytes) await flush();
    }
  } catch (error) {
    failure = error instanceof Error ? error : new Error('part broke off', { cause: error });
  }
  await flush();
  await file.datasync();
  return { durableBytes: position - offset, failure };
}

async function writeAll(file: FileHandle, octets: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < octets.length;) {
    const { bytesWritten } = await file.write(octets, done, octets.length - done, position + done);
    done += bytesWritten;
  }
}

async function* listObjects(folder: string): AsyncIterable<StoredObject> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const key of names) {
    if (!keyPattern.test(key)) continue;
    const found = await stat(join(folder, key)).catch(() => null);
    if (found) yield { key, modifiedAt: found.mtime };
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
