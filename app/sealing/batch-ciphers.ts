import { CfbEncryptor, blockBytes } from './cfb.ts';
import { GcmChunks, encodeSeipd2Header, gcmHeader } from './gcm-chunks.ts';
import type { MessagePlan } from './message-head.ts';
import { chunkOctet } from './message-layout.ts';
import { encodePacketHeader, packetTags } from './openpgp-packets.ts';
import { createRunningHash } from './running-hash.ts';
import type { Bytes } from './sealing-types.ts';

/** State of a cipher at the end of a batch. The SHA-1 state holds octets of the plaintext: keep it secret. */
export type CipherState = { lastBlock: Bytes; sha1State: string } | null;

/** The encrypted part of an SEIPD packet, batch by batch. */
export type BatchCipher = {
  /** fields of the packet before the encrypted data */
  start: Bytes;
  /** Takes note of everything that is encrypted, except the MDC's hash. */
  hash(plaintext: Uint8Array): void;
  /** Encrypts one batch. `padded`: 16 octets that are zero, then the batch. One call at a time, in order. */
  encrypt(batchIndex: number, padded: Bytes): Promise<Bytes>;
  /** What follows the text inside the encrypted part; called once, when all text has been hashed. */
  innerEnd(): Bytes[];
  /** What follows the encrypted part. */
  outerEnd(batchCount: number, innerBytes: number): Promise<Bytes>;
  save(): CipherState;
};

export async function createBatchCipher(plan: MessagePlan, state: CipherState): Promise<BatchCipher> {
  return plan.format === 'seipd1' ? createCfbCipher(plan, state) : createGcmCipher(plan);
}

/** SEIPDv1: AES-256-CFB, with the SHA-1 of everything at the end as MDC (RFC 9580 §5.13.1). */
async function createCfbCipher(plan: MessagePlan, state: CipherState): Promise<BatchCipher> {
  const sha1 = await createRunningHash('SHA-1', state?.sha1State);
  const cfb = await CfbEncryptor.create(plan.sessionKey, state?.lastBlock);
  return {
    start: Uint8Array.of(1),
    hash: (plaintext) => sha1.update(plaintext),
    encrypt: (_batchIndex, padded) => cfb.encrypt(padded),
    innerEnd() {
      const header = encodePacketHeader(packetTags.modificationDetectionCode, 20);
      sha1.update(header);
      return [header, sha1.digest()];
    },
    outerEnd: () => Promise.resolve(new Uint8Array(0)),
    save: () => ({ lastBlock: cfb.lastBlock, sha1State: sha1.save() }),
  };
}

/** SEIPDv2: AES-256-GCM chunks and a final tag (RFC 9580 §5.13.2). The batch index is all the state there is. */
async function createGcmCipher(plan: MessagePlan): Promise<BatchCipher> {
  const header = gcmHeader(chunkOctet, plan.random);
  const chunks = await GcmChunks.create(plan.sessionKey, header);
  return {
    start: encodeSeipd2Header(header),
    hash: () => undefined,
    encrypt: (batchIndex, padded) => chunks.encrypt(batchIndex, padded.subarray(blockBytes)),
    innerEnd: () => [],
    outerEnd: (count, innerBytes) => chunks.finalTag(count, innerBytes),
    save: () => null,
  };
}
