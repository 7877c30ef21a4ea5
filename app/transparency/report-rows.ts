/** Figures as rows of a table: what is shown, in which order, with share and comparison. */
import { bucketsOf, type Axis } from './axes.ts';
import { countOf, isGiven, restOf, type Count, type YearFigures } from './figures.ts';
import { tenthsOfPercent } from './percent.ts';

export interface ReportRow {
  key: string;
  /** Part of the row above it. */
  isPart: boolean;
  count: Count;
  /** Tenths of a percent of the total; null where the count is not exact. */
  share: number | null;
  /** The same figure of the year before. */
  before: Count;
  /** Difference to the year before; null where one of both is not exact. */
  change: number | null;
  /** Not published itself; it follows from other published figures. */
  isDerived: boolean;
}

/** What nobody counted before the portal: no row says that it was not published. */
const onlyOfPortal = new Set([
  'portal',
  'nothing_held',
  'withdrawn',
  'in_process',
  'accepted_at_first',
  'withdrawn_later',
  'still_open',
  'not_decided',
]);

/** The key of the row for what no bucket names. */
export const restKey = 'rest';

/**
 * The rows of an axis; empty when nothing of it was published.
 * @param before the figures of the year before, as published; null when there are none
 */
export function rowsOf(figures: YearFigures, axis: Axis, before: YearFigures | null): ReportRow[] {
  if (!isGiven(figures, axis)) return [];
  const rows = bucketsOf(axis).flatMap(({ key, parts = [], rare = false }) => [
    { key, isPart: false, rare },
    ...parts.map((part) => ({ key: part, isPart: true, rare: false })),
  ]);
  const shown = rows
    .filter(({ key, rare }) => isShown(countOf(figures, axis, key), key, rare))
    .map(({ key, isPart }) =>
      rowOf(figures, countOf(figures, axis, key), before && countOf(before, axis, key), {
        key,
        isPart,
        isDerived: figures.derived.includes(`${axis}.${key}`),
      }),
    );
  const rest = restOf(figures, axis);
  const isWithheld = axis === 'category' && figures.protection !== null;
  if (rest <= 0 || isWithheld) return shown;
  return [...shown, rowOf(figures, rest, null, { key: restKey, isPart: false, isDerived: false })];
}

function isShown(count: Count, key: string, rare: boolean): boolean {
  if (count === null) return !rare && !onlyOfPortal.has(key);
  return count !== 0 || !rare;
}

type Place = Pick<ReportRow, 'key' | 'isPart' | 'isDerived'>;

function rowOf({ total }: YearFigures, count: Count, before: Count, place: Place): ReportRow {
  const isExact = typeof count === 'number';
  return {
    ...place,
    count,
    share: isExact ? tenthsOfPercent(count, total) : null,
    before,
    change: isExact && typeof before === 'number' ? count - before : null,
  };
}

/** The figures that most people ask for, for one line per year. */
export interface YearSummary {
  year: number;
  total: number;
  refusedAtFirst: Count;
  corrected: Count;
  finallyRejected: Count;
  /** Tenths of a percent. */
  rejectedShare: number | null;
  inadmissible: Count;
  inadmissibleShare: number | null;
}

export function summaryOf(figures: YearFigures): YearSummary {
  const { year, total, inadmissible } = figures;
  const finallyRejected = countOf(figures, 'outcome', 'finally_rejected');
  const share = (count: Count) => (typeof count === 'number' ? tenthsOfPercent(count, total) : null);
  return {
    year,
    total,
    refusedAtFirst: countOf(figures, 'first_check', 'refused_at_first'),
    corrected: countOf(figures, 'first_check', 'corrected'),
    finallyRejected,
    rejectedShare: share(finallyRejected),
    inadmissible,
    inadmissibleShare: share(inadmissible),
  };
}

/** Reasons, the most frequent first. */
export function reasonRows({
  reasons,
  total,
}: YearFigures): { code: string; count: number; share: number | null }[] {
  return Object.entries(reasons ?? {})
    .sort(([oneCode, one], [otherCode, other]) => other - one || (oneCode < otherCode ? -1 : 1))
    .map(([code, count]) => ({ code, count, share: tenthsOfPercent(count, total) }));
}
