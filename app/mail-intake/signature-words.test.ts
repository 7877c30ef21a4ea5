import { expect, test } from 'vitest';

import type { Fingerprint } from '#app/sealing/sealing-types.ts';
import { de } from '#app/text/mail-intake/de.ts';

import { describeSignature } from './signature-words.ts';

const { mail: text } = de;
const [known, foreign] = ['A'.repeat(40), 'B'.repeat(40)];
const wordsOf = (fingerprint: Fingerprint) =>
  describeSignature(text, { state: 'valid', fingerprint }, [{ fingerprint: known }]).words;

test('a key that only came with the mail is not taken for the known one of its address', () => {
  const inGroups = (fingerprint: string) => fingerprint.match(/.{4}/g)?.join(' ') ?? '';
  expect(wordsOf(known)).toBe(text.valid(inGroups(known)));
  expect(wordsOf(foreign)).toBe(text.validSelf(inGroups(foreign)));
});

test('a wrong signature is marked, an unknown key is not', () => {
  expect(describeSignature(text, { state: 'invalid', fingerprint: known }, [])).toMatchObject({
    isWrong: true,
  });
  expect(describeSignature(text, { state: 'unknown_key', keyId: 'CC' }, [])).toEqual({
    isWrong: false,
    words: text.unknownKey('CC'),
  });
});
