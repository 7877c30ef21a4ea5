import { expect, test } from 'vitest';

import { toBase64Url } from '#app/sealing/base64url.ts';

import { challengeOf } from './client-data.ts';
import { deviceName } from './device-name.ts';

const encode = (value: unknown) => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));

test('challengeOf reads the challenge, and nothing from what is broken', () => {
  expect(challengeOf(encode({ type: 'webauthn.get', challenge: 'abc' }))).toBe('abc');
  for (const broken of [
    '',
    '***',
    encode(null),
    encode({}),
    encode({ challenge: 1 }),
    encode({ challenge: '' }),
  ])
    expect(challengeOf(broken)).toBeNull();
});

test('deviceName names browser and system, and never more', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36';
  expect(deviceName(chrome)).toBe('Chrome · Windows');
  expect(deviceName(`${chrome} Edg/156.0`)).toBe('Edge · Windows');
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0')).toBe(
    'Firefox · Linux',
  );
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit/605 Version/19 Safari/604')).toBe(
    'Safari · iOS',
  );
  expect(deviceName('curl/8')).toBe('Browser');
});
