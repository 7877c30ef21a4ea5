/**
 * What is signed when an answer is prepared, and signed again by a second person when it is released: the passkeys'
 * challenges are `actionChallenge('prepare_answer' | 'release_answer', statementBytes(statement))`. It names no case
 * data, so that the server can check and keep it. Hashes are base64url.
 */
import { z } from '#app/forms/zod.ts';
import { canonicalBytes } from '#app/sealing/canonical-json.ts';

import { targetOutcomes, type TargetOutcome } from './certificate/certificate-facts.ts';

/** Days for which the files of a released answer are kept. */
export const keepDays = { least: 10, usual: 30, most: 45 } as const;

const sha256Schema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'hash_invalid');
const countSchema = z.int().min(0).max(10_000);

const answerStatementSchema = z
  .strictObject({
    version: z.literal('amtsweg.answer.v1'),
    answerId: z.uuid(),
    legalRequestId: z.uuid(),
    /** AW-2026-000123 */
    reference: z.string().min(1).max(64),
    /** Of the legal request, as it was accepted. */
    revision: z.int().min(1),
    /** Of the answer, from 1. */
    number: z.int().min(1),
    /** False: more will follow. */
    isFinal: z.boolean(),
    /** How many targets have which outcome. */
    outcomes: z.strictObject({
      delivered: countSchema,
      nothing_held: countSchema,
      already_deleted: countSchema,
      refused_in_part: countSchema,
    }),
    keepDays: z.int().min(keepDays.least).max(keepDays.most),
    /** In the order of the manifest; the certificate of authenticity comes first. */
    files: z
      .array(
        z.strictObject({
          fileId: z.uuid(),
          position: z.int().min(0),
          ciphertextBytes: z.int().min(1),
          sha256: sha256Schema,
        }),
      )
      .min(1)
      .max(1000),
    /** Fingerprints of the team keys: files are sealed to the agency's, the manifest to both. */
    recipients: z.strictObject({ provider: z.string().max(64), agency: z.string().max(64) }),
    /** Of the OpenPGP message that holds manifest and signature. */
    sealedManifestSha256: sha256Schema,
  })
  .refine(({ files }) => files.every(({ position }, index) => position === index), 'positions_invalid')
  .refine(({ files }) => new Set(files.map(({ fileId }) => fileId)).size === files.length, 'file_duplicated')
  .refine(({ outcomes }) => Object.values(outcomes).some((count) => count > 0), 'outcome_missing')
  // The first file is the certificate; whoever delivers data has one more.
  .refine(({ outcomes, files }) => outcomes.delivered === 0 || files.length > 1, 'data_missing');
export type AnswerStatement = z.infer<typeof answerStatementSchema>;

/** The octets that are hashed and signed: canonical JSON (RFC 8785) in UTF-8. Throws a ZodError for anything else. */
export function statementBytes(statement: AnswerStatement): Uint8Array<ArrayBuffer> {
  return canonicalBytes(answerStatementSchema.parse(statement));
}

/**
 * Reads what somebody claims to have signed.
 * @returns null unless it is a valid statement in exactly its canonical form
 */
export function readAnswerStatement(text: string): AnswerStatement | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = answerStatementSchema.safeParse(value);
  if (!parsed.success) return null;
  return new TextDecoder().decode(statementBytes(parsed.data)) === text ? parsed.data : null;
}

export type OutcomeCounts = AnswerStatement['outcomes'];

export function countOutcomes(outcomes: readonly TargetOutcome[]): OutcomeCounts {
  const count = (one: TargetOutcome) => outcomes.filter((outcome) => outcome === one).length;
  return {
    delivered: count('delivered'),
    nothing_held: count('nothing_held'),
    already_deleted: count('already_deleted'),
    refused_in_part: count('refused_in_part'),
  };
}

export type AnswerOutcome = TargetOutcome | 'partly';

/** The outcome of the whole, for the report: a refusal counts first, then data, then that there was none. */
export function outcomeOf(counts: OutcomeCounts): AnswerOutcome {
  if (counts.refused_in_part > 0) return 'refused_in_part';
  const kinds = targetOutcomes.filter((outcome) => counts[outcome] > 0);
  if (counts.delivered > 0) return kinds.length === 1 ? 'delivered' : 'partly';
  return counts.nothing_held > 0 ? 'nothing_held' : 'already_deleted';
}
