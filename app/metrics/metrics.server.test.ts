import { expect, test } from 'vitest';

import { mayReadMetrics } from './metrics.server.ts';

const token = 'a'.repeat(32);
const caller = (over: object = {}) => ({
  authorization: null,
  address: '127.0.0.1',
  isForwarded: false,
  ...over,
});

test('nobody reads the figures unless the configuration says who', () => {
  const closed = { metricsToken: null, metricsFromLoopback: false };
  expect(mayReadMetrics(closed, caller())).toBe(false);
  expect(mayReadMetrics(closed, caller({ authorization: 'Bearer null' }))).toBe(false);
});

test('the token opens, a wrong one does not', () => {
  const withToken = { metricsToken: token, metricsFromLoopback: false };
  expect(mayReadMetrics(withToken, caller({ authorization: `Bearer ${token}`, address: '192.0.2.7' }))).toBe(
    true,
  );
  expect(mayReadMetrics(withToken, caller({ authorization: `Bearer ${token}x` }))).toBe(false);
  expect(mayReadMetrics(withToken, caller())).toBe(false);
});

test('this machine itself, never through a proxy', () => {
  const local = { metricsToken: null, metricsFromLoopback: true };
  expect(mayReadMetrics(local, caller())).toBe(true);
  expect(mayReadMetrics(local, caller({ isForwarded: true }))).toBe(false);
  expect(mayReadMetrics(local, caller({ address: '192.0.2.7' }))).toBe(false);
});
