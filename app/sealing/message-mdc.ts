import { encodePacketHeader, packetTags } from './openpgp-packets.ts';
import { createRunningHash } from './running-hash.ts';
import type { Bytes } from './sealing-types.ts';

/** The modification detection code of SEIPDv1: SHA-1 of everything inside the encrypted part (RFC 9580 §5.13.1). */
export type Mdc = {
  hash(plaintext: Uint8Array): void;
  /** The packet that ends the encrypted part. */
  packet(): Bytes[];
  /** Holds octets of the plaintext: keep it secret. */
  save(): string;
};

/** @param savedState result of `save()`, to go on from there. */
export async function createMdc(savedState?: string): Promise<Mdc> {
  const sha1 = await createRunningHash('SHA-1', savedState);
  return {
    hash: (plaintext) => sha1.update(plaintext),
    packet() {
      const header = encodePacketHeader(packetTags.modificationDetectionCode, 20);
      sha1.update(header);
      return [header, sha1.digest()];
    },
    save: () => sha1.save(),
  };
}
