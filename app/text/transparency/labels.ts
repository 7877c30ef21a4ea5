import { axisNames, keysOf, type Axis } from '#app/transparency/axes.ts';
import type { Count } from '#app/transparency/figures.ts';
import { restKey } from '#app/transparency/report-rows.ts';

import type { Locale } from '../catalogue.ts';
import type { Text } from '../text.tsx';

/** What a bucket is called; its key where the language has no word, which no test lets happen. */
export function bucketLabel(text: Text['transparency'], axis: Axis, key: string): string {
  const words: Record<string, string> = text.axes[axis].buckets;
  return words[key] ?? key;
}

/** "33,8 %", from tenths of a percent. */
export function formatShare(tenths: number, locale: Locale): string {
  const format = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(tenths / 1000);
}

/** "+12", "−3", "±0" */
export function formatChange(change: number, locale: Locale): string {
  if (change === 0) return '±0';
  return new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(change).replace('-', '−');
}

/** A count, or why there is none. */
export function formatCount(text: Text['transparency'], count: Count, locale: Locale): string {
  if (count === null) return text.notPublished;
  if (count === 'withheld') return text.withheld;
  if (typeof count === 'object') return text.band(String(count.from), String(count.to));
  return new Intl.NumberFormat(locale).format(count);
}

/** Every key that must have a word, by axis. */
export const labelledKeys = axisNames.map((axis) => ({ axis, keys: [...keysOf(axis), restKey] }));
