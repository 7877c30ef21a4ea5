import { z } from '#app/forms/zod.ts';
import { canonicalBytes } from '#app/sealing/canonical-json.ts';
import { manifestBytes, manifestSchema, sha256 } from '#app/sealing/manifest.ts';
import type { Manifest } from '#app/sealing/manifest.ts';
import { assertionSchema } from '#app/sealing/receipt.ts';
import type { Bytes } from '#app/sealing/sealing-types.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';

import type { PublicPart } from './public-part.ts';
import { formVersion, maxSealedFormBytes } from './sealed-form.ts';

/** What a browser sends to submit a revision. */
export const submissionSchema = z.strictObject({
  /** Checked by `publicPartSchema` once the rest is in order. */
  publicPart: z.record(z.string(), z.unknown()),
  /** OpenPGP message to both team keys, base64url. */
  sealedForm: z
    .string()
    .max(Math.ceil((maxSealedFormBytes * 4) / 3))
    .regex(/^[A-Za-z0-9_-]+$/),
  /** Canonical JSON, exactly the signed octets. */
  manifest: z.string().max(100_000),
  assertion: assertionSchema,
});
export type Submission = z.infer<typeof submissionSchema>;

/** Which revision of what is submitted, under which rules and to whom. */
export type SubmissionPlace = {
  legalRequestId: string;
  revision: number;
  previousManifestSha256: string | null;
  ruleSet: string;
  /** First the provider's, then the agency's. */
  recipients: Manifest['recipients'];
};

/** The manifest of a revision whose form is sealed: what the person signs. */
export async function createManifest(
  place: SubmissionPlace,
  publicPart: PublicPart,
  sealedForm: Bytes,
  files: readonly CompleteAttachment[],
): Promise<Manifest> {
  return manifestSchema.parse({
    version: 'amtsweg.manifest.v1',
    legalRequestId: place.legalRequestId,
    revision: place.revision,
    category: publicPart.category,
    publicPartSha256: await publicPartSha256(publicPart),
    ruleSet: place.ruleSet,
    formVersion,
    sealedFormSha256: await sha256(sealedForm),
    sealedFormBytes: sealedForm.byteLength,
    files: files.map(({ fileId, kind, ciphertextBytes, sha256: hash }, position) => ({
      fileId,
      position,
      kind,
      ciphertextBytes,
      sha256: hash,
    })),
    recipients: place.recipients,
    previousManifestSha256: place.previousManifestSha256,
  });
}

/** How a manifest names a public part: SHA-256 of its canonical JSON, base64url. */
export async function publicPartSha256(publicPart: PublicPart): Promise<string> {
  return sha256(canonicalBytes(publicPart));
}

/**
 * Reads what somebody claims to have signed.
 * @returns null unless it is a valid manifest in exactly its canonical form
 */
export function readManifest(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) return null;
  return new TextDecoder().decode(manifestBytes(parsed.data)) === text ? parsed.data : null;
}
