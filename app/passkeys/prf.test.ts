import { expect, test } from 'vitest';

import { toBase64Url } from '#app/sealing/base64url.ts';

import { prfInput, takePrf } from './prf.ts';

test('the input is SHA-256 of the label, for everybody alike', async () => {
  const expected = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('amtsweg.prf.v1'));
  expect(toBase64Url(await prfInput())).toBe(toBase64Url(new Uint8Array(expected)));
});

const respond = (clientExtensionResults: object) => ({ id: 'x', clientExtensionResults });
const secret = new Uint8Array(32).fill(7);

test('the result is taken out, and what may be sent holds nothing of it', () => {
  const { response, prf } = takePrf(respond({ prf: { enabled: true, results: { first: secret.buffer } } }));
  expect(prf).toEqual({ isSupported: true, secret });
  expect(response).toEqual({ id: 'x', clientExtensionResults: {} });
});

test('views are read at their own place', () => {
  const wide = new Uint8Array(40).fill(1);
  wide.set(secret, 4);
  const { prf } = takePrf(respond({ prf: { results: { first: wide.subarray(4, 36) } } }));
  expect(prf.secret).toEqual(secret);
});

test('an authenticator may say that it can, and give the result later', () => {
  expect(takePrf(respond({ prf: { enabled: true } })).prf).toEqual({ isSupported: true, secret: null });
});

test('without PRF, or with a result of another length, there is no secret', () => {
  const none = { isSupported: false, secret: null };
  expect(takePrf(respond({})).prf).toEqual(none);
  expect(takePrf(respond({ prf: { enabled: false } })).prf).toEqual(none);
  expect(takePrf(respond({ prf: { results: { first: new ArrayBuffer(16) } } })).prf).toEqual(none);
});
