/** Security promise 3: the server takes whole messages for exactly the expected keys, and nothing stops or breaks it. */
import { createMessage, encrypt, encryptSessionKey, enums } from 'openpgp';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { batchBytes } from './message-layout.ts';
import { encodePacketHeader } from './openpgp-packets.ts';
import { PacketInspector, inspectMessage } from './packet-inspector.server.ts';
import type { InspectionVerdict } from './packet-inspector.server.ts';
import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import {
  asStream,
  createTestKey,
  cutOctets,
  joinOctets,
  planFor,
  sealWithPlan,
  testOctets,
} from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

const octets = testOctets(3000);
let intake: TestKey;
let agency: TestKey;
let stranger: TestKey;
let expected: string[];
/** PKESK packets for intake and agency, and the SEIPD packet */
let pkesk: Uint8Array[];
let seipd: Uint8Array;
let message: Uint8Array;

async function subkeyOf(key: TestKey): Promise<string> {
  return (await key.publicKey.getEncryptionKey()).getFingerprint();
}

beforeAll(async () => {
  [intake, agency, stranger] = await Promise.all([
    createTestKey('gcm'),
    createTestKey('gcm'),
    createTestKey('gcm'),
  ]);
  expected = [await subkeyOf(intake), await subkeyOf(agency)];
  const plan = await planFor(octets, [intake, agency]);
  message = await sealWithPlan(plan, octets);
  const firstBytes = 2 + plan.pkesk[1]!;
  pkesk = [plan.pkesk.subarray(0, firstBytes), plan.pkesk.subarray(firstBytes)];
  seipd = message.subarray(plan.pkesk.length);
});

async function inspect(
  source: Uint8Array,
  recipients = expected,
  pieceSizes = [4096],
): Promise<InspectionVerdict> {
  const options = { recipients, maxMessageBytes: 1_000_000 };
  return inspectMessage(asStream(cutOctets(source, pieceSizes)), options);
}

async function reasonOf(parts: readonly Uint8Array[], recipients = expected): Promise<string> {
  const verdict = await inspect(joinOctets(parts), recipients);
  return verdict.ok ? 'accepted' : verdict.reason;
}

async function pkeskFor(key: TestKey, options: { wildcard?: boolean; aeadAlgorithm?: 'gcm' } = {}) {
  return encryptSessionKey({
    data: new Uint8Array(32).map((_, at) => at),
    algorithm: 'aes256',
    encryptionKeys: key.publicKey,
    format: 'binary',
    ...options,
  });
}

describe('accepted', () => {
  test('SEIPDv1 of our writer, by fingerprints, key ids, and in pieces of any size', async () => {
    const keyIds = expected.map((fingerprint) => fingerprint.slice(-16).toUpperCase());
    for (const recipients of [expected, keyIds, expected.toReversed()]) {
      for (const size of [1, 7, 100_000]) {
        const verdict = await inspect(message, recipients, [size]);
        expect(verdict).toEqual({ ok: true, format: 'seipd1', messageBytes: message.length });
      }
    }
  });

  test('SEIPDv2 of our writer, with and without a shorter last chunk', async () => {
    for (const size of [0, 1, 5000, batchBytes - 20, batchBytes]) {
      const text = testOctets(size);
      const plan = await planFor(text, [intake, agency], { preferSeipd2: true });
      const verdict = await inspectMessage(asStream([await sealWithPlan(plan, text)]), {
        recipients: expected,
        maxMessageBytes: 10_000_000,
      });
      expect(verdict).toMatchObject({ ok: true, format: 'seipd2_gcm' });
    }
  });

  test('openpgp.js with OCB, told apart', async () => {
    const sealed = await encrypt({
      message: await createMessage({ binary: octets }),
      encryptionKeys: [intake.publicKey, agency.publicKey],
      format: 'binary',
      config: { aeadProtect: true, preferredAEADAlgorithm: enums.aead.ocb },
    });
    const verdict = await inspect(sealed);
    expect(verdict.ok && verdict.format).toMatch(/seipd2/);
  });

  test('GnuPG and Sequoia', async () => {
    await withOpenPgpPrograms(async (folder) => {
      const key = await folder.write('key.asc', intake.publicKey.armor());
      const text = await folder.write('text', testOctets(100_000));
      await folder.gpg('--import', key);
      const gpg = await folder.gpg(...['--recipient-file', key, '--output', '-', '--encrypt', text]);
      const sq = await folder.sq('encrypt', '--binary', '--recipient-cert', key, text);
      for (const { stdout } of [gpg, sq]) {
        expect(await inspect(stdout, expected.slice(0, 1))).toMatchObject({ ok: true, format: 'seipd1' });
      }
    });
  });
});

