import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { locales } from '#app/text/catalogue.ts';
import { loadText } from '#app/text/load-text.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { testConfig } from '#test/legal-requests/submission-world.ts';

import type { PublishedEdition } from './edition.ts';
import { listAllEditions, listNewestEditions } from './editions.server.ts';
import { importYear } from './import-report.server.ts';
import { readYears } from './import-years.ts';
import { protectFigures } from './protect.ts';
import provider from './provider-reports.json' with { type: 'json' };
import { composeReportCsv, csvColumns } from './report-csv.ts';
import { composeReportFeed } from './report-feed.ts';
import { findReportPdf } from './report-pdf.server.ts';

let database: TestDatabase;
let editions: PublishedEdition[];
const of = (year: number) => editions.find(({ content }) => content.year === year)!;

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = { ...testConfig, providerName: 'Post & "Mehr" <GmbH>' };
  for (const figures of readYears(JSON.stringify(provider), 'json'))
    await importYear(database.db, settings, figures, '', new Date('2026-11-24T09:00:00Z'));
  editions = await listNewestEditions(database.db);
});
afterAll(() => database.close());

const rows = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

test('CSV: every published figure of every year, and "not published" apart from zero', () => {
  const all = rows(composeReportCsv(editions.map(({ content }) => content)));
  const find = (year: number, axis: string, key = '') =>
    all.find((row) => row['year'] === String(year) && row['axis'] === axis && row['key'] === key);
  expect(find(2023, 'total')).toMatchObject({ count: '133', percent: '100.0', state: 'exact' });
  expect(find(2023, 'channel', 'plain_mail')).toMatchObject({ count: '36', percent: '27.1', parent: 'mail' });
  expect(find(2023, 'channel', 'fax')).toMatchObject({ count: '8', percent: '6.0', derived: 'yes' });
  expect(find(2023, 'outcome', 'finally_rejected')).toMatchObject({ count: '45', percent: '33.8' });
  expect(find(2024, 'inadmissible')).toMatchObject({ count: '20', percent: '24.1' });
  expect(find(2022, 'first_check', 'refused_at_first')).toMatchObject({ count: '14', percent: '25.5' });
  expect(find(2023, 'first_check', 'refused_at_first')).toMatchObject({ count: '', state: 'not_published' });
  expect(find(2023, 'category', 'interception')).toMatchObject({ count: '0', state: 'exact' });
  expect(new Set(all.flatMap((row) => Object.keys(row)))).toEqual(new Set(csvColumns));
});

test('CSV: what is protected has no number', () => {
  const { content } = of(2019);
  const whole = { subscriber_data: 74, traffic_data: 2, mailbox_seizure: 0, interception: 3, unknown: 0 };
  const counted = { ...content.figures, axes: { ...content.figures.axes, category: whole } };
  const csv = rows(composeReportCsv([{ ...content, figures: protectFigures(counted, 'bands') }]));
  const rowOf = (axis: string, key: string) => csv.find((row) => row['axis'] === axis && row['key'] === key);
  expect(rowOf('category', 'interception')).toMatchObject({ state: 'band', from: '0', to: '4', count: '' });
  expect(rowOf('category', 'subscriber_data')).toMatchObject({ state: 'withheld', count: '', percent: '' });
  expect(rowOf('protection', 'interception+subscriber_data')).toMatchObject({ count: '77' });
});

test('the page that describes the columns describes them all', async () => {
  for (const locale of locales) {
    const { fields } = (await loadText(locale)).transparency;
    expect(Object.keys(fields.csv)).toEqual([...csvColumns]);
  }
});

test('the feed is well-formed and names each publication by its own address', async () => {
  const { transparency: text } = await loadText('de');
  const feed = composeReportFeed(await listAllEditions(database.db), {
    origin: 'https://x.example',
    provider: 'Post & "Mehr" <GmbH>',
    text,
    locale: 'de',
  });
  const { DOMParser } = await import('linkedom');
  const parsed = new DOMParser().parseFromString(feed, 'text/xml');
  const texts = (name: string) =>
    Array.from(parsed.querySelectorAll(name)).map((one) => (one as Element).textContent);
  expect(texts('entry > id')).toHaveLength(8);
  expect(texts('entry > id')[0]).toBe('https://x.example/transparency/2025/1');
  expect(texts('entry > summary')[2]?.replace(/\s/g, ' ')).toBe(
    '133 Ersuchen · 45 endgültig abgelehnt (33,8 %)',
  );
  expect(feed).toContain('Post &#38; &#34;Mehr&#34; &#60;GmbH&#62;');
});

test.each(locales)('PDF in %s: tagged, PDF/UA-1, in its language', async (locale) => {
  const pdf = await findReportPdf(database.db, of(2023), locale);
  const octets = Buffer.from(pdf).toString('latin1');
  expect(octets.startsWith('%PDF-1.7')).toBe(true);
  expect(octets).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(octets).toContain('/StructTreeRoot');
  expect(octets).toMatch(new RegExp(`/Lang ?\\(${locale}`));
});

test('PDF: the same report gives the same octets', async () => {
  const edition = of(2022);
  const first = await findReportPdf(database.db, edition, 'de');
  // Another signature is another key of what is kept, and says nothing in the PDF.
  const second = await findReportPdf(database.db, { ...edition, signature: 'other' }, 'de');
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});
