import { decryptCfbBlocks, expandKey } from './aes-block.ts';
import { freeBuffer } from './free-buffer.ts';
import type { Bytes } from './sealing-types.ts';

export const blockBytes = 16;

/**
 * AES-256-CFB encryption on WebCrypto.
 *
 * CFB is CBC seen from the other side: with Yᵢ = E(Cᵢ₋₁), Cᵢ = Pᵢ xor Yᵢ, and Yᵢ₊₁ = E(Pᵢ xor Yᵢ), which is just what
 * CBC computes from the plaintext. So CBC over a zero block and P, with C₋₁ as IV, gives Y₁, Y₂, …
 */
export class CfbEncryptor {
  readonly #key: CryptoKey;
  #lastBlock: Bytes;

  private constructor(key: CryptoKey, lastBlock: Bytes) {
    this.#key = key;
    this.#lastBlock = lastBlock;
  }

  /** @param lastBlock the ciphertext block to go on from; zeros at the beginning of a message (RFC 9580 §5.13.1). */
  static async create(
    sessionKey: Bytes,
    lastBlock: Bytes = new Uint8Array(blockBytes),
  ): Promise<CfbEncryptor> {
    const key = await crypto.subtle.importKey('raw', sessionKey, 'AES-CBC', false, ['encrypt']);
    return new CfbEncryptor(key, lastBlock.slice());
  }

  /**
   * Encrypts the next part in place. One call at a time; only the last part may have a length that is no multiple of 16.
   *
   * @param padded 16 octets that become the zero block (room for it saves a copy), then the plaintext.
   * @returns the part of `padded` behind the zero block, now the ciphertext.
   */
  async encrypt(padded: Bytes): Promise<Bytes> {
    padded.fill(0, 0, blockBytes);
    const text = padded.subarray(blockBytes);
    const wholeBlocks = Math.ceil(text.length / blockBytes) * blockBytes;
    const input = padded.subarray(0, wholeBlocks);
    // CBC appends a block of padding; it is cut off with everything else behind the plaintext's length.
    const stream = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: this.#lastBlock }, this.#key, input);
    xorInto(text, new Uint8Array(stream, 0, text.length));
    freeBuffer(stream);
    if (text.length >= blockBytes) this.#lastBlock = text.slice(-blockBytes);
    return text;
  }

  /** The last ciphertext block, to go on from later. */
  get lastBlock(): Bytes {
    return this.#lastBlock.slice();
  }
}

/** `target` ^= `source`, by words where both are aligned: octet by octet takes four times as long. */
function xorInto(target: Bytes, source: Bytes): void {
  const words = target.length >> 2;
  const targetWords = new Uint32Array(target.buffer, target.byteOffset, words);
  const sourceWords = new Uint32Array(source.buffer, source.byteOffset, words);
  for (let at = 0; at < words; at += 1) {
    targetWords[at] = (targetWords[at] as number) ^ (sourceWords[at] as number);
  }
  for (let at = words << 2; at < target.length; at += 1) {
    target[at] = (target[at] as number) ^ (source[at] as number);
  }
}

/** AES-CFB decryption (128, 192 or 256 bit) of a stream in pieces of any size. */
export class CfbDecryptor {
  readonly #roundKeys: Uint32Array;
  readonly #feedback = new Uint32Array(blockBytes / 4);
  /** ciphertext that does not fill a block yet */
  readonly #rest = new Uint8Array(blockBytes);
  #restBytes = 0;

  constructor(sessionKey: Uint8Array) {
    this.#roundKeys = expandKey(sessionKey);
  }

  /** Decrypts all whole blocks that are there; the rest waits for the next piece. */
  push(piece: Uint8Array): Bytes {
    const available = this.#restBytes + piece.length;
    const usable = available - (available % blockBytes);
    const input = new Uint8Array(usable);
    const fromPiece = Math.max(0, usable - this.#restBytes);
    if (usable > 0) {
      input.set(this.#rest.subarray(0, this.#restBytes));
      input.set(piece.subarray(0, fromPiece), this.#restBytes);
      this.#restBytes = 0;
    }
    const left = piece.subarray(fromPiece);
    this.#rest.set(left, this.#restBytes);
    this.#restBytes += left.length;
    this.#decrypt(input);
    return input;
  }

  /** The last octets, when the stream does not end with a whole block. */
  finish(): Bytes {
    const block = new Uint8Array(blockBytes);
    block.set(this.#rest.subarray(0, this.#restBytes));
    this.#decrypt(block);
    return block.subarray(0, this.#restBytes);
  }

  #decrypt(blocks: Bytes): void {
    const words = new Uint32Array(blocks.buffer);
    decryptCfbBlocks(this.#roundKeys, this.#feedback, words, words);
  }
}
