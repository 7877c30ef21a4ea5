import { createBatchCipher } from './batch-ciphers.ts';
import type { BatchCipher, CipherState } from './batch-ciphers.ts';
import { blockBytes } from './cfb.ts';
import type { MessagePlan } from './message-head.ts';
import { batchBytes, innerStart, outerStart, plaintextBytesBefore } from './message-layout.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

/** Where a writer stands at the end of a batch; secret, because it may hold octets of the plaintext. */
export type WriterPosition = { batchIndex: number; cipherState: CipherState };

/**
 * Writes an OpenPGP message: PKESK packets, then one SEIPD packet around one literal packet (RFC 9580 §10.3). Binary,
 * uncompressed, with lengths that are definite and known beforehand. One batch is encrypted by WebCrypto on another
 * thread while the next one is hashed and filled, and the one before is passed on.
 */
export class MessageWriter {
  readonly #plan: MessagePlan;
  readonly #cipher: BatchCipher;
  readonly #emit: (ciphertext: Bytes) => void;
  /** two buffers in turn: 16 zero octets (see cfb.ts), then the batch */
  #buffer = new Uint8Array(blockBytes + batchBytes);
  #spareBuffer = new Uint8Array(blockBytes + batchBytes);
  #filledBytes = 0;
  #batchIndex: number;
  #plaintextBytes: number;
  #inFlight: Promise<Bytes> | null = null;

  private constructor(options: {
    plan: MessagePlan;
    cipher: BatchCipher;
    emit: (ciphertext: Bytes) => void;
    batchIndex: number;
  }) {
    this.#plan = options.plan;
    this.#cipher = options.cipher;
    this.#emit = options.emit;
    this.#batchIndex = options.batchIndex;
    this.#plaintextBytes = plaintextBytesBefore(options.plan, options.batchIndex);
  }

  /**
   * @param emit gets the ciphertext in order; it may keep the octets.
   * @param position result of `save()` of a writer with the same plan, to go on from there. Going on with a text
   *   other than the first time would encrypt two texts under one key stream: the caller compares them first.
   */
  static async create(
    plan: MessagePlan,
    emit: (ciphertext: Bytes) => void,
    position?: WriterPosition,
  ): Promise<MessageWriter> {
    const cipher = await createBatchCipher(plan, position?.cipherState ?? null);
    const writer = new MessageWriter({ plan, cipher, emit, batchIndex: position?.batchIndex ?? 0 });
    if (!position) {
      for (const part of [...outerStart(plan), cipher.start]) emit(part);
      for (const part of innerStart(plan)) await writer.#put(part);
    }
    return writer;
  }

  /** Encrypts the next part of the text. The piece may be reused when the promise has resolved. */
  async write(piece: Uint8Array): Promise<void> {
    this.#plaintextBytes += piece.length;
    if (this.#plaintextBytes > this.#plan.plaintextBytes) throw new SealingError('file_changed', 'too long');
    await this.#put(piece);
  }

  /** Ends the message. @throws {SealingError} `file_changed` when the text was shorter than announced. */
  async finish(): Promise<void> {
    if (this.#plaintextBytes !== this.#plan.plaintextBytes)
      throw new SealingError('file_changed', 'too short');
    const [mdcHeader, mdc] = this.#cipher.innerEnd();
    if (mdcHeader && mdc) {
      await this.#copy(mdcHeader);
      await this.#copy(mdc);
    }
    const innerBytes = this.#batchIndex * batchBytes + this.#filledBytes;
    if (this.#filledBytes > 0) await this.#encryptBatch();
    await this.#drain();
    this.#emit(await this.#cipher.outerEnd(this.#batchIndex, innerBytes));
  }

  /** Emits everything that is ready and tells the position. Only at the end of a batch. */
  async save(): Promise<WriterPosition> {
    if (this.#filledBytes > 0) throw new RangeError('not at the end of a batch');
    await this.#drain();
    return { batchIndex: this.#batchIndex, cipherState: this.#cipher.save() };
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#cipher.hash(bytes);
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
    const before = await this.#inFlight;
    const padded = this.#buffer.subarray(0, blockBytes + this.#filledBytes);
    this.#inFlight = this.#cipher.encrypt(this.#batchIndex, padded);
    // It is awaited with the next batch; a failure until then must not count as unhandled.
    this.#inFlight.catch(() => undefined);
    [this.#buffer, this.#spareBuffer] = [this.#spareBuffer, this.#buffer];
    this.#batchIndex += 1;
    this.#filledBytes = 0;
    if (before) this.#emit(before);
  }

  async #drain(): Promise<void> {
    const last = await this.#inFlight;
    this.#inFlight = null;
    if (last) this.#emit(last);
  }
}
