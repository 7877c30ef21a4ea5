/**
 * An attachment as the draft and the sealed form list it. All of it is sealed: the server learns a file's id, its kind
 * and the length of its ciphertext from the upload, and nothing else.
 */
import { z } from '#app/forms/zod.ts';
import { attachmentKinds } from '#app/legal-requests/legal-request-values.ts';

const sha256Schema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const attachmentEntrySchema = z.strictObject({
  /** Made in the browser (uuid v7); also names the upload and `sealed_files.id`. */
  fileId: z.uuid(),
  kind: z.enum(attachmentKinds),
  /** As the person's machine calls it: text of a stranger for whoever opens it. */
  name: z.string().max(1000),
  /** Media type as the browser guessed it; '' when it could not. */
  type: z.string().max(255),
  sizeBytes: z.int().min(0),
  /** Milliseconds since 1970. */
  lastModified: z.number(),
  /** base64url; only of files of an answer, whose manifest names it, and null until all of it is sealed. */
  plaintextSha256: sha256Schema.nullable(),
  /** Of the ciphertext, as the manifest names it; null until sealing began. */
  ciphertextBytes: z.int().min(0).nullable(),
  /** Of the ciphertext (base64url), as the manifest names it; null until all of it is sealed. */
  sha256: sha256Schema.nullable(),
  /** What is needed to go on after a reload; there exactly as long as the upload is not complete. */
  resume: z.strictObject({ sealedState: z.string() }).optional(),
});

export type AttachmentEntry = z.infer<typeof attachmentEntrySchema>;

/** An attachment that is sealed, stored and confirmed by the server: only such ones can be submitted. */
export type CompleteAttachment = AttachmentEntry & {
  ciphertextBytes: number;
  sha256: string;
  resume?: undefined;
};

/** Whether the attachment can be submitted. */
export function isCompleteAttachment(entry: AttachmentEntry): entry is CompleteAttachment {
  return entry.resume === undefined && entry.sha256 !== null && entry.ciphertextBytes !== null;
}
