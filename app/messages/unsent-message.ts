import { z } from '#app/forms/zod.ts';
import { attachmentEntrySchema, isCompleteAttachment } from '#app/uploads/attachment-entry.ts';

import { maxMessageCharacters, maxMessageFiles } from './message.ts';

/** A message while it is written; kept sealed to the own team. */
const unsentMessageSchema = z.strictObject({
  text: z.string().max(maxMessageCharacters),
  intent: z.enum(['', 'asks', 'informs']),
  files: z.array(attachmentEntrySchema).max(maxMessageFiles),
});
export type UnsentMessage = z.infer<typeof unsentMessageSchema>;

export function readUnsentMessage(opened: unknown): UnsentMessage | null {
  const parsed = unsentMessageSchema.safeParse(opened);
  return parsed.success ? parsed.data : null;
}

/** Keys of `messages.write.errors`. */
export type MessageFault = 'text_missing' | 'intent_missing' | 'files_unfinished';

/** All that keeps a message from being sent. */
export function faultsOf({ text, intent, files }: UnsentMessage): MessageFault[] {
  return [
    ...(text.trim() === '' ? (['text_missing'] as const) : []),
    ...(intent === '' ? (['intent_missing'] as const) : []),
    ...(files.every(isCompleteAttachment) ? [] : (['files_unfinished'] as const)),
  ];
}
