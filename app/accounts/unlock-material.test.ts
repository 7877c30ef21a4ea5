import { expect, test } from 'vitest';

import { findEnvelope } from './unlock-material.ts';

const own = { kind: 'passkey_prf', salt: 's', sealed: 'one', passkeyId: 'a' } as const;
const other = { kind: 'passkey_prf', salt: 's', sealed: 'two', passkeyId: 'b' } as const;
const passphrase = { kind: 'passphrase', salt: '', sealed: 'three', passkeyId: 'c' } as const;
const envelopes = [own, other, passphrase];

test('a passkey with a secret opens its own envelope', () => {
  expect(findEnvelope({ envelopes }, 'b', true)).toEqual({ kind: 'passkey_prf', salt: 's', sealed: 'two' });
});

test('a passkey without a secret needs the passphrase', () => {
  expect(findEnvelope({ envelopes }, 'a', false)?.kind).toBe('passphrase');
  expect(findEnvelope({ envelopes }, 'c', false)?.kind).toBe('passphrase');
});

test('without a fitting envelope there is none', () => {
  expect(findEnvelope({ envelopes: [own] }, 'b', true)).toBeNull();
  expect(findEnvelope({ envelopes: [own] }, 'a', false)).toBeNull();
});
