import { z } from '#app/forms/zod.ts';
import { categories } from '#app/legal-requests/legal-request-values.ts';
import { locales } from '#app/text/catalogue.ts';

/** What became of one target. The reason of a refusal is free text in the authority's language. */
export const targetOutcomes = ['delivered', 'nothing_held', 'already_deleted', 'refused_in_part'] as const;
export type TargetOutcome = (typeof targetOutcomes)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();
/** Names are others' words: they are drawn as text, whatever they contain. */
const words = z.string().max(2000);

/**
 * Everything that a certificate of authenticity says. Made and used in the browser only: it names targets and files.
 * The certificate itself is a file of the answer, so `files` lists all files but the certificate.
 */
export const certificateFactsSchema = z.strictObject({
  /** Language of the authority. */
  locale: z.enum(locales),
  provider: words,
  authority: words,
  /** AW-2026-000123. */
  reference: words,
  fileNumber: words,
  category: z.enum(categories),
  /** The law's own citation, as in the rule set, or what the author named. */
  legalBasis: words,
  /** Number of the answer on this legal request, from 1, and whether it is the last. */
  answerNumber: z.int().min(1),
  isFinal: z.boolean(),
  /** UTC; null: no period was asked for. */
  periodStartAt: instant.nullable(),
  periodEndAt: instant.nullable(),
  targets: z.array(
    z.strictObject({
      /** As the authority wrote it, for instance an address. */
      label: words,
      outcome: z.enum(targetOutcomes),
      /** '' where there is none. */
      reason: words,
    }),
  ),
  files: z.array(
    z.strictObject({
      name: words,
      /** Of the plaintext. */
      sizeBytes: z.int().min(0),
      plaintextSha256: sha256,
      ciphertextSha256: sha256,
    }),
  ),
  preparedBy: words,
  /** Function of the person, in the authority's language; '' where there is none. */
  preparedByRole: words,
  preparedAt: instant,
  /** 40 hex digits. */
  intakeFingerprint: z.string().regex(/^[0-9A-Fa-f]{40}$/),
});
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;
