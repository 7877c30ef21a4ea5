/** What the desk's page says of an answer by mail, in each language. */
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';

import type { Role } from '#app/accounts/permissions.ts';
import de from '#app/text/de.ts';
import en from '#app/text/en.ts';
import { formatDateTime } from '#app/text/format.ts';
import fr from '#app/text/fr.ts';
import { TextProvider } from '#app/text/text.tsx';

import type { MailedAnswer } from './answer.ts';
import { MailedNote, UnsentAnswer } from './mailed-note.tsx';

const texts = { de, en, fr };
const locales = ['de', 'en', 'fr'] as const;
type Locale = (typeof locales)[number];

const address = 'k@polizei.example';
const at = '2026-11-24T09:00:00.000Z';
const mailed: MailedAnswer = { answerId: 'a', address, sentAt: null, failed: null, isGivenUp: false };
const failed = { tries: 3, at, fault: 'not_taken' as const };

function render<Props extends object>(locale: Locale, part: FunctionComponent<Props>, props: Props): string {
  const router = createMemoryRouter([{ path: '/', element: createElement(part, props) }]);
  const children = createElement(RouterProvider, { router });
  const page = createElement(TextProvider, { locale, text: texts[locale], children });
  return renderToStaticMarkup(page).replaceAll('&#x27;', "'");
}

const note = (locale: Locale, over: Partial<MailedAnswer>, state: 'released' | 'destroyed' = 'released') =>
  render(locale, MailedNote, { state, mailed: { ...mailed, ...over } });

test.each(locales)('sent, being sent, not sent yet and not sent are four things (%s)', (locale) => {
  const { answers: text } = texts[locale];
  const when = formatDateTime(at, locale);
  expect(note(locale, {})).toContain(text.mailing(address));
  expect(note(locale, { failed })).toContain(text.notYetMailed(address, 3, when));
  expect(note(locale, { failed, isGivenUp: true })).toContain(text.notMailed(address));
  expect(note(locale, { failed }, 'destroyed')).toContain(text.notMailed(address));
  expect(note(locale, { failed, isGivenUp: true, sentAt: at })).toContain(text.mailed(address, when));
});

const unsent = (locale: Locale, fault: 'refused' | 'not_taken', role: Role = 'clerk') =>
  render(locale, UnsentAnswer, {
    legalRequestId: 'l',
    number: 2,
    mailed: { ...mailed, failed: { ...failed, fault }, isGivenUp: true },
    role,
  });

test.each(locales)(
  'given up: why, since when, what to do, and a button for who may release (%s)',
  (locale) => {
    const { unsent: text } = texts[locale].answers;
    const html = unsent(locale, 'not_taken');
    for (const words of [
      text.title(2),
      text.notTaken(address, 3),
      text.last(formatDateTime(at, locale)),
      text.advice,
    ])
      expect(html).toContain(words);
    expect(html).toContain(text.sendAgain);
    expect(unsent(locale, 'refused')).toContain(text.refused(address));
    expect(unsent(locale, 'refused', 'auditor')).not.toContain(text.sendAgain);
  },
);
