import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Inflater } from './inflater.ts';
import { SealingError } from './sealing-error.ts';
import { cutOctets, joinOctets, testOctets } from '#test/openpgp/sealed-bytes.ts';

function inflate(
  format: 'deflate-raw' | 'zlib',
  packed: Uint8Array,
  pieceSizes: readonly number[] = [1000],
): Uint8Array {
  const parts: Uint8Array[] = [];
  const inflater = new Inflater(format, (piece) => void parts.push(piece.slice()));
  for (const piece of cutOctets(packed, pieceSizes)) inflater.push(piece);
  inflater.finish();
  return joinOctets(parts);
}

/** Data with repetitions near and far. */
const compressible = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 400 })), {
    maxLength: 12,
  })
  .map((runs) => joinOctets(runs.flatMap(([octets, times]) => new Array<Uint8Array>(times).fill(octets))));

describe('what zlib packs comes back', () => {
  const strategies = [
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FIXED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
  ];
  test('for every level, strategy and piece size', () => {
    const options = fc.record({
      level: fc.integer({ min: 0, max: 9 }),
      strategy: fc.constantFrom(...strategies),
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(compressible, options, sizes, (octets, option, pieceSizes) => {
        expect(
          Buffer.compare(inflate('deflate-raw', deflateRawSync(octets, option), pieceSizes), octets),
        ).toBe(0);
        expect(Buffer.compare(inflate('zlib', deflateSync(octets, option), pieceSizes), octets)).toBe(0);
      }),
    );
  });

  test('with distances up to 32 KiB and more output than the buffer holds', () => {
    const octets = joinOctets(new Array<Uint8Array>(12).fill(testOctets(32_700)));
    for (const level of [0, 6]) {
      expect(Buffer.compare(inflate('deflate-raw', deflateRawSync(octets, { level }), [777]), octets)).toBe(
        0,
      );
    }
  });

  test('octet by octet', () => {
    const octets = joinOctets(new Array<Uint8Array>(20).fill(testOctets(100)));
    for (const level of [0, 6]) {
      expect(Buffer.compare(inflate('zlib', deflateSync(octets, { level }), [1]), octets)).toBe(0);
    }
  });

  test('octets behind the end are ignored: Sequoia hides lengths with them', () => {
    const packed = joinOctets([deflateRawSync(testOctets(5000)), testOctets(900, 2)]);
    for (const size of [1, 100, 10_000]) {
      expect(Buffer.compare(inflate('deflate-raw', packed, [size]), testOctets(5000))).toBe(0);
    }
  });
});

describe('damage is told, and nothing else is thrown', () => {
  const packed = deflateRawSync(joinOctets(new Array<Uint8Array>(50).fill(testOctets(100))));

  test('every cut', () => {
    for (let end = 0; end < packed.length; end += 1) {
      expect(() => inflate('deflate-raw', packed.subarray(0, end))).toThrow('compressed data ends early');
    }
  });

  test('changed octets, and octets that were never packed', () => {
    const mutated = fc
      .array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
      .map((changes) => {
        const copy = new Uint8Array(packed);
        for (const [at, octet] of changes) copy[at] = octet;
        return copy;
      });
    const garbage = fc.uint8Array({ maxLength: 2000, size: 'max' });
    fc.assert(
      fc.property(fc.oneof(mutated, garbage), fc.constantFrom('zlib', 'deflate-raw'), (octets, format) => {
        try {
          inflate(format, octets);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
