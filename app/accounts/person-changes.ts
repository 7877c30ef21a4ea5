/** What lists of people can do with a person; one schema for colleagues, an agency's people and staff. */
import { z } from '#app/forms/zod.ts';

import { grantSchema } from './key-schemas.ts';
import { agencyRoles, providerRoles } from './permissions.ts';
import { rotationSchema } from './team-key-rotation.ts';

const person = { personId: z.uuid() };
const approval = { approvalId: z.uuid() };
/** One for each of the team's keys: the present one and those of before. */
const grants = z.array(grantSchema).max(100);

export const personChangeSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('admit'), ...person, grants }),
  z.strictObject({ intent: z.literal('give_team_keys'), ...person, grants: grants.min(1) }),
  z.strictObject({ intent: z.literal('decline_person'), ...person }),
  z.strictObject({
    intent: z.literal('withdraw_person'),
    ...person,
    rotation: rotationSchema.nullable(),
  }),
  z.strictObject({ intent: z.literal('rotate_team_key'), rotation: rotationSchema }),
  z.strictObject({ intent: z.literal('suspend_person'), ...person }),
  z.strictObject({ intent: z.literal('reinstate_person'), ...person }),
  z.strictObject({
    intent: z.literal('propose_role'),
    ...person,
    role: z.enum([...agencyRoles, ...providerRoles]),
  }),
  z.strictObject({ intent: z.literal('confirm_role'), ...approval }),
  z.strictObject({ intent: z.literal('set_role_aside'), ...approval }),
  z.strictObject({ intent: z.literal('propose_access'), ...person }),
  z.strictObject({ intent: z.literal('confirm_access'), ...approval }),
  z.strictObject({ intent: z.literal('set_access_aside'), ...approval }),
  z.strictObject({ intent: z.literal('propose_staff_withdrawal'), ...person }),
  z.strictObject({ intent: z.literal('confirm_staff_withdrawal'), ...approval }),
  z.strictObject({ intent: z.literal('set_staff_withdrawal_aside'), ...approval }),
]);
export type PersonChange = z.infer<typeof personChangeSchema>;
