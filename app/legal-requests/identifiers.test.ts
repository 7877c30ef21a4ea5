import { describe, expect, it } from 'vitest';
import {
  domainOf,
  isDeliveryReference,
  isEmailAddress,
  isIpAddress,
  isPublicIpAddress,
  isReference,
  normaliseIpAddress,
} from './identifiers.ts';

describe('e-mail addresses', () => {
  it.each(['a@b.de', 'erika.mustermann+x@mail.example', 'jörg@müller.example', "o'neil@a.b.example"])(
    'takes %s',
    (address) => {
      expect(isEmailAddress(address)).toBe(true);
    },
  );

  it.each([
    '',
    'a',
    'a@b',
    'a b@c.de',
    '@c.de',
    'a@@c.de',
    'a@c.',
    '<a@c.de>',
    'a@c.de,b@c.de',
    `${'a'.repeat(250)}@b.de`,
  ])('refuses %s', (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });

  it('compares domains in lower case', () => {
    expect(domainOf('A@Mail.Example')).toBe('mail.example');
    expect(domainOf('nothing')).toBe('');
  });
});

describe('IP addresses', () => {
  it.each(['192.0.2.44', '255.255.255.255', '2001:db8::1', '::', '2001:DB8:0:0:0:0:0:1', '::ffff:192.0.2.1'])(
    'takes %s',
    (address) => {
      expect(isIpAddress(address)).toBe(true);
    },
  );

  it.each([
    '',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1/24',
    '2001:db8::1::2',
    '12345::',
    'example.org',
    '1.2.3.4:80',
  ])('refuses %s', (address) => {
    expect(isIpAddress(address)).toBe(false);
  });

  it('has one spelling for one IPv6 address', () => {
    expect(normaliseIpAddress('2001:DB8:0:0:0:0:0:1')).toBe('2001:db8::1');
  });

  it('tells public from private ones', () => {
    expect(isPublicIpAddress('8.8.8.8')).toBe(true);
    expect(isPublicIpAddress('172.32.0.1')).toBe(true);
    for (const address of [
      '10.1.2.3',
      '192.168.1.1',
      '172.16.0.1',
      '127.0.0.1',
      '100.64.0.1',
      'fe80::1',
      'fd00::1',
      '::1',
    ]) {
      expect(isPublicIpAddress(address), address).toBe(false);
    }
  });
});

describe('references', () => {
  it('of legal requests', () => {
    expect(isReference('AW-2026-000123')).toBe(true);
    for (const wrong of ['AW-2026-123', 'aw-2026-000123', 'AW-26-000123', 'AW-2026-000123 ']) {
      expect(isReference(wrong), wrong).toBe(false);
    }
  });

  it('of deliveries have at most 25 plain characters', () => {
    expect(isDeliveryReference('LKA-B.TKUE_01')).toBe(true);
    expect(isDeliveryReference('a'.repeat(25))).toBe(true);
    for (const wrong of ['', 'a'.repeat(26), 'TKÜ-1', 'a b', 'a/b']) {
      expect(isDeliveryReference(wrong), wrong).toBe(false);
    }
  });
});
