/**
 * What is signed when a legal request is decided. The passkey's challenge is
 * `actionChallenge('decide', statementBytes(statement))`; both signatures under a rejection or an acceptance are made
 * over the very same octets. Hashes are base64url.
 */
import { z } from '#app/forms/zod.ts';
import { formOf } from '#app/legal-requests/categories/categories.ts';
import type { FieldKey } from '#app/legal-requests/form-answers.ts';
import type { Category, Decision } from '#app/legal-requests/legal-request-values.ts';
import { decisions } from '#app/legal-requests/legal-request-values.ts';
import { reasonCodes } from '#app/legal-requests/reasons.ts';
import { canonicalBytes } from '#app/sealing/canonical-json.ts';
import { sha256 } from '#app/sealing/manifest.ts';

/** `field` of a finding that concerns the legal request as a whole. */
export const wholeRequest = 'whole';
export type FindingField = FieldKey | typeof wholeRequest;

const maxFindings = 50;

const sha256Schema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'hash_invalid');

const findingSchema = z.strictObject({
  /** A field of the category's form, `attachments`, or `whole`. Checked by {@link isFieldOf}. */
  field: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/, 'field_invalid')
    .transform((field) => field as FindingField),
  code: z.enum(reasonCodes),
});
export type Finding = z.infer<typeof findingSchema>;

const decisionStatementSchema = z
  .strictObject({
    version: z.literal('amtsweg.decision.v1'),
    /** Made in the browser, new for every decision: one signature cannot be used for a later, equal decision. */
    decisionId: z.uuid(),
    legalRequestId: z.uuid(),
    /** AW-2026-000123 */
    reference: z.string().min(1).max(64),
    revision: z.int().min(1),
    /** Hash of the manifest of that revision: with it the decision names every sealed part that was looked at. */
    manifestSha256: sha256Schema,
    decision: z.enum(decisions),
    findings: z.array(findingSchema).max(maxFindings),
    /** Of the OpenPGP message that holds the {@link Explanation}; null where there is none. */
    sealedExplanationSha256: sha256Schema.nullable(),
  })
  .refine(({ decision, findings }) => (decision === 'accept') === (findings.length === 0), 'findings_needed')
  .refine(
    ({ findings, sealedExplanationSha256 }) => findings.length === 0 || sealedExplanationSha256 !== null,
    {
      message: 'explanation_needed',
    },
  );
export type DecisionStatement = z.infer<typeof decisionStatementSchema>;

/** Words that go with a decision, sealed to both team keys as JSON. */
export const explanationSchema = z.strictObject({
  /** One for each finding, in the same order. */
  texts: z.array(z.string().max(5000)).max(maxFindings),
  /** A remark on the whole; '' where there is none. */
  general: z.string().max(10_000),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** The octets that are hashed and signed: canonical JSON (RFC 8785) in UTF-8. Throws a ZodError for anything else. */
export function statementBytes(statement: DecisionStatement): Uint8Array<ArrayBuffer> {
  return canonicalBytes(decisionStatementSchema.parse(statement));
}

/** SHA-256 of {@link statementBytes}, base64url. */
export async function statementSha256(statement: DecisionStatement): Promise<string> {
  return sha256(statementBytes(statement));
}

/**
 * Reads what somebody claims to have signed.
 * @returns null unless it is a valid statement in exactly its canonical form
 */
export function readStatement(text: string): DecisionStatement | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = decisionStatementSchema.safeParse(value);
  if (!parsed.success) return null;
  return new TextDecoder().decode(statementBytes(parsed.data)) === text ? parsed.data : null;
}

/** The fields that a finding can point at in the form of a category. */
export function fieldsOf(category: Category): FindingField[] {
  const fields = formOf(category).sections.flatMap((section) => section.fields.map(({ key }) => key));
  return [...new Set<FindingField>([...fields, wholeRequest])];
}

export function isFieldOf(category: Category, field: string): field is FindingField {
  return (fieldsOf(category) as string[]).includes(field);
}

/** Permission that a decision needs (accounts/permissions.ts). */
export const permissionFor = {
  return: 'return_legal_request',
  reject: 'reject_legal_request',
  accept: 'accept_legal_request',
} as const satisfies Record<Decision, string>;
