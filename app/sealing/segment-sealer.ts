import { fromBase64Url, toBase64Url } from './base64url.ts';
import type { Checkpoint } from './bulk-types.ts';
import type { CipherThread } from './cipher-thread.ts';
import { readPieces } from './file-pieces.ts';
import type { MessagePlan } from './message-head.ts';
import { segmentCount, segmentRange } from './message-layout.ts';
import { MessageWriter } from './message-writer.ts';
import type { CipherState, WriterPosition } from './message-writer.ts';
import { createRunningHash } from './running-hash.ts';
import type { RunningHash } from './running-hash.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';
import type { StagedWriter } from './segment-store.ts';

/** A finished segment and the state behind it. */
export type SealedSegmentPart = { data: Blob; next: Checkpoint };

/**
 * Seals the segments of a message one after the other; plan, checkpoint and text fix every octet of them. The next one can
 * begin while the last batches of the one before are still with the cipher, so that neither thread waits between two.
 */
export class SegmentSealer {
  readonly #plan: MessagePlan;
  readonly #start: Checkpoint;
  readonly #thread: CipherThread;
  readonly #pieces: AsyncGenerator<Uint8Array>;
  /** of the piece that was read last, what belongs to the next segment */
  #rest: Uint8Array | null = null;
  #writer: MessageWriter | null = null;
  #textHash: RunningHash | null = null;
  #textBytes: number;
  #nextIndex: number;

  /** The first segment is the one that begins at `checkpoint`. */
  constructor(options: { plan: MessagePlan; checkpoint: Checkpoint; file: Blob; thread: CipherThread }) {
    this.#plan = options.plan;
    this.#start = options.checkpoint;
    this.#thread = options.thread;
    this.#nextIndex = options.checkpoint.segmentIndex;
    this.#textBytes = segmentRange(this.#plan, this.#nextIndex).textFrom;
    this.#pieces = readPieces(options.file, this.#textBytes, this.#plan.plaintextBytes);
  }

  /** The segment that `seal` makes. */
  get nextIndex(): number {
    return this.#nextIndex;
  }

  /**
   * Seals the next segment. Resolves when all of its text was taken; `sealed` when all of it is written.
   *
   * @param staged where it goes; closed at the end, or aborted when anything fails.
   * @param onPiece called before each piece of the text; the place to pause or to throw.
   */
  async seal(
    staged: StagedWriter,
    onPiece: (textBytes: number) => Promise<void>,
  ): Promise<{ sealed: Promise<SealedSegmentPart> }> {
    const { textTo } = segmentRange(this.#plan, this.#nextIndex);
    const isLast = this.#nextIndex === segmentCount(this.#plan) - 1;
    let writer: MessageWriter;
    try {
      writer = await this.#writeTo(staged);
      for await (const piece of this.#textUpTo(textTo)) {
        await onPiece(this.#textBytes);
        this.#textHash?.update(piece);
        await writer.write(piece);
        this.#textBytes += piece.length;
      }
      if (isLast) await this.#requireEnd();
    } catch (error) {
      await staged.abort();
      throw error;
    }
    this.#nextIndex += 1;
    const state = {
      segmentIndex: this.#nextIndex,
      plaintextSha256State: this.#textHash?.save() ?? null,
    };
    const sealed = finish(staged, state, isLast ? writer.finish() : writer.position());
    // It is awaited later; a failure until then must not count as unhandled.
    sealed.catch(() => undefined);
    return { sealed };
  }

  /** Lets go of the file. */
  end(): void {
    void this.#pieces.return(undefined);
  }

  async #writeTo(staged: StagedWriter): Promise<MessageWriter> {
    const emit = (ciphertext: Bytes) => staged.write(ciphertext);
    if (this.#writer) {
      this.#writer.emitTo(emit);
      return this.#writer;
    }
    const textState = this.#start.plaintextSha256State;
    if (textState !== null) this.#textHash = await createRunningHash('SHA-256', textState);
    const position = writerPosition(this.#plan, this.#start);
    const options = { thread: this.#thread, ...(position && { position }) };
    this.#writer = await MessageWriter.create(this.#plan, emit, options);
    return this.#writer;
  }

  async *#textUpTo(textTo: number): AsyncGenerator<Uint8Array> {
    while (this.#textBytes < textTo) {
      const piece = this.#rest ?? (await this.#nextPiece());
      if (!piece) throw new SealingError('file_changed', 'too short');
      const part = piece.subarray(0, textTo - this.#textBytes);
      this.#rest = part.length < piece.length ? piece.subarray(part.length) : null;
      yield part;
    }
  }

  async #nextPiece(): Promise<Uint8Array | null> {
    const { value, done } = await this.#pieces.next();
    return done ? null : value;
  }

  async #requireEnd(): Promise<void> {
    if (this.#rest ?? (await this.#nextPiece())) throw new SealingError('file_changed', 'too long');
  }
}

async function finish(
  staged: StagedWriter,
  state: Pick<Checkpoint, 'segmentIndex' | 'plaintextSha256State'>,
  position: Promise<WriterPosition>,
): Promise<SealedSegmentPart> {
  try {
    const { cipherState, ciphertextSha256State } = await position;
    const next = { ...state, cipherState: encodeCipherState(cipherState), ciphertextSha256State };
    return { data: await staged.close(), next };
  } catch (error) {
    await staged.abort();
    throw error;
  }
}

/** The state before the first segment; `hashText` says whether all that follow hash the text, too. */
export async function firstCheckpoint({ hashText }: { hashText: boolean }): Promise<Checkpoint> {
  const emptyState = (await createRunningHash('SHA-256')).save();
  return {
    segmentIndex: 0,
    cipherState: null,
    ciphertextSha256State: emptyState,
    plaintextSha256State: hashText ? emptyState : null,
  };
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
