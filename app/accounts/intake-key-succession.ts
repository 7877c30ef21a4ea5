/**
 * How one intake key follows another. A certification alone does not show it, because agencies' keys carry one by the intake
 * key as well: both keys sign that the one hands over to the other. Whoever trusts the older key can so accept the newer one
 * (a browser that remembers it), and whoever trusts the newer one can check what the older one signed.
 */
import { canonicalJson } from '#app/sealing/canonical-json.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';
import type { PublicKeyInfo, Recipient } from '#app/sealing/sealing-types.ts';

/** A key that was replaced, and the handover to the one that followed. */
export interface FormerIntakeKey extends PublicKeyInfo {
  /** Detached OpenPGP signatures (armored) over `handoverText`: by this key, and by the one that followed. */
  predecessorSignature: string;
  successorSignature: string;
}

/** `CryptoRoom.isSignedBy`, or the same on the server. */
export type IsSignedBy = (input: { text: string; signature: string; signer: Recipient }) => Promise<boolean>;

/** What both keys sign. */
export function handoverText(predecessor: string, fingerprint: string): string {
  return canonicalJson({ version: 'amtsweg.intake-key-handover.v1', predecessor, fingerprint });
}

/**
 * Whether `former` handed over to `successor`: both signatures hold, and the new key carries the old one's certification.
 * @throws SealingError only when nothing can be checked now (`room_locked`, `worker_failed`)
 */
export async function isHandover(
  { predecessorSignature, successorSignature, ...former }: FormerIntakeKey,
  successor: PublicKeyInfo,
  isSignedBy: IsSignedBy,
): Promise<boolean> {
  const older = { publicKey: former.publicKey, fingerprint: former.fingerprint };
  const newer = { publicKey: successor.publicKey, fingerprint: successor.fingerprint, certifiedBy: older };
  const text = handoverText(older.fingerprint, newer.fingerprint);
  try {
    return (
      (await isSignedBy({ text, signature: predecessorSignature, signer: older })) &&
      (await isSignedBy({ text, signature: successorSignature, signer: newer }))
    );
  } catch (error) {
    // A revoked, weak or swapped key hands nothing over.
    if (isSealingError(error) && error.code.startsWith('key_')) return false;
    throw error;
  }
}

/**
 * The key of this fingerprint, if it is the present one or an unbroken line of handovers leads from it to the present one.
 * @param former newest first
 * @throws SealingError as {@link isHandover}
 */
export async function findInLine(
  fingerprint: string,
  present: PublicKeyInfo,
  former: readonly FormerIntakeKey[],
  isSignedBy: IsSignedBy,
): Promise<PublicKeyInfo | null> {
  let successor = { publicKey: present.publicKey, fingerprint: present.fingerprint };
  if (fingerprint === successor.fingerprint) return successor;
  // Not even looked at, if it is nowhere in the line.
  if (!former.some((key) => key.fingerprint === fingerprint)) return null;
  for (const key of former) {
    if (!(await isHandover(key, successor, isSignedBy))) return null;
    successor = { publicKey: key.publicKey, fingerprint: key.fingerprint };
    if (fingerprint === successor.fingerprint) return successor;
  }
  return null;
}
