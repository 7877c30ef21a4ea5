/**
 * Security promise 4: a swapped, expired, revoked, weak or uncertified key stops sealing. The server only ever *proposes* keys;
 * who they belong to is decided by fingerprints that the browser knows and by certifications of the intake key.
 */
import type { PublicKey } from 'openpgp';
import { fingerprintOf, readPublicKey, requireCertification, requireUsableKey } from './openpgp-keys.ts';
import { SealingError } from './sealing-error.ts';
import type { Recipient } from './sealing-types.ts';

/**
 * The keys of `recipients` in the same order, or no key at all. Throws `key_unreadable`, `key_mismatch` (fingerprint, no recipient, or the
 * same one twice), `key_revoked`, `key_expired`, `key_weak` or `key_not_certified`.
 */
export async function requireRecipientKeys(recipients: readonly Recipient[]): Promise<PublicKey[]> {
  const distinct = new Set(recipients.map(({ fingerprint }) => fingerprint));
  if (recipients.length === 0 || distinct.size !== recipients.length) throw new SealingError('key_mismatch');
  const keys: PublicKey[] = [];
  for (const recipient of recipients) keys.push(await requireRecipientKey(recipient));
  return keys;
}

/** The key of one recipient; throws like {@link requireRecipientKeys}. */
export async function requireRecipientKey(recipient: Recipient): Promise<PublicKey> {
  const key = await readPublicKey(recipient.publicKey);
  if (fingerprintOf(key) !== recipient.fingerprint) throw new SealingError('key_mismatch');
  await requireUsableKey(key);
  if (recipient.certifiedBy) {
    const certifier = await requireRecipientKey({
      publicKey: recipient.certifiedBy.publicKey,
      fingerprint: recipient.certifiedBy.fingerprint,
    });
    await requireCertification(key, certifier);
  }
  return key;
}
