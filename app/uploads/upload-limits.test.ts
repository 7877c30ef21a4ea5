import { expect, test } from 'vitest';

import { maxCiphertextBytes } from './upload-limits.ts';

test('leaves room for the OpenPGP packets and little more', () => {
  expect(maxCiphertextBytes({ maxFileBytes: 0, maxFiles: 1 })).toBe(16_384);
  const limit = maxCiphertextBytes({ maxFileBytes: 2_000_000_000, maxFiles: 1 });
  expect(limit).toBeGreaterThan(2_000_000_000 + 16 * 1908);
  expect(limit).toBeLessThan(2_000_100_000);
});