describe('refused: recipients', () => {
  test('missing', async () => {
    expect(await reasonOf([pkesk[0]!, seipd])).toBe('missing_recipient');
    expect(await reasonOf([seipd])).toBe('missing_recipient');
  });

  test('extra', async () => {
    expect(await reasonOf([...pkesk, await pkeskFor(stranger), seipd])).toBe('extra_recipient');
    expect(await reasonOf([pkesk[0]!, await pkeskFor(stranger), seipd])).toBe('extra_recipient');
    expect(await reasonOf([...pkesk, seipd], expected.slice(0, 1))).toBe('extra_recipient');
  });

  test('twice: the second one could hold another session key', async () => {
    expect(await reasonOf([...pkesk, pkesk[0]!, seipd])).toBe('duplicate_recipient');
    expect(await reasonOf([pkesk[0]!, pkesk[0]!, seipd])).toBe('duplicate_recipient');
  });

  test('anonymous', async () => {
    const anonymous = await pkeskFor(stranger, { wildcard: true });
    expect(await reasonOf([...pkesk, anonymous, seipd])).toBe('anonymous_recipient');
    const anonymous6 = await pkeskFor(stranger, { wildcard: true, aeadAlgorithm: 'gcm' });
    expect(await reasonOf([...pkesk, anonymous6, seipd])).toBe('anonymous_recipient');
  });

  test('by password', async () => {
    const sealed = await encrypt({
      message: await createMessage({ binary: octets }),
      encryptionKeys: [intake.publicKey, agency.publicKey],
      passwords: 'geheim',
      format: 'binary',
    });
    expect(await reasonOf([sealed])).toBe('unexpected_packet');
  });

  test('a primary key in place of its subkey', async () => {
    expect(await reasonOf([message], [intake.publicKey.getFingerprint(), expected[1]!])).toBe(
      'extra_recipient',
    );
  });

  test('packets of versions that do not belong together', async () => {
    const version6 = await Promise.all(
      [intake, agency].map((key) => pkeskFor(key, { aeadAlgorithm: 'gcm' })),
    );
    expect(await reasonOf([...version6, seipd])).toBe('bad_encrypted_data');
    expect(await reasonOf([pkesk[0]!, version6[1]!, seipd])).toBe('bad_encrypted_data');
  });
});

