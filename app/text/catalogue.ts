/**
 * The shape of a catalogue without its exact German words: other languages are complete by type. A function takes the
 * same arguments and returns text.
 */
export type Catalogue<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Catalogue<T[K]>;
};

export const locales = ['de', 'en', 'fr'] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
