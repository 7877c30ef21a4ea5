/** Parts of the report's addresses. One way to write each, so that each report has one address. */

/** @returns null for what is no year */
export function readYear(text: string): number | null {
  return /^2[01]\d\d$/.test(text) ? Number(text) : null;
}

/** @returns null for what is no version */
export function readVersion(text: string): number | null {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
