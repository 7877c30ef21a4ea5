/** What people type while registering; the codes of errors are keys of `t.accounts.fieldErrors`. */
import { z } from '#app/forms/zod.ts';
import { agencyKinds } from '#app/legal-requests/legal-request-values.ts';

import { countries } from './countries.ts';
import { isDomainName } from './email-domains.ts';

const line = (max: number) => z.string().trim().max(max, 'too_long');

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, 'too_long')
  .pipe(z.email('email_invalid'));

export const codeSchema = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'code_invalid'));

/** Digits with the usual marks between them; at least six digits. */
const telephone = line(40)
  .regex(/^\+?[\d\s()/-]*$/, 'telephone_invalid')
  .refine((text) => (text.match(/\d/g) ?? []).length >= 6, 'telephone_invalid');

export const officerSchema = z.object({
  name: line(120).min(2, 'name_missing'),
  rank: line(120).min(1, 'rank_missing'),
  unit: line(200).min(1, 'unit_missing'),
  telephone,
});

/** The provider's people have no rank. */
export const staffSchema = z.object({
  name: line(120).min(2, 'name_missing'),
  rank: line(120).default(''),
  unit: line(200).default(''),
  telephone,
});
export type PersonDetails = z.infer<typeof officerSchema>;

export const newAgencySchema = z.object({
  name: line(200).min(3, 'agency_name_missing'),
  country: z.enum(countries, 'country_missing'),
  agencyKind: z.enum(agencyKinds, 'agency_kind_missing'),
});
export type NewAgency = z.infer<typeof newAgencySchema>;

export const domainsSchema = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((domain) => domain !== ''),
    ),
  ])
  .pipe(
    z.array(z.string().refine(isDomainName, 'domain_invalid')).min(1, 'domain_missing').max(50, 'too_long'),
  );
