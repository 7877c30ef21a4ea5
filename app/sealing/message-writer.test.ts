import { decrypt, readMessage as readWithOpenPgpJs } from 'openpgp';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createMessageHead, decodeMessageHead } from './message-head.ts';
import type { MessagePlan } from './message-head.ts';
import { batchBytes, ciphertextLengthBytes, segmentCount, segmentRange } from './message-layout.ts';
import { MessageWriter } from './message-writer.ts';
import type { WriterPosition } from './message-writer.ts';
import { maxFileBytes } from './bulk-types.ts';
import { createTestKey, joinOctets, planFor, sealWithPlan, testOctets } from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

let key: TestKey;
let gcmKey: TestKey;
let ocbKey: TestKey;
beforeAll(async () => {
  [key, gcmKey, ocbKey] = await Promise.all([createTestKey(), createTestKey('gcm'), createTestKey('ocb')]);
});

async function openWithOpenPgpJs(owner: TestKey, message: Uint8Array) {
  const binaryMessage = await readWithOpenPgpJs({ binaryMessage: message });
  return decrypt({ message: binaryMessage, decryptionKeys: owner.privateKey, format: 'binary' });
}

const formats = [
  { format: 'seipd1', owner: () => key },
  { format: 'seipd2_gcm', owner: () => gcmKey },
] as const;

describe.each(formats)('$format', ({ format, owner }) => {
  test(
    'openpgp.js reads it, for all sizes, pieces and names; the length was known before',
    { timeout: 60_000 },
    async () => {
      const around = fc.tuple(fc.constantFrom(batchBytes, 2 * batchBytes), fc.integer({ min: -70, max: 10 }));
      const sizes = fc.oneof(
        fc.nat(20_000),
        around.map(([bytes, offset]) => bytes + offset),
      );
      const pieces = fc.array(fc.integer({ min: 1000, max: 3_000_000 }), { minLength: 1, maxLength: 3 });
      const names = fc.string({ unit: 'grapheme', maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(sizes, pieces, names, async (size, pieceSizes, fileName) => {
          const octets = testOctets(size);
          const plan = await planFor(octets, [owner()], { preferSeipd2: true, fileName });
          expect(plan.format).toBe(format);
          const message = await sealWithPlan(plan, octets, pieceSizes);
          expect(message.length).toBe(ciphertextLengthBytes(plan));
          const { data, filename } = await openWithOpenPgpJs(owner(), message);
          expect(Buffer.compare(data, octets)).toBe(0);
          expect(filename ?? '').toBe(fileName);
        }),
        { numRuns: 25 },
      );
    },
  );

  test('stopped and continued at every boundary it gives the same octets', async () => {
    const octets = testOctets(4 * batchBytes + 99);
    const plan = await planFor(octets, [owner()], { preferSeipd2: true });
    const parts: Uint8Array[] = [];
    let position: WriterPosition | undefined;
    let at = 0;
    for (let boundary = 1; boundary <= 4; boundary += 1) {
      const writer = await MessageWriter.create(plan, (part) => parts.push(part.slice()), {
        ...(position && { position }),
      });
      const end = textBefore(plan, boundary);
      await writer.write(octets.subarray(at, end));
      position = structuredClone(await writer.position());
      at = end;
    }
    const last = await MessageWriter.create(plan, (part) => parts.push(part.slice()), {
      ...(position && { position }),
    });
    await last.write(octets.subarray(at));
    await last.finish();
    expect(Buffer.compare(joinOctets(parts), await sealWithPlan(plan, octets))).toBe(0);
  });

  test('one writer goes on past its positions; each part goes where it was meant to, and begins where it says', async () => {
    const octets = testOctets(4 * batchBytes + 99);
    const plan = await planFor(octets, [owner()], { preferSeipd2: true });
    const parts: Uint8Array[][] = [[], [], [], [], []];
    const emitTo = (index: number) => (part: Uint8Array) => void parts[index]!.push(part.slice());
    const writer = await MessageWriter.create(plan, emitTo(0));
    const positions: Promise<WriterPosition>[] = [];
    for (let boundary = 1; boundary <= 4; boundary += 1) {
      await writer.write(octets.subarray(textBefore(plan, boundary - 1), textBefore(plan, boundary)));
      // Not awaited: nothing of the next part may get into it.
      positions.push(writer.position());
      writer.emitTo(emitTo(boundary));
    }
    await writer.write(octets.subarray(textBefore(plan, 4)));
    await writer.finish();
    const joined = parts.map((each) => joinOctets(each));
    expect(Buffer.compare(joinOctets(joined), await sealWithPlan(plan, octets))).toBe(0);
    const alone: Uint8Array[] = [];
    const position = structuredClone(await positions[2]!);
    const other = await MessageWriter.create(plan, (part) => alone.push(part.slice()), { position });
    await other.write(octets.subarray(textBefore(plan, 3)));
    await other.finish();
    expect(Buffer.compare(joinOctets(alone), joinOctets(joined.slice(3)))).toBe(0);
  });

  test('a text of another length than announced is refused', async () => {
    const plan = await planFor(testOctets(100), [owner()], { preferSeipd2: true });
    await expect(sealWithPlan(plan, testOctets(101))).rejects.toMatchObject({ code: 'file_changed' });
    await expect(sealWithPlan(plan, testOctets(99))).rejects.toMatchObject({ code: 'file_changed' });
    const writer = await MessageWriter.create(plan, () => undefined);
    await expect(writer.write(testOctets(101))).rejects.toMatchObject({ code: 'file_changed' });
  });

  test('two messages of one text have nothing in common', async () => {
    const octets = new Uint8Array(1000);
    const [left, right] = await Promise.all(
      [1, 2].map(async () => sealWithPlan(await planFor(octets, [owner()], { preferSeipd2: true }), octets)),
    );
    expect(left!.subarray(-900).some((octet, at) => octet !== right!.subarray(-900)[at])).toBe(true);
  });
});

/** 38 octets stand before the text in SEIPDv1 with the name "akte.pdf", 20 in SEIPDv2. */
function textBefore(plan: MessagePlan, batches: number): number {
  if (batches === 0) return 0;
  return batches * batchBytes - (plan.format === 'seipd1' ? 38 : 20);
}

test('behind a batch that failed nothing is emitted, and no position is told', async () => {
  const octets = testOctets(2 * batchBytes);
  const plan = await planFor(octets, [key]);
  let emittedBytes = 0;
  const writer = await MessageWriter.create(plan, ({ length }) => void (emittedBytes += length));
  const before = emittedBytes;
  vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new DOMException('no', 'OperationError'));
  await writer.write(octets.subarray(0, 2 * batchBytes - 38));
  await expect(writer.position()).rejects.toThrow(DOMException);
  expect(emittedBytes).toBe(before);
});

