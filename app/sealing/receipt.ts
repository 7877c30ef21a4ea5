/**
 * The receipt of a submission. It can be checked years later without the portal: the manifest, the passkey assertion that signed it
 * (WebAuthn Level 3 §7.2) and the server's Ed25519 signature over the whole.
 */
import { z } from '#app/forms/zod.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { canonicalBytes } from './canonical-json.ts';
import { readPasskey } from './cose-key.ts';
import { actionChallenge, manifestBytes, manifestSchema } from './manifest.ts';
import type { Bytes } from './sealing-types.ts';

const base64UrlSchema = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** A passkey assertion as it came from the browser; all base64url. */
export const assertionSchema = z.strictObject({
  credentialId: base64UrlSchema,
  clientDataJSON: base64UrlSchema,
  authenticatorData: base64UrlSchema,
  signature: base64UrlSchema,
});

const unsignedReceiptSchema = z.strictObject({
  version: z.literal('amtsweg.receipt.v1'),
  /** e.g. `AW-2026-000123`. */
  reference: z.string().min(1).max(64),
  /** ISO 8601, UTC. */
  submittedAt: z.iso.datetime(),
  manifest: manifestSchema,
  assertion: assertionSchema,
  /** The passkey that signed: its COSE key (base64url), and for which site it signed. */
  passkey: z.strictObject({ publicKey: base64UrlSchema, rpId: z.string().min(1), origin: z.url() }),
});

export const receiptSchema = unsignedReceiptSchema.extend({
  /** Ed25519 over {@link receiptSignedBytes}, base64url. */
  serverSignature: base64UrlSchema,
});

export type Assertion = z.infer<typeof assertionSchema>;
export type UnsignedReceipt = z.infer<typeof unsignedReceiptSchema>;
export type Receipt = z.infer<typeof receiptSchema>;

export type ReceiptProblem =
  | 'receipt_malformed'
  | 'server_signature_invalid'
  | 'assertion_malformed'
  | 'challenge_differs'
  | 'origin_differs'
  | 'rp_differs'
  | 'user_not_verified'
  | 'passkey_signature_invalid';

export type ReceiptCheck = { isValid: boolean; problems: ReceiptProblem[] };

/** What the server signs: "amtsweg.receipt.v1" ‖ canonical JSON of the receipt without its signature. */
export function receiptSignedBytes(receipt: UnsignedReceipt): Bytes {
  const body = canonicalBytes(unsignedReceiptSchema.parse(receipt));
  const label = new TextEncoder().encode('amtsweg.receipt.v1');
  const signed = new Uint8Array(label.length + body.length);
  signed.set(label);
  signed.set(body, label.length);
  return signed;
}

/**
 * Checks everything that a receipt claims. `serverPublicKey` is the raw Ed25519 key (32 octets, base64url) that the operator publishes.
 * Never throws for a bad receipt; lists all that is wrong with it.
 */
export async function verifyReceipt(receipt: unknown, serverPublicKey: string): Promise<ReceiptCheck> {
  const parsed = receiptSchema.safeParse(receipt);
  if (!parsed.success) return { isValid: false, problems: ['receipt_malformed'] };
  const { serverSignature, ...unsigned } = parsed.data;
  const problems: ReceiptProblem[] = [];
  if (!(await isSignedByServer(unsigned, serverSignature, serverPublicKey))) {
    problems.push('server_signature_invalid');
  }
  problems.push(...(await checkAssertion(unsigned)));
  return { isValid: problems.length === 0, problems };
}

async function isSignedByServer(unsigned: UnsignedReceipt, signature: string, key: string): Promise<boolean> {
  try {
    const own = await crypto.subtle.importKey('raw', fromBase64Url(key), { name: 'Ed25519' }, false, [
      'verify',
    ]);
    return await crypto.subtle.verify('Ed25519', own, fromBase64Url(signature), receiptSignedBytes(unsigned));
  } catch {
    return false;
  }
}

const clientDataSchema = z.object({
  type: z.literal('webauthn.get'),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
});

/** Flags of authenticator data (WebAuthn §6.1): the octet after the 32 of the RP id's hash. */
const userPresent = 0b001;
const userVerified = 0b100;

async function checkAssertion({ manifest, assertion, passkey }: UnsignedReceipt): Promise<ReceiptProblem[]> {
  const problems: ReceiptProblem[] = [];
  try {
    const clientDataJson = fromBase64Url(assertion.clientDataJSON);
    const clientData = clientDataSchema.parse(JSON.parse(new TextDecoder().decode(clientDataJson)));
    const challenge = await actionChallenge('submit', manifestBytes(manifest));
    if (clientData.challenge !== toBase64Url(challenge)) problems.push('challenge_differs');
    if (clientData.origin !== passkey.origin || clientData.crossOrigin) problems.push('origin_differs');

    const authenticatorData = fromBase64Url(assertion.authenticatorData);
    const rpIdHash = await digest(new TextEncoder().encode(passkey.rpId));
    if (toBase64Url(authenticatorData.subarray(0, 32)) !== toBase64Url(rpIdHash)) problems.push('rp_differs');
    const flags = authenticatorData[32] ?? 0;
    if (!(flags & userPresent) || !(flags & userVerified)) problems.push('user_not_verified');

    const signed = new Uint8Array(authenticatorData.length + 32);
    signed.set(authenticatorData);
    signed.set(await digest(clientDataJson), authenticatorData.length);
    const verifier = await readPasskey(fromBase64Url(passkey.publicKey));
    const isSigned = await verifier.verify(fromBase64Url(assertion.signature), signed);
    if (!isSigned) problems.push('passkey_signature_invalid');
  } catch {
    problems.push('assertion_malformed');
  }
  return problems;
}

async function digest(octets: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', octets));
}
