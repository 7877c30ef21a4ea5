/** An answer that is being written, sealed to the intake key. */
import { z } from '#app/forms/zod.ts';
import { attachmentEntrySchema } from '#app/uploads/attachment-entry.ts';

import { isCompleteAnswerFile } from './answer-file-entry.ts';
import { keepDays } from './answer-statement.ts';
import { targetOutcomes } from './certificate/certificate-facts.ts';

const answerDraftSchema = z.strictObject({
  version: z.literal('amtsweg.answer-draft.v1'),
  /** In the order of the targets of the legal request. */
  targets: z.array(
    z.strictObject({ outcome: z.enum(targetOutcomes).nullable(), reason: z.string().max(2000) }),
  ),
  files: z.array(attachmentEntrySchema),
  /** The certificate of an earlier signature that was set aside; a new one takes its place. */
  certificateFileId: z.uuid().nullable(),
  isFinal: z.boolean(),
  keepDays: z.number(),
});
export type AnswerDraft = z.infer<typeof answerDraftSchema>;

/** What was stored, or an empty draft; always with as many targets as the legal request has. */
export function readAnswerDraft(value: unknown, targetCount: number): AnswerDraft {
  const parsed = answerDraftSchema.safeParse(value);
  const draft: AnswerDraft = parsed.success
    ? parsed.data
    : {
        version: 'amtsweg.answer-draft.v1',
        targets: [],
        files: [],
        certificateFileId: null,
        isFinal: true,
        keepDays: keepDays.usual,
      };
  const targets = Array.from(
    { length: targetCount },
    (_, index) => draft.targets[index] ?? { outcome: null, reason: '' },
  );
  return { ...draft, targets };
}

export type AnswerProblem =
  | 'outcome_missing'
  | 'reason_missing'
  | 'data_missing'
  | 'files_incomplete'
  | 'too_large_for_mail'
  | 'keep_days_wrong';

/**
 * What keeps a draft from being signed.
 * @param mailLimitBytes most octets of ciphertext where it goes by mail; null in the portal
 */
export function problemsOf(draft: AnswerDraft, mailLimitBytes: number | null): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  const data = draft.files.filter(({ fileId }) => fileId !== draft.certificateFileId);
  if (draft.targets.some(({ outcome }) => outcome === null)) problems.push('outcome_missing');
  if (draft.targets.some(({ outcome, reason }) => outcome === 'refused_in_part' && reason.trim() === ''))
    problems.push('reason_missing');
  if (draft.targets.some(({ outcome }) => outcome === 'delivered') && data.length === 0)
    problems.push('data_missing');
  if (!data.every(isCompleteAnswerFile)) problems.push('files_incomplete');
  const bytes = data.reduce((sum, { ciphertextBytes }) => sum + (ciphertextBytes ?? 0), 0);
  if (mailLimitBytes !== null && bytes > mailLimitBytes) problems.push('too_large_for_mail');
  const { keepDays: days } = draft;
  if (!Number.isInteger(days) || days < keepDays.least || days > keepDays.most)
    problems.push('keep_days_wrong');
  return problems;
}
