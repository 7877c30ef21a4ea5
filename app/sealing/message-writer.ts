import type { BatchCipher, CipherPosition } from './batch-ciphers.ts';
import { openSameThread } from './cipher-thread.ts';
import type { CipherThread } from './cipher-thread.ts';
import { blockBytes } from './cfb.ts';
import type { MessagePlan } from './message-head.ts';
import {
  batchBytes,
  encryptedStart,
  innerStart,
  outerStart,
  plaintextBytesBefore,
} from './message-layout.ts';
import { createMdc } from './message-mdc.ts';
import type { Mdc } from './message-mdc.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

/** State of a cipher at the end of a batch; SEIPDv1 only. The SHA-1 state holds octets of the plaintext: keep it secret. */
export type CipherState = { lastBlock: Bytes; sha1State: string } | null;

/** Where a writer stands at the end of a batch; secret, because it may hold octets of the plaintext. */
export type WriterPosition = { batchIndex: number; cipherState: CipherState; ciphertextSha256State: string };

/** As many batches are with the cipher while the next one is filled: enough that neither thread waits for the other. */
const batchesAhead = 3;

/** Gets the ciphertext in order. It must not keep the octets, whose memory is used again. */
export type Emit = (ciphertext: Bytes) => void;

/**
 * Writes an OpenPGP message: PKESK packets, then one SEIPD packet around one literal packet (RFC 9580 §10.3). Binary,
 * uncompressed, with lengths that are definite and known beforehand. Batches are encrypted by the cipher thread while
 * the next ones are hashed and filled, and passed on when they come back.
 */
export class MessageWriter {
  readonly #plan: MessagePlan;
  readonly #cipher: BatchCipher;
  readonly #mdc: Mdc | null;
  readonly #thread: CipherThread;
  #emit: Emit;
  /** 16 octets of room (see cfb.ts), then the batch */
  #buffer: Bytes;
  #filledBytes = 0;
  #batchIndex: number;
  #plaintextBytes: number;
  /** Resolves when all that was given to the cipher so far is emitted. */
  #emitted: Promise<void> = Promise.resolve();
  /** The same after each of the last batches, oldest first. */
  readonly #ahead: Promise<void>[] = [];

  private constructor(options: {
    plan: MessagePlan;
    cipher: BatchCipher;
    mdc: Mdc | null;
    thread: CipherThread;
    emit: Emit;
    batchIndex: number;
  }) {
    this.#plan = options.plan;
    this.#cipher = options.cipher;
    this.#mdc = options.mdc;
    this.#thread = options.thread;
    this.#emit = options.emit;
    this.#buffer = options.thread.buffers.take();
    this.#batchIndex = options.batchIndex;
    this.#plaintextBytes = plaintextBytesBefore(options.plan, options.batchIndex);
  }

  /**
   * @param position result of `position()` of a writer with the same plan, to go on from there. Going on with a text
   *   other than the first time would encrypt two texts under one key stream: the caller compares them first.
   * @param thread where to encrypt; without it, here.
   */
  static async create(
    plan: MessagePlan,
    emit: Emit,
    { position, thread = openSameThread() }: { position?: WriterPosition; thread?: CipherThread } = {},
  ): Promise<MessageWriter> {
    const { format, sessionKey, random } = plan;
    const cipher = await thread.begin({ format, sessionKey, random, from: cipherPosition(position) });
    const mdc = format === 'seipd1' ? await createMdc(position?.cipherState?.sha1State) : null;
    const batchIndex = position?.batchIndex ?? 0;
    const writer = new MessageWriter({ plan, cipher, mdc, thread, emit, batchIndex });
    if (!position) {
      for (const part of [...outerStart(plan), encryptedStart(plan)]) {
        cipher.pass(part);
        emit(part);
      }
      for (const part of innerStart(plan)) await writer.#put(part);
    }
    return writer;
  }

  /** Where everything goes that is written from now on. Only at the end of a batch. */
  emitTo(emit: Emit): void {
    this.#emit = emit;
  }

  /** Encrypts the next part of the text. The piece may be reused when the promise has resolved. */
  async write(piece: Uint8Array): Promise<void> {
    this.#plaintextBytes += piece.length;
    if (this.#plaintextBytes > this.#plan.plaintextBytes) throw new SealingError('file_changed', 'too long');
    await this.#put(piece);
  }

  /**
   * Ends the message.
   * @returns the position behind it, whose only use is the hash of the whole ciphertext.
   * @throws {SealingError} `file_changed` when the text was shorter than announced.
   */
  async finish(): Promise<WriterPosition> {
    if (this.#plaintextBytes !== this.#plan.plaintextBytes)
      throw new SealingError('file_changed', 'too short');
    for (const part of this.#mdc?.packet() ?? []) await this.#copy(part);
    const innerBytes = this.#batchIndex * batchBytes + this.#filledBytes;
    if (this.#filledBytes > 0) await this.#encryptBatch();
    await this.#emitted;
    this.#emit(await this.#cipher.outerEnd(this.#batchIndex, innerBytes));
    const { ciphertextSha256State } = await this.#cipher.save();
    return { batchIndex: this.#batchIndex, cipherState: null, ciphertextSha256State };
  }

  /**
   * The position behind what was written so far, when all of that is emitted; more may be written meanwhile. Only at the
   * end of a batch.
   */
  async position(): Promise<WriterPosition> {
    if (this.#filledBytes > 0) throw new RangeError('not at the end of a batch');
    const batchIndex = this.#batchIndex;
    const sha1State = this.#mdc?.save();
    const [{ lastBlock, ciphertextSha256State }] = await Promise.all([this.#cipher.save(), this.#emitted]);
    const cipherState = lastBlock && sha1State !== undefined ? { lastBlock, sha1State } : null;
    return { batchIndex, cipherState, ciphertextSha256State };
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#mdc?.hash(bytes);
    await this.#copy(bytes);
  }

  async #copy(bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.length) {
      const part = bytes.subarray(at, at + batchBytes - this.#filledBytes);
      this.#buffer.set(part, blockBytes + this.#filledBytes);
      this.#filledBytes += part.length;
      at += part.length;
      if (this.#filledBytes === batchBytes) await this.#encryptBatch();
    }
  }

  async #encryptBatch(): Promise<void> {
    const padded = this.#buffer.subarray(0, blockBytes + this.#filledBytes);
    const encrypted = this.#cipher.encrypt(this.#batchIndex, padded);
    this.#emitted = this.#emitAfter(this.#emitted, encrypted, this.#emit);
    // Both are awaited later; a failure until then must not count as unhandled.
    for (const promise of [encrypted, this.#emitted]) promise.catch(() => undefined);
    this.#ahead.push(this.#emitted);
    this.#batchIndex += 1;
    this.#filledBytes = 0;
    if (this.#ahead.length > batchesAhead) await this.#ahead.shift();
    this.#buffer = this.#thread.buffers.take();
  }

  async #emitAfter(before: Promise<void>, encrypted: Promise<Bytes>, emit: Emit): Promise<void> {
    await before;
    const ciphertext = await encrypted;
    emit(ciphertext);
    this.#thread.buffers.giveBack(ciphertext);
  }
}

function cipherPosition(position?: WriterPosition): CipherPosition | null {
  if (!position) return null;
  const { cipherState, ciphertextSha256State } = position;
  return { lastBlock: cipherState?.lastBlock ?? null, ciphertextSha256State };
}
