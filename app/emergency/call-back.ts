import { z } from '#app/forms/zod.ts';
import { isDateTime } from '#app/legal-requests/wall-time.ts';

const words = z.string().trim().min(1, 'required').max(500, 'too_long');

/**
 * The call that shows that an emergency comes from the authority. All of it is sealed to the intake key; its shape is the
 * checklist: nothing can be left out.
 */
export const callBackSchema = z.strictObject({
  version: z.literal('amtsweg.call_back.v1'),
  legalRequestId: z.uuid(),
  /** The number that was called, and the register it was found in: never the one that the request itself names. */
  number: words,
  numberSource: words,
  isIndependent: z.literal(true, 'not_confirmed'),
  calledBy: words,
  reached: words,
  /** Wall-clock time in Berlin. */
  calledAt: z.string().refine(isDateTime, 'date_time_invalid'),
  /** The person reached confirmed that the authority has sent this legal request. */
  isConfirmed: z.literal(true, 'not_confirmed'),
});
export type CallBack = z.infer<typeof callBackSchema>;
