import { z } from '#app/forms/zod.ts';
import { feeCodes, type FeeSchedule } from '#app/legal-requests/rule-sets/fee-schedule.ts';
import { addMonths, endOfDay } from '#app/legal-requests/wall-time.ts';

/** `other`: what the schedule does not name, for instance paid by the hour. Without words: they could name a case. */
export const positionCodes = [...feeCodes, 'other'] as const;
export type PositionCode = (typeof positionCodes)[number];

export const positionSchema = z.strictObject({
  code: z.enum(positionCodes),
  count: z.int().min(1).max(10_000),
  /** Euro cents, before the discount. */
  unitCents: z.int().min(0).max(10_000_000),
});
export type Position = z.infer<typeof positionSchema>;

export const positionsSchema = z.array(positionSchema).max(30);

/** Euro cents of one position, less the discount, rounded to the nearest cent. */
export function positionCents({ count, unitCents }: Position, discountPercent: number): number {
  return Math.round((count * unitCents * (100 - discountPercent)) / 100);
}

/** Euro cents of all: the sum of what stands in the rows. */
export function totalCents(positions: readonly Position[], discountPercent: number): number {
  return positions.reduce((sum, position) => sum + positionCents(position, discountPercent), 0);
}

/** What is taken off. */
export const discountOf = (schedule: FeeSchedule, viaContactPoint: boolean): number =>
  viaContactPoint ? schedule.contactPointDiscountPercent : 0;

/**
 * When the claim lapses: with the last second of the day that bears the same number, three months after the measure
 * ended, or of that month's last day (§ 2 (1) JVEG, § 188 (2), (3) BGB).
 * @param measureEndedOn calendar day in Berlin
 */
export function costsClaimEndsAt(measureEndedOn: string, { claimMonths }: FeeSchedule): Date {
  return endOfDay(addMonths(measureEndedOn, claimMonths));
}
