import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalBytes, canonicalJson } from './canonical-json.ts';

test('the example of RFC 8785 §3.2.4 comes out octet by octet', () => {
  const input = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  );
  expect(canonicalJson(input)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('keys are sorted by UTF-16 code units (RFC 8785 §3.2.3)', () => {
  const input = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
  const keys = Object.values(JSON.parse(canonicalJson(input)) as object);
  expect(canonicalJson(input).match(/:(\d)/g)?.join('')).toBe(':2:4:6:7:1:5:3');
  expect(keys).toHaveLength(7);
});

test('the order in which keys were written makes no difference, and the text reads back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value));
      expect(canonicalJson(reversed(parsed))).toBe(canonicalJson(parsed));
      expect(canonicalJson(JSON.parse(canonicalJson(parsed)))).toBe(canonicalJson(parsed));
    }),
  );
});

test('what has no canonical text throws', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  for (const value of [undefined, Number.NaN, Infinity, '\ud800', { '\udead': 1 }, circle]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  }
});

test('octets are UTF-8', () => {
  expect([...canonicalBytes('ß')]).toEqual([0x22, 0xc3, 0x9f, 0x22]);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
