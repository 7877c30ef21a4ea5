import { attachmentEntrySchema, isCompleteAttachment } from '#app/uploads/attachment-entry.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';
import { z } from '#app/forms/zod.ts';
import { answersSchema } from './answers-schema.ts';
import type { Answers } from './form-answers.ts';
import { maxFiles } from './public-part.ts';

/** Counts up when the questions change in a way that a reader of old forms must know. Stands in the manifest. */
export const formVersion = 1;

/** More ciphertext than this is no form: 500 targets, all texts at full length and 50 files stay below half of it. */
export const maxSealedFormBytes = 1024 * 1024;

/**
 * What is sealed to both team keys when a legal request is submitted. It names its place, so that a form that was
 * moved to another legal request or revision shows it to whoever opens it, besides the manifest.
 */
const sealedFormSchema = z.strictObject({
  version: z.literal('amtsweg.form.v1'),
  legalRequestId: z.uuid(),
  revision: z.int().min(1),
  /** Pruned. */
  answers: answersSchema,
  /** In the order of the manifest, without the state of the upload. */
  files: z.array(attachmentEntrySchema.omit({ resume: true })).max(maxFiles),
});
export type SealedForm = Omit<z.infer<typeof sealedFormSchema>, 'answers'> & { answers: Answers };

/** @throws TypeError while a file is not completely uploaded: only complete ones can be submitted */
export function createSealedForm(
  place: { legalRequestId: string; revision: number },
  answers: Answers,
  files: readonly CompleteAttachment[],
): SealedForm {
  if (!files.every(isCompleteAttachment)) throw new TypeError('a file is not complete');
  return {
    version: 'amtsweg.form.v1',
    ...place,
    answers,
    files: files.map(({ resume: _resume, ...file }) => file),
  };
}

/**
 * Reads a form that was opened. It was written by the other party's browser.
 * @returns null when it is none, or belongs to another place
 */
export function readSealedForm(
  value: unknown,
  place: { legalRequestId: string; revision: number },
): SealedForm | null {
  const result = sealedFormSchema.safeParse(value);
  if (!result.success) return null;
  const form: SealedForm = result.data;
  return form.legalRequestId === place.legalRequestId && form.revision === place.revision ? form : null;
}
