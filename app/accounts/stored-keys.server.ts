import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { fingerprintOf, readPublicKey, requireUsableKey } from '#app/sealing/openpgp-keys.ts';
import { personKeyEnvelopes, pgpKeys, teamKeyGrants } from '#db/schema.ts';

import type { GrantInput, PasskeyEnvelope, PublicKeyInput, RecoveryInput } from './key-schemas.ts';

type Tx = Database | Transaction;

/**
 * Checks a public key that a browser sent: readable, strong, the one of its fingerprint. Only its public part is kept.
 * @returns armored
 * @throws DomainError `key_refused`
 */
export async function requirePublicKey({ publicKey, fingerprint }: PublicKeyInput): Promise<string> {
  try {
    const key = await readPublicKey(publicKey);
    if (fingerprintOf(key) !== fingerprint) throw new DomainError('key_refused');
    await requireUsableKey(key);
    return key.armor();
  } catch {
    throw new DomainError('key_refused');
  }
}

/** The active key of a person; null while there is none. */
export async function findPersonKey(db: Tx, personId: string) {
  const [row] = await db
    .select({ id: pgpKeys.id, publicKey: pgpKeys.publicKey, fingerprint: pgpKeys.fingerprint })
    .from(pgpKeys)
    .where(and(eq(pgpKeys.personId, personId), eq(pgpKeys.state, 'active')));
  return row ?? null;
}

/** The active key of a team; null while there is none. */
export async function findTeamKey(db: Tx, teamId: string) {
  const [row] = await db
    .select({
      id: pgpKeys.id,
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
      certifiedBy: pgpKeys.certifiedBy,
    })
    .from(pgpKeys)
    .where(and(eq(pgpKeys.teamId, teamId), eq(pgpKeys.state, 'active')));
  return row ?? null;
}

/** Stores a person's or a team's public key. @returns its row's id */
export async function insertKey(
  tx: Tx,
  owner: { personId: string } | { teamId: string },
  key: PublicKeyInput,
): Promise<string> {
  const id = uuidv7();
  const publicKey = await requirePublicKey(key);
  await tx.insert(pgpKeys).values({ id, ...owner, publicKey, fingerprint: key.fingerprint });
  return id;
}

/** Stores the key locked for a passkey. A passphrase belongs to no passkey: it opens whichever signed in. */
export async function insertPasskeyEnvelope(
  tx: Tx,
  place: { personId: string; keyId: string; passkeyId: string },
  envelope: PasskeyEnvelope,
): Promise<void> {
  await tx.insert(personKeyEnvelopes).values({ id: uuidv7(), ...place, ...envelope });
}

/** Replaces the key locked by the recovery code. @returns the hash of the proof, for the person's row */
export async function replaceRecoveryEnvelope(
  tx: Tx,
  place: { personId: string; keyId: string },
  recovery: RecoveryInput,
): Promise<Uint8Array> {
  await tx
    .delete(personKeyEnvelopes)
    .where(
      and(eq(personKeyEnvelopes.personId, place.personId), eq(personKeyEnvelopes.kind, 'recovery_code')),
    );
  await tx.insert(personKeyEnvelopes).values({ id: uuidv7(), ...place, ...recovery.envelope });
  return hashRecoveryProof(recovery.proof);
}

/** SHA-256 of a recovery proof, which has 256 bits of its own: no slow hash is needed. */
export function hashRecoveryProof(proof: string): Uint8Array {
  return createHash('sha256').update(fromBase64Url(proof)).digest();
}

/**
 * Stores a team's key for one member, signed with the granter's present key; a second time for the same member is nothing.
 * @returns whether it is new
 * @throws DomainError `changed_meanwhile` (409) when the granter has no key (any more)
 */
export async function insertGrant(
  tx: Tx,
  grant: { keyId: string; personId: string; grantedBy: string },
  { envelope }: Pick<GrantInput, 'envelope'>,
): Promise<boolean> {
  const granterKey = await findPersonKey(tx, grant.grantedBy);
  if (!granterKey) throw conflict();
  const rows = await tx
    .insert(teamKeyGrants)
    .values({ id: uuidv7(), ...grant, signedWith: granterKey.id, envelope })
    .onConflictDoNothing()
    .returning({ id: teamKeyGrants.id });
  return rows.length > 0;
}
