import { SealingError } from './sealing-error.ts';

/** More segments than these do not wait for the server at a time: 64 MiB of the person's disk. */
export const segmentsAhead = 4;

/** The caller's hand on a running `sealFile`: back-pressure, pausing; cancelling is the `AbortSignal`'s. */
export class SealControl {
  readonly #outstanding = new Set<number>();
  #isPaused = false;
  #onRelease: (segmentIndex: number) => void = () => undefined;
  #wakers: (() => void)[] = [];

  /** The server has acknowledged this segment: its file is deleted, and another one may be made. */
  releaseSegment(segmentIndex: number): void {
    if (!this.#outstanding.delete(segmentIndex)) return;
    this.#onRelease(segmentIndex);
    this.#wake();
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#wake();
  }

  /** For `sealFile`: the segment is handed over and occupies a place until it is released. */
  occupy(segmentIndex: number): void {
    this.#outstanding.add(segmentIndex);
  }

  /** For `sealFile`: the lowest segment that is handed over and not released; `fallback` if there is none. */
  firstOutstanding(fallback: number): number {
    return Math.min(fallback, ...this.#outstanding);
  }

  /** For `sealFile`: what to do when a segment is released. */
  onRelease(listener: (segmentIndex: number) => void): void {
    this.#onRelease = listener;
  }

  /** For `sealFile`: resolves when not paused. @throws {SealingError} `cancelled` */
  async waitWhilePaused(signal?: AbortSignal): Promise<void> {
    await this.#waitUntil(() => !this.#isPaused, signal);
  }

  /** For `sealFile`: resolves when another segment may be made. @throws {SealingError} `cancelled` */
  async waitForPlace(signal?: AbortSignal): Promise<void> {
    await this.#waitUntil(() => !this.#isPaused && this.#outstanding.size < segmentsAhead, signal);
  }

  async #waitUntil(condition: () => boolean, signal?: AbortSignal): Promise<void> {
    const wake = () => this.#wake();
    signal?.addEventListener('abort', wake);
    try {
      while (!signal?.aborted && !condition()) {
        await new Promise<void>((resolve) => this.#wakers.push(resolve));
      }
    } finally {
      signal?.removeEventListener('abort', wake);
    }
    if (signal?.aborted) throw new SealingError('cancelled');
  }

  #wake(): void {
    const wakers = this.#wakers;
    this.#wakers = [];
    for (const wake of wakers) wake();
  }
}
