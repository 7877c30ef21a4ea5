/**
 * Of a fingerprint that two people compare on the telephone, the second one types the end. It is long enough (64 bit) that
 * nobody makes another key that ends in the same way.
 */
const typedDigits = 16;

/** What is shown of it. */
export const withoutLastGroups = (fingerprint: string): string => fingerprint.slice(0, -typedDigits);

/** Whether `typed` is the end of the fingerprint; spaces and small letters do not matter. */
export function areLastGroups(typed: string, fingerprint: string): boolean {
  return typed.replace(/[\s.-]/g, '').toUpperCase() === fingerprint.slice(-typedDigits);
}
