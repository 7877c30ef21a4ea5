import { wholeRequest, type Explanation, type Finding } from '#app/review/decision-statement.ts';

import type { Answers, FieldKey } from '../form-answers.ts';
import { fieldOfReason, type ReasonCode } from '../reasons.ts';
import type { SealedForm } from '../sealed-form.ts';

/** A finding with the words that the desk wrote to it. */
export type ReadFinding = {
  position: number;
  code: ReasonCode;
  /** Null when it concerns the legal request as a whole. */
  field: FieldKey | null;
  /** '' where the code says it all. */
  text: string;
};

/** Findings and their texts stand in the same order (decision-statement.ts). */
export function joinFindings(findings: readonly Finding[], explanation: Explanation | null): ReadFinding[] {
  return findings.map(({ code, field }, position) => ({
    position,
    code,
    field: field === wholeRequest ? null : field,
    text: explanation?.texts[position]?.trim() ?? '',
  }));
}

/** Where to go to put it right: the field of the finding, else the one at which its reason points. */
export function fieldToCorrect(finding: ReadFinding, answers: Answers): FieldKey | null {
  return finding.field ?? fieldOfReason(finding.code, answers.category);
}

type Compared = { answers: Answers; attachments: readonly { fileId: string; kind: string }[] };

/** Whether the answer that a finding is about differs from the one that was submitted. */
export function isCorrected(finding: ReadFinding, now: Compared, submitted: SealedForm | null): boolean {
  const field = fieldToCorrect(finding, now.answers);
  if (field === null || submitted === null) return false;
  const valueOf = ({ answers, attachments }: Compared) =>
    JSON.stringify(
      field === 'attachments' ? attachments.map(({ fileId, kind }) => [fileId, kind]) : answers[field],
    );
  return valueOf(now) !== valueOf({ answers: submitted.answers, attachments: submitted.files });
}
