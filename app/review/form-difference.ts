import type { Answers, FieldKey } from '#app/legal-requests/form-answers.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import { targetKey } from '#app/legal-requests/target-schema.ts';

export type Change = 'added' | 'removed' | 'changed';

export interface FormDifference {
  /** Only fields that differ. */
  fields: Partial<Record<FieldKey, Change>>;
  /** By `targetKey`. */
  targets: Map<string, 'added' | 'removed'>;
  /** By file id; a file that was kept has the same id. */
  files: Map<string, 'added' | 'removed'>;
}

/** What a correction changed. Nothing of it is an opinion: an answer that was only moved counts as the same. */
export function compareForms(before: SealedForm, after: SealedForm): FormDifference {
  const keys = Object.keys(after.answers).filter((key) => key !== 'category' && key !== 'overrides');
  const fields: FormDifference['fields'] = {};
  for (const key of keys as Exclude<FieldKey, 'attachments'>[]) {
    const change = compareValues(before.answers[key], after.answers[key]);
    if (change) fields[key] = change;
  }
  const targets = compareSets(before.answers.targets.map(targetKey), after.answers.targets.map(targetKey));
  if (targets.size === 0) delete fields.targets;
  const files = compareSets(
    before.files.map(({ fileId }) => fileId),
    after.files.map(({ fileId }) => fileId),
  );
  if (files.size > 0)
    fields.attachments =
      before.files.length === 0 ? 'added' : after.files.length === 0 ? 'removed' : 'changed';
  return { fields, targets, files };
}

export const isSame = ({ fields }: FormDifference): boolean => Object.keys(fields).length === 0;

type Value = Answers[keyof Answers];

function compareValues(before: Value, after: Value): Change | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  if (before.length === 0) return 'added';
  return after.length === 0 ? 'removed' : 'changed';
}

function compareSets(before: readonly string[], after: readonly string[]): Map<string, 'added' | 'removed'> {
  return new Map([
    ...after.filter((key) => !before.includes(key)).map((key) => [key, 'added'] as const),
    ...before.filter((key) => !after.includes(key)).map((key) => [key, 'removed'] as const),
  ]);
}
