import { expect, test } from 'vitest';

import { formatCents, parseCents, plainCents } from './amounts.ts';
import { readPosition } from './typed-costs.ts';

test.each([
  ['25', 2500],
  ['25,5', 2550],
  ['25.05', 2505],
  [' 0,01 ', 1],
  ['25,005', null],
  ['-1', null],
  ['1e3', null],
  ['', null],
  ['1.000,00', null],
])('%j is %j cents', (typed, cents) => {
  expect(parseCents(typed)).toBe(cents);
});

test('amounts are read back as they are shown', () => {
  for (const cents of [0, 1, 10, 999, 123456]) {
    expect(parseCents(plainCents(cents, 'de'))).toBe(cents);
    expect(parseCents(plainCents(cents, 'en'))).toBe(cents);
  }
  expect(formatCents(123450, 'de').replaceAll('\u00a0', ' ')).toBe('1.234,50 €');
});

test('a row is no position until number and amount are right', () => {
  const row = { key: 'x', code: 'other' as const, count: '2', amount: '10,00' };
  expect(readPosition(row)).toEqual({ code: 'other', count: 2, unitCents: 1000 });
  for (const count of ['', '0', '-1', '1,5', '99999']) expect(readPosition({ ...row, count })).toBeNull();
  expect(readPosition({ ...row, amount: 'x' })).toBeNull();
});
