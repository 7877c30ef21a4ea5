import { describe, expect, test } from 'vitest';

import { headersOfEveryAnswer, securityHeaders } from './security-headers.server.ts';

describe('what every answer begins with', () => {
  test('lets nothing be loaded until a document says what', () => {
    const headers = headersOfEveryAnswer('https://amtsweg.example');
    expect(headers).toMatchObject(securityHeaders);
    expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none';/);
  });

  test('keeps browsers to TLS for at least a year where the portal is served by it', () => {
    const value = headersOfEveryAnswer('https://amtsweg.example')['Strict-Transport-Security'] ?? '';
    expect(Number(/^max-age=(\d+); includeSubDomains$/.exec(value)?.[1])).toBeGreaterThanOrEqual(31_536_000);
    expect(headersOfEveryAnswer('http://localhost:3000')).not.toHaveProperty('Strict-Transport-Security');
  });
});
