import { z } from '#app/forms/zod.ts';

/** Who shall be in charge of a legal request: a colleague, or whoever takes it over. */
export const handOverSchema = z.strictObject({ to: z.uuid() });
export type HandOver = z.infer<typeof handOverSchema>;
