import type { Locale } from '#app/text/catalogue.ts';
import type { Text } from '#app/text/text.tsx';
import { bucketLabel, formatCount, formatShare } from '#app/text/transparency/labels.ts';

import type { Axis } from './axes.ts';
import type { Chart } from './chart.ts';
import { drawBars, drawYears } from './draw-chart.server.ts';
import { isInterim, type ShownEdition } from './edition.ts';
import type { YearFigures } from './figures.ts';
import { readWords } from './read-words.server.ts';
import type { ReportRow } from './report-rows.ts';
import { tablesOf, type ReportView } from './report-view.ts';

/**
 * Makes the view of a report in one language, with its charts drawn.
 * @param others figures of the other years as they are published, for comparison
 */
export function viewReport(
  { content, publishedAt }: ShownEdition,
  others: readonly YearFigures[],
  all: Text,
  locale: Locale,
): ReportView {
  const text = all.transparency;
  const { figures, basis } = content;
  const tables = tablesOf(figures, others);
  return {
    provider: content.provider,
    year: content.year,
    version: content.version,
    source: content.source,
    publishedAt,
    interimAt: isInterim(content) ? (basis?.countedAt ?? null) : null,
    note: inLanguage(content.note, locale),
    words: readWords(inLanguage(content.words, locale)),
    ...tables,
    axes: tables.axes.map(({ axis, rows }) => ({ axis, rows, chart: drawAxis(axis, rows, text, locale) })),
    protection: figures.protection,
    isDerived: figures.derived.length > 0,
    yearsChart:
      tables.years.length < 2
        ? null
        : drawYears(
            text.chart(text.yearsChart),
            tables.years.map(({ year, total, finallyRejected }) => ({
              year,
              total,
              part: typeof finallyRejected === 'number' ? finallyRejected : null,
            })),
          ),
  };
}

/** What the operator did not translate is shown in German. */
const inLanguage = (texts: Record<Locale, string>, locale: Locale) =>
  texts[locale] === '' ? texts.de : texts[locale];

/** One bar for each number that is exact and no part of another bar. */
function drawAxis(
  axis: Axis,
  rows: readonly ReportRow[],
  text: Text['transparency'],
  locale: Locale,
): Chart | null {
  let isWholeDrawn = false;
  const bars = rows.flatMap(({ key, isPart, count, share }) => {
    if (!isPart) isWholeDrawn = typeof count === 'number';
    if ((isPart && isWholeDrawn) || typeof count !== 'number') return [];
    const shown = formatCount(text, count, locale);
    return [
      {
        label: bucketLabel(text, axis, key),
        value: count,
        shown: share === null ? shown : `${shown} · ${formatShare(share, locale)}`,
      },
    ];
  });
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  return bars.length < 2 || total === 0 ? null : drawBars(text.chart(text.axes[axis].title), bars);
}
