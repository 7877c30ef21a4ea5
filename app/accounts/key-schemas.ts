/** Public keys and locked private keys as browsers send them. The server can open none of the locked ones. */
import { z } from '#app/forms/zod.ts';

const base64Url = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[A-Za-z0-9_-]*$/);

export const fingerprintSchema = z.string().regex(/^[0-9A-F]{40}$/);

export const publicKeySchema = z.strictObject({
  publicKey: z.string().min(100).max(20_000).startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----'),
  fingerprint: fingerprintSchema,
});

const octets32 = /^[A-Za-z0-9_-]{43}$/;

/** The locked key for one passkey, or for a passphrase where the passkey cannot lock it. */
export const passkeyEnvelopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passkey_prf'),
    salt: z.string().regex(octets32),
    sealed: base64Url(8000).min(40),
  }),
  z.strictObject({ kind: z.literal('passphrase'), salt: z.literal(''), sealed: base64Url(8000).min(40) }),
]);

/** `proof` shows later that the code is known (recovery-code.ts); only its hash is stored. */
export const recoverySchema = z.strictObject({
  envelope: z.strictObject({
    kind: z.literal('recovery_code'),
    salt: z.string().regex(octets32),
    sealed: base64Url(8000).min(40),
  }),
  proof: z.string().regex(octets32),
});

/** A team's private key sealed to one member; `grantedBy` is known from the session. */
export const grantSchema = z.strictObject({
  ...publicKeySchema.shape,
  envelope: base64Url(20_000).min(100),
});

export const sealedSettingsSchema = base64Url(20_000).min(40);

export type PublicKeyInput = z.infer<typeof publicKeySchema>;
export type PasskeyEnvelope = z.infer<typeof passkeyEnvelopeSchema>;
export type RecoveryInput = z.infer<typeof recoverySchema>;
export type GrantInput = z.infer<typeof grantSchema>;
