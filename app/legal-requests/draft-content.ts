import { attachmentEntrySchema } from '#app/uploads/attachment-entry.ts';
import type { AttachmentEntry } from '#app/uploads/attachment-entry.ts';
import { readDraft } from './answers-schema.ts';
import type { Answers, Contact } from './form-answers.ts';
import type { Category } from './legal-request-values.ts';

/** More ciphertext than this is no draft; the state of 50 uploads on their way stays below half of it. */
export const maxDraftBytes = 4 * 1024 * 1024;

/** What a draft holds. Sealed to the agency's team key; the server sees its length only. */
export type DraftContent = {
  version: 'amtsweg.draft.v1';
  answers: Answers;
  /** With what is needed to go on uploading after a reload. */
  attachments: AttachmentEntry[];
};

/**
 * Reads a draft that this or an older version of the portal saved. What still has the right shape is kept; nothing
 * that was typed is lost because one answer changed its form.
 * @param contact for a draft without a handling officer
 */
export function readDraftContent(value: unknown, category: Category, contact: Contact): DraftContent {
  const draft = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const listed = Array.isArray(draft.attachments) ? draft.attachments : [];
  return {
    version: 'amtsweg.draft.v1',
    answers: readDraft(draft.answers, category, contact),
    attachments: listed.flatMap((entry) => {
      const result = attachmentEntrySchema.safeParse(entry);
      return result.success ? [result.data] : [];
    }),
  };
}
