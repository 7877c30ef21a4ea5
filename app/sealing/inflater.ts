import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

/** Below this much output any ratio is fine. */
const freeBytes = 16 * 1024 * 1024;
/** Texts and disk images of the trade stay far below it; DEFLATE's own limit is 1032. */
const largestRatio = 200;

/**
 * Unpacks DEFLATE (RFC 1951) or zlib (RFC 1950) data with a limit on what may come out of how much.
 *
 * `push` waits until what it gave in has been unpacked and taken by `onPiece`, so memory stays bounded.
 */
export class Inflater {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #drained: Promise<void>;
  #inputBytes = 0;
  #outputBytes = 0;
  #failure: unknown = null;

  constructor(format: 'deflate' | 'deflate-raw', onPiece: (piece: Bytes) => Promise<void>) {
    const stream = new DecompressionStream(format);
    this.#writer = stream.writable.getWriter();
    // It also rejects what is being written; that rejection is reported by `push` and `finish`.
    this.#writer.closed.catch(() => undefined);
    this.#drained = this.#drain(stream.readable, onPiece);
    this.#drained.catch(() => undefined);
  }

  /** @throws {SealingError} `compressed_too_far`, `message_damaged`, or what `onPiece` threw. */
  async push(piece: Uint8Array): Promise<void> {
    this.#inputBytes += piece.length;
    await this.#orFailure(this.#writer.write(piece.slice()));
  }

  async finish(): Promise<void> {
    await this.#orFailure(this.#writer.close());
    await this.#orFailure(this.#drained);
  }

  async #drain(
    readable: ReadableStream<Uint8Array>,
    onPiece: (piece: Bytes) => Promise<void>,
  ): Promise<void> {
    const reader = readable.getReader();
    try {
      for (let result = await reader.read(); !result.done; result = await reader.read()) {
        this.#outputBytes += result.value.length;
        if (this.#outputBytes > freeBytes && this.#outputBytes > largestRatio * this.#inputBytes) {
          throw new SealingError('compressed_too_far');
        }
        await onPiece(new Uint8Array(result.value));
      }
    } catch (error) {
      this.#failure = error;
      await reader.cancel(error).catch(() => undefined);
      await this.#writer.abort(error).catch(() => undefined);
      throw error;
    }
  }

  async #orFailure(step: Promise<void>): Promise<void> {
    try {
      await step;
    } catch (error) {
      const failure = this.#failure ?? error;
      if (failure instanceof SealingError) throw failure;
      throw new SealingError('message_damaged', 'compressed data', { cause: failure });
    }
  }
}
