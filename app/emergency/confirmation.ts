import { z } from '#app/forms/zod.ts';

/** What a court decided on an order made in an emergency, in words; sealed to both team keys. */
export const confirmationSchema = z.strictObject({
  version: z.literal('amtsweg.confirmation.v1'),
  legalRequestId: z.uuid(),
  court: z.string().trim().min(1, 'required').max(200, 'too_long'),
  courtFileNumber: z.string().trim().min(1, 'required').max(100, 'too_long'),
  statement: z.string().trim().max(5000, 'too_long'),
});
export type Confirmation = z.infer<typeof confirmationSchema>;
