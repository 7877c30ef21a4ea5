import { afterEach, expect, test, vi } from 'vitest';
import { requireWorkerUrl, startWorker } from './trusted-types.client.ts';

const origin = 'https://portal.mail.example';

afterEach(() => vi.unstubAllGlobals());

test.each([
  '/app/sealing/crypto.worker.ts?worker_file&type=module',
  '/assets/crypto.worker-BfdqCX_-.js',
  '/assets/cipher.worker-BfdqCX_-.js',
])('%s is ours', (url) => {
  expect(requireWorkerUrl(url, origin)).toBe(origin + url);
  expect(requireWorkerUrl(origin + url, origin)).toBe(origin + url);
});

test.each([
  'https://evil.example/assets/crypto.worker-BfdqCX.js',
  '//evil.example/assets/crypto.worker-BfdqCX.js',
  'blob:https://portal.mail.example/9b1c',
  'data:text/javascript,1',
  '/assets/other-BfdqCX.js',
  '/assets/crypto.worker-x.js/../../files/1',
  '/files/1/assets/crypto.worker-BfdqCX.js',
  '',
])('"%s" is refused', (url) => {
  expect(() => requireWorkerUrl(url, origin)).toThrow(TypeError);
});

test('the worker is started through the policy "amtsweg", which is made once', () => {
  const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => ({
    createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }),
  }));
  const started: unknown[] = [];
  vi.stubGlobal('location', { origin });
  vi.stubGlobal('trustedTypes', { createPolicy });
  vi.stubGlobal('Worker', function recordStart(...parameters: unknown[]) {
    started.push(parameters);
  });
  startWorker('/assets/crypto.worker-a.js');
  startWorker('/assets/crypto.worker-a.js');
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['amtsweg']);
  expect(started).toEqual(
    Array(2).fill([
      { trusted: `${origin}/assets/crypto.worker-a.js` },
      expect.objectContaining({ type: 'module' }),
    ]),
  );
  expect(() => startWorker('/evil.js')).toThrow(TypeError);
  expect(started).toHaveLength(2);
});
