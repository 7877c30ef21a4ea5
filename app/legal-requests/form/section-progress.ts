import type { AttachmentEntry } from '#app/uploads/attachment-entry.ts';
import { isCompleteAttachment } from '#app/uploads/attachment-entry.ts';

import type { CheckResult } from '../check-result.ts';
import type { Answers, FieldKey } from '../form-answers.ts';
import { sectionState } from '../form-schema.ts';
import { isRequired, type FormContext, type Section, type SectionKey } from '../sections.ts';

export type SectionProgress = {
  section: Section;
  state: 'not_started' | 'incomplete' | 'complete' | 'optional' | 'faulty' | 'finding' | 'uploading';
};

export type ProgressInput = {
  sections: readonly Section[];
  answers: Answers;
  context: FormContext;
  attachments: readonly AttachmentEntry[];
  /** Of `runAutomaticChecks`. */
  checks: readonly CheckResult[];
  /** Fields that the desk found fault with and whose answers are as they were. */
  openFindings: ReadonlySet<FieldKey>;
};

/** How far each section of the task list is. */
export function sectionProgress(input: ProgressInput): SectionProgress[] {
  return input.sections.map((section) => ({ section, state: stateOf(section, input) }));
}

function stateOf(section: Section, input: ProgressInput): SectionProgress['state'] {
  const { answers, context, attachments, checks, openFindings } = input;
  const keys = section.fields.map(({ key }) => key);
  if (keys.some((key) => openFindings.has(key))) return 'finding';
  if (keys.includes('attachments') && attachments.some((entry) => !isCompleteAttachment(entry)))
    return 'uploading';
  const state = sectionState(section, answers, context, attachments);
  const isNeeded = section.fields.some((field) => isRequired(field, answers, context));
  const isEmpty = keys.every((key) => (key === 'attachments' ? attachments : answers[key]).length === 0);
  if (!isNeeded && isEmpty) return 'optional';
  if (state !== 'complete') return state;
  return checks.some((check) => isFaultIn(keys, check)) ? 'faulty' : 'complete';
}

function isFaultIn(keys: readonly FieldKey[], { rule, outcome, field }: CheckResult): boolean {
  return outcome === 'fail' && rule !== 'form_complete' && field !== undefined && keys.includes(field);
}

/** Nothing in it waits for the person. */
export function isDone({ state }: SectionProgress): boolean {
  return state === 'complete' || state === 'optional';
}

/** The section after this one, null at the end. */
export function nextSection(sections: readonly Section[], key: SectionKey): Section | null {
  return sections[sections.findIndex((section) => section.key === key) + 1] ?? null;
}
