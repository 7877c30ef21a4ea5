/** Figures as CSV: one line a figure, keys that stay. `/transparency/fields` describes the columns. */
import Papa from 'papaparse';

import { axisNames, bucketsOf } from './axes.ts';
import type { EditionContent } from './edition.ts';
import { countOf, type Count } from './figures.ts';
import { tenthsOfPercent } from './percent.ts';

export const csvColumns = [
  'year',
  'version',
  'axis',
  'key',
  'parent',
  'state',
  'count',
  'from',
  'to',
  'percent',
  'derived',
] as const;
type Row = Record<(typeof csvColumns)[number], string | number>;

/** One or more years, in the order given. RFC 4180: CRLF, a line of headings. */
export function composeReportCsv(contents: readonly EditionContent[]): string {
  const data = contents.flatMap(rowsOfYear);
  return `${Papa.unparse({ fields: [...csvColumns], data })}\r\n`;
}

function rowsOfYear({ figures, year, version }: EditionContent): Row[] {
  const { total, protection, reasons, inadmissible, derived } = figures;
  const row = (axis: string, key: string, count: Count, parent = ''): Row => ({
    year,
    version,
    axis,
    key,
    parent,
    ...stateOf(count, total),
    derived: derived.includes(key === '' ? axis : `${axis}.${key}`) ? 'yes' : '',
  });
  return [
    row('total', '', total),
    ...axisNames.flatMap((axis) =>
      bucketsOf(axis).flatMap(({ key, parts = [] }) => [
        row(axis, key, countOf(figures, axis, key)),
        ...parts.map((part) => row(axis, part, countOf(figures, axis, part), key)),
      ]),
    ),
    row('inadmissible', '', inadmissible),
    ...(reasons === null
      ? [row('reasons', '', null)]
      : Object.entries(reasons)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([code, count]) => row('reasons', code, count))),
    ...(protection === null
      ? []
      : [row('protection', protection.keys.join('+'), protection.together ?? 'withheld')]),
  ];
}

function stateOf(count: Count, total: number): Pick<Row, 'state' | 'count' | 'from' | 'to' | 'percent'> {
  const none = { count: '', from: '', to: '', percent: '' };
  if (count === null) return { ...none, state: 'not_published' };
  if (count === 'withheld') return { ...none, state: 'withheld' };
  if (typeof count === 'object') return { ...none, state: 'band', ...count };
  const tenths = tenthsOfPercent(count, total);
  return { ...none, state: 'exact', count, percent: tenths === null ? '' : (tenths / 10).toFixed(1) };
}
