import type { Catalogue, Locale } from './catalogue.ts';
import type { de } from './certificate/de.ts';

/** The certificate's words: in the language of the authority, which need not be that of the page. */
export type CertificateText = Catalogue<typeof de>;

const loaders: Record<Locale, () => Promise<CertificateText>> = {
  de: async () => (await import('./certificate/de.ts')).de,
  en: async () => (await import('./certificate/en.ts')).en,
  fr: async () => (await import('./certificate/fr.ts')).fr,
};

export const loadCertificateText = (locale: Locale): Promise<CertificateText> => loaders[locale]();
