/** What browsers send after a ceremony, without extension results: nothing secret is ever in it. */
import { z } from '#app/forms/zod.ts';

const base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const credential = {
  id: base64Url.max(1400),
  rawId: base64Url.max(1400),
  type: z.literal('public-key'),
  /** A PRF result in here would be a secret on its way to the server: refused. */
  clientExtensionResults: z.strictObject({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
};

const transportSchema = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

export const newPasskeySchema = z.strictObject({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url.max(4000),
    attestationObject: base64Url.max(20_000),
    transports: z.array(transportSchema).max(10).optional(),
  }),
});
export type NewPasskeyResponse = z.infer<typeof newPasskeySchema>;

export const passkeyAnswerSchema = z.strictObject({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url.max(4000),
    authenticatorData: base64Url.max(4000),
    signature: base64Url.max(4000),
    userHandle: base64Url.max(100).optional(),
  }),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswerSchema>;
