import { de2026 } from './de-2026.ts';
import { findLegalBasis, type LegalBasis, type RuleSet } from './rule-set.ts';

/** Every rule set there is or was; a revision names the one under which it was checked. */
export const ruleSets: readonly RuleSet[] = [de2026];

/**
 * The rule set in force on a day, `null` where there is none.
 * @param date calendar day, `YYYY-MM-DD`
 * @param country ISO 3166-1 alpha-2
 */
export function ruleSetAt(date: string, country: string): RuleSet | null {
  return (
    ruleSets.find(
      (set) =>
        set.country === country &&
        set.validFrom <= date &&
        (set.validUntil === null || date < set.validUntil),
    ) ?? null
  );
}

export function findRuleSet(version: string): RuleSet | null {
  return ruleSets.find((set) => set.version === version) ?? null;
}

/**
 * The legal basis of a revision, by the rules under which it was submitted.
 * @param version of the rule set
 */
export function findSubmittedBasis(version: string, key: string): LegalBasis | null {
  const ruleSet = findRuleSet(version);
  return ruleSet && findLegalBasis(ruleSet, key);
}
