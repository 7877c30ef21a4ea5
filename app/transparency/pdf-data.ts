/** What the PDF says, as plain data for its template: words already chosen, numbers already written. */
import type { Locale } from '#app/text/catalogue.ts';
import { formatDate } from '#app/text/format.ts';
import type { Text } from '#app/text/text.tsx';
import { bucketLabel, formatChange, formatCount, formatShare } from '#app/text/transparency/labels.ts';

import { chartAsSvg } from './chart-text.ts';
import type { Chart } from './chart.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import type { AxisView, ReportView } from './report-view.ts';

interface PdfTable {
  columns: string[];
  rows: { cells: string[]; part: boolean; bold: boolean }[];
}

interface PdfSection {
  level: 2 | 3;
  title: string;
  lead: string;
  /** `width` in points. */
  chart: { svg: string; label: string; width: number } | null;
  table: PdfTable | null;
  notes: string[];
}

const font = 'Noto Sans';

/** @param publishedAt ISO 8601: the document's own date, so that the same report gives the same octets */
export function composePdfData(report: ReportView, publishedAt: string, all: Text, locale: Locale) {
  const text = all.transparency;
  const { provider, year, version, words } = report;
  const [first = '', second = '', third = ''] = text.pdf.page('\u0000', '\u0000').split('\u0000');
  return {
    locale,
    provider,
    title: text.title(String(year)),
    date: toDate(new Date(publishedAt)).split('-').map(Number),
    published: `${provider} · ${text.published(formatDate(publishedAt, locale), String(version))}`,
    lead: text.lead(provider),
    page: [first, second, third],
    notices: noticesOf(report, text, locale),
    wordsTitle: text.words,
    words,
    sections: sectionsOf(report, all, locale),
    termsTitle: text.terms.title,
    terms: text.terms.items,
  };
}

function noticesOf(report: ReportView, text: Text['transparency'], locale: Locale) {
  const { interimAt, source, note } = report;
  return [
    ...(interimAt === null
      ? []
      : [{ title: text.interimTitle, text: text.interimText(formatDate(interimAt, locale)) }]),
    ...(source === 'imported' ? [{ title: text.importedTitle, text: text.importedText }] : []),
    ...(note === '' ? [] : [{ title: text.notice, text: note }]),
  ];
}

function sectionsOf(report: ReportView, all: Text, locale: Locale): PdfSection[] {
  const text = all.transparency;
  const figures: PdfSection = {
    level: 2,
    title: text.figures,
    lead: '',
    chart: null,
    table: null,
    notes: report.isDerived ? [text.derivedHint] : [],
  };
  return [
    figures,
    ...report.axes.map((view) => axisSection(view, report, text, locale)),
    reasonsSection(report, all, locale),
    ...(report.yearsChart === null ? [] : [yearsSection(report, report.yearsChart, text, locale)]),
  ];
}

function axisSection(
  { axis, rows, chart }: AxisView,
  report: ReportView,
  text: Text['transparency'],
  locale: Locale,
): PdfSection {
  const { columns } = text;
  const { total, inadmissible, inadmissibleShare } = report.summary;
  const share = (tenths: number | null) => (tenths === null ? '–' : formatShare(tenths, locale));
  const notes: string[] = [];
  if (axis === 'channel' && typeof inadmissible === 'number' && inadmissibleShare !== null)
    notes.push(text.inadmissible(formatCount(text, inadmissible, locale), share(inadmissibleShare)));
  if (axis === 'category' && report.protection) {
    const { together } = report.protection;
    notes.push(
      together === null ? text.protection.all : text.protection.together(formatCount(text, together, locale)),
    );
  }
  const compared = (cells: string[], more: string[]) => (report.hasBefore ? [...cells, ...more] : cells);
  return {
    level: 3,
    title: text.axes[axis].title,
    lead: rows.length === 0 ? text.axisNotPublished : text.axes[axis].question,
    chart: toPdf(chart, 250),
    table:
      rows.length === 0
        ? null
        : {
            columns: compared([columns.name, columns.count, columns.share], [columns.before, columns.change]),
            rows: [
              ...rows.map(({ key, isPart, count, share: tenths, before, change, isDerived }) => ({
                cells: compared(
                  [
                    bucketLabel(text, axis, key),
                    formatCount(text, count, locale) + (isDerived ? ` ${text.derived}` : ''),
                    share(tenths),
                  ],
                  [
                    before === null ? '–' : formatCount(text, before, locale),
                    change === null ? '–' : formatChange(change, locale),
                  ],
                ),
                part: isPart,
                bold: false,
              })),
              {
                cells: compared(
                  [text.sum, formatCount(text, total, locale), total === 0 ? '–' : share(1000)],
                  ['', ''],
                ),
                part: false,
                bold: true,
              },
            ],
          },
    notes,
  };
}

function reasonsSection({ reasons, protection }: ReportView, all: Text, locale: Locale): PdfSection {
  const text = all.transparency;
  const names: Record<string, { title: string } | undefined> = all.legalRequests.reasons;
  const lead =
    reasons === null ? text.axisNotPublished : reasons.length === 0 ? text.reasons.none : text.reasons.lead;
  const rows = (reasons ?? []).map(({ code, count, share }) => ({
    cells: [
      names[code]?.title ?? code,
      formatCount(text, count, locale),
      share === null ? '–' : formatShare(share, locale),
    ],
    part: false,
    bold: false,
  }));
  const { columns } = text;
  return {
    level: 3,
    title: text.reasons.title,
    lead,
    chart: null,
    table: rows.length === 0 ? null : { columns: [columns.reason, columns.count, columns.share], rows },
    notes: protection && reasons !== null ? [text.protection.reasons] : [],
  };
}

function yearsSection(
  { years }: ReportView,
  chart: Chart,
  text: Text['transparency'],
  locale: Locale,
): PdfSection {
  const { columns } = text;
  return {
    level: 2,
    title: text.yearsTitle,
    lead: text.yearsChart,
    chart: toPdf(chart, 320),
    table: {
      columns: [
        columns.year,
        columns.total,
        columns.refusedAtFirst,
        columns.corrected,
        columns.finallyRejected,
      ],
      rows: years.map(({ year, total, refusedAtFirst, corrected, finallyRejected }) => ({
        cells: [
          String(year),
          ...[total, refusedAtFirst, corrected, finallyRejected].map((count) =>
            formatCount(text, count, locale),
          ),
        ],
        part: false,
        bold: false,
      })),
    },
    notes: [text.yearsNote],
  };
}

const toPdf = (chart: Chart | null, width: number) =>
  chart && { svg: chartAsSvg(chart, font), label: chart.label, width };
