/** A change of the intake key as browsers send it, and what the two people sign with their passkeys. */
import { z } from '#app/forms/zod.ts';
import { assertionSchema } from '#app/passkeys/signed-action.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';

import { fingerprintSchema, grantSchema, publicKeySchema } from './key-schemas.ts';

const signatureSchema = z.string().min(100).max(4000).startsWith('-----BEGIN PGP SIGNATURE-----');

const intakeKeyProposalSchema = z.strictObject({
  /** The new key; it carries a certification by the one that it replaces. */
  key: publicKeySchema,
  predecessor: fingerprintSchema,
  /** Over `handoverText`, by the old key and by the new one. */
  predecessorSignature: signatureSchema,
  successorSignature: signatureSchema,
  /** The new key sealed to everybody who holds the old one or should, each to the personal key of this fingerprint. */
  grants: z
    .array(
      z.strictObject({
        personId: z.uuid(),
        fingerprint: fingerprintSchema,
        envelope: grantSchema.shape.envelope,
      }),
    )
    .min(1)
    .max(500),
  /** Signed as `propose_intake_key`, over `proposalStatement`. */
  assertion: assertionSchema,
});
export type IntakeKeyProposal = z.infer<typeof intakeKeyProposalSchema>;

const intakeKeyConfirmationSchema = z.strictObject({
  approvalId: z.uuid(),
  /** Every agency's certified key, now with a certification by the new intake key. */
  agencies: z.array(z.strictObject({ teamId: z.uuid(), key: publicKeySchema })).max(5000),
  /** Signed as `confirm_intake_key`, over `confirmationStatement`. */
  assertion: assertionSchema,
});
export type IntakeKeyConfirmation = z.infer<typeof intakeKeyConfirmationSchema>;

export const intakeKeyChangeSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('propose_intake_key'), proposal: intakeKeyProposalSchema }),
  z.strictObject({ intent: z.literal('confirm_intake_key'), confirmation: intakeKeyConfirmationSchema }),
  z.strictObject({ intent: z.literal('set_intake_key_aside'), approvalId: z.uuid() }),
]);
export type IntakeKeyChange = z.infer<typeof intakeKeyChangeSchema>;

/** A thousand agencies with keys of four kilobytes. */
export const maxIntakeKeyChangeBytes = 8 * 1024 * 1024;

/** What the proposer signs: which key follows which, and who gets it. Canonical JSON. */
export function proposalStatement({
  key,
  predecessor,
  grants,
}: Pick<IntakeKeyProposal, 'predecessor' | 'grants'> & { key: { fingerprint: string } }): string {
  const holders = grants
    .map(({ personId, fingerprint }) => ({ personId, fingerprint }))
    .sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const { fingerprint } = key;
  return canonicalJson({ version: 'amtsweg.intake-key-proposal.v1', predecessor, fingerprint, holders });
}

/** What the second person signs: the very proposal, and whose keys the new one certified. Canonical JSON. */
export function confirmationStatement(
  approvalId: string,
  keys: { predecessor: string; fingerprint: string },
  agencies: readonly { teamId: string; fingerprint: string }[],
): string {
  const { predecessor, fingerprint } = keys;
  return canonicalJson({
    version: 'amtsweg.intake-key-confirmation.v1',
    approvalId,
    predecessor,
    fingerprint,
    agencies: agencies
      .map((agency) => ({ teamId: agency.teamId, fingerprint: agency.fingerprint }))
      .sort((one, other) => (one.teamId < other.teamId ? -1 : 1)),
  });
}