describe('refused: the frame', () => {
  const literal = Uint8Array.of(0xcb, 7, 0x62, 0, 0, 0, 0, 0, 65);
  const changed = (source: Uint8Array, at: number, octet: number) => source.with(at, octet);

  test.each([
    ['nothing', () => [], 'empty'],
    ['plaintext', () => [Buffer.from('%PDF-1.7 geheim')], 'not_a_packet'],
    ['armor', () => [Buffer.from('-----BEGIN PGP MESSAGE-----\n\n')], 'not_a_packet'],
    ['a plaintext packet', () => [literal], 'unexpected_packet'],
    ['a plaintext packet behind the keys', () => [...pkesk, literal], 'unexpected_packet'],
    ['a plaintext packet behind the message', () => [message, literal], 'packet_after_message'],
    ['a marker', () => [Uint8Array.of(0xca, 3, 0x50, 0x47, 0x50), message], 'unexpected_packet'],
    ['padding', () => [message, Uint8Array.of(0xd5, 1, 0)], 'packet_after_message'],
    ['two messages', () => [message, message], 'packet_after_message'],
    ['two encrypted packets', () => [message, seipd], 'packet_after_message'],
    ['keys only', () => pkesk, 'no_encrypted_data'],
    [
      'no integrity protection',
      () => [...pkesk, encodePacketHeader(9, 100), testOctets(100)],
      'unexpected_packet',
    ],
    ['an unknown SEIPD version', () => [...pkesk, changed(seipd, 3, 3)], 'bad_encrypted_data'],
    ['an empty SEIPD packet', () => [...pkesk, Uint8Array.of(0xd2, 0)], 'bad_encrypted_data'],
    [
      'too little encrypted data',
      () => [...pkesk, encodePacketHeader(18, 40), Uint8Array.of(1), testOctets(39)],
      'bad_encrypted_data',
    ],
    ['one octet less', () => [message.subarray(0, -1)], 'truncated'],
    ['one octet more', () => [message, Uint8Array.of(0)], 'not_a_packet'],
    [
      'a key packet that is too long',
      () => [encodePacketHeader(1, 5000), new Uint8Array(5000)],
      'bad_session_key_packet',
    ],
    ['a key packet with an unknown version', () => [changed(pkesk[0]!, 2, 4)], 'bad_session_key_packet'],
    ['a key packet with an unknown algorithm', () => [changed(pkesk[0]!, 11, 99)], 'bad_session_key_packet'],
    [
      'a key packet with an octet too many',
      () => [changed(pkesk[0]!, 1, pkesk[0]![1]! + 1), new Uint8Array(1), seipd],
      'bad_session_key_packet',
    ],
    ['a message above the limit', () => [message, new Uint8Array(1_000_000)], 'packet_after_message'],
  ])('%s', async (_name, parts, reason) => {
    const actual = await reasonOf(parts());
    expect(
      [reason, 'not_a_packet', 'too_long'].slice(0, reason === 'packet_after_message' ? 3 : 1),
    ).toContain(actual);
  });

  test('chunks of SEIPDv2 that cannot be', async () => {
    const plan = await planFor(octets, [intake, agency], { preferSeipd2: true });
    const sealed = await sealWithPlan(plan, octets);
    const body = sealed.subarray(plan.pkesk.length + 3);
    const reframed = (changedBody: Uint8Array) =>
      reasonOf([plan.pkesk, encodePacketHeader(18, changedBody.length), changedBody]);
    expect(await reframed(body)).toBe('accepted');
    for (const [at, octet] of [
      [1, 1],
      [1, 0],
      [2, 0],
      [2, 4],
      [3, 17],
      [3, 255],
    ] as const) {
      expect(await reframed(body.with(at, octet))).toBe('bad_encrypted_data');
    }
    // 64 octets a chunk: with the tag 80; 16 or fewer octets behind whole chunks are no chunk.
    const small = body.subarray(0, 36 + 16 + 80 + 16).with(3, 0);
    expect(await reframed(small)).toBe('bad_encrypted_data');
    expect(await reframed(body.subarray(0, 36 + 16 + 80 + 17).with(3, 0))).toBe('accepted');
    expect(await reframed(body.subarray(0, 36 + 16 + 80).with(3, 0))).toBe('accepted');
  });
});

test('it stops reading as soon as it knows', async () => {
  let givenPieces = 0;
  async function* endless() {
    for (;;) {
      givenPieces += 1;
      yield await Promise.resolve(new Uint8Array(1000));
    }
  }
  const verdict = await inspectMessage(endless(), { recipients: expected, maxMessageBytes: 1e12 });
  expect(verdict).toEqual({ ok: false, reason: 'not_a_packet' });
  expect(givenPieces).toBe(1);
});

