import { createMessage, encrypt, enums } from 'openpgp';
import type { PartialConfig } from 'openpgp';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { batchBytes } from './message-layout.ts';
import { SealingError } from './sealing-error.ts';
import {
  createTestKey,
  joinOctets,
  openOctetsWith,
  planFor,
  sealWithPlan,
  testOctets,
} from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

let key: TestKey;
let gcmKey: TestKey;
let ocbKey: TestKey;
beforeAll(async () => {
  [key, gcmKey, ocbKey] = await Promise.all([createTestKey(), createTestKey('gcm'), createTestKey('ocb')]);
});

async function sealWithOpenPgpJs(owner: TestKey, octets: Uint8Array, config: PartialConfig = {}) {
  return encrypt({
    message: await createMessage({ binary: octets, filename: 'akte.pdf' }),
    encryptionKeys: owner.publicKey,
    format: 'binary',
    config: { aeadProtect: true, preferredAEADAlgorithm: enums.aead.gcm, ...config },
  });
}

describe('what openpgp.js seals is read, in pieces of any size', () => {
  const pieces = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 70_000 })), {
    minLength: 1,
    maxLength: 4,
  });
  const compressions = fc.constantFrom(
    enums.compression.uncompressed,
    enums.compression.zip,
    enums.compression.zlib,
  );

  test('SEIPDv1, compressed or not', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30_000), pieces, compressions, async (size, pieceSizes, compression) => {
        const octets = testOctets(size);
        const message = await sealWithOpenPgpJs(key, octets, { preferredCompressionAlgorithm: compression });
        const opened = await openOctetsWith(key, message, { pieceSizes });
        expect(Buffer.compare(opened.octets, octets)).toBe(0);
        expect(opened.fileName).toBe('akte.pdf');
      }),
      { numRuns: 60 },
    );
  });

  test('SEIPDv2 with GCM and chunks from 64 octets to 4 MiB', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(20_000),
        pieces,
        fc.integer({ min: 0, max: 16 }),
        async (size, pieceSizes, chunk) => {
          const octets = testOctets(size);
          const message = await sealWithOpenPgpJs(gcmKey, octets, { aeadChunkSizeByte: chunk });
          const opened = await openOctetsWith(gcmKey, message, { pieceSizes });
          expect(Buffer.compare(opened.octets, octets)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what the own writer seals is read', () => {
  test.each([0, 1, 64, batchBytes - 20, batchBytes, 2 * batchBytes + 1])('%i octets', async (size) => {
    const octets = testOctets(size);
    for (const owner of [key, gcmKey]) {
      const message = await sealWithPlan(await planFor(octets, [owner], { preferSeipd2: true }), octets);
      const opened = await openOctetsWith(owner, message, { pieceSizes: [1, 100_000] });
      expect(Buffer.compare(opened.octets, octets)).toBe(0);
    }
  });
});

describe('refused', () => {
  const octets = testOctets(500);
  const codeOf = async (owner: TestKey, message: Uint8Array, maxPlaintextBytes?: number) => {
    try {
      await openOctetsWith(owner, message, { ...(maxPlaintextBytes !== undefined && { maxPlaintextBytes }) });
      return 'opened';
    } catch (error) {
      if (error instanceof SealingError) return error.code;
      throw error;
    }
  };

  test('a message for somebody else', async () => {
    const message = await sealWithPlan(await planFor(octets, [key]), octets);
    expect(await codeOf(gcmKey, message)).toBe('not_for_us');
  });

  test('OCB', async () => {
    const message = await sealWithOpenPgpJs(ocbKey, octets, { preferredAEADAlgorithm: enums.aead.ocb });
    expect(await codeOf(ocbKey, message)).toBe('message_unsupported');
  });

  test('more plaintext than allowed', async () => {
    const message = await sealWithPlan(await planFor(octets, [key]), octets);
    expect(await codeOf(key, message, 500)).toBe('opened');
    expect(await codeOf(key, message, 499)).toBe('too_large');
  });

  test('nothing, and what is no message', async () => {
    for (const garbage of [
      new Uint8Array(0),
      Buffer.from('%PDF-1.7'),
      Uint8Array.of(0xcb, 6, 0x62, 0, 0, 0, 0, 0),
    ]) {
      expect(await codeOf(key, garbage)).toBe('message_damaged');
    }
  });

  test('octets behind the message', async () => {
    const message = await sealWithPlan(await planFor(octets, [key]), octets);
    for (const extra of [Uint8Array.of(0), Uint8Array.of(0xca, 3, 0x50, 0x47, 0x50), message]) {
      expect(await codeOf(key, joinOctets([message, extra]))).toBe('message_damaged');
    }
  });
});
