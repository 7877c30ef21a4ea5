import { z } from '#app/forms/zod.ts';
import { answersSchema } from './answers-schema.ts';
import { formOf } from './categories/categories.ts';
import type { FieldErrorCode } from './field-error-codes.ts';
import { isFieldErrorCode } from './field-error-codes.ts';
import type { Answers, FieldKey } from './form-answers.ts';
import { isDeliveryReference, isEmailAddress, isReference } from './identifiers.ts';
import type { AttachmentKind, Category } from './legal-request-values.ts';
import { basesFor } from './foreign-authorities.ts';
import { findLegalBasis } from './rule-sets/rule-set.ts';
import type { Field, FormContext, Section, SectionKey } from './sections.ts';
import { applicableFields, applicableSections, isRequired, optionsOf } from './sections.ts';
import { maxTargets, targetKindsFor, targetSchema } from './target-schema.ts';
import { instantsOf, isDate, isDateTime, isTimeZone } from './wall-time.ts';

/** A fault in an answer. `row` counts from 0 and is given for targets, `part` names the part of the target. */
export type FieldError = { field: FieldKey; code: FieldErrorCode; row?: number; part?: string };

/**
 * The schema of one section for the answers given so far: which fields are asked and which are required follows from
 * them. Issues carry codes of `fieldErrorCodes`. Attachments are no answers; `runAutomaticChecks` looks at them.
 */
function sectionSchema(section: Section, answers: Answers, context: FormContext) {
  const shape: Record<string, z.ZodType> = {};
  for (const field of applicableFields(section, answers, context)) {
    if (field.kind !== 'attachments') shape[field.key] = fieldSchema(field, answers, context);
  }
  return z.object(shape);
}

/** The whole form of a category: shapes of all answers, then section by section what applies. */
export function categorySchema(category: Category, context: FormContext) {
  return answersSchema.superRefine((value, check) => {
    const answers: Answers = { ...value, category };
    for (const section of applicableSections(formOf(category), answers, context)) {
      const result = sectionSchema(section, answers, context).safeParse(answers);
      for (const issue of result.error?.issues ?? []) {
        check.addIssue({ code: 'custom', path: issue.path, message: issue.message });
      }
    }
  });
}

/** What is missing or wrong in one section, in the order of its fields. */
export function validateSection(section: Section, answers: Answers, context: FormContext): FieldError[] {
  const result = sectionSchema(section, answers, context).safeParse(answers);
  return (result.error?.issues ?? []).map(toFieldError);
}

/** What is missing or wrong in the whole form, in the order of its sections. */
export function validateAnswers(answers: Answers, context: FormContext): FieldError[] {
  return applicableSections(formOf(answers.category), answers, context).flatMap((section) =>
    validateSection(section, answers, context),
  );
}

/** Fields with a value before anybody has typed. */
const prefilled: readonly FieldKey[] = ['priority', 'timeZone'];

export type SectionState = 'not_started' | 'incomplete' | 'complete';

/** How far a section is, for the task list. */
export function sectionState(
  section: Section,
  answers: Answers,
  context: FormContext,
  files: readonly { kind: AttachmentKind }[],
): SectionState {
  const fields = applicableFields(section, answers, context);
  const missesOrder = fields.some(
    (field) =>
      field.kind === 'attachments' &&
      isRequired(field, answers, context) &&
      !files.some((file) => file.kind === 'judicial_order'),
  );
  if (!missesOrder && validateSection(section, answers, context).length === 0) return 'complete';
  const started = fields.some((field) =>
    field.key === 'attachments'
      ? files.length > 0
      : !prefilled.includes(field.key) && answers[field.key].length > 0,
  );
  return started ? 'incomplete' : 'not_started';
}

/** The section in which a field is asked, for links from findings and errors; `null` when it is not asked now. */
export function sectionOfField(field: FieldKey, answers: Answers, context: FormContext): SectionKey | null {
  const sections = applicableSections(formOf(answers.category), answers, context);
  return sections.find((section) => section.fields.some(({ key }) => key === field))?.key ?? null;
}