test('the position is only told at the end of a batch', async () => {
  const writer = await MessageWriter.create(await planFor(testOctets(100), [key]), () => undefined);
  await writer.write(testOctets(50));
  await expect(writer.position()).rejects.toThrow(RangeError);
});

describe('the format', () => {
  const formatFor = async (keys: TestKey[], preferSeipd2: boolean) =>
    (await planFor(new Uint8Array(1), keys, { preferSeipd2 })).format;

  test('is SEIPDv1 unless the operator chose the other and every key advertises it with GCM', async () => {
    expect(await formatFor([gcmKey], false)).toBe('seipd1');
    expect(await formatFor([gcmKey, gcmKey], true)).toBe('seipd2_gcm');
    expect(await formatFor([gcmKey, key], true)).toBe('seipd1');
  });

  test.each([
    {
      name: 'OCB only',
      suites: [
        [9, 2],
        [7, 2],
      ],
      feature: 0x09,
      format: 'seipd1',
    },
    { name: 'GCM with AES-128 only', suites: [[7, 3]], feature: 0x09, format: 'seipd1' },
    { name: 'GCM without SEIPDv2', suites: [[9, 3]], feature: 0x01, format: 'seipd1' },
    { name: 'no suites', suites: null, feature: 0x09, format: 'seipd1' },
    {
      name: 'AES-256 with GCM',
      suites: [
        [9, 2],
        [9, 3],
      ],
      feature: 0x09,
      format: 'seipd2_gcm',
    },
  ])('is $format for a key that advertises $name', async ({ suites, feature, format }) => {
    const primaryUser = await gcmKey.publicKey.getPrimaryUser();
    const selfCertification = Object.assign(Object.create(primaryUser.selfCertification) as object, {
      features: Uint8Array.of(feature),
      preferredCipherSuites: suites,
    });
    vi.spyOn(gcmKey.publicKey, 'getPrimaryUser').mockResolvedValue({
      ...primaryUser,
      selfCertification,
    } as never);
    expect(await formatFor([gcmKey], true)).toBe(format);
  });

  test('is never OCB, even for keys that prefer it', async () => {
    const octets = testOctets(10);
    for (const keys of [[ocbKey], [ocbKey, gcmKey]]) {
      const plan = await planFor(octets, keys, { preferSeipd2: true });
      const message = await sealWithPlan(plan, octets);
      const afterPkesk = message.subarray(plan.pkesk.length);
      // type 18, one octet of length, version 1; or version 2, AES-256, GCM
      expect(plan.format === 'seipd1' ? [afterPkesk[2]] : [...afterPkesk.subarray(2, 5)]).toEqual(
        plan.format === 'seipd1' ? [1] : [2, 9, 3],
      );
      for (const owner of keys) expect((await openWithOpenPgpJs(owner, message)).data).toEqual(octets);
    }
  });
});

