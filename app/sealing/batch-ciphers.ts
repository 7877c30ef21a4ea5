import type { MessageFormat } from './bulk-types.ts';
import { CfbEncryptor, blockBytes } from './cfb.ts';
import { freeBuffer } from './free-buffer.ts';
import { GcmChunks, gcmHeader } from './gcm-chunks.ts';
import { chunkOctet } from './message-layout.ts';
import { createRunningHash } from './running-hash.ts';
import type { Bytes } from './sealing-types.ts';

/** All that encrypting needs; the session key is the only secret in it. */
export type CipherJob = {
  format: MessageFormat;
  sessionKey: Bytes;
  /** the salt of SEIPDv2 */
  random: Bytes;
  /** where to go on from; null at the beginning of a message */
  from: CipherPosition | null;
};

/** Where encrypting stands; nothing in it is secret. */
export type CipherPosition = {
  /** last ciphertext block; SEIPDv1 only */
  lastBlock: Bytes | null;
  /** SHA-256 over the whole message so far */
  ciphertextSha256State: string;
};

/** Encrypts the batches of a message and hashes what comes out. Calls are carried out in order, without waiting for each. */
export type BatchCipher = {
  /** Octets of the message that are not encrypted: they are hashed. */
  pass(bytes: Bytes): void;
  /**
   * Encrypts one batch in place.
   * @param padded 16 octets of room, then the batch. It belongs to the cipher until the promise resolves.
   * @returns the ciphertext, in the same memory or (after a thread) in memory of the same size that takes its place.
   */
  encrypt(batchIndex: number, padded: Bytes): Promise<Bytes>;
  /** What follows the encrypted part. */
  outerEnd(batchCount: number, innerBytes: number): Promise<Bytes>;
  /** The position behind everything that was called before. */
  save(): Promise<CipherPosition>;
};

/** One format's way with one batch. */
type FormatCipher = Pick<BatchCipher, 'encrypt' | 'outerEnd'> & { lastBlock(): Bytes | null };

/**
 * A cipher on this thread.
 * @throws {SealingError} `resume_impossible` when the position does not fit.
 */
export async function createBatchCipher(job: CipherJob): Promise<BatchCipher> {
  const cipher = await (job.format === 'seipd1' ? createCfbCipher(job) : createGcmCipher(job));
  const sha256 = await createRunningHash('SHA-256', job.from?.ciphertextSha256State);
  let last: Promise<unknown> = Promise.resolve();
  function inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }
  async function hashed(ciphertext: Promise<Bytes>): Promise<Bytes> {
    sha256.update(await ciphertext);
    return ciphertext;
  }
  return {
    pass: (bytes) => void inOrder(() => hashed(Promise.resolve(bytes))),
    encrypt: (batchIndex, padded) => inOrder(() => hashed(cipher.encrypt(batchIndex, padded))),
    outerEnd: (count, innerBytes) => inOrder(() => hashed(cipher.outerEnd(count, innerBytes))),
    save: () =>
      inOrder(() => Promise.resolve({ lastBlock: cipher.lastBlock(), ciphertextSha256State: sha256.save() })),
  };
}

/** SEIPDv1: AES-256-CFB (RFC 9580 §5.13.1). */
async function createCfbCipher(job: CipherJob): Promise<FormatCipher> {
  const cfb = await CfbEncryptor.create(job.sessionKey, job.from?.lastBlock ?? undefined);
  return {
    encrypt: (_batchIndex, padded) => cfb.encrypt(padded),
    outerEnd: () => Promise.resolve(new Uint8Array(0)),
    lastBlock: () => cfb.lastBlock,
  };
}

/** SEIPDv2: AES-256-GCM chunks and a final tag (RFC 9580 §5.13.2). The batch index is all the state there is. */
async function createGcmCipher(job: CipherJob): Promise<FormatCipher> {
  const chunks = await GcmChunks.create(job.sessionKey, gcmHeader(chunkOctet, job.random));
  return {
    async encrypt(batchIndex, padded) {
      const sealed = await chunks.encrypt(batchIndex, padded.subarray(blockBytes));
      // The tag is as long as the room before the batch.
      padded.set(sealed);
      freeBuffer(sealed.buffer);
      return padded;
    },
    outerEnd: (count, innerBytes) => chunks.finalTag(count, innerBytes),
    lastBlock: () => null,
  };
}
