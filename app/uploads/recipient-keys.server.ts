import { and, eq, isNotNull, or } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { readPublicKey } from '#app/sealing/openpgp-keys.ts';
import { pgpKeys, teams } from '#db/schema.ts';

/**
 * To whom an agency's files must be sealed now: the provider's team key and its own (promise 3), as the subkeys that
 * encrypt, because those are what a message names (RFC 9580 §5.1).
 * @returns two fingerprints of 40 hex digits, upper case, sorted
 * @throws DomainError `team_keys_missing` (409) when one of the two teams has no key yet
 */
export async function listRecipientFingerprints(
  db: Database | Transaction,
  agencyTeamId: string,
): Promise<string[]> {
  const rows = await db
    .select({ kind: teams.kind, publicKey: pgpKeys.publicKey })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(and(eq(pgpKeys.state, 'active'), or(eq(teams.kind, 'provider'), eq(teams.id, agencyTeamId))));
  if (new Set(rows.map(({ kind }) => kind)).size !== 2) throw new DomainError('team_keys_missing', {}, 409);
  const fingerprints = await Promise.all(rows.map(({ publicKey }) => encryptionFingerprint(publicKey)));
  return fingerprints.sort();
}

/**
 * To whom an answer's files are sealed: the agency alone, with a key that the intake key has certified.
 * @throws DomainError `team_keys_missing` (409) without such a key
 */
export async function listAgencyFingerprint(
  db: Database | Transaction,
  agencyTeamId: string,
): Promise<string> {
  const [row] = await db
    .select({ publicKey: pgpKeys.publicKey })
    .from(pgpKeys)
    .where(
      and(eq(pgpKeys.teamId, agencyTeamId), eq(pgpKeys.state, 'active'), isNotNull(pgpKeys.certifiedBy)),
    );
  if (!row) throw new DomainError('team_keys_missing', {}, 409);
  return encryptionFingerprint(row.publicKey);
}

async function encryptionFingerprint(armored: string): Promise<string> {
  const key = await readPublicKey(armored);
  return (await key.getEncryptionKey()).getFingerprint().toUpperCase();
}
