import { toBase64Url } from './base64url.ts';
import { maxFileBytes } from './bulk-types.ts';
import type { OpenFileOptions, OpenedFile } from './bulk-types.ts';
import { readPieces } from './file-pieces.ts';
import { readMessage } from './message-reader.ts';
import { createRunningHash } from './running-hash.ts';
import { SealingError } from './sealing-error.ts';
import { openSegmentStore } from './segment-store.ts';
import type { SegmentStore } from './segment-store.ts';
import { findSessionKey } from './session-keys.ts';
import { TextCollector } from './text-collector.ts';

/**
 * Opens a sealed file: stages the ciphertext while comparing it with the signed manifest, then decrypts it. Runs in the
 * dedicated worker. The text is collected in blobs, which the browser keeps in its own storage: the origin private
 * file system outlives a crash and never holds plaintext. Nothing staged is left behind, whatever happens.
 *
 * @throws {SealingError} `hash_mismatch`, `download_failed`, `not_for_us`, `message_damaged`, `message_unsupported`,
 *   `too_large`, `compressed_too_far`, `storage_full`, `cancelled`.
 */
export async function openFile(options: OpenFileOptions): Promise<OpenedFile> {
  const store = await openSegmentStore(`opening-${options.fileId}`);
  try {
    const ciphertext = await download(options, store);
    return await decrypt(options, ciphertext);
  } finally {
    await store.removeAll();
  }
}

async function download(options: OpenFileOptions, store: SegmentStore): Promise<Blob> {
  const { body, expected, signal, onProgress } = options;
  const hash = await createRunningHash('SHA-256');
  const staged = await store.create(0, expected.ciphertextBytes);
  let doneBytes = 0;
  try {
    for await (const piece of piecesOf(body, signal)) {
      doneBytes += piece.length;
      if (doneBytes > expected.ciphertextBytes) throw new SealingError('hash_mismatch', 'too long');
      hash.update(piece);
      staged.write(piece);
      onProgress?.({ phase: 'downloading', doneBytes, totalBytes: expected.ciphertextBytes });
    }
    if (toBase64Url(hash.digest()) !== expected.ciphertextSha256) throw new SealingError('hash_mismatch');
    return await staged.close();
  } catch (error) {
    await staged.abort();
    throw error;
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array>, signal?: AbortSignal) {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      requireRunning(signal);
      const { value, done } = await nextPiece(reader, signal);
      requireRunning(signal);
      if (done) return;
      // Never backed by shared memory, but the stream's type does not say so.
      yield value as Uint8Array<ArrayBuffer>;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>, signal?: AbortSignal) {
  try {
    return await reader.read();
  } catch (error) {
    throw new SealingError(signal?.aborted ? 'cancelled' : 'download_failed', undefined, { cause: error });
  }
}

async function decrypt(options: OpenFileOptions, ciphertext: Blob): Promise<OpenedFile> {
  const { decryptionKeys, maxPlaintextBytes = maxFileBytes, mediaType, signal, onProgress } = options;
  const hash = await createRunningHash('SHA-256');
  const text = new TextCollector();
  async function* source() {
    let doneBytes = 0;
    for await (const piece of readPieces(ciphertext, 0, ciphertext.size)) {
      requireRunning(signal);
      yield piece;
      doneBytes += piece.length;
      onProgress?.({ phase: 'opening', doneBytes, totalBytes: ciphertext.size });
    }
  }
  const { fileName, plaintextBytes } = await readMessage({
    source: source(),
    findSessionKey: (pkesk, cipher) => findSessionKey(pkesk, cipher, decryptionKeys),
    sink(piece) {
      hash.update(piece);
      text.add(piece);
    },
    maxPlaintextBytes,
  });
  return {
    name: fileName,
    data: text.finish(mediaType ?? 'application/octet-stream'),
    plaintextBytes,
    plaintextSha256: toBase64Url(hash.digest()),
    dispose: () => Promise.resolve(),
  };
}

function requireRunning(signal?: AbortSignal): void {
  if (signal?.aborted) throw new SealingError('cancelled');
}
