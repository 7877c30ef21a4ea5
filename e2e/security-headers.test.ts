import { request } from '@playwright/test';

import { securityHeaders } from '#app/middleware/security-headers.server.ts';

import { expect, test } from './test.ts';

const bot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/** What promise 21 names, written down here once more: a header that falls out of the server's list is missed here. */
const promised: Readonly<Record<string, string | RegExp>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'referrer-policy': 'same-origin',
  'permissions-policy':
    /publickey-credentials-get=\(self\), publickey-credentials-create=\(self\).*camera=\(\).*microphone=\(\)/,
  'x-permitted-cross-domain-policies': 'none',
  'origin-agent-cluster': '?1',
};

/** One address per way in which something is answered (promise 21). */
const answers = [
  { name: 'a page', path: '/' },
  { name: 'a page for a bot', path: '/', userAgent: bot },
  { name: 'an error page', path: '/there-is-no-such-page' },
  { name: 'data of a page', path: '/_root.data' },
  { name: 'a resource route', path: '/healthz' },
  { name: 'a resource route without an answer to GET', path: '/language' },
  { name: 'a redirect', path: '/requests' },
  { name: 'a static file', path: '/icon.svg' },
  { name: 'a static file that is missing', path: '/assets/missing.js' },
  { name: 'an address that cannot be decoded', path: '/%E0%A4%A' },
  { name: 'the manifest of routes', path: '/__manifest?paths=%2F&version=x' },
  { name: 'the upload endpoint', path: '/uploads/' },
];

for (const { name, path, userAgent } of answers) {
  test(`${name} carries all security headers`, async ({ portal }) => {
    const http = await request.newContext({ baseURL: portal.origin, ...(userAgent ? { userAgent } : {}) });
    const response = await http.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    for (const [header, value] of Object.entries(securityHeaders))
      expect.soft(headers[header.toLowerCase()], header).toBe(value);
    for (const [header, value] of Object.entries(promised))
      expect.soft(headers[header] ?? '', header).toMatch(value);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(headers['x-powered-by']).toBeUndefined();
    await http.dispose();
  });
}

test('every document has a nonce of its own and enforces trusted types', async ({ portal }) => {
  const http = await request.newContext({ baseURL: portal.origin });
  const nonces = new Set<string>();
  for (let visit = 0; visit < 3; visit += 1) {
    const policy = (await http.get('/')).headers()['content-security-policy'] ?? '';
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("connect-src 'self'");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
  }
  expect(nonces.size).toBe(3);
  await http.dispose();
});

test('changes from anywhere else are refused, on pages and on resource routes', async ({ portal }) => {
  const http = await request.newContext({ baseURL: portal.origin });
  const paths = ['/language', '/register', '/sign-out', '/sign-in/verify', '/uploads/', '/key-alarm', '/'];
  const origins: Record<string, string>[] = [
    {},
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: portal.origin, 'Sec-Fetch-Site': 'cross-site' },
  ];
  for (const path of paths)
    for (const headers of origins)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect((await http.fetch(path, { method, headers })).status(), `${method} ${path}`).toBe(403);
  await http.dispose();
});

test('addresses in answers come from the configuration, never from headers', async ({ portal }) => {
  const http = await request.newContext({ baseURL: portal.origin });
  const headers = {
    'X-Forwarded-Host': 'evil.example',
    Forwarded: 'host=evil.example',
    Host: 'evil.example',
  };
  const response = await http.get('/requests', { headers, maxRedirects: 0 });
  expect(response.headers()['location'] ?? '').not.toContain('evil.example');
  expect(await (await http.get('/', { headers })).text()).not.toContain('evil.example');
  await http.dispose();
});

test('public pages work without scripts, in every language, without any request elsewhere', async ({
  browser,
  portal,
}) => {
  const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on('request', (sent) => {
    if (new URL(sent.url()).origin !== portal.origin && !sent.url().startsWith('data:'))
      elsewhere.push(sent.url());
  });
  const paths = [
    '/',
    '/categories/subscriber_data',
    '/key',
    '/accessibility',
    '/imprint',
    '/privacy',
    '/sign-in',
    '/register',
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto('/trust');
  for (const [language, heading] of [
    ['English', 'Security'],
    ['Français', 'Sécurité'],
    ['Deutsch', 'Sicherheit'],
  ] as const) {
    await page.getByRole('button', { name: language }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page).toHaveURL(/\/trust$/);
  }
  expect(elsewhere).toEqual([]);
  await context.close();
});
