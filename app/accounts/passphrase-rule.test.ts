import { expect, test } from 'vitest';

import { minimumPassphraseLength as sealingMinimum } from '#app/sealing/openpgp-keys.ts';

import { minimumPassphraseLength } from './passphrase-rule.ts';

test('pages and crypto room demand the same', () => {
  expect(minimumPassphraseLength).toBe(sealingMinimum);
});
