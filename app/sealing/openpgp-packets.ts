import type { Bytes } from './sealing-types.ts';

/** Packet type ids that this project writes or reads (RFC 9580 §5). */
export const packetTags = {
  publicKeyEncryptedSessionKey: 1,
  signature: 2,
  symmetricKeyEncryptedSessionKey: 3,
  onePassSignature: 4,
  compressedData: 8,
  symmetricallyEncryptedData: 9,
  marker: 10,
  literalData: 11,
  seipd: 18,
  modificationDetectionCode: 19,
  aeadEncryptedData: 20,
  padding: 21,
} as const;

/** Octets of a new-format packet header for a body of `bodyBytes` (RFC 9580 §4.2.1). */
export function packetHeaderBytes(bodyBytes: number): number {
  if (bodyBytes < 192) return 2;
  return bodyBytes < 8384 ? 3 : 6;
}

/**
 * New-format packet header with a definite length (RFC 9580 §4.2.1), in its shortest form.
 *
 * @throws {RangeError} when `bodyBytes` does not fit in four octets.
 */
export function encodePacketHeader(tag: number, bodyBytes: number): Bytes {
  if (!Number.isInteger(bodyBytes) || bodyBytes < 0 || bodyBytes > 0xffffffff) {
    throw new RangeError('packet body does not fit in a definite length');
  }
  const first = 0xc0 | tag;
  if (bodyBytes < 192) return Uint8Array.of(first, bodyBytes);
  if (bodyBytes < 8384) {
    const rest = bodyBytes - 192;
    return Uint8Array.of(first, (rest >> 8) + 192, rest & 0xff);
  }
  const header = Uint8Array.of(first, 0xff, 0, 0, 0, 0);
  new DataView(header.buffer).setUint32(2, bodyBytes);
  return header;
}

export type PacketFormatReason =
  'not_a_packet' | 'reserved_packet_type' | 'bad_partial_length' | 'indeterminate_length' | 'truncated';

/** The octets are not OpenPGP packets; `reason` is for logs and verdicts. */
export class PacketFormatError extends Error {
  readonly reason: PacketFormatReason;

  constructor(reason: PacketFormatReason) {
    super(reason);
    this.name = 'PacketFormatError';
    this.reason = reason;
  }
}

/** `partial`: the length of the whole body is not known at its beginning (`bodyBytes` is null then). */
export type PacketEvent =
  | { type: 'header'; tag: number; bodyBytes: number | null }
  | { type: 'body'; piece: Uint8Array }
  | { type: 'end' };

type Place = 'tag' | 'length' | 'body';

const partialTags: ReadonlySet<number> = new Set([
  packetTags.compressedData,
  packetTags.symmetricallyEncryptedData,
  packetTags.literalData,
  packetTags.seipd,
  packetTags.aeadEncryptedData,
]);

/**
 * Splits a stream of octets, given in pieces of any size, into packets (RFC 9580 §4.2): new and old format,
 * partial lengths, old-format indeterminate lengths for data packets. Holds at most one header, never a body:
 * `body` events are views of the piece that was pushed.
 */
export class PacketSplitter {
  #place: Place = 'tag';
  #tag = 0;
  #isNewFormat = true;
  /** length octets seen so far, and how many are needed (0: not known before the first one) */
  #lengthOctets: number[] = [];
  #lengthOctetsNeeded = 0;
  #remainingBytes = 0;
  #isPartial = false;
  #isContinuation = false;

  /** @throws {PacketFormatError} at the first octet that cannot be right. */
  *push(piece: Uint8Array): Generator<PacketEvent> {
    let at = 0;
    while (at < piece.length) {
      if (this.#place === 'body') {
        const taken = Math.min(this.#remainingBytes, piece.length - at);
        yield { type: 'body', piece: piece.subarray(at, at + taken) };
        this.#remainingBytes -= taken;
        at += taken;
        if (this.#remainingBytes === 0) yield* this.#endPart();
        continue;
      }
      const octet = piece[at] ?? 0;
      at += 1;
      if (this.#place === 'tag') yield* this.#readTag(octet);
      else yield* this.#readLengthOctet(octet);
    }
  }

  /** Ends the stream. @throws {PacketFormatError} `truncated` when it ends inside a packet. */
  *finish(): Generator<PacketEvent> {
    if (this.#place === 'body' && this.#remainingBytes === Infinity) {
      this.#place = 'tag';
      yield { type: 'end' };
    }
    if (this.#place !== 'tag') throw new PacketFormatError('truncated');
  }

  *#readTag(octet: number): Generator<PacketEvent> {
    if ((octet & 0x80) === 0) throw new PacketFormatError('not_a_packet');
    this.#isNewFormat = (octet & 0x40) !== 0;
    this.#tag = this.#isNewFormat ? octet & 0x3f : (octet >> 2) & 0x0f;
    if (this.#tag === 0) throw new PacketFormatError('reserved_packet_type');
    this.#isContinuation = false;
    this.#expectLength(this.#isNewFormat ? 0 : ([1, 2, 4, 0][octet & 3] ?? 0));
    if (this.#isNewFormat || (octet & 3) !== 3) return;
    if (!partialTags.has(this.#tag)) throw new PacketFormatError('indeterminate_length');
    this.#isPartial = false;
    this.#remainingBytes = Infinity;
    this.#place = 'body';
    yield { type: 'header', tag: this.#tag, bodyBytes: null };
  }

  #expectLength(octets: number): void {
    this.#place = 'length';
    this.#lengthOctets.length = 0;
    this.#lengthOctetsNeeded = octets;
  }

  *#readLengthOctet(octet: number): Generator<PacketEvent> {
    this.#lengthOctets.push(octet);
    if (this.#lengthOctetsNeeded === 0) {
      if (octet >= 224 && octet < 255) return yield* this.#beginPart(2 ** (octet & 0x1f), true);
      this.#lengthOctetsNeeded = octet < 192 ? 1 : octet < 224 ? 2 : 5;
    }
    if (this.#lengthOctets.length === this.#lengthOctetsNeeded) yield* this.#beginPart(this.#length(), false);
  }

  #length(): number {
    const [first = 0, second = 0] = this.#lengthOctets;
    if (this.#isNewFormat && this.#lengthOctetsNeeded === 2) return ((first - 192) << 8) + second + 192;
    const octets = this.#lengthOctetsNeeded === 5 ? this.#lengthOctets.slice(1) : this.#lengthOctets;
    return octets.reduce((length, octet) => length * 256 + octet, 0);
  }

  *#beginPart(bytes: number, isPartial: boolean): Generator<PacketEvent> {
    // RFC 9580 §4.2.1.4: only for data packets, and the first part has at least 512 octets.
    if (isPartial && (!partialTags.has(this.#tag) || (!this.#isContinuation && bytes < 512))) {
      throw new PacketFormatError('bad_partial_length');
    }
    if (!this.#isContinuation) yield { type: 'header', tag: this.#tag, bodyBytes: isPartial ? null : bytes };
    this.#isPartial = isPartial;
    this.#remainingBytes = bytes;
    this.#place = 'body';
    if (bytes === 0) yield* this.#endPart();
  }

  *#endPart(): Generator<PacketEvent> {
    if (this.#isPartial) {
      this.#isContinuation = true;
      this.#expectLength(0);
      return;
    }
    this.#place = 'tag';
    yield { type: 'end' };
  }
}
