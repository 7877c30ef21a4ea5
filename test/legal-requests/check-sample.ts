import type { CheckInput } from '#app/legal-requests/automatic-checks.ts';
import { runAutomaticChecks } from '#app/legal-requests/automatic-checks.ts';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import { listPublicHolidays } from '#app/legal-requests/holidays.ts';
import type { AttachmentKind, Category } from '#app/legal-requests/legal-request-values.ts';
import type { CheckedAgency } from '#app/legal-requests/public-checks.ts';
import { de2026 } from '#app/legal-requests/rule-sets/de-2026.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';

/** A fixed day, authority and provider for the tests of the automatic checks. */

export const today = '2026-11-24';
export const police: CheckedAgency = { kind: 'police', country: 'DE', verified: true };
export const order: { kind: AttachmentKind }[] = [{ kind: 'judicial_order' }];
export const holidays = listPublicHolidays('BE', { from: 2026, to: 2027 });

const known = { ruleSet: de2026, today, holidays, providerDomains: ['mail.example'], earlier: [] };

/** Checks the sample form of a category with some answers changed. */
export function checkSample(
  category: Category,
  change: Partial<Answers> = {},
  more: Partial<CheckInput> = {},
): CheckResult[] {
  const answers = { ...sampleAnswers(category, today), ...change };
  return runAutomaticChecks({ ...known, agency: police, files: order, ...more, answers });
}

/** What does not pass, as `rule outcome reason`. */
export function faults(results: CheckResult[]): string[] {
  return results
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ rule, outcome, reasonCode }) => [rule, outcome, reasonCode].filter(Boolean).join(' '));
}
