import { createContext, useContext, type ReactNode } from 'react';

import type { Catalogue, Locale } from './catalogue.ts';
import type de from './de.ts';

/** All text of one language. */
export type Text = Catalogue<typeof de>;

const TextContext = createContext<{ locale: Locale; text: Text } | null>(null);

export function TextProvider({
  locale,
  text,
  children,
}: {
  locale: Locale;
  text: Text;
  children: ReactNode;
}) {
  return <TextContext value={{ locale, text }}>{children}</TextContext>;
}

/** The catalogue of the page's language: `const t = useText(); t.accounts.signIn.title`. */
export function useText(): Text {
  return useTextContext().text;
}

export function useLocale(): Locale {
  return useTextContext().locale;
}

function useTextContext() {
  const context = useContext(TextContext);
  if (!context) throw new Error('no text above this component');
  return context;
}
