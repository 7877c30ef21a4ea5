import {
  isCompleteAttachment,
  type AttachmentEntry,
  type CompleteAttachment,
} from '#app/uploads/attachment-entry.ts';

/** A file of an answer that can be signed: the manifest names the SHA-256 of the text, too. */
export type CompleteAnswerFile = CompleteAttachment & { plaintextSha256: string };

/** Whether the file can stand in a manifest. */
export function isCompleteAnswerFile(entry: AttachmentEntry): entry is CompleteAnswerFile {
  return isCompleteAttachment(entry) && entry.plaintextSha256 !== null;
}
