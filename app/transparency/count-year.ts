/** The pure heart of the report: events in, figures out. */
import { originOf } from '#app/legal-requests/foreign-authorities.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';

import { axisNames, bucketsOf, lowestBucketsOf, type Axis } from './axes.ts';
import { collectCases, type Case } from './cases.ts';
import type { YearFigures } from './figures.ts';
import type { ReportEvent } from './report-events.ts';

/** The year in Berlin, in which whoever waits for midnight looks at the clock. */
export const yearOf = (at: Date): number => Number(toDate(at).slice(0, 4));

export interface CountedYear {
  figures: YearFigures;
  /** Arrivals of the year that nobody has described; they are not in the figures. */
  unclassified: number;
}

/**
 * Counts the requests that were first received in a calendar year (Europe/Berlin). The same events give the same figures.
 * @param events in the order in which they happened
 * @param home ISO 3166-1 alpha-2 of the provider: what is domestic
 */
export function countYear(events: Iterable<ReportEvent>, year: number, home: string): CountedYear {
  const { cases, unclassified } = collectCases(events);
  const counted = cases.filter(({ receivedAt }) => yearOf(receivedAt) === year);
  const axes = Object.fromEntries(
    axisNames.map((axis) => [
      axis,
      countAxis(
        axis,
        counted.map((one) => bucketOf[axis](one, home)),
      ),
    ]),
  ) as YearFigures['axes'];
  const { plain_mail: plainMail, fax } = axes.channel;
  return {
    figures: {
      year,
      total: counted.length,
      axes,
      inadmissible: Number(plainMail) + Number(fax),
      reasons: countReasons(counted),
      protection: null,
      derived: [],
    },
    unclassified: unclassified.filter((at) => yearOf(at) === year).length,
  };
}

function countAxis(axis: Axis, buckets: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(lowestBucketsOf(axis).map((key) => [key, 0]));
  for (const key of buckets) counts[key] = (counts[key] ?? 0) + 1;
  for (const { key, parts } of bucketsOf(axis))
    if (parts) counts[key] = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
  return counts;
}

function countReasons(cases: readonly Case[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of cases.flatMap(({ codes }) => [...codes])) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const lawEnforcement = ['police', 'prosecution'];
const named = ['customs', 'constitution_protection', 'intelligence'];

/** The lowest bucket of a case on each axis: exactly one. */
const bucketOf: Record<Axis, (one: Case, home: string) => string> = {
  origin: ({ country }, home) => {
    if (country === null) return 'unknown';
    const origin = originOf(country, home);
    return origin === 'third' ? 'third_country' : origin;
  },
  authority: ({ agencyKind }) => {
    if (agencyKind === null) return 'unknown';
    if (lawEnforcement.includes(agencyKind)) return 'law_enforcement';
    return named.includes(agencyKind) ? agencyKind : 'other_authority';
  },
  category: ({ category }) => knownOr('category', category),
  channel: ({ channel }) => knownOr('channel', channel),
  outcome: ({ state }) => state,
  first_check: (one) => {
    if (one.isRefusedAtFirst) return afterRefusal(one);
    if (one.isAccepted) return 'accepted_at_first';
    return one.state === 'withdrawn' ? 'withdrawn_before' : 'not_decided';
  },
};

const knownOr = (axis: Axis, key: string | null) =>
  key !== null && lowestBucketsOf(axis).includes(key) ? key : 'unknown';

function afterRefusal({ isAccepted, state }: Case): string {
  if (isAccepted) return 'corrected';
  if (state === 'finally_rejected') return 'not_corrected';
  return state === 'withdrawn' ? 'withdrawn_later' : 'still_open';
}
