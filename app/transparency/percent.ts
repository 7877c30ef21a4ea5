/**
 * Tenths of a percent, rounded half up (2-domain §7), in whole numbers: 14 of 55 is 255, that is 25.5 %. Null where there
 * is nothing to be a part of.
 * @param count from 0 to `total`
 */
export function tenthsOfPercent(count: number, total: number): number | null {
  if (total === 0) return null;
  return Math.floor((2000 * count + total) / (2 * total));
}
