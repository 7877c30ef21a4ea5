import { expect, test } from 'vitest';

import { belongsToDomains, domainOf, isDomainName, isFreeMailDomain } from './email-domains.ts';
import { freeMailDomains } from './free-mail-domains.ts';

test('domainOf takes the part after the last @', () => {
  expect(domainOf('a@LKA.example')).toBe('lka.example');
  expect(domainOf('"x@y"@lka.example')).toBe('lka.example');
});

test('belongsToDomains takes subdomains, and not what only ends alike', () => {
  expect(belongsToDomains('lka.berlin.example', ['berlin.example'])).toBe(true);
  expect(belongsToDomains('berlin.example', ['berlin.example'])).toBe(true);
  expect(belongsToDomains('evilberlin.example', ['berlin.example'])).toBe(false);
  expect(belongsToDomains('example', ['berlin.example'])).toBe(false);
});

test('isFreeMailDomain knows the list and the mailboxes that can be asked about', () => {
  expect(isFreeMailDomain('gmail.com', [])).toBe(true);
  expect(isFreeMailDomain('mail.posteo.de', [])).toBe(true);
  expect(isFreeMailDomain('beispielpost.example', ['beispielpost.example'])).toBe(true);
  expect(isFreeMailDomain('polizei.berlin.de', [])).toBe(false);
});

test('the list of free-mail domains holds domain names in lower case', () => {
  for (const domain of freeMailDomains) expect([domain, isDomainName(domain)]).toEqual([domain, true]);
});

test('isDomainName refuses what is no host name', () => {
  for (const text of ['', 'localhost', '-a.de', 'a..de', 'a@b.de', 'A.de', 'a.d', 'ä.de'])
    expect([text, isDomainName(text)]).toEqual([text, false]);
  for (const text of ['polizei.berlin.de', 'xn--mnchen-3ya.de', '1und1.de'])
    expect([text, isDomainName(text)]).toEqual([text, true]);
});
