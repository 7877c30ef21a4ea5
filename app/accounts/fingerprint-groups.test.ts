import { expect, test } from 'vitest';

import { areLastGroups, withoutLastGroups } from './fingerprint-groups.ts';

const fingerprint = '0123456789ABCDEF01234567DEADBEEF00C0FFEE';

test('the last four groups are typed, however they are written', () => {
  expect(withoutLastGroups(fingerprint)).toBe('0123456789ABCDEF01234567');
  for (const typed of ['DEADBEEF00C0FFEE', 'dead beef 00c0 ffee', ' DEAD-BEEF-00C0-FFEE '])
    expect(areLastGroups(typed, fingerprint)).toBe(true);
});

test('nothing else is taken for them', () => {
  for (const typed of ['', 'FFEE', 'DEADBEEF00C0FFEF', fingerprint])
    expect(areLastGroups(typed, fingerprint)).toBe(false);
});
