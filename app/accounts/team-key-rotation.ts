/** A team's new key as the lead's browser sends it, after a member was withdrawn. */
import { z } from '#app/forms/zod.ts';

import { fingerprintSchema, grantSchema, publicKeySchema } from './key-schemas.ts';

export const rotationSchema = z.strictObject({
  /** The new key; it carries a certification by the key that it replaces. */
  key: publicKeySchema,
  /** Fingerprint of the key that it replaces. */
  predecessor: fingerprintSchema,
  /** The new key, sealed to every remaining member that holds keys, the lead included. */
  grants: z
    .array(z.strictObject({ personId: z.uuid(), envelope: grantSchema.shape.envelope }))
    .min(1)
    .max(500),
});
export type Rotation = z.infer<typeof rotationSchema>;
