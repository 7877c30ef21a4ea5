import { z } from '#app/forms/zod.ts';

import { agencyRoles, providerRoles } from './permissions.ts';
import { emailSchema } from './registration-schemas.ts';

/** Inviting somebody to the provider's team. */
export const staffInvitationSchema = z.object({
  email: emailSchema,
  role: z.enum(providerRoles, 'role_missing'),
});

/** Inviting somebody to an agency. */
export const agencyInvitationSchema = z.object({
  email: emailSchema,
  role: z.enum(agencyRoles, 'role_missing'),
});
