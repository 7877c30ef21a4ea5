import type { CheckResult } from './check-result.ts';
import { failIf, lookIf } from './check-result.ts';
import type { CheckRule } from './check-rules.ts';
import type { Answers, Override } from './form-answers.ts';
import { validateAnswers } from './form-schema.ts';
import type { AttachmentKind, Category, Status } from './legal-request-values.ts';
import type { PublicPart } from './public-part.ts';
import { extractPublicPart } from './public-part.ts';
import type { CheckedAgency } from './public-checks.ts';
import { needsReason, runPublicChecks } from './public-checks.ts';
import type { RuleSet } from './rule-sets/rule-set.ts';
import { runTargetChecks } from './target-checks.ts';
import { toDate } from './wall-time.ts';

/** What is known of an earlier legal request of the same agency. */
export type EarlierLegalRequest = {
  reference: string;
  fileNumber: string;
  category: Category;
  status: Status;
};

export type CheckInput = {
  ruleSet: RuleSet;
  agency: CheckedAgency;
  files: readonly { kind: AttachmentKind }[];
  /** Calendar day in Berlin. */
  today: string;
  /** From `listHolidaysAround`. */
  holidays?: readonly string[];
  /** The provider's mail domains, lower case. Without them identifiers are not compared. */
  providerDomains?: readonly string[];
  /** Other legal requests of the agency, without the one that is checked. */
  earlier?: readonly EarlierLegalRequest[];
  /** A confirmation of the emergency order is on record. */
  isConfirmed?: boolean;
} & ({ answers: Answers } | { publicPart: PublicPart });

/**
 * All automatic checks, in the order of `checkRules`. With `answers` (pruned) it is the full check of the form and of
 * the desk; with `publicPart` only the part that the server can see. Checks that do not apply are left out.
 */
export function runAutomaticChecks(input: CheckInput): CheckResult[] {
  const { ruleSet, agency, today, holidays, files, isConfirmed = false } = input;
  const known = { ruleSet, agency, today, isConfirmed, ...(holidays ? { holidays } : {}) };
  if ('publicPart' in input) return runPublicChecks({ ...known, publicPart: input.publicPart });
  const { answers } = input;
  const publicPart = extractPublicPart(answers.category, answers, files);
  const ending = answers.measureKind === 'early_termination';
  const errors = validateAnswers(answers, { agency, ruleSet, today });
  const first = errors[0];
  return [
    first
      ? { rule: 'form_complete', outcome: 'fail', field: first.field }
      : { rule: 'form_complete', outcome: 'pass' },
    ...runPublicChecks({ ...known, publicPart, ending }),
    ...checkDirection(answers, publicPart, today),
    ...checkWishes(answers, ruleSet),
    ...runTargetChecks(answers, ruleSet, input.providerDomains),
    ...checkEarlier(answers, input.earlier),
  ];
}

/** Submitting is forbidden: a check failed, or a warning stands without a reason. */
export function blocksSubmission(results: readonly CheckResult[], overrides: readonly Override[]): boolean {
  return results.some(({ outcome }) => outcome === 'fail') || missingReasons(results, overrides).length > 0;
}

/** The warnings that still need a reason from the author. */
export function missingReasons(results: readonly CheckResult[], overrides: readonly Override[]): CheckRule[] {
  const given = overrides.filter(({ reason }) => reason.trim() !== '').map(({ rule }) => rule);
  return results
    .filter(({ rule, outcome }) => outcome === 'look' && needsReason(rule) && !given.includes(rule))
    .map(({ rule }) => rule);
}

/** The overrides that still answer a warning; the others belong to warnings that are gone. */
export function currentOverrides(
  results: readonly CheckResult[],
  overrides: readonly Override[],
): Override[] {
  const warned = results.filter(({ outcome }) => outcome === 'look').map(({ rule }) => rule);
  return overrides.filter(({ rule, reason }) => warned.includes(rule) && reason.trim() !== '');
}

/** Whether "past", "future" or both agrees with the dates. */
function checkDirection(answers: Answers, publicPart: PublicPart, today: string): CheckResult[] {
  const { periodDirection } = answers;
  const { periodStartAt, periodEndAt } = publicPart;
  if (answers.category !== 'traffic_data' || !periodDirection || !periodStartAt || !periodEndAt) return [];
  const start = toDate(new Date(periodStartAt));
  const end = toDate(new Date(periodEndAt));
  const contradicts =
    (periodDirection === 'past' && end > today) ||
    (periodDirection === 'future' && start < today) ||
    (periodDirection === 'past_and_future' && (start > today || end < today));
  return [
    lookIf(contradicts, 'period_matches_direction', {
      field: 'periodDirection',
      reasonCode: 'period_unclear',
    }),
  ];
}

const asksForTraffic =
  /\b(?:verkehrsdat|verbindungsdat|log-?ins?\b|log-?dat|ip-?(?:adress|histor)|traffic|e-?mail-?inhalt|inhaltsdat)/i;
const asksForPasswords =
  /passw(?:or|ör)t|password|kennw(?:or|ör)t|\b(?:pin|puk)\b|mot de passe|zugangsdaten/i;

/** What is asked for beyond subscriber data, as a choice or in words. */
function checkWishes(answers: Answers, ruleSet: RuleSet): CheckResult[] {
  if (answers.category !== 'subscriber_data') return [];
  const { subscriberData, subscriberDataOther } = answers;
  const exceeded = { field: 'subscriberData', reasonCode: 'category_exceeded' } as const;
  const traffic = subscriberData.includes('login_ip_addresses')
    ? failIf(true, 'category_not_exceeded', exceeded)
    : lookIf(asksForTraffic.test(subscriberDataOther), 'category_not_exceeded', {
        ...exceeded,
        field: 'subscriberDataOther',
      });
  if (!ruleSet.passwordsRefused) return [traffic];
  const passwords = subscriberData.includes('passwords')
    ? failIf(true, 'no_passwords', exceeded)
    : lookIf(asksForPasswords.test(subscriberDataOther), 'no_passwords', {
        ...exceeded,
        field: 'subscriberDataOther',
      });
  return [traffic, passwords];
}

function checkEarlier(answers: Answers, earlier?: readonly EarlierLegalRequest[]): CheckResult[] {
  if (!earlier) return [];
  const follows = answers.measureKind === 'extension' || answers.measureKind === 'early_termination';
  if (follows) {
    const known = earlier.some(
      ({ reference, category, status }) =>
        reference === answers.earlierReference && category === answers.category && wasMade(status),
    );
    return [
      lookIf(!known, 'earlier_reference_known', { field: 'earlierReference', reasonCode: 'period_unclear' }),
    ];
  }
  const isOpen = (status: Status) => wasMade(status) && status !== 'closed';
  const same = earlier.some(
    (one) =>
      one.category === answers.category && one.fileNumber === answers.fileNumber.trim() && isOpen(one.status),
  );
  return [lookIf(same, 'not_a_duplicate', { field: 'fileNumber', reasonCode: 'duplicate' })];
}

const wasMade = (status: Status): boolean => status !== 'withdrawn' && status !== 'draft';
