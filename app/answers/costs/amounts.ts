import type { Locale } from '#app/text/catalogue.ts';

/** "1.234,50 €" */
export const formatCents = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** "1234,50" or "1234.50": to be typed over, and for tables of other programs. */
export const plainCents = (cents: number, locale: Locale): string =>
  (cents / 100).toFixed(2).replace('.', locale === 'en' ? '.' : ',');

/** What was typed as euros, in cents; null when it is no amount. Comma and point both part the cents. */
export function parseCents(typed: string): number | null {
  const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  if (!found) return null;
  const [, euros = '', cents = ''] = found;
  return Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}
