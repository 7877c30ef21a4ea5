import { createHash } from 'node:crypto';

import { PacketInspector, type InspectionReason } from '#app/sealing/packet-inspector.server.ts';

export type Inspection =
  /** SHA-256 of the ciphertext, base64url. */
  { sha256: string; refusal: null } | { sha256: null; refusal: InspectionReason };

/**
 * Reads stored ciphertext once, from beginning to end, holding one piece of it: checks the frame of the message
 * (promise 3) and takes the SHA-256 of what is really on the disk.
 * @param expected fingerprints of the encryption subkeys that the message must be for, and its exact length
 */
export async function inspectCiphertext(
  data: AsyncIterable<Uint8Array>,
  expected: { recipients: string[]; ciphertextBytes: number },
): Promise<Inspection> {
  const { recipients, ciphertextBytes } = expected;
  const inspector = new PacketInspector({ recipients, maxMessageBytes: ciphertextBytes });
  const hash = createHash('sha256');
  for await (const piece of data) {
    const refusal = inspector.push(piece);
    if (refusal !== null) return { sha256: null, refusal };
    hash.update(piece);
  }
  const verdict = inspector.finish();
  if (!verdict.ok) return { sha256: null, refusal: verdict.reason };
  if (verdict.messageBytes !== ciphertextBytes) return { sha256: null, refusal: 'truncated' };
  return { sha256: hash.digest('base64url'), refusal: null };
}
