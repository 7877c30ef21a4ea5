/** A report as a page, a preview or a PDF shows it. */
import { axisNames, type Axis } from './axes.ts';
import type { Chart } from './chart.ts';
import type { EditionContent } from './edition.ts';
import type { YearFigures } from './figures.ts';
import { reasonRows, rowsOf, summaryOf, type ReportRow, type YearSummary } from './report-rows.ts';
import type { Block } from './words.ts';

export interface AxisView {
  axis: Axis;
  rows: ReportRow[];
  /** Null where there is nothing to draw. */
  chart: Chart | null;
}

export interface ReportView {
  provider: string;
  year: number;
  version: number;
  source: EditionContent['source'];
  /** ISO 8601; null for what is not published. */
  publishedAt: string | null;
  /** When the requests were counted, if the year was not over then. */
  interimAt: string | null;
  note: string;
  words: Block[];
  summary: YearSummary;
  axes: AxisView[];
  protection: YearFigures['protection'];
  reasons: ReturnType<typeof reasonRows> | null;
  isDerived: boolean;
  hasBefore: boolean;
  years: YearSummary[];
  yearsChart: Chart | null;
}

/** The rows of all axes and the years, before anything is drawn. */
export function tablesOf(figures: YearFigures, others: readonly YearFigures[]) {
  const before = others.find(({ year }) => year === figures.year - 1) ?? null;
  const years = [...others.filter(({ year }) => year !== figures.year), figures];
  return {
    summary: summaryOf(figures),
    axes: axisNames.map((axis) => ({ axis, rows: rowsOf(figures, axis, before) })),
    reasons: figures.reasons && reasonRows(figures),
    hasBefore: before !== null,
    years: years.sort((one, other) => one.year - other.year).map(summaryOf),
  };
}
