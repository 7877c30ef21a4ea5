import { expect, test } from 'vitest';

import { countries, nameCountries } from './countries.ts';
import { parseForm } from './parse-form.ts';
import {
  codeSchema,
  domainsSchema,
  emailSchema,
  newAgencySchema,
  officerSchema,
} from './registration-schemas.ts';

const codeOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.success ? null : result.error?.issues[0]?.message;

test('addresses are trimmed and in lower case', () => {
  expect(emailSchema.parse('  A.B@LKA.Example ')).toBe('a.b@lka.example');
  expect(codeOf(emailSchema.safeParse('nobody'))).toBe('email_invalid');
});

test('a code may be typed with spaces', () => {
  expect(codeSchema.parse(' 123 456 ')).toBe('123456');
  expect(codeOf(codeSchema.safeParse('12345'))).toBe('code_invalid');
});

test('telephone numbers need six digits', () => {
  const officer = { name: 'A B', rank: 'KHK', unit: 'LKA' };
  expect(officerSchema.safeParse({ ...officer, telephone: '+49 (30) 123-456' }).success).toBe(true);
  for (const telephone of ['', '12345', 'call me', '030 <script>'])
    expect(codeOf(officerSchema.safeParse({ ...officer, telephone }))).toBe('telephone_invalid');
});

test('domains are taken from lines, commas and spaces, each once', () => {
  expect(domainsSchema.parse('A.de\n b.de, a.de')).toEqual(['a.de', 'b.de']);
  expect(codeOf(domainsSchema.safeParse('a.de nonsense'))).toBe('domain_invalid');
  expect(codeOf(domainsSchema.safeParse(' '))).toBe('domain_missing');
});

test('a form says what is wrong with each field', () => {
  const form = new FormData();
  form.set('name', 'LKA');
  form.set('country', 'XX');
  expect(parseForm(form, newAgencySchema)).toEqual({
    ok: false,
    values: { name: 'LKA', country: 'XX' },
    errors: { country: 'country_missing', agencyKind: 'agency_kind_missing' },
  });
});

test('every country has a name in every language; the own one is first', () => {
  for (const locale of ['de', 'en', 'fr']) {
    const named = nameCountries(locale, 'DE');
    expect(named[0]?.value).toBe('DE');
    expect(named).toHaveLength(countries.length);
    expect(named.filter(({ value, label }) => value === label)).toEqual([]);
  }
});
