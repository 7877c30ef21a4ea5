import type { Bytes } from './sealing-types.ts';

export const tagBytes = 16;
const aesGcm = 3;
/** Symmetric algorithm ids (RFC 9580 §9.3) and their key lengths in octets. */
const keyBytesOf: ReadonlyMap<number, number> = new Map([
  [7, 16],
  [8, 24],
  [9, 32],
]);
export const aes256 = 9;
/** RFC 9580 §5.13.2: no more than 4 MiB. */
const largestChunkOctet = 16;

/** Fields of a version 2 SEIPD packet before the encrypted data (RFC 9580 §5.13.2). */
export type Seipd2Header = { cipher: number; aead: number; chunkOctet: number; salt: Bytes };

export const seipd2HeaderBytes = 36;

export function encodeSeipd2Header(header: Seipd2Header): Bytes {
  const bytes = new Uint8Array(seipd2HeaderBytes);
  bytes.set([2, header.cipher, header.aead, header.chunkOctet]);
  bytes.set(header.salt, 4);
  return bytes;
}

/** @param bytes the first 36 octets of the packet, version included. */
export function parseSeipd2Header(bytes: Uint8Array): Seipd2Header {
  const [, cipher = 0, aead = 0, chunkOctet = 0] = bytes;
  return { cipher, aead, chunkOctet, salt: bytes.slice(4, seipd2HeaderBytes) };
}

export function isSupportedSeipd2(header: Seipd2Header): boolean {
  return header.aead === aesGcm && keyBytesOf.has(header.cipher) && header.chunkOctet <= largestChunkOctet;
}

export function chunkBytesOf(chunkOctet: number): number {
  return 2 ** (chunkOctet + 6);
}

export function gcmHeader(chunkOctet: number, salt: Bytes): Seipd2Header {
  return { cipher: aes256, aead: aesGcm, chunkOctet, salt };
}

/** AES-GCM over the chunks of a version 2 SEIPD packet (RFC 9580 §5.13.2). The chunk index is bound into every nonce. */
export class GcmChunks {
  readonly #key: CryptoKey;
  /** four octets from the key derivation, then the chunk index */
  readonly #nonce: Bytes;
  readonly #associatedData: Bytes;

  private constructor(key: CryptoKey, nonceStart: Bytes, associatedData: Bytes) {
    this.#key = key;
    this.#nonce = new Uint8Array(12);
    this.#nonce.set(nonceStart);
    this.#associatedData = associatedData;
  }

  /**
   * Derives message key and nonce by HKDF-SHA-256 from session key and salt.
   *
   * @throws {RangeError} when the session key's length is not that of the cipher.
   */
  static async create(sessionKey: Bytes, header: Seipd2Header): Promise<GcmChunks> {
    const keyBytes = keyBytesOf.get(header.cipher);
    if (keyBytes !== sessionKey.length) throw new RangeError('session key has the wrong length');
    const info = Uint8Array.of(0xd2, 2, header.cipher, header.aead, header.chunkOctet);
    const inputKey = await crypto.subtle.importKey('raw', sessionKey, 'HKDF', false, ['deriveBits']);
    const parameters = { name: 'HKDF', hash: 'SHA-256', salt: header.salt, info };
    // 12 octets of IV, of which the last 8 are the chunk index.
    const derived = new Uint8Array(await crypto.subtle.deriveBits(parameters, inputKey, (keyBytes + 4) * 8));
    const key = await crypto.subtle.importKey('raw', derived.subarray(0, keyBytes), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
    return new GcmChunks(key, derived.slice(keyBytes), info);
  }

  /** Ciphertext and tag of one chunk. */
  async encrypt(index: number, chunk: Bytes): Promise<Bytes> {
    const parameters = this.#parameters(index, this.#associatedData);
    return new Uint8Array(await crypto.subtle.encrypt(parameters, this.#key, chunk));
  }

  /** @throws {DOMException} when the tag is wrong. */
  async decrypt(index: number, chunk: Bytes): Promise<Bytes> {
    const parameters = this.#parameters(index, this.#associatedData);
    return new Uint8Array(await crypto.subtle.decrypt(parameters, this.#key, chunk));
  }

  /** The tag that ends the message and binds the number of octets, so that cut chunks are noticed. */
  async finalTag(chunkCount: number, plaintextBytes: number): Promise<Bytes> {
    const parameters = this.#finalParameters(chunkCount, plaintextBytes);
    return new Uint8Array(await crypto.subtle.encrypt(parameters, this.#key, new Uint8Array(0)));
  }

  /** @throws {DOMException} when the tag is wrong. */
  async checkFinalTag(chunkCount: number, plaintextBytes: number, tag: Bytes): Promise<void> {
    await crypto.subtle.decrypt(this.#finalParameters(chunkCount, plaintextBytes), this.#key, tag);
  }

  #finalParameters(chunkCount: number, plaintextBytes: number): AesGcmParams {
    const associatedData = new Uint8Array(13);
    associatedData.set(this.#associatedData);
    new DataView(associatedData.buffer).setBigUint64(5, BigInt(plaintextBytes));
    return this.#parameters(chunkCount, associatedData);
  }

  #parameters(index: number, additionalData: Bytes): AesGcmParams {
    const iv = this.#nonce.slice();
    new DataView(iv.buffer).setBigUint64(4, BigInt(index));
    return { name: 'AES-GCM', iv, additionalData, tagLength: tagBytes * 8 };
  }
}
