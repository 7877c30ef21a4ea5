import { toBase64Url } from './base64url.ts';
import { maxFileBytes } from './bulk-types.ts';
import type { OpenFileOptions, OpenedText } from './bulk-types.ts';
import { readPieces } from './file-pieces.ts';
import { readMessage } from './message-reader.ts';
import { openPlaintextTarget } from './plaintext-target.ts';
import { createRunningHash } from './running-hash.ts';
import { SealingError } from './sealing-error.ts';
import type { SegmentStore } from './segment-store.ts';
import { findSessionKey } from './session-keys.ts';
import { openTemporaryStore, removeTemporaryStore } from './temporary-stores.ts';

/**
 * Opens a sealed file: stages the ciphertext while comparing it with the signed manifest, then decrypts it. Runs in the
 * dedicated worker. The text is collected in blobs, which the browser keeps in its own storage, or goes to a file piece
 * by piece. No ciphertext is left behind, whatever happens; of a text that fails the check, nothing is.
 *
 * @throws {SealingError} `hash_mismatch`, `download_failed`, `not_for_us`, `message_damaged`, `message_unsupported`,
 *   `too_large`, `compressed_too_far`, `storage_full`, `cancelled`.
 */
export async function openFile(options: OpenFileOptions): Promise<OpenedText> {
  const { name, store } = await openTemporaryStore('opening');
  try {
    const ciphertext = await download(options, store);
    return await decrypt(options, ciphertext);
  } finally {
    await removeTemporaryStore(name);
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

async function decrypt(options: OpenFileOptions, ciphertext: Blob): Promise<OpenedText> {
  const {
    decryptionKeys,
    handedKey,
    maxPlaintextBytes = maxFileBytes,
    signal,
    onProgress,
    expected,
  } = options;
  const hash = expected.plaintextSha256 === undefined ? null : await createRunningHash('SHA-256');
  const target = await openPlaintextTarget(options);
  async function* source() {
    let doneBytes = 0;
    for await (const piece of readPieces(ciphertext, 0, ciphertext.size)) {
      requireRunning(signal);
      yield piece;
      await target.settle();
      doneBytes += piece.length;
      onProgress?.({ phase: 'opening', doneBytes, totalBytes: ciphertext.size });
    }
  }
  try {
    const { fileName, plaintextBytes } = await readMessage({
      source: source(),
      findSessionKey: (pkesk, cipher) => findSessionKey(handedKey ?? pkesk, cipher, decryptionKeys),
      sink(piece) {
        hash?.update(piece);
        target.add(piece);
      },
      maxPlaintextBytes,
    });
    if (hash && toBase64Url(hash.digest()) !== expected.plaintextSha256)
      throw new SealingError('hash_mismatch', 'text');
    const data = await target.finish();
    return { name: fileName, data, plaintextBytes, privateFolder: target.privateFolder };
  } catch (error) {
    await target.abort();
    throw error;
  }
}

function requireRunning(signal?: AbortSignal): void {
  if (signal?.aborted) throw new SealingError('cancelled');
}
