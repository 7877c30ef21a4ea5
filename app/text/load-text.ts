import type { Locale } from './catalogue.ts';
import type { Text } from './text.tsx';

const loaders: Record<Locale, () => Promise<{ default: Text }>> = {
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
  fr: () => import('./fr.ts'),
};

/** Only the page's language is sent to the browser: each is a bundle of its own. */
export async function loadText(locale: Locale): Promise<Text> {
  return (await loaders[locale]()).default;
}
