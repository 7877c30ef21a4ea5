import { expect, test, vi } from 'vitest';

import { SealingError } from '#app/sealing/sealing-error.ts';

import { findEnvelope, openWithPassphrase } from './unlock-material.ts';

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

test('a passphrase opens the envelope that it was chosen for, whichever that is', async () => {
  const second = { ...passphrase, sealed: 'four', passkeyId: 'd' };
  const material = { envelopes: [...envelopes, second] };
  const opensOnly = (wanted: string) =>
    vi.fn(({ sealed }: { sealed: string }) =>
      sealed === wanted ? Promise.resolve() : Promise.reject(new SealingError('wrong_secret')),
    );
  await openWithPassphrase(material, opensOnly('three'));
  const open = opensOnly('four');
  await openWithPassphrase(material, open);
  expect(open.mock.calls.map(([{ sealed }]) => sealed)).toEqual(['three', 'four']);
  await expect(openWithPassphrase(material, opensOnly('none'))).rejects.toMatchObject({
    code: 'wrong_secret',
  });
});

test('what is no wrong passphrase ends the search', async () => {
  const open = vi.fn(() => Promise.reject(new SealingError('worker_failed')));
  await expect(openWithPassphrase({ envelopes: [passphrase, passphrase] }, open)).rejects.toMatchObject({
    code: 'worker_failed',
  });
  expect(open).toHaveBeenCalledOnce();
});
