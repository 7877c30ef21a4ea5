import { countries } from '#app/accounts/countries.ts';
import { newAgencySchema } from '#app/accounts/registration-schemas.ts';
import { z } from '#app/forms/zod.ts';
import { agencyKinds, categories } from '#app/legal-requests/legal-request-values.ts';

import { paperChannels } from './arrival-values.ts';

/** Which agency: the id of a known one, or `new` with a description of it. Codes are keys of `t.mailIntake.faults`. */
export const newAgencyChoice = 'new';

const category = z.enum(categories, 'category_missing');
const known = z.object({ what: z.literal('new'), agency: z.uuid('agency_missing'), category });
const described = newAgencySchema.extend({
  what: z.literal('new'),
  agency: z.literal(newAgencyChoice),
  category,
});
const correction = z.object({
  what: z.literal('correction', 'what_missing'),
  /** Id of the legal request. */
  corrects: z.uuid('request_missing'),
});
/** Fits nothing: says only that nothing was chosen. */
const nothingSaid = correction.extend({ corrects: z.string().default('') });

/** A new legal request of an agency. */
export type Registration = z.infer<typeof described> | z.infer<typeof known>;

const paper = z.object({
  channel: z.enum(paperChannels, 'channel_missing'),
  /** Calendar day in Berlin. */
  receivedOn: z.iso.date('date_missing'),
  /** Of a correction that of the legal request counts. */
  fileNumber: z.string().trim().max(100, 'too_long').default(''),
});
export type Paper = (Registration | z.infer<typeof correction>) & z.infer<typeof paper>;

/** The choices of a form on which its schema depends. */
type Chosen = { what: unknown; agency: unknown };
export const chosenIn = (sent: FormData): Chosen => ({ what: sent.get('what'), agency: sent.get('agency') });

/** The schema whose faults are shown: a union would only say that none of its parts fits. */
export function registrationSchemaFor({ what, agency }: Chosen) {
  if (what === 'correction') return correction;
  if (what !== 'new') return nothingSaid;
  return agency === newAgencyChoice ? described : known;
}
export const paperSchemaFor = (chosen: Chosen) => registrationSchemaFor(chosen).extend(paper.shape);

/** What staff says of a mail that was refused or quarantined, for the report. */
export const descriptionSchema = z.object({
  country: z.enum(countries, 'country_missing'),
  agencyKind: z.enum(agencyKinds, 'agency_kind_missing'),
  category: z.enum(categories).nullable().catch(null),
  /** The legal request as which the same matter came again by an admissible way; '' for none. */
  reference: z
    .string()
    .trim()
    .regex(/^(AW-\d{4}-\d{6})?$/, 'reference_invalid')
    .default(''),
});
export type Description = z.infer<typeof descriptionSchema>;
