import { z } from '#app/forms/zod.ts';
import { checkRules } from './check-rules.ts';
import type { Answers } from './form-answers.ts';
import type { AttachmentKind, Category } from './legal-request-values.ts';
import {
  attachmentKinds,
  categories,
  foreignRoutes,
  orderingBodyKinds,
  priorities,
} from './legal-request-values.ts';
import { maxTargets } from './target-schema.ts';
import { endOfDay, isDate, isDateTime, isTimeZone, startOfDay, toInstant } from './wall-time.ts';

/** The most files that one revision carries. */
export const maxFiles = 50;

const date = z.string().refine(isDate, 'date_invalid');
const instant = z.iso.datetime({ precision: 0, message: 'date_time_invalid' });

/**
 * All that the server may read of a submitted form: what it needs to route, to remind and to count. Everything else is
 * sealed in the browser. The shape is strict: an unknown key is refused, so that nothing slips in unnoticed.
 */
export const publicPartSchema = z.strictObject({
  category: z.enum(categories),
  priority: z.enum(priorities),
  emergencyConfirmationDue: date.nullable(),
  fileNumber: z
    .string()
    .min(1, 'required')
    .max(60, 'too_long')
    .regex(/^[^\p{Cc}]+$/u, 'line_break_not_allowed'),
  legalBasis: z.string().regex(/^[a-z0-9_]{1,60}$/, 'required'),
  orderingBodyKind: z.enum(orderingBodyKinds).nullable(),
  orderDate: date.nullable(),
  /** UTC, to the second. Subscriber data at a time has the same start and end; "now" has none. */
  periodStartAt: instant.nullable(),
  periodEndAt: instant.nullable(),
  targetCount: z.int().min(1, 'required').max(maxTargets, 'too_many_targets'),
  /** One entry for each file, in the order of the manifest. */
  attachmentKinds: z.array(z.enum(attachmentKinds)).max(maxFiles),
  nonDisclosureUntil: date.nullable(),
  foreignRoute: z.enum(foreignRoutes).nullable(),
  /** Which warnings the author overrode; the reasons are sealed. Sorted, without repetition. */
  overriddenWarnings: z.array(z.enum(checkRules)).max(checkRules.length),
});
export type PublicPart = z.infer<typeof publicPartSchema>;

/**
 * Takes the public part out of pruned answers. It may be incomplete while the form is: parse it with
 * `publicPartSchema` before it is sent.
 * @param files the attached files, in the order of the manifest
 */
export function extractPublicPart(
  category: Category,
  answers: Answers,
  files: readonly { kind: AttachmentKind }[],
): PublicPart {
  const period = periodOf(category, answers);
  return {
    category,
    priority: answers.priority,
    emergencyConfirmationDue: answers.emergencyConfirmationDue || null,
    fileNumber: answers.fileNumber.trim(),
    legalBasis: answers.legalBasis,
    orderingBodyKind: answers.orderingBodyKind || null,
    orderDate: answers.orderDate || null,
    periodStartAt: period.start,
    periodEndAt: period.end,
    targetCount: answers.targets.length,
    attachmentKinds: files.map(({ kind }) => kind),
    nonDisclosureUntil: answers.nonDisclosureUntil || null,
    foreignRoute: answers.foreignRoute || null,
    overriddenWarnings: [...new Set(answers.overrides.map(({ rule }) => rule))].sort(),
  };
}

type Period = { start: string | null; end: string | null };

function periodOf(category: Category, answers: Answers): Period {
  switch (category) {
    case 'subscriber_data': {
      const at = answers.asOf === 'at_time' ? instantText(answers.asOfAt, answers.timeZone) : null;
      return { start: at, end: at };
    }
    case 'mailbox_seizure': {
      if (answers.mailRange !== 'range') return { start: null, end: null };
      const { rangeFrom, rangeTo } = answers;
      return {
        start: isDate(rangeFrom) ? toText(startOfDay(rangeFrom)) : null,
        end: isDate(rangeTo) ? toText(endOfDay(rangeTo)) : null,
      };
    }
    case 'traffic_data':
    case 'interception':
      return {
        start: instantText(answers.periodStart, answers.timeZone),
        end: instantText(answers.periodEnd, answers.timeZone),
      };
  }
}

function instantText(dateTime: string, timeZone: string): string | null {
  if (!isDateTime(dateTime) || !isTimeZone(timeZone)) return null;
  const at = toInstant(dateTime, timeZone);
  return at && toText(at);
}

function toText(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
