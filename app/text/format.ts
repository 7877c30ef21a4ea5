import type { Locale } from './catalogue.ts';

const timeZone = 'Europe/Berlin';

/** Of days and times. English is that of Europe: "24 November 2026, 23:59", where plain `en` has "11:59 PM". */
export const dateLocale = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** "24. November 2026" */
export const formatDate = (date: Date | string, locale: Locale) =>
  new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'long', timeZone }).format(new Date(date));

/** "24.11.2026", for tables */
export const formatDay = (date: Date | string, locale: Locale) =>
  new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone }).format(new Date(date));

/** "24.11.2026, 14:05" */
export const formatDateTime = (date: Date | string, locale: Locale) =>
  new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(date),
  );

/** "3,2 MB": decimal units, as systems show file sizes. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

/** "14:05" */
export const formatTime = (date: Date | string, locale: Locale) =>
  new Intl.DateTimeFormat(dateLocale(locale), { timeStyle: 'short', timeZone }).format(new Date(date));

/** "Deutschland" for `DE` (ISO 3166-1 alpha-2); what is no code stays as it is. */
export const formatCountry = (code: string, locale: Locale): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code) : code;