test('it holds no more than a key packet, however long the message is', async () => {
  async function* long() {
    yield joinOctets([...pkesk, encodePacketHeader(18, 0xffffffff), Uint8Array.of(1)]);
    const piece = new Uint8Array(1024 * 1024);
    for (let sent = 0; sent < 300; sent += 1) yield await Promise.resolve(piece);
  }
  const before = process.memoryUsage();
  const verdict = await inspectMessage(long(), { recipients: expected, maxMessageBytes: 2 ** 33 });
  expect(verdict).toEqual({ ok: false, reason: 'truncated' });
  const after = process.memoryUsage();
  expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(
    64 * 1024 * 1024,
  );
});

describe('whatever comes, there is a verdict', () => {
  const verdictOf = (source: Uint8Array, pieceSizes: number[]) => {
    const inspector = new PacketInspector({ recipients: expected, maxMessageBytes: 1_000_000 });
    for (const piece of cutOctets(source, pieceSizes)) inspector.push(piece);
    return inspector.finish();
  };
  const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 3 });

  test('for octets at random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000, size: 'max' }), sizes, (source, pieceSizes) => {
        expect(verdictOf(source, pieceSizes).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('for packets at random', () => {
    const first = fc.constantFrom(0xc1, 0xd2, 0x84, 0x85, 0x87, 0xcb, 0xc8, 0xd5, 0xff, 0xc0);
    const length = fc.constantFrom(
      [0],
      [94],
      [191],
      [192, 0],
      [223, 255],
      [224],
      [233],
      [254],
      [255, 0, 0, 0, 9],
      [255, 255, 255, 255, 255],
    );
    const packet = fc
      .tuple(first, length, fc.uint8Array({ maxLength: 200 }))
      .map(([tag, octetsOfLength, body]) => [tag, ...octetsOfLength, ...body]);
    const prefix = fc.constantFrom(0, 1, 2);
    fc.assert(
      fc.property(prefix, fc.array(packet, { maxLength: 5 }), sizes, (known, packets, pieceSizes) => {
        const source = joinOctets([...pkesk.slice(0, known), Uint8Array.from(packets.flat())]);
        const verdict = verdictOf(source, pieceSizes);
        if (!verdict.ok) expect(verdict.reason).toMatch(/^[a-z_]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('for real messages with changed, missing, doubled parts; the same whatever the pieces', () => {
    const change = fc.record({
      at: fc.nat(message?.length ?? 3400),
      octet: fc.nat(255),
      removed: fc.nat(20),
      kind: fc.constantFrom('replace', 'insert', 'remove', 'cut', 'double'),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), sizes, (changes, pieceSizes) => {
        let source: number[] = [...message];
        for (const { at, octet, removed, kind } of changes) {
          if (kind === 'replace') source[Math.min(at, source.length - 1)] = octet;
          else if (kind === 'insert') source.splice(at, 0, octet);
          else if (kind === 'remove') source.splice(at, removed);
          else if (kind === 'cut') source = source.slice(0, at + 1);
          else source.splice(at, 0, ...source.slice(at, at + removed));
        }
        const changed = Uint8Array.from(source);
        expect(verdictOf(changed, pieceSizes)).toEqual(verdictOf(changed, [changed.length || 1]));
      }),
      { numRuns: 1000 },
    );
  });

  test('every cut is refused', () => {
    for (let end = 0; end < message.length; end += 1) {
      expect(verdictOf(message.subarray(0, end), [700]).ok, `${end} octets`).toBe(false);
    }
  });

  test('every changed octet of the frame is refused', () => {
    const frameBytes = message.length - seipd.length + 4;
    // Behind them come lengths and contents of the encrypted session key, where another value can fit by chance.
    const visible = Array.from({ length: frameBytes }, (_, at) => at).filter((at) => {
      const inPacket = at < pkesk[0]!.length ? at : at - pkesk[0]!.length;
      return at >= message.length - seipd.length || inPacket < 12;
    });
    for (const at of visible) {
      for (const bit of [0x01, 0x10, 0x80]) {
        const source = message.with(at, message[at]! ^ bit);
        expect(verdictOf(source, [4096]).ok, `octet ${at}`).toBe(false);
      }
    }
  });
});
