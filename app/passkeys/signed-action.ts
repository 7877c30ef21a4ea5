/**
 * Signing an action with a passkey (promise 13): the challenge of a fresh assertion is the hash of what is signed.
 *
 * In the browser `signAction('submit', bytes)` gives an `Assertion`; the server's `verifySignedAction` checks it and gives a
 * `SignedProof`, which is stored and can be checked later without the portal.
 */
import { z } from '#app/forms/zod.ts';
import { assertionSchema, type Assertion } from '#app/sealing/receipt.ts';

export { assertionSchema, type Assertion };

/** What is asked before signing: the server notes that this person is about to sign exactly this. */
export const signatureRequestSchema = z.strictObject({
  action: z.enum([
    'submit',
    'decide',
    'withdraw',
    'prepare_answer',
    'release_answer',
    'add_passkey',
    'new_recovery_code',
    'propose_intake_key',
    'confirm_intake_key',
  ]),
  /** `actionChallenge(action, bytes)`, base64url. */
  challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

/** What a person signs for the own account, also before being let in. */
export const ownAccountActions: readonly SignedActionName[] = ['add_passkey', 'new_recovery_code'];

export type SignedActionName = z.infer<typeof signatureRequestSchema>['action'];

/** How the browser asks the passkey. */
export interface SignatureOptions {
  rpId: string;
  /** Own passkeys, base64url. */
  credentials: { id: string; transports: string[] }[];
}

/** What to store beside the action, and to put into a receipt: all that a later check needs. */
export interface SignedProof {
  passkeyId: string;
  assertion: Assertion;
  /** `publicKey`: COSE key, base64url. */
  passkey: { publicKey: string; rpId: string; origin: string };
}
