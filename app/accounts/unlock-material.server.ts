import { and, eq, isNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { passkeys, people, personKeyEnvelopes, pgpKeys, teamKeyGrants, teams } from '#db/schema.ts';

import { findPersonKey } from './stored-keys.server.ts';
import type { UnlockMaterial } from './unlock-material.ts';

type Tx = Database | Transaction;

/**
 * All that a person's browser needs to unlock: everything in it is locked or public. A person who is not admitted gets
 * no team key, not even a sealed one (promise 10).
 */
export async function findUnlockMaterial(
  db: Tx,
  config: Pick<Config, 'rpId'>,
  personId: string,
): Promise<UnlockMaterial> {
  const key = await findPersonKey(db, personId);
  const [person] = await db
    .select({ status: people.status, teamStatus: teams.status, settings: people.sealedSettings })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.id, personId));
  if (!key || !person) throw notFound();
  const isAdmitted = person.status === 'active' && person.teamStatus === 'verified';
  return {
    rpId: config.rpId,
    personPublicKey: key.publicKey,
    settings: person.settings,
    passkeys: await listUsablePasskeys(db, personId),
    envelopes: await listEnvelopes(db, personId),
    teamKeys: isAdmitted ? await listGrants(db, personId) : [],
  };
}

/** Own passkeys that are not revoked, in the form that ceremonies want. */
export async function listUsablePasskeys(db: Tx, personId: string) {
  return db
    .select({ id: passkeys.id, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.revokedAt)));
}

async function listEnvelopes(db: Tx, personId: string) {
  const rows = await db
    .select({
      kind: personKeyEnvelopes.kind,
      salt: personKeyEnvelopes.salt,
      sealed: personKeyEnvelopes.sealed,
      passkeyId: personKeyEnvelopes.passkeyId,
    })
    .from(personKeyEnvelopes)
    .where(and(eq(personKeyEnvelopes.personId, personId), ne(personKeyEnvelopes.kind, 'recovery_code')));
  return rows;
}

/**
 * The person's grants of the own team's keys, each with the granter's public key that signed it, whose signature the browser
 * demands. The granter may have another key since, or have left.
 */
async function listGrants(db: Tx, personId: string) {
  const granterKeys = alias(pgpKeys, 'granter_keys');
  return db
    .select({
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
      envelope: teamKeyGrants.envelope,
      grantedBy: granterKeys.publicKey,
    })
    .from(teamKeyGrants)
    .innerJoin(pgpKeys, eq(pgpKeys.id, teamKeyGrants.keyId))
    .innerJoin(people, and(eq(people.id, teamKeyGrants.personId), eq(people.teamId, pgpKeys.teamId)))
    .innerJoin(
      granterKeys,
      and(eq(granterKeys.id, teamKeyGrants.signedWith), eq(granterKeys.personId, teamKeyGrants.grantedBy)),
    )
    .where(and(eq(teamKeyGrants.personId, personId), ne(pgpKeys.state, 'revoked')));
}
