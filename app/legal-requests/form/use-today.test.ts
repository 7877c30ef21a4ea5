import { expect, test } from 'vitest';

import { dayNow } from './use-today.ts';

test('the day goes on in a page that stays open, by the clocks of Berlin', () => {
  expect(dayNow('2026-11-24', new Date('2026-11-24T22:59:59Z'))).toBe('2026-11-24');
  expect(dayNow('2026-11-24', new Date('2026-11-24T23:00:00Z'))).toBe('2026-11-25');
});

test('a slow clock does not turn it back', () => {
  expect(dayNow('2026-11-24', new Date('2026-11-20T12:00:00Z'))).toBe('2026-11-24');
});
