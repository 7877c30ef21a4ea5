import { expect, test } from 'vitest';

import { isOwnRequest } from './cross-origin.server.ts';

const origin = 'https://requests.example.org';
const ask = (method: string, headers: Record<string, string>) =>
  isOwnRequest(method, new Headers(headers), origin);

test('reading is always possible', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(ask(method, { origin: 'https://evil.example' })).toBe(true);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'LINK', 'FOO'])('%s comes from our own pages only', (method) => {
  expect(ask(method, { 'sec-fetch-site': 'same-origin', origin })).toBe(true);
  expect(ask(method, { 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(ask(method, { origin })).toBe(true);
  expect(ask(method, {})).toBe(false);
  expect(ask(method, { origin: 'null' })).toBe(false);
  expect(ask(method, { origin: 'https://evil.example' })).toBe(false);
  expect(ask(method, { origin: 'https://requests.example.org.evil.example' })).toBe(false);
  expect(ask(method, { 'sec-fetch-site': 'cross-site', origin })).toBe(false);
  expect(ask(method, { 'sec-fetch-site': 'same-site', origin })).toBe(false);
  expect(ask(method, { 'sec-fetch-site': 'none' })).toBe(false);
  expect(ask(method, { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' })).toBe(false);
});
