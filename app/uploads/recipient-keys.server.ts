import { and, eq, isNotNull, ne, or } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { findCorrespondent } from '#app/mail-intake/correspondent.server.ts';
import { readPublicKey } from '#app/sealing/openpgp-keys.ts';
import { pgpKeys, teams } from '#db/schema.ts';

/** Whether staff only described it: it does not use the portal and has no key, so that things are sealed to the provider alone. */
export async function isOutsideAgency(db: Database | Transaction, agencyTeamId: string): Promise<boolean> {
  const [row] = await db.select({ status: teams.status }).from(teams).where(eq(teams.id, agencyTeamId));
  return row?.status === 'outside';
}

/**
 * To whom an agency's files must be sealed now: the provider's team key and its own (promise 3), as the subkeys that
 * encrypt, because those are what a message names (RFC 9580 §5.1).
 * @returns two fingerprints of 40 hex digits, upper case, sorted; the provider's alone for an agency outside of the portal
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
  const teamCount = (await isOutsideAgency(db, agencyTeamId)) ? 1 : 2;
  if (new Set(rows.map(({ kind }) => kind)).size !== teamCount)
    throw new DomainError('team_keys_missing', {}, 409);
  const fingerprints = await Promise.all(rows.map(({ publicKey }) => encryptionFingerprint(publicKey)));
  return fingerprints.sort();
}

/**
 * Whether a file was sealed to a key of the provider and a key of the agency that either of them has now or had before.
 * An attachment of a draft, or of the revision that is being corrected, need not be attached again after a change of
 * keys: those who left could read it when it was attached, and those who remain keep the old key. What is sent from then
 * on is checked against the present keys as it arrives.
 * @param recipients encryption subkeys, sorted
 */
export async function areKnownRecipients(
  db: Database | Transaction,
  agencyTeamId: string,
  recipients: readonly string[],
): Promise<boolean> {
  const rows = await db
    .select({ kind: teams.kind, publicKey: pgpKeys.publicKey })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(and(ne(pgpKeys.state, 'revoked'), or(eq(teams.kind, 'provider'), eq(teams.id, agencyTeamId))));
  const known = await Promise.all(
    rows.map(async ({ kind, publicKey }) => ({ kind, fingerprint: await encryptionFingerprint(publicKey) })),
  );
  const kinds = recipients.map((one) => known.find(({ fingerprint }) => fingerprint === one)?.kind);
  if (await isOutsideAgency(db, agencyTeamId)) return kinds.join() === 'provider';
  return kinds.length === 2 && kinds.includes('provider') && kinds.includes('agency');
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

/**
 * To whom an answer's files are sealed: the agency alone. Where the authority does not use the portal, whoever wrote for it with a
 * key that staff has vouched for, and the provider, whose second person must be able to look at what goes by mail.
 * @throws DomainError with 409 `team_keys_missing`, `key_missing`
 */
export async function listAnswerFingerprints(
  db: Database | Transaction,
  { legalRequestId, agencyTeamId }: { legalRequestId: string; agencyTeamId: string },
): Promise<string[]> {
  if (!(await isOutsideAgency(db, agencyTeamId))) return [await listAgencyFingerprint(db, agencyTeamId)];
  const correspondent = await findCorrespondent(db, legalRequestId);
  if (!correspondent) throw new DomainError('key_missing', {}, 409);
  const own = await listRecipientFingerprints(db, agencyTeamId);
  return [...own, await encryptionFingerprint(correspondent.key.publicKey)].sort();
}

async function encryptionFingerprint(armored: string): Promise<string> {
  const key = await readPublicKey(armored);
  return (await key.getEncryptionKey()).getFingerprint().toUpperCase();
}
