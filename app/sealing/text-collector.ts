const bufferBytes = 4 * 1024 * 1024;

/**
 * Collects pieces into one blob. Each full buffer becomes a blob of its own, which the browser moves out of the
 * worker's memory, and to disk if need be.
 */
export class TextCollector {
  #blobs: Blob[] = [];
  #buffer = new Uint8Array(bufferBytes);
  #filledBytes = 0;

  /** Copies the piece. */
  add(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length) {
      const part = piece.subarray(at, at + bufferBytes - this.#filledBytes);
      this.#buffer.set(part, this.#filledBytes);
      this.#filledBytes += part.length;
      at += part.length;
      if (this.#filledBytes === bufferBytes) this.#flush();
    }
  }

  finish(mediaType: string): Blob {
    this.#flush();
    return new Blob(this.#blobs, { type: mediaType });
  }

  #flush(): void {
    // `Blob` copies the octets, so the buffer can be used again.
    this.#blobs.push(new Blob([this.#buffer.subarray(0, this.#filledBytes)]));
    this.#filledBytes = 0;
  }
}
