/** How an agency was verified: what the administrator enters and the second person reads. */
import { z } from '#app/forms/zod.ts';

export const verificationMethods = ['call_back', 'visit', 'official_letter', 'known_contact'] as const;
export const verificationSchema = z.object({
  method: z.enum(verificationMethods, 'method_missing'),
  /** The number that was called; from the source, never from the registration. */
  number: z.string().trim().min(6, 'number_missing').max(60, 'too_long'),
  /** Independent register or directory where the number stands. */
  source: z.string().trim().min(3, 'source_missing').max(300, 'too_long'),
  note: z.string().trim().max(1000, 'too_long').default(''),
});
export type Verification = z.infer<typeof verificationSchema>;
