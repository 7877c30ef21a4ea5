import { expect, test } from 'vitest';

import { mayOpen, nextStep, registrationSteps } from './registration-steps.ts';

const fresh = { isConfirmed: false, hasPerson: false, hasAgency: false, isReturning: false };

test('steps come one after the other', () => {
  expect(nextStep(fresh)).toBe('code');
  expect(nextStep({ ...fresh, isConfirmed: true })).toBe('person');
  expect(nextStep({ ...fresh, isConfirmed: true, hasPerson: true })).toBe('agency');
  expect(nextStep({ ...fresh, isConfirmed: true, hasPerson: true, hasAgency: true })).toBe('passkey');
});

test('invited people skip the agency', () => {
  expect(nextStep({ ...fresh, isConfirmed: true, hasAgency: true })).toBe('person');
  expect(nextStep({ ...fresh, isConfirmed: true, hasPerson: true, hasAgency: true })).toBe('passkey');
});

test('no step opens before those ahead of it are done', () => {
  expect(registrationSteps.filter((step) => mayOpen(step, fresh))).toEqual(['code']);
  expect(registrationSteps.filter((step) => mayOpen(step, { ...fresh, isConfirmed: true }))).toEqual([
    'person',
  ]);
});

test('one may go back, but not to the code', () => {
  const done = { ...fresh, isConfirmed: true, hasPerson: true, hasAgency: true };
  expect(registrationSteps.filter((step) => mayOpen(step, done))).toEqual(['person', 'agency', 'passkey']);
});

test('whoever comes back by a link makes a passkey and keys, and describes nothing', () => {
  const back = { isConfirmed: true, hasPerson: true, hasAgency: true, isReturning: true };
  expect(nextStep(back)).toBe('passkey');
  expect(registrationSteps.filter((step) => mayOpen(step, back))).toEqual(['passkey']);
});
