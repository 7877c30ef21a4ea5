import { expect, test } from 'vitest';

import { createLog, describeError } from './log.server.ts';

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
