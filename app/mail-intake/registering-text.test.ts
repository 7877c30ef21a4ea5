import { expect, test } from 'vitest';

import de from '#app/text/de.ts';
import en from '#app/text/en.ts';
import fr from '#app/text/fr.ts';
import type { Text } from '#app/text/text.tsx';

import { registeringText } from './registering-text.ts';

/** Every text of the form, by its place. */
function wordsOf({ legalRequests, requests }: Text): [string, string][] {
  const { sections, fields, fieldErrors, options, attachmentKinds, checks, targetErrors, visibility } =
    legalRequests;
  const { draft, section, taskList, legalBasis, targets } = requests;
  const collect = (place: string, value: unknown): [string, string][] => {
    if (typeof value === 'string') return [[place, value]];
    if (typeof value === 'function') return [[place, String((value as (one: string) => unknown)('x'))]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => collect(`${place}.${key}`, inner));
  };
  return collect('', {
    ...{ sections, fields, fieldErrors, options, attachmentKinds, checks, targetErrors, visibility },
    ...{ draft, section, taskList, legalBasis, targets },
  });
}

const toTheAuthority = {
  de: /\bIhre[rmns]? (Behörde|Dienststelle)|Ihrem Konto/,
  en: /\byour (authority|agency|account)\b/i,
  fr: /\bvotre (autorité|service|compte)(?!\p{L})/iu,
};

test.each([
  ['de', de],
  ['en', en],
  ['fr', fr],
] as const)('the form speaks to staff of the authority (%s)', (locale, text) => {
  const spoken = (of: Text) =>
    wordsOf(of)
      .filter(([, words]) => toTheAuthority[locale].test(words))
      .map(([place]) => place);
  expect(spoken(text).length).toBeGreaterThan(8);
  expect(spoken(registeringText(text))).toEqual([]);
  expect(wordsOf(registeringText(text))).toHaveLength(wordsOf(text).length);
});
