import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';

import { isLocale } from '#app/text/catalogue.ts';
import { loadText } from '#app/text/load-text.ts';
import { TextProvider } from '#app/text/text.tsx';

const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : 'de';
const text = await loadText(locale);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TextProvider locale={locale} text={text}>
        <HydratedRouter />
      </TextProvider>
    </StrictMode>,
  );
});
