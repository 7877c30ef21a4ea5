import { expect, test } from 'vitest';

import { canRetry, transferErrorOf } from './transfer-error.ts';

test.each([0, 408, 423, 429, 500, 502, 503])('tries again by itself after status %i', (status) => {
  expect(transferErrorOf(status, undefined)).toMatchObject({ code: 'unreachable', isTemporary: true });
});

test('tries again when the server is at another place', () => {
  expect(transferErrorOf(409, 'offset_differs').isTemporary).toBe(true);
  expect(transferErrorOf(409, 'changed_meanwhile').isTemporary).toBe(true);
});

test('stops at everything else, with the reason', () => {
  expect(transferErrorOf(422, 'file_refused')).toMatchObject({ code: 'file_refused', isTemporary: false });
  expect(transferErrorOf(409, 'too_many_files').code).toBe('too_many_files');
  expect(transferErrorOf(401, undefined).code).toBe('signed_out');
  expect(transferErrorOf(410, null).code).toBe('file_gone');
  expect(transferErrorOf(418, { nonsense: true }).code).toBe('unknown');
});

test('offers another try only where it can help', () => {
  expect(canRetry('signed_out')).toBe(true);
  expect(canRetry('file_refused')).toBe(false);
});
