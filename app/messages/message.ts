import { z } from '#app/forms/zod.ts';
import { attachmentEntrySchema, isCompleteAttachment } from '#app/uploads/attachment-entry.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';

export const maxMessageCharacters = 10_000;
/** Ciphertext: text in UTF-8, the list of files, and what sealing adds. */
export const maxMessageBytes = 128 * 1024;
export const maxMessageFiles = 10;

/** Where a message belongs. It is sealed with it, so that nobody can move it to another legal request or side. */
export interface MessagePlace {
  legalRequestId: string;
  messageId: string;
  side: 'agency' | 'provider';
}

/** What is sealed to both team keys. */
const messageSchema = z.strictObject({
  version: z.literal('amtsweg.message.v1'),
  legalRequestId: z.uuid(),
  messageId: z.uuid(),
  side: z.enum(['agency', 'provider']),
  text: z.string().max(maxMessageCharacters),
  files: z.array(attachmentEntrySchema).max(maxMessageFiles),
});

export interface Message extends MessagePlace {
  version: 'amtsweg.message.v1';
  text: string;
  files: CompleteAttachment[];
}

export function createMessage(
  { legalRequestId, messageId, side }: MessagePlace,
  { text, files }: Pick<Message, 'text' | 'files'>,
): Message {
  return { version: 'amtsweg.message.v1', legalRequestId, messageId, side, text, files };
}

/** An opened message; null when it is none or belongs to another place. */
export function readMessage(opened: unknown, place: MessagePlace): Message | null {
  const parsed = messageSchema.safeParse(opened);
  if (!parsed.success) return null;
  const { files, ...message } = parsed.data;
  const isHere =
    message.legalRequestId === place.legalRequestId &&
    message.messageId === place.messageId &&
    message.side === place.side;
  const complete = files.filter(isCompleteAttachment);
  return isHere && complete.length === files.length ? { ...message, files: complete } : null;
}
