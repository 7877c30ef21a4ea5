import { expect, test } from 'vitest';

import { readRange } from './read-range.ts';

test('goes on where a download broke off, and gives all of it for every other range', () => {
  expect(readRange('bytes=0-', 10)).toBe(0);
  expect(readRange('bytes=9-', 10)).toBe(9);
  for (const header of [null, '', 'bytes=10-', 'bytes=1-4', 'bytes=-3', 'bytes=1-,3-', 'octets=1-'])
    expect(readRange(header, 10)).toBeNull();
});
