/** A few kilobytes that unpack to gigabytes stop the reviewer's browser (security promise 7). */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ContentReader } from './content-reader.ts';
import { encodePacketHeader } from './openpgp-packets.ts';
import { cutOctets, joinOctets, testOctets } from '#test/openpgp/sealed-bytes.ts';

const mebibyte = 1024 * 1024;

function literal(octets: Uint8Array): Uint8Array {
  const fields = Uint8Array.of(0x62, 0, 0, 0, 0, 0);
  return joinOctets([encodePacketHeader(11, fields.length + octets.length), fields, octets]);
}

function compressed(algorithm: number, packed: Uint8Array): Uint8Array {
  return joinOctets([encodePacketHeader(8, packed.length + 1), Uint8Array.of(algorithm), packed]);
}

function read(
  content: Uint8Array,
  maxPlaintextBytes = 2 ** 31,
): { plaintextBytes: number; sunkBytes: number } {
  let sunkBytes = 0;
  const reader = new ContentReader({ sink: (piece) => void (sunkBytes += piece.length), maxPlaintextBytes });
  try {
    for (const piece of cutOctets(content, [65_536])) reader.push(piece);
    return { plaintextBytes: reader.finish().plaintextBytes, sunkBytes };
  } catch (error) {
    throw Object.assign(error as Error, { sunkBytes });
  }
}

describe('zeros that shrink a thousandfold', () => {
  let packed: Uint8Array;
  beforeAll(() => {
    packed = compressed(1, deflateRawSync(literal(new Uint8Array(60 * mebibyte)), { level: 1 }));
  });

  test('are refused after 16 MiB', () => {
    expect(packed.length).toBeLessThan(500_000);
    expect(() => read(packed)).toThrow(expect.objectContaining({ code: 'compressed_too_far' }));
    try {
      read(packed);
    } catch (error) {
      expect((error as { sunkBytes: number }).sunkBytes).toBeLessThan(32 * mebibyte);
    }
  });
});

test('a small message may shrink as it likes, a big one reasonably', () => {
  const small = compressed(1, deflateRawSync(literal(new Uint8Array(10 * mebibyte))));
  expect(read(small)).toEqual({ plaintextBytes: 10 * mebibyte, sunkBytes: 10 * mebibyte });
  const text = joinOctets(
    Array.from({ length: 5000 }, (_, seed) =>
      Buffer.concat([testOctets(100, seed), Buffer.alloc(4000, 'a')]),
    ),
  );
  expect(read(compressed(2, deflateSync(literal(text)))).plaintextBytes).toBe(text.length);
});

test('the limit holds for what is unpacked, whatever the ratio', () => {
  const packed = compressed(1, deflateRawSync(literal(testOctets(2 * mebibyte))));
  expect(read(packed, 2 * mebibyte).plaintextBytes).toBe(2 * mebibyte);
  expect(() => read(packed, 2 * mebibyte - 1)).toThrow(
    expect.objectContaining({ code: 'compressed_too_far' }),
  );
});

test.each([0, 1, 2])('compression within compression (%i) is refused: so do quines work', (algorithm) => {
  const pack = [(octets: Uint8Array) => octets, deflateRawSync, deflateSync][algorithm]!;
  const inner = compressed(algorithm, pack(literal(testOctets(10))));
  expect(read(inner).plaintextBytes).toBe(10);
  const nested = compressed(algorithm, pack(inner));
  expect(() => read(nested)).toThrow(expect.objectContaining({ code: 'compressed_too_far' }));
});

test('bzip2 is not supported, other algorithms neither', () => {
  for (const algorithm of [3, 4, 110]) {
    const packed = compressed(algorithm, testOctets(10));
    expect(() => read(packed)).toThrow(expect.objectContaining({ code: 'message_unsupported' }));
  }
});

test('two literal packets are refused: whose text would be shown?', () => {
  const two = joinOctets([literal(testOctets(10)), literal(testOctets(10))]);
  expect(() => read(two)).toThrow(expect.objectContaining({ code: 'message_damaged' }));
});
