/** Publications as an Atom feed (RFC 4287), newest first. */
import type { Text } from '#app/text/text.tsx';
import { formatShare } from '#app/text/transparency/labels.ts';
import type { Locale } from '#app/text/catalogue.ts';

import type { PublishedEdition } from './edition.ts';
import { summaryOf } from './report-rows.ts';

/**
 * @param editions the last published first; what was published at the same moment is told apart by its year
 * @param origin of the portal, without a slash at the end
 */
export function composeReportFeed(
  editions: readonly PublishedEdition[],
  {
    origin,
    provider,
    text,
    locale,
  }: { origin: string; provider: string; text: Text['transparency']; locale: Locale },
): string {
  const self = `${origin}/transparency/feed.atom`;
  const updated = editions[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z';
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `  <id>${escape(self)}</id>`,
    `  <title>${escape(text.feedTitle(provider))}</title>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${escape(provider)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escape(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escape(`${origin}/transparency`)}"/>`,
    ...editions.flatMap((edition) => entryOf(edition, origin, text, locale)),
    '</feed>',
    '',
  ];
  return lines.join('\n');
}

function entryOf(
  { content, publishedAt }: PublishedEdition,
  origin: string,
  text: Text['transparency'],
  locale: Locale,
): string[] {
  const { year, version, figures, note } = content;
  const address = `${origin}/transparency/${year}/${version}`;
  const { total, finallyRejected, rejectedShare } = summaryOf(figures);
  const { totals } = text;
  const facts = [
    `${total} ${totals.total}`,
    ...(typeof finallyRejected === 'number' && rejectedShare !== null
      ? [`${finallyRejected} ${totals.finallyRejected} (${formatShare(rejectedShare, locale)})`]
      : []),
    ...(note[locale] === '' ? [] : [note[locale]]),
  ];
  const title = version === 1 ? text.title(String(year)) : `${text.title(String(year))} (${version})`;
  return [
    '  <entry>',
    `    <id>${escape(address)}</id>`,
    `    <title>${escape(title)}</title>`,
    `    <published>${publishedAt}</published>`,
    `    <updated>${publishedAt}</updated>`,
    `    <link rel="alternate" type="text/html" href="${escape(address)}"/>`,
    `    <link rel="enclosure" type="application/pdf" href="${escape(`${address}/report.${locale}.pdf`)}"/>`,
    `    <summary>${escape(facts.join(' · '))}</summary>`,
    '  </entry>',
  ];
}

/** Also what XML 1.0 cannot hold goes: a note is free text. */
const escape = (text: string) =>
  text

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
