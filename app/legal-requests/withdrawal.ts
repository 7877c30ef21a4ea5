import { z } from '#app/forms/zod.ts';
import { canonicalBytes } from '#app/sealing/canonical-json.ts';
import { assertionSchema } from '#app/sealing/receipt.ts';
import type { Bytes } from '#app/sealing/sealing-types.ts';

/**
 * What is signed when an agency withdraws a legal request. Naming the manifest binds it to what was submitted: a
 * withdrawal of one revision is none of the next.
 */
export type WithdrawalStatement = {
  version: 'amtsweg.withdrawal.v1';
  legalRequestId: string;
  revision: number;
  manifestSha256: string;
};

/** What a browser sends; the statement follows from what the server knows. */
export const withdrawalSchema = z.strictObject({
  revision: z.int().min(1),
  manifestSha256: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  assertion: assertionSchema,
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;

/** The octets that are hashed and signed: canonical JSON (RFC 8785). */
export function withdrawalBytes(
  legalRequestId: string,
  { revision, manifestSha256 }: Pick<Withdrawal, 'revision' | 'manifestSha256'>,
): Bytes {
  const statement: WithdrawalStatement = {
    version: 'amtsweg.withdrawal.v1',
    legalRequestId,
    revision,
    manifestSha256,
  };
  return canonicalBytes(statement);
}
