/** What people see of every published year is what was published, and in its words. */
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createElement } from 'react';
import { expect, test } from 'vitest';

import de from '#app/text/de.ts';
import { TextProvider } from '#app/text/text.tsx';
import { bucketLabel, formatCount, formatShare } from '#app/text/transparency/labels.ts';

import { axisNames, keysOf } from './axes.ts';
import { noWords, type EditionContent } from './edition.ts';
import { countOf, type YearFigures } from './figures.ts';
import { readYears } from './import-years.ts';
import { tenthsOfPercent } from './percent.ts';
import { protectFigures } from './protect.ts';
import provider from './provider-reports.json' with { type: 'json' };
import { ReportBody } from './report-body.tsx';
import { viewReport } from './view-report.server.ts';

const years = readYears(JSON.stringify(provider), 'json');

function view(figures: YearFigures, source: EditionContent['source'] = 'imported') {
  const content: EditionContent = {
    schema: 'amtsweg.report.v1',
    provider: 'Testpost',
    year: figures.year,
    version: 1,
    source,
    figures,
    words: noWords,
    note: noWords,
    basis: null,
  };
  return viewReport({ content, publishedAt: '2026-11-24T09:00:00.000Z' }, years, de, 'de');
}

function render(figures: YearFigures): string {
  const element = createElement(ReportBody, { report: view(figures) });
  const router = createMemoryRouter([{ path: '/', element }]);
  const routed = createElement(RouterProvider, { router });
  return renderToStaticMarkup(createElement(TextProvider, { locale: 'de', text: de, children: routed }));
}

/** Cells of the row with this name, in the section of this axis. */
function cells(html: string, axis: (typeof axisNames)[number], name: string): string[] | null {
  const section =
    new RegExp(`<section[^>]*aria-labelledby="axis-${axis}".*?</section>`, 's').exec(html)?.[0] ?? '';
  for (const [row] of section.matchAll(/<tr[^>]*>.*?<\/tr>/gs)) {
    const [first = '', ...rest] = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell.replace(/<[^>]*>/g, '').trim(),
    );
    if (first === name) return rest;
  }
  return null;
}

test.each(years.map((figures) => [figures.year, figures] as const))(
  '%i: every published figure and its percentage stands on the page',
  (_year, figures) => {
    const html = render(figures);
    let shown = 0;
    for (const axis of axisNames)
      for (const key of keysOf(axis)) {
        const count = countOf(figures, axis, key);
        if (typeof count !== 'number') continue;
        const share = tenthsOfPercent(count, figures.total) ?? 0;
        const row = cells(html, axis, bucketLabel(de.transparency, axis, key));
        const derived = figures.derived.includes(`${axis}.${key}`) ? ` ${de.transparency.derived}` : '';
        expect(row?.slice(0, 2), `${axis}.${key}`).toEqual([`${count}${derived}`, formatShare(share, 'de')]);
        shown += 1;
      }
    expect(shown).toBeGreaterThan(4);
  },
);

test('what was not published says so and has no percentage', () => {
  const html = render(years.find(({ year }) => year === 2023)!);
  const name = bucketLabel(de.transparency, 'first_check', 'refused_at_first');
  const notPublished = formatCount(de.transparency, null, 'de');
  expect(cells(html, 'first_check', name)?.slice(0, 2)).toEqual([notPublished, '–']);
  expect(cells(html, 'category', bucketLabel(de.transparency, 'category', 'interception'))?.[0]).toBe('0');
});

test('the final rejections of 2023 are compared with those of 2022, not with its first refusals', () => {
  const html = render(years.find(({ year }) => year === 2023)!);
  const name = bucketLabel(de.transparency, 'outcome', 'finally_rejected');
  expect(cells(html, 'outcome', name)).toEqual(['45', formatShare(338, 'de'), '7', '+38']);
});

test('a protected number is nowhere on the page, in the chart neither', () => {
  const base = years.find(({ year }) => year === 2023)!;
  const category = {
    subscriber_data: 4711,
    traffic_data: 0,
    mailbox_seizure: 0,
    interception: 3,
    unknown: 0,
  };
  const counted = { ...base, total: 4714, axes: { ...base.axes, category } };
  const html = render(protectFigures(counted, 'suppress'));
  expect(html).not.toContain('4711');
  expect(html).not.toContain('4.711');
  const name = bucketLabel(de.transparency, 'category', 'interception');
  expect(cells(html, 'category', name)?.[0]).toBe(de.transparency.withheld);
});

test('the page has no style and no script of its own', () => {
  expect(render(years[0]!)).not.toMatch(/ style=|<style|<script/);
});
