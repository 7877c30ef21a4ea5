import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { OpenedFile, OpenProgress } from '#app/sealing/bulk-types.ts';
import type { ManifestFile } from '#app/sealing/manifest.ts';
import { SealingError } from '#app/sealing/sealing-error.ts';
import type { OpenFileInput, RoomTask } from '#app/sealing/sealing-types.ts';
import type { AttachmentEntry } from '#app/uploads/attachment-entry.ts';

/** What the sealed form says of a file. */
export type FileMeta = Pick<AttachmentEntry, 'fileId' | 'name' | 'type' | 'sizeBytes' | 'plaintextSha256'>;

/** What the signed manifest says of it. */
export type SignedFile = Pick<ManifestFile, 'fileId' | 'ciphertextBytes' | 'sha256'> & {
  /** Where it was sealed before the own team was a recipient: the session key that was handed to it, base64url. */
  handedKey?: string;
};

/** A file with the key to it that was handed to the own team later, if there is one. */
export function withHandedKey(file: SignedFile, handedKeys: Readonly<Record<string, string>>): SignedFile {
  const handedKey = handedKeys[file.fileId];
  return handedKey === undefined ? file : { ...file, handedKey };
}

/** Nothing moves for this long: the line or the browser's storage hangs, and trying again is better than waiting. */
const stallMs = 60_000;

/**
 * Downloads a sealed file and opens it in the crypto room. The ciphertext is compared with the signed manifest before
 * anything is decrypted, the text with the sealed form afterwards; only then anybody gets to see it, or it is saved.
 *
 * `done` rejects with a `SealingError`, `timed_out` when nothing moves for a minute. Call `dispose` of its result when the file is no longer shown.
 */
export function openSealedFile(
  manifestFile: SignedFile,
  meta: FileMeta,
  onProgress?: (progress: OpenProgress) => void,
  saveTo?: OpenFileInput['saveTo'],
): RoomTask<OpenedFile> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = Promise.withResolvers<never>();
  const expectProgress = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stalled.reject(new SealingError('timed_out'));
      void task.cancel();
    }, stallMs);
  };
  const task = getCryptoRoom().openFile(
    {
      source: `/files/${encodeURIComponent(manifestFile.fileId)}`,
      expected: {
        ciphertextBytes: manifestFile.ciphertextBytes,
        ciphertextSha256: manifestFile.sha256,
        ...(meta.plaintextSha256 !== null && { plaintextSha256: meta.plaintextSha256 }),
      },
      maxPlaintextBytes: meta.sizeBytes,
      ...(manifestFile.handedKey !== undefined && { handedKey: manifestFile.handedKey }),
      ...(saveTo !== undefined && { saveTo }),
    },
    (progress) => {
      expectProgress();
      onProgress?.(progress);
    },
  );
  expectProgress();
  const done = Promise.race([task.done, stalled.promise])
    .finally(() => clearTimeout(timer))
    .then(async (opened) => {
      if (manifestFile.fileId === meta.fileId && opened.plaintextBytes === meta.sizeBytes) return opened;
      await opened.dispose();
      throw new SealingError('hash_mismatch');
    });
  return { done, cancel: () => task.cancel() };
}
