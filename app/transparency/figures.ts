/** The figures of one year, as they are computed, imported, kept and downloaded. */
import { z } from '#app/forms/zod.ts';

import { axisNames, bucketsOf, keysOf, type Axis } from './axes.ts';

/** A count as published. Null: not published, which is something else than zero. */
const countSchema = z.union([
  z.int().min(0),
  z.null(),
  /** Kept back: a small number of interceptions, or what would give it away (protect.ts). */
  z.literal('withheld'),
  /** Only the order of magnitude, both ends included. */
  z.strictObject({ from: z.int().min(0), to: z.int().min(0) }),
]);
export type Count = z.infer<typeof countSchema>;

const axisSchema = (axis: Axis) =>
  z.strictObject(Object.fromEntries(keysOf(axis).map((key) => [key, countSchema])));

const axesSchema = z.strictObject({
  origin: axisSchema('origin'),
  authority: axisSchema('authority'),
  category: axisSchema('category'),
  channel: axisSchema('channel'),
  outcome: axisSchema('outcome'),
  first_check: axisSchema('first_check'),
});

export const yearFiguresSchema = z.strictObject({
  year: z.int().min(2000).max(2199),
  total: z.int().min(0),
  axes: axesSchema,
  /** Came unencrypted, by mail or fax. A figure of its own: it may be published where the channels are not. */
  inadmissible: countSchema,
  /** By code: requests that were refused with it at least once. Several codes may concern one request. Null: not published. */
  reasons: z.record(z.string().regex(/^[a-z_]+$/), z.int().min(1)).nullable(),
  /** `together`: the sum of `keys`, of which each is withheld; null where nothing of the axis is given. */
  protection: z
    .strictObject({
      mode: z.enum(['suppress', 'bands']),
      keys: z.array(z.string()),
      together: z.int().min(0).nullable(),
    })
    .nullable(),
  /** `axis.key` of what was not published itself but follows from what was. */
  derived: z.array(z.string()),
});
export type YearFigures = z.infer<typeof yearFiguresSchema>;

/** An axis on which nothing is known. */
export function emptyAxis(axis: Axis, value: Count = null): Record<string, Count> {
  return Object.fromEntries(keysOf(axis).map((key) => [key, value]));
}

export const countOf = (figures: YearFigures, axis: Axis, key: string): Count =>
  figures.axes[axis][key] ?? null;

const exact = (count: Count) => (typeof count === 'number' ? count : null);

/** What is known of a bucket or of its parts: a sum that was not published is at least that of its parts. */
function knownOf(figures: YearFigures, axis: Axis, key: string, parts: readonly string[] = []): number {
  const own = exact(countOf(figures, axis, key));
  if (own !== null) return own;
  return parts.reduce((sum, part) => sum + (exact(countOf(figures, axis, part)) ?? 0), 0);
}

/**
 * How many requests of the total are in no bucket that is given: what a year from before the portal did not publish, or
 * what is withheld. 0 for a complete axis; negative figures contradict each other.
 */
export function restOf(figures: YearFigures, axis: Axis): number {
  return bucketsOf(axis).reduce(
    (rest, { key, parts }) => rest - knownOf(figures, axis, key, parts),
    figures.total,
  );
}

/** Whether anything on this axis is given. */
export function isGiven(figures: YearFigures, axis: Axis): boolean {
  return keysOf(axis).some((key) => countOf(figures, axis, key) !== null);
}

/** What contradicts itself, as `axis` or `axis.key`; empty for sound figures. */
export function findContradictions(figures: YearFigures): string[] {
  return axisNames.flatMap((axis) => {
    const faults = bucketsOf(axis).flatMap(({ key, parts = [] }) => {
      const own = exact(countOf(figures, axis, key));
      const counts = parts.map((part) => countOf(figures, axis, part));
      if (own === null || counts.length === 0) return [];
      const sum = counts.reduce<number>((total, count) => total + (exact(count) ?? 0), 0);
      const isWhole = counts.every((count) => typeof count === 'number');
      return (isWhole ? sum !== own : sum > own) ? [`${axis}.${key}`] : [];
    });
    return restOf(figures, axis) < 0 ? [...faults, axis] : faults;
  });
}
