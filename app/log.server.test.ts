import { expect, test } from 'vitest';

import { createLog, describeError, loggedPath } from './log.server.ts';

test('only listed fields reach the log (promise 25)', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  log.info({
    event: 'listening',
    port: 1,
    body: 'SENTINEL',
    email: 'SENTINEL',
    headers: { cookie: 'SENTINEL' },
  });
  log.error({ event: 'route_failed', ...describeError(new Error('SENTINEL in a message')) });
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain('SENTINEL');
  expect(lines.join('')).toContain('listening');
});

test('tokens in addresses stay out of the log', () => {
  expect(loggedPath('/calendar/SENTINEL.ics')).toBe('/calendar/…');
  expect(loggedPath('/Calendar/SENTINEL')).toBe('/Calendar/…');
  expect(loggedPath('/invitation/SENTINEL')).toBe('/invitation/…');
  expect(loggedPath('/invitation/SENTINEL/x.data')).toBe('/invitation/…/x.data');
  expect(loggedPath('/requests/1')).toBe('/requests/1');
});
