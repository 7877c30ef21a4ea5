import { z } from '#app/forms/zod.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';

/** An OpenPGP message as JSON carries it: base64url in, octets out. */
export const sealedInput = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .transform((text) => fromBase64Url(text));
