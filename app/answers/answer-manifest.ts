/**
 * What an answer says in full, sealed to both team keys together with a detached OpenPGP signature of the intake key. It
 * stays when the files are destroyed. Hashes are base64url, times ISO 8601 in UTC.
 */
import { z } from '#app/forms/zod.ts';
import { categories } from '#app/legal-requests/legal-request-values.ts';
import { canonicalBytes } from '#app/sealing/canonical-json.ts';

import { countOutcomes, type AnswerStatement } from './answer-statement.ts';
import { targetOutcomes } from './certificate/certificate-facts.ts';

const sha256Schema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const manifestFileSchema = z.strictObject({
  fileId: z.uuid(),
  kind: z.enum(['certificate', 'data']),
  /** Text of a stranger for whoever opens it. */
  name: z.string().max(1000),
  type: z.string().max(255),
  sizeBytes: z.int().min(0),
  plaintextSha256: sha256Schema,
  ciphertextBytes: z.int().min(1),
  sha256: sha256Schema,
});
export type AnswerFile = z.infer<typeof manifestFileSchema>;

const targetAnswerSchema = z.strictObject({
  /** As the authority wrote it. */
  label: z.string().max(2000),
  outcome: z.enum(targetOutcomes),
  /** Of a refusal; '' where there is none. */
  reason: z.string().max(2000),
});
export type TargetAnswer = z.infer<typeof targetAnswerSchema>;

const answerManifestSchema = z.strictObject({
  version: z.literal('amtsweg.answer-manifest.v1'),
  answerId: z.uuid(),
  legalRequestId: z.uuid(),
  reference: z.string().max(64),
  fileNumber: z.string().max(200),
  revision: z.int().min(1),
  number: z.int().min(1),
  isFinal: z.boolean(),
  category: z.enum(categories),
  /** What was asked for; null where the legal request names no period. */
  periodStartAt: z.string().max(40).nullable(),
  periodEndAt: z.string().max(40).nullable(),
  targets: z.array(targetAnswerSchema).min(1).max(10_000),
  files: z.array(manifestFileSchema).min(1).max(1000),
  preparedBy: z.strictObject({ name: z.string().max(200), role: z.string().max(40) }),
  preparedAt: z.iso.datetime(),
  intakeFingerprint: z.string().regex(/^[0-9A-F]{40}$/),
});
export type AnswerManifest = z.infer<typeof answerManifestSchema>;

/** Canonical JSON (RFC 8785): exactly what the intake key signs. Throws a ZodError if it is no valid manifest. */
export function manifestText(manifest: AnswerManifest): string {
  return new TextDecoder().decode(canonicalBytes(answerManifestSchema.parse(manifest)));
}

/** What is sealed: the signed text as it was signed, and the armored signature. */
export const sealedAnswerSchema = z.strictObject({
  version: z.literal('amtsweg.sealed-answer.v1'),
  manifest: z.string(),
  signature: z.string().max(10_000),
});
export type SealedAnswer = z.infer<typeof sealedAnswerSchema>;

export type AnswerDifference =
  'manifest_malformed' | 'place_differs' | 'files_differ' | 'outcomes_differ' | 'keys_differ';

/**
 * Holds an opened manifest against the statement that two people signed (promise 6): the same answer of the same
 * legal request, the same files in the same order, the same numbers of outcomes.
 */
export function compareWithStatement(
  text: string,
  statement: AnswerStatement,
): { manifest: AnswerManifest; differences: [] } | { manifest: null; differences: AnswerDifference[] } {
  const manifest = readManifest(text);
  if (!manifest) return { manifest: null, differences: ['manifest_malformed'] };
  const differences: AnswerDifference[] = [];
  const isHere =
    manifest.answerId === statement.answerId &&
    manifest.legalRequestId === statement.legalRequestId &&
    manifest.reference === statement.reference &&
    manifest.revision === statement.revision &&
    manifest.number === statement.number &&
    manifest.isFinal === statement.isFinal;
  if (!isHere) differences.push('place_differs');
  const hasSameFiles =
    manifest.files.length === statement.files.length &&
    manifest.files.every((file, index) => {
      const signed = statement.files[index];
      return (
        file.fileId === signed?.fileId &&
        file.ciphertextBytes === signed.ciphertextBytes &&
        file.sha256 === signed.sha256
      );
    });
  if (!hasSameFiles) differences.push('files_differ');
  const counts = countOutcomes(manifest.targets.map(({ outcome }) => outcome));
  if (targetOutcomes.some((outcome) => counts[outcome] !== statement.outcomes[outcome]))
    differences.push('outcomes_differ');
  if (manifest.intakeFingerprint !== statement.recipients.provider) differences.push('keys_differ');
  return differences.length === 0 ? { manifest, differences: [] } : { manifest: null, differences };
}

function readManifest(text: string): AnswerManifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = answerManifestSchema.safeParse(value);
  return parsed.success && manifestText(parsed.data) === text ? parsed.data : null;
}
