import type { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';

import { handleError } from './entry.server.tsx';
import { createLog } from './log.server.ts';

test.each(['/calendar/SENTINEL.ics', '/invitation/SENTINEL', '/Invitation/SENTINEL'])(
  'a fault of a loader at %s is logged without the token (promise 25)',
  (path) => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    const context = { get: () => ({ log }) } as unknown as RouterContextProvider;
    const request = new Request(`https://desk.example${path}`);
    handleError(new Error('SENTINEL'), { request, context });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('route_failed');
    expect(lines[0]).not.toContain('SENTINEL');
  },
);
