import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { readPublicKey, requireCertification } from '#app/sealing/openpgp-keys.ts';
import { events, people, pgpKeys, teamKeyGrants } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { can, requirePermission, type Actor } from './actor.ts';
import { listAdministrators, queueMails } from './mail-notices.server.ts';
import { permissions } from './permissions.ts';
import { findTeamKey, insertGrant, insertKey, requirePublicKey } from './stored-keys.server.ts';
import { findTeamAddress } from './team-addresses.ts';
import type { Rotation } from './team-key-rotation.ts';

type Tx = Database | Transaction;

/** Whether somebody who was withdrawn held the key that the team still uses. */
export async function isRotationDue(db: Tx, teamId: string, fingerprint: string): Promise<boolean> {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(
      events,
      and(
        eq(events.objectType, 'person'),
        eq(events.objectId, people.id),
        eq(events.type, 'withdrawn'),
        sql`${events.payload} ->> 'fingerprint' = ${fingerprint}`,
      ),
    )
    .where(eq(people.teamId, teamId))
    .limit(1);
  return row !== undefined;
}

/**
 * Members whom a new key is sealed to: let in, in a role that reads, with a key of their own, and holders of the present
 * one. A change gives the key to nobody whom nobody gave it before. Ordered by id.
 */
export async function listKeyHolders(db: Tx, teamId: string) {
  const teamKeys = alias(pgpKeys, 'team_keys');
  return db
    .select({
      personId: people.id,
      name: people.name,
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
    })
    .from(people)
    .innerJoin(pgpKeys, and(eq(pgpKeys.personId, people.id), eq(pgpKeys.state, 'active')))
    .innerJoin(teamKeys, and(eq(teamKeys.teamId, people.teamId), eq(teamKeys.state, 'active')))
    .innerJoin(
      teamKeyGrants,
      and(eq(teamKeyGrants.keyId, teamKeys.id), eq(teamKeyGrants.personId, people.id)),
    )
    .where(
      and(
        eq(people.teamId, teamId),
        eq(people.status, 'active'),
        inArray(people.role, [...permissions.hold_team_key]),
      ),
    )
    .orderBy(asc(people.id));
}

/**
 * What a lead's browser needs to make the agency a new key; null for people who may not.
 * `isDue`: somebody who was withdrawn knows the present one.
 */
export async function findRotation(db: Database, { config }: Pick<AccountServices, 'config'>, actor: Actor) {
  if (!can(actor, 'renew_team_key')) return null;
  const key = await findTeamKey(db, actor.teamId);
  if (!key) return null;
  const team = { kind: 'existing', id: actor.teamId, teamKind: actor.teamKind } as const;
  return {
    isDue: await isRotationDue(db, actor.teamId, key.fingerprint),
    isCertified: key.certifiedBy !== null,
    predecessor: key.fingerprint,
    owner: { name: actor.teamName, email: findTeamAddress(config, team, actor.teamId) },
    holders: await listKeyHolders(db, actor.teamId),
  };
}
export type RotationNeeds = NonNullable<Awaited<ReturnType<typeof findRotation>>>;

/**
 * Replaces the agency's key: the old one is retired and its grants stay, so that those who remain read what is older.
 * The new one waits for its certification by an administrator; until then nobody seals to the agency.
 * @throws DomainError `forbidden`; `changed_meanwhile` (409) when nobody was withdrawn, or the members or the key are
 *   not those that the browser sealed to; `key_refused` when the old key has not signed the new one
 */
export async function rotateTeamKey(
  services: AccountServices,
  actor: Actor,
  rotation: Rotation,
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => replaceTeamKey(services, tx, actor, rotation, now));
}

/** The same in a transaction, for withdrawing and rotating in one step. */
export async function replaceTeamKey(
  services: AccountServices,
  tx: Transaction,
  actor: Actor,
  { key, predecessor, grants }: Rotation,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'renew_team_key');
  const [old] = await tx
    .select({ id: pgpKeys.id, fingerprint: pgpKeys.fingerprint, publicKey: pgpKeys.publicKey })
    .from(pgpKeys)
    .where(and(eq(pgpKeys.teamId, actor.teamId), eq(pgpKeys.state, 'active')))
    .for('update');
  if (old?.fingerprint !== predecessor) throw conflict();
  if (!(await isRotationDue(tx, actor.teamId, predecessor))) throw conflict();
  const holders = await listKeyHolders(tx, actor.teamId);
  const given = grants.map(({ personId }) => personId).sort();
  if (given.join() !== holders.map(({ personId }) => personId).join()) throw conflict();
  await requireSignedBy(await requirePublicKey(key), old.publicKey);
  await tx.update(pgpKeys).set({ state: 'retired' }).where(eq(pgpKeys.id, old.id));
  const keyId = await insertKey(tx, { teamId: actor.teamId }, key);
  for (const { personId, envelope } of grants)
    await insertGrant(tx, { keyId, personId, grantedBy: actor.personId }, { envelope });
  await appendEvent(tx, {
    objectType: 'team',
    objectId: actor.teamId,
    type: 'key_rotated',
    actorId: actor.personId,
    payload: { fingerprint: key.fingerprint, predecessor },
    at: now,
  });
  const url = `${services.config.origin}/desk/agencies/${actor.teamId}`;
  await queueMails(services, tx, await listAdministrators(tx), 'agency_key_rotated', { url });
}

/** That the old key certified the new one (armored both). @throws DomainError `key_refused` */
export async function requireSignedBy(armored: string, predecessor: string): Promise<void> {
  try {
    await requireCertification(await readPublicKey(armored), await readPublicKey(predecessor));
  } catch {
    throw new DomainError('key_refused');
  }
}

/**
 * The key that a team used before the present one, and that signed it; null for a first key, and where nobody held the
 * last one any more, so that it was revoked.
 */
export async function findPredecessor(db: Tx, teamId: string) {
  const [row] = await db
    .select({ publicKey: pgpKeys.publicKey, fingerprint: pgpKeys.fingerprint, state: pgpKeys.state })
    .from(pgpKeys)
    .where(and(eq(pgpKeys.teamId, teamId), ne(pgpKeys.state, 'active')))
    .orderBy(desc(pgpKeys.createdAt))
    .limit(1);
  return row?.state === 'retired' ? { publicKey: row.publicKey, fingerprint: row.fingerprint } : null;
}
