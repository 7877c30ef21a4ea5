import type { Locale } from './catalogue.ts';

type Template = (values: Record<string, string>) => { subject: string; text: string };

export const mailTexts: Record<Locale, Record<string, Template>> = { de: {}, en: {}, fr: {} };
