import { expect, test } from 'vitest';

import { locales } from '../catalogue.ts';
import { loadText } from '../load-text.ts';

import { formatChange, formatCount, formatShare, labelledKeys } from './labels.ts';

test.each(locales)('every bucket has a word in %s', async (locale) => {
  const { transparency } = await loadText(locale);
  for (const { axis, keys } of labelledKeys)
    expect(keys.filter((key) => !(key in transparency.axes[axis].buckets))).toEqual([]);
});

test('numbers as people of the language write them', async () => {
  const { transparency: text } = await loadText('de');
  expect(formatShare(338, 'de').replace(/\s/g, ' ')).toBe('33,8 %');
  expect(formatShare(60, 'en')).toBe('6.0%');
  expect([12, -3, 0].map((change) => formatChange(change, 'de'))).toEqual(['+12', '−3', '±0']);
  expect(
    [0, null, 'withheld' as const, { from: 5, to: 9 }].map((count) => formatCount(text, count, 'de')),
  ).toEqual(['0', 'nicht veröffent\u00adlicht', 'nicht angegeben', '5 bis 9']);
});
