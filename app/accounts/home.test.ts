import { expect, test } from 'vitest';

import { homeOf, isOwnPath } from './home.ts';

const admitted = { status: 'active', teamStatus: 'verified' };

test('everybody has a home', () => {
  expect(homeOf({ ...admitted, role: 'investigator' })).toBe('/requests');
  expect(homeOf({ ...admitted, role: 'lead' })).toBe('/requests');
  expect(homeOf({ ...admitted, role: 'clerk' })).toBe('/desk');
  expect(homeOf({ ...admitted, role: 'dpo' })).toBe('/desk');
  expect(homeOf({ ...admitted, role: 'admin' })).toBe('/desk/agencies');
  expect(homeOf({ ...admitted, role: 'auditor' })).toBe('/desk/audit');
});

test('who is not admitted waits', () => {
  expect(homeOf({ status: 'waiting', teamStatus: 'verified', role: 'lead' })).toBe('/waiting');
  expect(homeOf({ status: 'active', teamStatus: 'pending', role: 'lead' })).toBe('/waiting');
});

test('isOwnPath refuses addresses of other origins in every spelling', () => {
  for (const path of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    '/ok\\..',
    '',
    'x',
    '/a b',
  ])
    expect([path, isOwnPath(path)]).toEqual([path, false]);
  for (const path of ['/', '/requests?x=1', '/desk/agencies/1#a'])
    expect([path, isOwnPath(path)]).toEqual([path, true]);
});
