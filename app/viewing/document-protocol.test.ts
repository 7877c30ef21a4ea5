import { expect, test } from 'vitest';

import { pixelScale } from './document-protocol.ts';

test('draws as sharp as the screen is, within bounds', () => {
  expect(pixelScale(800, 1000, 2)).toBe(2);
  const scale = pixelScale(8000, 8000, 2);
  expect(8000 * scale * 8000 * scale).toBeCloseTo(16_000_000);
  expect(pixelScale(0, 0, 1)).toBe(1);
});
