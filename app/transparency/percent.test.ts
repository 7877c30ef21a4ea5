import fc from 'fast-check';
import { expect, test } from 'vitest';

import { tenthsOfPercent } from './percent.ts';

test.each([
  // 25.4 was printed once; 14 / 55 is 25.4545…, so half up it is 25.5.
  [14, 55, 255],
  [36, 133, 271],
  [8, 133, 60],
  [45, 133, 338],
  [25, 83, 301],
  [20, 83, 241],
  [1, 2000, 1],
  [1, 2001, 0],
  [0, 7, 0],
  [7, 7, 1000],
])('%i of %i is %i tenths of a percent', (count, total, tenths) => {
  expect(tenthsOfPercent(count, total)).toBe(tenths);
});

test('nothing is no part of nothing', () => expect(tenthsOfPercent(0, 0)).toBeNull());

test('is half up, exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (total, any) => {
      const count = any % (total + 1);
      const tenths = tenthsOfPercent(count, total) ?? -1;
      // tenths − ½ ≤ 1000 · count / total < tenths + ½
      expect((2 * tenths - 1) * total).toBeLessThanOrEqual(2000 * count);
      expect(2000 * count).toBeLessThan((2 * tenths + 1) * total);
    }),
  );
});
