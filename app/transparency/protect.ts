/**
 * Small-number protection for interceptions (TKÜV § 15 (2); the operator decides). Whoever knows these rules and all that is
 * published must not be able to tell how many interceptions there were when that number is to be protected. So a withheld
 * number never stands alone: subscriber data is always withheld with it and both are given as one sum, and where that sum
 * itself is small, the whole axis is withheld. Which of the two happens never depends on the number of interceptions alone:
 * `protect.test.ts` looks, for each published year, for another one with other interceptions and the same publication.
 */
import { findReason } from '#app/legal-requests/reasons.ts';

import { emptyAxis, type Count, type YearFigures } from './figures.ts';
import type { SmallNumberMode } from './small-number-modes.ts';

/** Below this a number is small. Zero too: that there was none is as telling as that there was one. */
const smallBelow = 5;

const protectedKeys = ['interception', 'subscriber_data'];

/** 0–4, 5–9, then tens. Each is wide enough to hide in. */
function bandOf(count: number): { from: number; to: number } {
  if (count < 10) return count < smallBelow ? { from: 0, to: 4 } : { from: 5, to: 9 };
  const from = Math.floor(count / 10) * 10;
  return { from, to: from + 9 };
}

/**
 * The figures as they may be published.
 * @param figures complete ones, as counted: years from before the portal are public already
 */
export function protectFigures(figures: YearFigures, mode: SmallNumberMode): YearFigures {
  const { total, axes } = figures;
  const interceptions = Number(axes.category['interception']);
  if (mode === 'off' || total === 0) return figures;
  if (mode === 'suppress' && interceptions >= smallBelow) return figures;
  const band = bandOf(interceptions);
  const together = interceptions + Number(axes.category['subscriber_data']);
  const hidesAll = together <= band.to;
  const shown: Count = mode === 'bands' ? band : 'withheld';
  return {
    ...figures,
    axes: {
      ...axes,
      category: hidesAll
        ? emptyAxis('category', 'withheld')
        : { ...axes.category, subscriber_data: 'withheld', interception: shown },
    },
    reasons: figures.reasons && withoutTelling(figures.reasons),
    protection: { mode, keys: protectedKeys, together: hidesAll ? null : together },
  };
}

/** Reasons that never concern subscriber data would say how many others there are. */
function withoutTelling(reasons: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(reasons).filter(
      ([code]) => findReason(code)?.categories.includes('subscriber_data') ?? true,
    ),
  );
}
