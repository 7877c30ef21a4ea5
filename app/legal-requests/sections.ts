import type { Answers, FieldKey } from './form-answers.ts';
import type { AgencyKind, Category } from './legal-request-values.ts';
import type { RuleSet } from './rule-sets/rule-set.ts';

/** In the order in which the task list shows them; a category uses some of them. */
export const sectionKeys = [
  'authority_route',
  'procedure',
  'measure',
  'legal_basis',
  'order',
  'targets',
  'period',
  'data_wanted',
  'delivery',
  'facts',
  'attachments',
  'contact',
  'confidentiality',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'date'
  | 'datetime'
  | 'time_zone'
  | 'radio'
  | 'checkboxes'
  | 'select'
  | 'targets'
  | 'attachments'
  | 'person'
  | 'email'
  | 'tel'
  | 'legal_basis'
  | 'reference';

/** `public`: the server reads it (it becomes part of the public part). `sealed`: it never leaves the browser readable. */
export type Visibility = 'public' | 'sealed';

/** What the form must know besides the answers. `today` is a calendar day in Europe/Berlin. */
export type FormContext = {
  agency: { kind: AgencyKind; country: string };
  ruleSet: RuleSet;
  today: string;
};

export type Predicate = (answers: Answers, context: FormContext) => boolean;

/** One question. Its label, hint and example are the text `legalRequests.fields[key]`, options `legalRequests.options[key][value]`. */
export type Field = {
  key: FieldKey;
  kind: FieldKind;
  visibility: Visibility;
  /** Must be answered. Default: never. */
  requiredWhen?: Predicate;
  /** Is asked at all. Default: always. Answers that no longer apply are pruned. */
  appliesWhen?: Predicate;
  /** Values for radio, checkboxes and select. */
  options?: readonly string[];
  /** Narrows the options to what fits, for instance the ordering bodies of the chosen legal basis. */
  optionsWhen?: (answers: Answers, context: FormContext) => readonly string[];
  /** In characters. */
  maxLength?: number;
};

/** One short page of the form. Its title and introduction are the text `legalRequests.sections[key]`. */
export type Section = { key: SectionKey; fields: readonly Field[]; appliesWhen?: Predicate };

export type CategoryForm = { category: Category; sections: readonly Section[] };

export const always: Predicate = () => true;

/** The sections that apply, with only the fields that apply, in order. */
export function applicableSections(form: CategoryForm, answers: Answers, context: FormContext): Section[] {
  return form.sections
    .filter((section) => section.appliesWhen?.(answers, context) ?? true)
    .map((section) => ({ ...section, fields: applicableFields(section, answers, context) }))
    .filter((section) => section.fields.length > 0);
}

export function applicableFields(section: Section, answers: Answers, context: FormContext): Field[] {
  return section.fields.filter((field) => field.appliesWhen?.(answers, context) ?? true);
}

export function isRequired(field: Field, answers: Answers, context: FormContext): boolean {
  return field.requiredWhen?.(answers, context) ?? false;
}

/** The values that may be chosen now. */
export function optionsOf(field: Field, answers: Answers, context: FormContext): readonly string[] {
  return field.optionsWhen?.(answers, context) ?? field.options ?? [];
}
