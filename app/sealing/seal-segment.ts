import { fromBase64Url, toBase64Url } from './base64url.ts';
import type { Checkpoint } from './bulk-types.ts';
import type { CipherThread } from './cipher-thread.ts';
import { readPieces } from './file-pieces.ts';
import type { MessagePlan } from './message-head.ts';
import { segmentCount, segmentRange } from './message-layout.ts';
import { MessageWriter } from './message-writer.ts';
import type { CipherState, WriterPosition } from './message-writer.ts';
import { createRunningHash } from './running-hash.ts';
import type { SegmentStore } from './segment-store.ts';

/** The state before the first segment. */
export async function firstCheckpoint(): Promise<Checkpoint> {
  const emptyState = (await createRunningHash('SHA-256')).save();
  return {
    segmentIndex: 0,
    cipherState: null,
    ciphertextSha256State: emptyState,
    plaintextSha256State: emptyState,
  };
}

/**
 * Seals the segment that begins at `checkpoint`; plan, checkpoint and text fix every octet of it.
 *
 * @param onPiece called before each piece of the text; the place to pause or to throw.
 * @returns the finished segment and the state behind it.
 */
export async function sealSegment(options: {
  plan: MessagePlan;
  checkpoint: Checkpoint;
  file: Blob;
  store: SegmentStore;
  thread: CipherThread;
  onPiece: (textBytes: number) => Promise<void>;
}): Promise<{ data: Blob; next: Checkpoint }> {
  const { plan, checkpoint, file, thread, onPiece } = options;
  const { segmentIndex } = checkpoint;
  const { textFrom, textTo, ciphertextFrom, ciphertextTo } = segmentRange(plan, segmentIndex);
  const plaintextHash = await createRunningHash('SHA-256', checkpoint.plaintextSha256State);
  const staged = await options.store.create(segmentIndex, ciphertextTo - ciphertextFrom);
  try {
    const position = writerPosition(plan, checkpoint);
    const writer = await MessageWriter.create(plan, (ciphertext) => staged.write(ciphertext), {
      thread,
      ...(position && { position }),
    });
    let textBytes = textFrom;
    for await (const piece of readPieces(file, textFrom, textTo)) {
      await onPiece(textBytes);
      plaintextHash.update(piece);
      await writer.write(piece);
      textBytes += piece.length;
    }
    const isLast = segmentIndex === segmentCount(plan) - 1;
    const { cipherState, ciphertextSha256State } = await (isLast ? writer.finish() : writer.save());
    const next = {
      segmentIndex: segmentIndex + 1,
      cipherState: encodeCipherState(cipherState),
      ciphertextSha256State,
      plaintextSha256State: plaintextHash.save(),
    };
    return { data: await staged.close(), next };
  } catch (error) {
    await staged.abort();
    throw error;
  }
}

function writerPosition(plan: MessagePlan, checkpoint: Checkpoint): WriterPosition | null {
  if (checkpoint.segmentIndex === 0) return null;
  return {
    batchIndex: checkpoint.segmentIndex * plan.segmentBatches,
    cipherState: decodeCipherState(checkpoint.cipherState),
    ciphertextSha256State: checkpoint.ciphertextSha256State,
  };
}

function encodeCipherState(state: CipherState): Checkpoint['cipherState'] {
  return state && { lastBlock: toBase64Url(state.lastBlock), sha1State: state.sha1State };
}

function decodeCipherState(state: Checkpoint['cipherState']): CipherState {
  return state && { lastBlock: fromBase64Url(state.lastBlock), sha1State: state.sha1State };
}

/** SHA-256 (base64url) that belongs to a saved state. */
export async function digestOfState(state: string): Promise<string> {
  return toBase64Url((await createRunningHash('SHA-256', state)).digest());
}

/** True if `data` is what brings the ciphertext's hash from one checkpoint to the next: nothing was lost or cut. */
export async function isWholeSegment(data: Blob, before: Checkpoint, after: Checkpoint): Promise<boolean> {
  const hash = await createRunningHash('SHA-256', before.ciphertextSha256State);
  for await (const piece of readPieces(data, 0, data.size)) hash.update(piece);
  return toBase64Url(hash.digest()) === (await digestOfState(after.ciphertextSha256State));
}
