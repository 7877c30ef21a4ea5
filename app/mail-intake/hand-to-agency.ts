import { z } from '#app/forms/zod.ts';
import { fingerprintSchema } from '#app/accounts/key-schemas.ts';

/** An agency of the portal with a certified key, to which a legal request can be handed. */
export type HandableAgency = {
  id: string;
  name: string;
  country: string;
  publicKey: string;
  fingerprint: string;
  /** The mail's sender has an address in one of its domains. */
  isOfSender: boolean;
};

const kinds = ['form', 'words', 'message', 'file', 'confirmation'] as const;
const base64Url = z
  .string()
  .max(8000)
  .regex(/^[A-Za-z0-9_-]+$/);

/** What must be made readable: the packets in front of each sealed thing, base64url. */
export type SealedPackets = { kind: (typeof kinds)[number]; objectId: string; packets: string }[];

/** What the browser of staff sends: one new packet for each of them. */
export const handToAgencySchema = z.strictObject({
  agencyId: z.uuid(),
  /** Of the agency's team key that the packets are for. */
  fingerprint: fingerprintSchema,
  keys: z
    .array(z.strictObject({ kind: z.enum(kinds), objectId: z.string().max(40), packet: base64Url }))
    .max(2000),
});
export type HandToAgency = z.infer<typeof handToAgencySchema>;
