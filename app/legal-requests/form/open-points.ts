import { isCompleteAttachment, type AttachmentEntry } from '#app/uploads/attachment-entry.ts';

import { missingReasons } from '../automatic-checks.ts';
import type { CheckResult } from '../check-result.ts';
import type { CheckRule } from '../check-rules.ts';
import type { Answers } from '../form-answers.ts';
import { validateAnswers, type FieldError } from '../form-schema.ts';
import type { FormContext } from '../sections.ts';

/** All that stands between a form and its submission. */
export type OpenPoints = {
  /** Missing or malformed answers. */
  errors: FieldError[];
  /** What the rules forbid. */
  forbidden: CheckResult[];
  /** Files that are not stored yet. */
  unfinished: AttachmentEntry[];
  /** Warnings without a reason. */
  unexplained: CheckRule[];
};

/** Rules that only say again what the list of missing answers says. */
const saidAlready: readonly CheckRule[] = [
  'form_complete',
  'file_number_given',
  'foreign_route_named',
  'legal_basis_named',
  'order_date_given',
  'emergency_confirmation_given',
  'period_given',
  'targets_given',
];

/** @param answers pruned */
export function openPoints(
  answers: Answers,
  context: FormContext,
  checks: readonly CheckResult[],
  attachments: readonly AttachmentEntry[],
): OpenPoints {
  const errors = validateAnswers(answers, context);
  const faulty = new Set(errors.map(({ field }) => field));
  return {
    errors,
    forbidden: checks.filter(
      ({ rule, outcome, field }) =>
        outcome === 'fail' &&
        rule !== 'form_complete' &&
        !(saidAlready.includes(rule) && field !== undefined && faulty.has(field)),
    ),
    unfinished: attachments.filter((entry) => !isCompleteAttachment(entry)),
    unexplained: missingReasons(checks, answers.overrides),
  };
}

export function isReady({ errors, forbidden, unfinished, unexplained }: OpenPoints): boolean {
  return errors.length + forbidden.length + unfinished.length + unexplained.length === 0;
}
