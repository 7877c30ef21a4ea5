import { useEffect, useState } from 'react';

import type { Locale } from '#app/text/catalogue.ts';
import { loadText } from '#app/text/load-text.ts';
import { useLocale, useText, type Text } from '#app/text/text.tsx';

/** The catalogue in the language of whoever reads the findings; the page's own until it is loaded. */
export function useAgencyText(agencyLocale: Locale): Text {
  const own = useText();
  const locale = useLocale();
  const [loaded, setLoaded] = useState<{ locale: Locale; text: Text } | null>(null);
  useEffect(() => {
    if (agencyLocale === locale) return;
    let isCurrent = true;
    void loadText(agencyLocale).then((text) => {
      if (isCurrent) setLoaded({ locale: agencyLocale, text });
    });
    return () => {
      isCurrent = false;
    };
  }, [agencyLocale, locale]);
  return agencyLocale !== locale && loaded?.locale === agencyLocale ? loaded.text : own;
}
