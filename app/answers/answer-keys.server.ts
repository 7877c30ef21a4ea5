import type { Database, Transaction } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import { listTeamKeys, type TeamKey } from '#app/legal-requests/message-recipients.server.ts';
import { findCorrespondent } from '#app/mail-intake/correspondent.server.ts';
import { readPublicKey } from '#app/sealing/openpgp-keys.ts';
import { isOutsideAgency } from '#app/uploads/recipient-keys.server.ts';

/**
 * The two keys that an answer's manifest is sealed to: the provider's, then the agency's. An authority outside of the
 * portal has the key of whoever wrote for it, if staff has vouched for that.
 * @throws DomainError with 409 `team_keys_missing`, `key_missing`
 */
export async function listAnswerKeys(
  db: Database | Transaction,
  { id, teamId }: { id: string; teamId: string },
): Promise<TeamKey[]> {
  const keys = await listTeamKeys(db, teamId);
  if (!(await isOutsideAgency(db, teamId))) return keys;
  const correspondent = await findCorrespondent(db, id);
  if (!correspondent) throw conflict('key_missing');
  const { publicKey, fingerprint } = correspondent.key;
  const subkey = await (await readPublicKey(publicKey)).getEncryptionKey();
  const encryptionKeyId = subkey.getKeyID().toHex().toLowerCase();
  return [...keys, { team: 'agency', fingerprint, encryptionKeyId }];
}