function fieldSchema(field: Field, answers: Answers, context: FormContext): z.ZodType {
  const required = isRequired(field, answers, context);
  if (field.kind === 'targets') return targetsSchema(answers.category, required);
  if (field.kind === 'checkboxes') {
    const options = optionsOf(field, answers, context);
    const list = z.array(z.string().refine((value) => options.includes(value), 'option_invalid'));
    return required ? list.min(1, 'required') : list;
  }
  const multiline = field.kind === 'textarea';
  const text = z
    .string()
    .max(field.maxLength ?? 1000, 'too_long')
    .refine((value) => multiline || !/\p{Cc}/u.test(value), 'line_break_not_allowed')
    .superRefine((value, check) => {
      const code = value === '' ? null : faultOf(field, value, answers, context);
      if (code) check.addIssue({ code: 'custom', message: code });
    });
  return required ? text.refine((value) => value.trim() !== '', 'required') : text;
}

function targetsSchema(category: Category, required: boolean) {
  const kinds = targetKindsFor(category);
  const list = z
    .array(targetSchema)
    .max(maxTargets, 'too_many_targets')
    .superRefine((targets, check) => {
      targets.forEach((target, row) => {
        if (!kinds.includes(target.kind)) {
          check.addIssue({ code: 'custom', path: [row, 'kind'], message: 'option_invalid' });
        }
      });
    });
  return required ? list.min(1, 'required') : list;
}

/** The code of what is wrong with a filled-in answer, `null` where nothing is. */
function faultOf(field: Field, value: string, answers: Answers, context: FormContext): FieldErrorCode | null {
  switch (field.kind) {
    case 'date':
      return isDate(value) ? null : 'date_invalid';
    case 'datetime':
      return faultOfDateTime(value, answers.timeZone);
    case 'time_zone':
      return isTimeZone(value) ? null : 'time_zone_invalid';
    case 'radio':
    case 'select':
      return optionsOf(field, answers, context).includes(value) ? null : 'option_invalid';
    case 'email':
      return isEmailAddress(value) ? null : 'email_invalid';
    case 'tel':
      return /^\+?[\d ()/-]{5,40}$/.test(value) ? null : 'telephone_invalid';
    case 'reference':
      return faultOfReference(field.key, value);
    case 'legal_basis':
      return faultOfLegalBasis(value, answers, context);
    case 'text':
    case 'textarea':
    case 'person':
    case 'checkboxes':
    case 'targets':
    case 'attachments':
      return null;
  }
}

function faultOfDateTime(value: string, timeZone: string): FieldErrorCode | null {
  if (!isDateTime(value)) return 'date_time_invalid';
  return isTimeZone(timeZone) && instantsOf(value, timeZone).length === 0 ? 'time_does_not_exist' : null;
}

function faultOfReference(key: FieldKey, value: string): FieldErrorCode | null {
  if (key === 'earlierReference') return isReference(value) ? null : 'reference_invalid';
  return isDeliveryReference(value) ? null : 'delivery_reference_invalid';
}

function faultOfLegalBasis(
  value: string,
  answers: Answers,
  { agency, ruleSet }: FormContext,
): FieldErrorCode | null {
  if (!findLegalBasis(ruleSet, value)) return 'option_invalid';
  const fits = basesFor(ruleSet, agency, answers).some(({ key }) => key === value);
  return fits ? null : 'legal_basis_not_for_you';
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  const [field, row, part] = issue.path;
  const code = isFieldErrorCode(issue.message) ? issue.message : 'option_invalid';
  return {
    field: field as FieldKey,
    code,
    ...(typeof row === 'number' && field === 'targets' ? { row } : {}),
    ...(typeof part === 'string' ? { part } : {}),
  };
}