describe('the head of a message', () => {
  const headOf = (plaintextBytes: number) =>
    createMessageHead({ recipientKeys: [key.publicKey], fileName: 'a', plaintextBytes });

  test('the limit is accepted, one octet more is refused', async () => {
    const plan = decodeMessageHead(await headOf(maxFileBytes));
    const lastSegment = segmentCount(plan) - 1;
    expect(segmentRange(plan, lastSegment)).toMatchObject({
      textTo: maxFileBytes,
      ciphertextTo: ciphertextLengthBytes(plan),
    });
    await expect(headOf(maxFileBytes + 1)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('a message for nobody is refused', async () => {
    const head = createMessageHead({ recipientKeys: [], fileName: 'a', plaintextBytes: 1 });
    await expect(head).rejects.toMatchObject({ code: 'key_unreadable' });
  });

  test('a long name is cut between characters, after 255 octets', async () => {
    const octets = testOctets(5);
    const plan = await planFor(octets, [key], { fileName: 'ä'.repeat(200) });
    const { filename } = await openWithOpenPgpJs(key, await sealWithPlan(plan, octets));
    expect(filename).toBe('ä'.repeat(127));
  });

  test.each([{ sessionKey: 'AAAA' }, { sessionKey: '!' }, { random: '' }, { pkesk: 'A' }])(
    'a damaged one (%j) is refused',
    async (damage) => {
      const head = { ...(await headOf(1)), ...damage };
      expect(() => decodeMessageHead(head)).toThrow(expect.objectContaining({ code: 'resume_impossible' }));
    },
  );
});

test('segments join without gap or overlap, and only the last one may end without text', async () => {
  const base = { ...(await planFor(new Uint8Array(0), [key])), segmentBatches: 16 };
  const around = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -80, max: 80 }));
  const sizes = around.map(([segments, offset]) => Math.max(0, segments * 16 * batchBytes + offset));
  fc.assert(
    fc.property(sizes, fc.constantFrom('seipd1', 'seipd2_gcm'), (plaintextBytes, format) => {
      const plan: MessagePlan = { ...base, format, random: base.random, plaintextBytes };
      let text = 0;
      let ciphertext = 0;
      for (let index = 0; index < segmentCount(plan); index += 1) {
        const range = segmentRange(plan, index);
        expect([range.textFrom, range.ciphertextFrom]).toEqual([text, ciphertext]);
        expect(range.textTo > text || plaintextBytes === 0).toBe(true);
        text = range.textTo;
        ciphertext = range.ciphertextTo;
      }
      expect([text, ciphertext]).toEqual([plaintextBytes, ciphertextLengthBytes(plan)]);
    }),
    { numRuns: 500 },
  );
});
