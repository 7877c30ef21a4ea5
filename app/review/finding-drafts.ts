import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { FieldKey } from '#app/legal-requests/form-answers.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { fieldOfReason, reasonCodes } from '#app/legal-requests/reasons.ts';
import type { ReasonCode } from '#app/legal-requests/reasons.ts';

import { isFieldOf, wholeRequest, type FindingField } from './decision-statement.ts';

/** A finding while it is written. */
export interface FindingDraft {
  /** Only for the page. */
  key: number;
  field: FindingField | '';
  code: ReasonCode | '';
  text: string;
  /** The words were changed by hand: choosing another reason leaves them alone. */
  isTextOwn: boolean;
}

/** Words for a reason, in the language of the agency. */
export type CannedText = (code: ReasonCode) => string;

export type FindingChange =
  | { type: 'add'; field?: FieldKey | undefined; code?: ReasonCode | undefined }
  | { type: 'choose_field'; key: number; field: FindingField | '' }
  | { type: 'choose_code'; key: number; code: ReasonCode | '' }
  | { type: 'write'; key: number; text: string }
  | { type: 'remove'; key: number }
  | { type: 'clear' };

/** The findings after a change. Choosing a reason points at its usual field and brings its words. */
export function changeFindings(
  drafts: readonly FindingDraft[],
  change: FindingChange,
  { category, canned }: { category: Category; canned: CannedText },
): FindingDraft[] {
  const edit = (key: number, make: (draft: FindingDraft) => Partial<FindingDraft>) =>
    drafts.map((draft) => (draft.key === key ? { ...draft, ...make(draft) } : draft));
  switch (change.type) {
    case 'add':
      return [...drafts, startFinding(drafts, change, category, canned)];
    case 'choose_field':
      return edit(change.key, () => ({ field: change.field }));
    case 'choose_code':
      return edit(change.key, (draft) => ({
        code: change.code,
        field: draft.field || usualField(change.code, category),
        text: draft.isTextOwn || change.code === '' ? draft.text : canned(change.code),
      }));
    case 'write':
      return edit(change.key, () => ({ text: change.text, isTextOwn: change.text.trim() !== '' }));
    case 'remove':
      return drafts.filter(({ key }) => key !== change.key);
    case 'clear':
      return [];
  }
}

function startFinding(
  drafts: readonly FindingDraft[],
  { field, code }: Extract<FindingChange, { type: 'add' }>,
  category: Category,
  canned: CannedText,
): FindingDraft {
  return {
    key: Math.max(0, ...drafts.map(({ key }) => key)) + 1,
    field: field !== undefined && isFieldOf(category, field) ? field : usualField(code ?? '', category),
    code: code ?? '',
    text: code === undefined ? '' : canned(code),
    isTextOwn: false,
  };
}

function usualField(code: ReasonCode | '', category: Category): FindingField | '' {
  if (code === '') return '';
  const field = fieldOfReason(code, category);
  return field !== null && isFieldOf(category, field) ? field : wholeRequest;
}

/** What is still missing in a finding; keys of `desk.findings.errors`. */
export type FindingFault = 'field_missing' | 'code_missing' | 'text_missing';

export function faultsOf({ field, code, text }: FindingDraft): FindingFault[] {
  return [
    ...(field === '' ? (['field_missing'] as const) : []),
    ...(code === '' ? (['code_missing'] as const) : []),
    ...(text.trim() === '' ? (['text_missing'] as const) : []),
  ];
}

/** Whether a check's result can become a finding: it found something, and has a reason for it. */
export const canBecomeFinding = ({ outcome, reasonCode }: CheckResult): boolean =>
  outcome !== 'pass' && reasonCode !== undefined && reasonCodes.includes(reasonCode);
