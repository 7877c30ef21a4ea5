import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.ts';

test('it is what Node makes, and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => {
      const text = toBase64Url(octets);
      expect(text).toBe(Buffer.from(octets).toString('base64url'));
      expect([...fromBase64Url(text)]).toEqual([...octets]);
    }),
  );
});

test('long values are cut into parts without a seam', () => {
  const octets = new Uint8Array(100_000).map((_, at) => at * 7);
  expect(toBase64Url(octets)).toBe(Buffer.from(octets).toString('base64url'));
});

test.each(['A', 'AA=', 'AA==', 'A+AA', 'A/AA', 'AA A', 'AB', 'AAB', 'Ä', 'AA\n', 'AAÿA'])(
  '%j is refused',
  (text) => {
    expect(() => fromBase64Url(text)).toThrow(TypeError);
  },
);
