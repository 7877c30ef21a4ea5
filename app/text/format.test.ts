import { expect, test } from 'vitest';

import { formatDate, formatDateTime } from './format.ts';

const lastMinute = '2026-11-24T22:59:00Z';

test.each([
  ['de', '24. November 2026', '24.11.2026, 23:59'],
  ['en', '24 November 2026', '24 Nov 2026, 23:59'],
  ['fr', '24 novembre 2026', '24 nov. 2026, 23:59'],
] as const)('days and times in %s, by the clock of 24 hours in Berlin', (locale, day, time) => {
  expect(formatDate(lastMinute, locale)).toBe(day);
  expect(formatDateTime(lastMinute, locale)).toBe(time);
});
