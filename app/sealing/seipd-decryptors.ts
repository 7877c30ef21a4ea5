import { CfbDecryptor, blockBytes } from './cfb.ts';
import { GcmChunks, chunkBytesOf, isSupportedSeipd2, parseSeipd2Header, tagBytes } from './gcm-chunks.ts';
import { createRunningHash } from './running-hash.ts';
import type { RunningHash } from './running-hash.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

/**
 * Takes the encrypted data of an SEIPD packet in pieces of any size. What it returns is not authenticated before
 * `finish` has resolved, and may be shown to nobody until then.
 */
export type SeipdDecryptor = {
  push(piece: Uint8Array): Promise<Bytes[]>;
  /** @throws {SealingError} `message_damaged` when MDC or tags do not fit. */
  finish(): Promise<Bytes[]>;
};

const prefixBytes = blockBytes + 2;
const mdcBytes = 22;

/** SEIPDv1 (RFC 9580 §5.13.1) for AES with 128, 192 or 256 bit. */
export class Seipd1Decryptor implements SeipdDecryptor {
  readonly #cfb: CfbDecryptor;
  readonly #sha1: RunningHash;
  /** the last octets so far: they are the MDC if nothing follows */
  #tail = new Uint8Array(0);
  #prefixToSkip = prefixBytes;

  private constructor(cfb: CfbDecryptor, sha1: RunningHash) {
    this.#cfb = cfb;
    this.#sha1 = sha1;
  }

  static async create(sessionKey: Bytes): Promise<Seipd1Decryptor> {
    return new Seipd1Decryptor(new CfbDecryptor(sessionKey), await createRunningHash('SHA-1'));
  }

  push(piece: Uint8Array): Promise<Bytes[]> {
    return Promise.resolve(this.#release(this.#cfb.push(piece)));
  }

  /** The prefix is not compared on its own: that check tells an attacker about the text (RFC 9580 §13.4). */
  finish(): Promise<Bytes[]> {
    const released = this.#release(this.#cfb.finish());
    const mdc = this.#tail;
    const isPacket = mdc.length === mdcBytes && mdc[0] === 0xd3 && mdc[1] === 0x14;
    this.#sha1.update(mdc.subarray(0, 2));
    if (!isPacket || this.#prefixToSkip > 0 || !isEqual(this.#sha1.digest(), mdc.subarray(2))) {
      return Promise.reject(new SealingError('message_damaged', 'modification detected'));
    }
    return Promise.resolve(released);
  }

  #release(plaintext: Bytes): Bytes[] {
    if (plaintext.length < mdcBytes) return this.#releaseShort(plaintext);
    const released = [this.#tail, plaintext.subarray(0, -mdcBytes)];
    this.#tail = plaintext.slice(-mdcBytes);
    return this.#hashAndSkipPrefix(released);
  }

  #releaseShort(plaintext: Bytes): Bytes[] {
    const joined = new Uint8Array(this.#tail.length + plaintext.length);
    joined.set(this.#tail);
    joined.set(plaintext, this.#tail.length);
    const releasable = Math.max(0, joined.length - mdcBytes);
    this.#tail = joined.slice(releasable);
    return this.#hashAndSkipPrefix([joined.subarray(0, releasable)]);
  }

  #hashAndSkipPrefix(parts: Bytes[]): Bytes[] {
    return parts.map((part) => {
      this.#sha1.update(part);
      const skipped = Math.min(this.#prefixToSkip, part.length);
      this.#prefixToSkip -= skipped;
      return part.subarray(skipped);
    });
  }
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (let at = 0; at < left.length; at += 1) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}

/** SEIPDv2 with GCM (RFC 9580 §5.13.2). */
export class Seipd2Decryptor implements SeipdDecryptor {
  readonly #chunks: GcmChunks;
  /** a chunk with its tag, and as much behind it as the final tag has: only then it is sure not to be the last one */
  readonly #buffer: Bytes;
  #filledBytes = 0;
  #chunkIndex = 0;
  #plaintextBytes = 0;

  private constructor(chunks: GcmChunks, chunkBytes: number) {
    this.#chunks = chunks;
    this.#buffer = new Uint8Array(chunkBytes + 2 * tagBytes);
  }

  /**
   * @param header the first 36 octets of the packet.
   * @throws {SealingError} `message_unsupported` for OCB, EAX, other ciphers than AES, chunks above 4 MiB.
   */
  static async create(sessionKey: Bytes, header: Uint8Array): Promise<Seipd2Decryptor> {
    const fields = parseSeipd2Header(header);
    if (!isSupportedSeipd2(fields)) throw new SealingError('message_unsupported', 'cipher or chunk size');
    const chunks = await GcmChunks.create(sessionKey, fields).catch((error: unknown) => {
      throw new SealingError('message_damaged', undefined, { cause: error });
    });
    return new Seipd2Decryptor(chunks, chunkBytesOf(fields.chunkOctet));
  }

  async push(piece: Uint8Array): Promise<Bytes[]> {
    const released: Bytes[] = [];
    let at = 0;
    while (at < piece.length) {
      const part = piece.subarray(at, at + this.#buffer.length - this.#filledBytes);
      this.#buffer.set(part, this.#filledBytes);
      this.#filledBytes += part.length;
      at += part.length;
      if (this.#filledBytes === this.#buffer.length) {
        released.push(await this.#decryptChunk(this.#buffer.length - tagBytes));
      }
    }
    return released;
  }

  async finish(): Promise<Bytes[]> {
    const lastChunkBytes = this.#filledBytes - tagBytes;
    if (lastChunkBytes < 0) throw new SealingError('message_damaged', 'too short');
    const released = lastChunkBytes > 0 ? [await this.#decryptChunk(lastChunkBytes)] : [];
    const tag = this.#buffer.slice(0, tagBytes);
    await damagedIfRejected(this.#chunks.checkFinalTag(this.#chunkIndex, this.#plaintextBytes, tag));
    return released;
  }

  /** Decrypts the first octets of the buffer; what is behind them moves to its beginning. */
  async #decryptChunk(bytes: number): Promise<Bytes> {
    const chunk = this.#buffer.subarray(0, bytes);
    const plaintext = await damagedIfRejected(this.#chunks.decrypt(this.#chunkIndex, chunk));
    this.#buffer.copyWithin(0, bytes, this.#filledBytes);
    this.#filledBytes -= bytes;
    this.#chunkIndex += 1;
    this.#plaintextBytes += plaintext.length;
    return plaintext;
  }
}

async function damagedIfRejected<Result>(promise: Promise<Result>): Promise<Result> {
  try {
    return await promise;
  } catch (error) {
    throw new SealingError('message_damaged', 'wrong tag', { cause: error });
  }
}
