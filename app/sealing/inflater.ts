import { BitInput, needMore } from './bit-input.ts';
import { HuffmanError, buildHuffmanCode } from './huffman-code.ts';
import type { HuffmanCode } from './huffman-code.ts';
import { SealingError } from './sealing-error.ts';

/** Below this much output any ratio is fine. */
const freeBytes = 16 * 1024 * 1024;
/** Documents and logs stay far below it; DEFLATE's own limit is 1032. */
const largestRatio = 200;

const windowBytes = 32 * 1024;
const outputBytes = 128 * 1024;

/** Base values and extra bits of length and distance symbols (RFC 1951 §3.2.5). */
const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthExtraBits = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const fixedLengths = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
const fixedLiterals = buildHuffmanCode(fixedLengths);
const fixedDistances = buildHuffmanCode(new Uint8Array(30).fill(5));

type Step = 'zlib_header' | 'block' | 'stored' | 'symbols' | 'done';

/**
 * Unpacks DEFLATE (RFC 1951) or zlib data (RFC 1950) in pieces, with a limit on what may come out of how much.
 *
 * Not `DecompressionStream`: it fails on octets behind the end, and Sequoia (0.27, by default) hides the length of a
 * message by just such octets. zlib's checksum is not looked at, because MDC or tags cover everything.
 */
export class Inflater {
  readonly #sink: (piece: Uint8Array) => void;
  readonly #input = new BitInput();
  /** the window of the last 32 KiB, and what is new */
  readonly #output = new Uint8Array(windowBytes + outputBytes);
  #outputEnd = windowBytes;
  #flushedTo = windowBytes;
  #producedBytes = 0;
  #consumedBytes = 0;
  #step: Step;
  #isLastBlock = false;
  #storedBytes = 0;
  #literals: HuffmanCode = fixedLiterals;
  #distances: HuffmanCode = fixedDistances;

  /** @param sink gets the output in pieces that are valid during the call only. */
  constructor(format: 'deflate-raw' | 'zlib', sink: (piece: Uint8Array) => void) {
    this.#sink = sink;
    this.#step = format === 'zlib' ? 'zlib_header' : 'block';
  }

