import { z } from '#app/forms/zod.ts';

/** What an internal note holds, sealed to the intake key. */
export const noteSchema = z.strictObject({ text: z.string().max(10_000) });
export type Note = z.infer<typeof noteSchema>;
