/** There are not enough bits yet: the step is tried again when more input has come. */
export const needMore = Symbol('need more input');

/** Bits of a byte stream that comes in pieces, least significant first (RFC 1951 §3.1.1). */
export class BitInput {
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #bits = 0;
  #bitCount = 0;
  #mark = { at: 0, bits: 0, bitCount: 0 };

  /** Appends a piece; what was read is forgotten, so a mark holds until the next piece only. */
  append(piece: Uint8Array): void {
    const rest = this.#bytes.subarray(this.#at);
    const joined = new Uint8Array(rest.length + piece.length);
    joined.set(rest);
    joined.set(piece, rest.length);
    this.#bytes = joined;
    this.#at = 0;
  }

  /** Remembers this place for `reset`. */
  mark(): void {
    this.#mark.at = this.#at;
    this.#mark.bits = this.#bits;
    this.#mark.bitCount = this.#bitCount;
  }

  reset(): void {
    this.#at = this.#mark.at;
    this.#bits = this.#mark.bits;
    this.#bitCount = this.#mark.bitCount;
  }

  /** The next `count` (≤ 16) bits. @throws {needMore} */
  take(count: number): number {
    this.#fill(count);
    if (this.#bitCount < count) throw needMore;
    const value = this.#bits & ((1 << count) - 1);
    this.skip(count);
    return value;
  }

  /** The next `count` (≤ 16) bits, not consumed; zeros where the input ends. */
  peek(count: number): number {
    this.#fill(count);
    return this.#bits & ((1 << count) - 1);
  }

  /** Consumes `count` bits that were peeked at. @throws {needMore} when some of them were not there. */
  skip(count: number): void {
    if (count > this.#bitCount) throw needMore;
    this.#bits >>>= count;
    this.#bitCount -= count;
  }

  /** Throws away the bits up to the next whole octet. */
  align(): void {
    this.skip(this.#bitCount & 7);
  }

  /** Up to `count` octets as a view; only where no bits of an octet are left over. */
  takeOctets(count: number): Uint8Array {
    if (this.#bitCount > 0) throw new RangeError('not between octets');
    const octets = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += octets.length;
    return octets;
  }

  #fill(count: number): void {
    while (this.#bitCount < count && this.#at < this.#bytes.length) {
      this.#bits |= (this.#bytes[this.#at] as number) << this.#bitCount;
      this.#at += 1;
      this.#bitCount += 8;
    }
  }
}
