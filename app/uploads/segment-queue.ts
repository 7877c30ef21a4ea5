import type { SealedSegment } from '#app/sealing/bulk-types.ts';
import { SealingError } from '#app/sealing/sealing-error.ts';

type Waiter = { offset: number; resolve: (segment: SealedSegment) => void; reject: (error: unknown) => void };

/** Sealed segments between the worker, which makes them, and the connection, which sends them. */
export class SegmentQueue {
  readonly #segments = new Map<number, SealedSegment>();
  #waiter: Waiter | null = null;
  #failure: { error: unknown } | null = null;
  /** Up to here segments were let go. */
  #releasedBytes = 0;

  add(segment: SealedSegment): void {
    this.#segments.set(segment.index, segment);
    this.#wake();
  }

  /** No more segments will come. Those that are here can still be taken. */
  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake();
  }

  /**
   * The segment that holds this octet of the message, as soon as there is one. One caller at a time.
   * @throws what `fail` was told, the signal's reason, or `resume_impossible` for what was let go already
   */
  async at(offset: number, signal: AbortSignal): Promise<SealedSegment> {
    signal.throwIfAborted();
    if (offset < this.#releasedBytes) throw new SealingError('resume_impossible', 'the server lost octets');
    const onAbort = () => this.#waiter?.reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.#waiter = { offset, resolve, reject };
        this.#wake();
      });
    } finally {
      this.#waiter = null;
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Lets go of the segments that the server has in full, and says which. */
  releaseBefore(offset: number): number[] {
    const released: number[] = [];
    for (const [index, segment] of this.#segments) {
      const end = segment.offset + segment.sizeBytes;
      if (end > offset) continue;
      this.#releasedBytes = Math.max(this.#releasedBytes, end);
      this.#segments.delete(index);
      released.push(index);
    }
    return released;
  }

  #wake(): void {
    const waiter = this.#waiter;
    if (!waiter) return;
    for (const segment of this.#segments.values()) {
      const isIn = segment.offset <= waiter.offset && waiter.offset < segment.offset + segment.sizeBytes;
      if (isIn) return waiter.resolve(segment);
    }
    if (this.#failure) waiter.reject(this.#failure.error);
  }
}
