import { expect, test } from 'vitest';

import { isSignedBy, signText } from './detached-signature.ts';
import { generatePrivateKey } from './openpgp-keys.ts';

const make = (name: string) => generatePrivateKey({ name, email: `${name}@example.org` });

test('knows the signer and every octet of the text', async () => {
  const [key, other] = await Promise.all([make('intake'), make('other')]);
  const text = '{"größe":1}';
  const signature = await signText(text, key);
  expect(await isSignedBy(text, signature, key.toPublic())).toBe(true);
  expect(await isSignedBy(`${text} `, signature, key.toPublic())).toBe(false);
  expect(await isSignedBy(text, signature, other.toPublic())).toBe(false);
  expect(await isSignedBy(text, 'no signature', key.toPublic())).toBe(false);
});