  /** Octets behind the end are ignored. @throws {SealingError} `message_damaged`, `compressed_too_far`. */
  push(piece: Uint8Array): void {
    if (this.#step === 'done') return;
    this.#consumedBytes += piece.length;
    this.#input.append(piece);
    try {
      for (;;) {
        if (this.#isDone()) break;
        this.#input.mark();
        this.#run();
      }
    } catch (error) {
      if (error instanceof HuffmanError)
        throw new SealingError('message_damaged', 'compressed data', { cause: error });
      if (error !== needMore) throw error;
      this.#input.reset();
    }
    this.#flush();
  }

  /** @throws {SealingError} `message_damaged` when the end has not come. */
  finish(): void {
    if (this.#step !== 'done') throw new SealingError('message_damaged', 'compressed data ends early');
  }

  #isDone(): boolean {
    return this.#step === 'done';
  }

  #run(): void {
    if (this.#step === 'symbols') return this.#copySymbols();
    if (this.#step === 'stored') return this.#copyStored();
    if (this.#step === 'block') return this.#beginBlock();
    const header = this.#input.take(8) * 256 + this.#input.take(8);
    const isZlib = header % 31 === 0 && ((header >> 8) & 0x0f) === 8 && (header & 0x20) === 0;
    if (!isZlib) throw new SealingError('message_damaged', 'no zlib header');
    this.#step = 'block';
  }

  #beginBlock(): void {
    const isLast = this.#input.take(1) === 1;
    const type = this.#input.take(2);
    if (type === 3) throw new SealingError('message_damaged', 'block type');
    if (type === 0) this.#storedBytes = this.#readStoredLength();
    if (type === 1) [this.#literals, this.#distances] = [fixedLiterals, fixedDistances];
    if (type === 2) [this.#literals, this.#distances] = this.#readCodes();
    // Only now, because a step that lacks input is done again from its beginning.
    this.#isLastBlock = isLast;
    this.#step = type === 0 ? 'stored' : 'symbols';
  }

  /** Reading 32 bits from the beginning of an octet leaves no bits over, whatever was peeked at before. */
  #readStoredLength(): number {
    this.#input.align();
    const length = this.#input.take(16);
    if (this.#input.take(16) !== (length ^ 0xffff))
      throw new SealingError('message_damaged', 'stored length');
    return length;
  }

  /** The codes of a dynamic block (RFC 1951 §3.2.7). */
  #readCodes(): [HuffmanCode, HuffmanCode] {
    const literalCount = this.#input.take(5) + 257;
    const distanceCount = this.#input.take(5) + 1;
    const codeLengthCount = this.#input.take(4) + 4;
    const codeLengths = new Uint8Array(19);
    for (const symbol of codeLengthOrder.slice(0, codeLengthCount)) codeLengths[symbol] = this.#input.take(3);
    const lengths = this.#readLengths(buildHuffmanCode(codeLengths), literalCount + distanceCount);
    return [
      buildHuffmanCode(lengths.subarray(0, literalCount)),
      buildHuffmanCode(lengths.subarray(literalCount)),
    ];
  }

  #readLengths(code: HuffmanCode, count: number): Uint8Array {
    const lengths = new Uint8Array(count);
    let at = 0;
    while (at < count) {
      const symbol = this.#takeSymbol(code);
      if (symbol < 16) {
        lengths[at] = symbol;
        at += 1;
        continue;
      }
      const repeated = symbol === 16 ? lengths[at - 1] : 0;
      const times =
        symbol === 16
          ? 3 + this.#input.take(2)
          : symbol === 17
            ? 3 + this.#input.take(3)
            : 11 + this.#input.take(7);
      if (repeated === undefined || at + times > count)
        throw new SealingError('message_damaged', 'code lengths');
      lengths.fill(repeated, at, at + times);
      at += times;
    }
    return lengths;
  }

  #takeSymbol({ table, maxBits }: HuffmanCode): number {
    const entry = table[this.#input.peek(maxBits)] as number;
    const length = entry & 15;
    if (length > 0) {
      this.#input.skip(length);
      return entry >> 4;
    }
    // No code begins like this; or only zeros were seen, because the input has not come yet.
    this.#input.take(maxBits);
    throw new SealingError('message_damaged', 'unknown code');
  }

  #copyStored(): void {
    if (this.#outputEnd === this.#output.length) this.#makeRoom();
    const wanted = Math.min(this.#storedBytes, this.#output.length - this.#outputEnd);
    const octets = this.#input.takeOctets(wanted);
    this.#output.set(octets, this.#outputEnd);
    this.#outputEnd += octets.length;
    this.#storedBytes -= octets.length;
    if (this.#storedBytes === 0) return this.#endBlock();
    if (octets.length < wanted) {
      this.#input.mark();
      throw needMore;
    }
  }

  #copySymbols(): void {
    for (;;) {
      this.#input.mark();
      const symbol = this.#takeSymbol(this.#literals);
      if (symbol === 256) return this.#endBlock();
      if (symbol > 256) this.#copyMatch(symbol - 257);
      else {
        if (this.#outputEnd === this.#output.length) this.#makeRoom();
        this.#output[this.#outputEnd] = symbol;
        this.#outputEnd += 1;
      }
    }
  }

  #copyMatch(lengthSymbol: number): void {
    const base = lengthBases[lengthSymbol];
    if (base === undefined) throw new SealingError('message_damaged', 'length symbol');
    const length = base + this.#input.take(lengthExtraBits[lengthSymbol] ?? 0);
    const distanceSymbol = this.#takeSymbol(this.#distances);
    const distanceBase = distanceBases[distanceSymbol];
    if (distanceBase === undefined) throw new SealingError('message_damaged', 'distance symbol');
    const distance = distanceBase + this.#input.take(Math.max(0, (distanceSymbol >> 1) - 1));
    if (distance > this.#producedBytes + this.#outputEnd - this.#flushedTo) {
      throw new SealingError('message_damaged', 'distance before the beginning');
    }
    if (this.#outputEnd + length > this.#output.length) this.#makeRoom();
    const output = this.#output;
    let to = this.#outputEnd;
    for (let from = to - distance; from < this.#outputEnd - distance + length; from += 1) {
      output[to] = output[from] as number;
      to += 1;
    }
    this.#outputEnd = to;
  }

  #endBlock(): void {
    this.#step = this.#isLastBlock ? 'done' : 'block';
  }

  /** Passes on what is new, and moves the window to the beginning of the buffer. */
  #makeRoom(): void {
    this.#flush();
    this.#output.copyWithin(0, this.#outputEnd - windowBytes, this.#outputEnd);
    this.#outputEnd = windowBytes;
    this.#flushedTo = windowBytes;
  }

  #flush(): void {
    const piece = this.#output.subarray(this.#flushedTo, this.#outputEnd);
    this.#producedBytes += piece.length;
    this.#flushedTo = this.#outputEnd;
    if (this.#producedBytes > freeBytes && this.#producedBytes > largestRatio * this.#consumedBytes) {
      throw new SealingError('compressed_too_far');
    }
    if (piece.length > 0) this.#sink(piece);
  }
}
