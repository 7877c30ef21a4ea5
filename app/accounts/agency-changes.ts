/** What the page of an agency can do, as one schema. */
import { z } from '#app/forms/zod.ts';

import { agencyInvitationSchema } from './invitation-schemas.ts';
import { publicKeySchema } from './key-schemas.ts';
import { personChangeSchema } from './person-changes.ts';
import { domainsSchema } from './registration-schemas.ts';
import { verificationSchema } from './verification-schema.ts';

const approval = { approvalId: z.uuid() };

export const agencyChangeSchema = z.union([
  personChangeSchema,
  agencyInvitationSchema.extend({ intent: z.literal('invite') }),
  verificationSchema.extend({ intent: z.literal('propose_verification') }),
  z.discriminatedUnion('intent', [
    z.strictObject({
      intent: z.literal('confirm_verification'),
      ...approval,
      certified: publicKeySchema.nullable(),
    }),
    z.strictObject({ intent: z.literal('set_verification_aside'), ...approval }),
    z.strictObject({ intent: z.literal('certify'), key: publicKeySchema }),
    z.strictObject({ intent: z.literal('decline') }),
    z.strictObject({ intent: z.literal('take_refusal_back') }),
    z.strictObject({ intent: z.literal('suspend') }),
    z.strictObject({ intent: z.literal('reinstate') }),
    z.strictObject({ intent: z.literal('domains'), domains: domainsSchema }),
  ]),
]);
export type AgencyChange = z.infer<typeof agencyChangeSchema>;
