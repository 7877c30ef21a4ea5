import { Inflater } from './inflater.ts';
import { PacketFormatError, PacketSplitter, packetTags } from './openpgp-packets.ts';
import type { PacketEvent } from './openpgp-packets.ts';
import { SealingError } from './sealing-error.ts';

const ignoredTags: ReadonlySet<number> = new Set([
  packetTags.onePassSignature,
  packetTags.signature,
  packetTags.marker,
  packetTags.padding,
]);
/** Compression algorithms (RFC 9580 §9.4); bzip2 (3) is not offered: our keys do not ask for it. */
const inflateFormats: ReadonlyMap<number, 'deflate-raw' | 'zlib'> = new Map([
  [1, 'deflate-raw'],
  [2, 'zlib'],
]);

export type ContentOptions = {
  /** Gets the text in pieces that are valid during the call only. */
  sink: (piece: Uint8Array) => void;
  maxPlaintextBytes: number;
};

type Unpacked = { push(piece: Uint8Array): void; finish(): void };

/**
 * Reads what is inside an encrypted packet: one literal packet, perhaps compressed once, perhaps with signatures,
 * which are not looked at (RFC 9580 §10.3). Signatures of legal requests are the manifest's affair.
 */
export class ContentReader {
  readonly #options: ContentOptions;
  readonly #splitter = new PacketSplitter();
  readonly #isCompressed: boolean;
  #tag = 0;
  #hasContent = false;
  /** first octets of the literal packet, until all its fields are there */
  #fields: number[] = [];
  #fieldsComplete = false;
  #unpacked: Unpacked | null = null;
  #fileName = '';
  #plaintextBytes = 0;

  constructor(options: ContentOptions, isCompressed = false) {
    this.#options = options;
    this.#isCompressed = isCompressed;
  }

  /** @throws {SealingError} `message_damaged`, `message_unsupported`, `too_large`, `compressed_too_far`. */
  push(piece: Uint8Array): void {
    try {
      for (const event of this.#splitter.push(piece)) this.#take(event);
    } catch (error) {
      throw asDamage(error);
    }
  }

  /** @returns the file name in the message, an attacker's text, and the length of what went to the sink. */
  finish(): { fileName: string; plaintextBytes: number } {
    try {
      for (const event of this.#splitter.finish()) this.#take(event);
    } catch (error) {
      throw asDamage(error);
    }
    if (!this.#hasContent) throw new SealingError('message_damaged', 'no content');
    return { fileName: this.#fileName, plaintextBytes: this.#plaintextBytes };
  }

  #take(event: PacketEvent): void {
    if (event.type === 'header') return this.#begin(event.tag);
    if (ignoredTags.has(this.#tag)) return;
    if (event.type === 'end') return this.#end();
    if (this.#tag === packetTags.literalData) this.#takeLiteral(event.piece);
    else this.#takeCompressed(event.piece);
  }

  #begin(tag: number): void {
    this.#tag = tag;
    if (ignoredTags.has(tag)) return;
    const isContent = tag === packetTags.literalData || tag === packetTags.compressedData;
    if (!isContent || this.#hasContent) throw new SealingError('message_damaged', 'unexpected packet');
    // One layer is what programs make; more of them is how bombs are made.
    if (tag === packetTags.compressedData && this.#isCompressed) throw new SealingError('compressed_too_far');
    this.#hasContent = true;
  }

  #end(): void {
    if (this.#tag === packetTags.literalData && !this.#fieldsComplete)
      throw new PacketFormatError('truncated');
    if (this.#tag !== packetTags.compressedData) return;
    if (!this.#unpacked) throw new PacketFormatError('truncated');
    this.#unpacked.finish();
  }

  #takeLiteral(piece: Uint8Array): void {
    let at = 0;
    while (!this.#fieldsComplete && at < piece.length) {
      this.#fields.push(piece[at] ?? 0);
      at += 1;
      const nameBytes = this.#fields[1] ?? 0;
      this.#fieldsComplete = this.#fields.length === 6 + nameBytes;
      if (this.#fieldsComplete) this.#fileName = decodeName(this.#fields.slice(2, 2 + nameBytes));
    }
    const text = piece.subarray(at);
    this.#plaintextBytes += text.length;
    if (this.#plaintextBytes > this.#options.maxPlaintextBytes) {
      throw new SealingError(this.#isCompressed ? 'compressed_too_far' : 'too_large');
    }
    if (text.length > 0) this.#options.sink(text);
  }

  #takeCompressed(piece: Uint8Array): void {
    if (this.#unpacked) return this.#unpacked.push(piece);
    this.#unpacked = this.#openCompressed(piece[0] ?? 0);
    if (piece.length > 1) this.#unpacked.push(piece.subarray(1));
  }

  #openCompressed(algorithm: number): Unpacked {
    const content = new ContentReader(this.#options, true);
    const finishContent = () => {
      const { fileName, plaintextBytes } = content.finish();
      this.#fileName = fileName;
      this.#plaintextBytes = plaintextBytes;
    };
    if (algorithm === 0) return { push: (piece) => content.push(piece), finish: finishContent };
    const format = inflateFormats.get(algorithm);
    if (!format) throw new SealingError('message_unsupported', 'compression algorithm');
    const inflater = new Inflater(format, (piece) => content.push(piece));
    return {
      push: (piece) => inflater.push(piece),
      finish() {
        inflater.finish();
        finishContent();
      },
    };
  }
}

function decodeName(octets: number[]): string {
  const name = new TextDecoder().decode(Uint8Array.from(octets));
  // "for your eyes only", a name that is none (RFC 9580 §5.9).
  return name === '_CONSOLE' ? '' : name;
}

function asDamage(error: unknown): unknown {
  if (!(error instanceof PacketFormatError)) return error;
  return new SealingError('message_damaged', error.reason, { cause: error });
}
