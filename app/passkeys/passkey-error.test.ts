import { expect, test } from 'vitest';

import { de } from '#app/text/errors/de.ts';
import { en } from '#app/text/errors/en.ts';
import { fr } from '#app/text/errors/fr.ts';

import { PasskeyError, passkeyErrorCodes, toPasskeyError } from './passkey-error.ts';

const named = (name: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { name });

test.each([
  ['NotAllowedError', 'passkey_not_allowed'],
  ['InvalidStateError', 'passkey_exists'],
  ['SecurityError', 'passkey_wrong_site'],
  ['ConstraintError', 'passkey_no_verification'],
  ['NotSupportedError', 'passkey_not_supported'],
  ['AbortError', 'passkey_busy'],
  ['UnknownError', 'passkey_failed'],
])('%s is %s, also when the library wrapped it', (name, code) => {
  expect(toPasskeyError(named(name)).code).toBe(code);
  expect(toPasskeyError(named('WebAuthnError', named(name))).code).toBe(code);
});

test('what is no error at all is a failure too', () => {
  expect(toPasskeyError('text').code).toBe('passkey_failed');
  const known = new PasskeyError('passkey_exists');
  expect(toPasskeyError(known)).toBe(known);
});

test('every code has words in every language', () => {
  for (const texts of [de, en, fr])
    for (const code of passkeyErrorCodes) expect(Object.keys(texts.codes)).toContain(code);
});

test('NotAllowedError names all three causes', () => {
  expect(de.codes.passkey_not_allowed).toMatch(/abgebrochen.*lange.*Richtlinie/);
  expect(en.codes.passkey_not_allowed).toMatch(/cancelled.*long.*policy/);
  expect(fr.codes.passkey_not_allowed).toMatch(/annulée.*temps.*règle/);
});
