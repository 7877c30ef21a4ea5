import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, forbidden, notFound } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { z } from '#app/forms/zod.ts';
import { people, pgpKeys, teamKeyGrants } from '#db/schema.ts';

import type { Actor } from './actor.ts';
import { grantSchema, type GrantInput } from './key-schemas.ts';
import { mayDo, permissions } from './permissions.ts';
import { findPersonKey, insertGrant } from './stored-keys.server.ts';

type Tx = Database | Transaction;

export const storedGrantSchema = z.strictObject({ personId: z.uuid(), grant: grantSchema });

/** A member who was let in and lacks a key of the team, with the key to seal it to. */
export interface DueGrant {
  personId: string;
  publicKey: string;
  fingerprint: string;
  /** The team's key that is lacking: the present one, or an older one that opens what is older. */
  teamFingerprint: string;
}

/** Whether a person holds a key of the own team. */
async function holdsTeamKey(db: Tx, personId: string, keyId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: teamKeyGrants.id })
    .from(teamKeyGrants)
    .where(and(eq(teamKeyGrants.personId, personId), eq(teamKeyGrants.keyId, keyId)));
  return row !== undefined;
}

/** Fingerprints of the own team's keys, present and older ones, that this person was given. */
export async function listHeldTeamKeys(db: Tx, actor: Actor): Promise<string[]> {
  const rows = await db
    .select({ fingerprint: pgpKeys.fingerprint })
    .from(teamKeyGrants)
    .innerJoin(pgpKeys, eq(pgpKeys.id, teamKeyGrants.keyId))
    .where(
      and(
        eq(teamKeyGrants.personId, actor.personId),
        eq(pgpKeys.teamId, actor.teamId),
        ne(pgpKeys.state, 'revoked'),
      ),
    );
  return rows.map(({ fingerprint }) => fingerprint);
}

/**
 * Whom this person's browser should give which of the team's keys: colleagues who were let in by somebody without the
 * key (an administrator letting in an agency's person), and older keys for those who came after a change of keys.
 * Empty for people who hold none themselves.
 */
export async function listDueGrants(db: Tx, actor: Actor): Promise<DueGrant[]> {
  const [held, teamKeys] = [alias(teamKeyGrants, 'held_grants'), alias(pgpKeys, 'team_keys')];
  return db
    .select({
      personId: people.id,
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
      teamFingerprint: teamKeys.fingerprint,
    })
    .from(held)
    .innerJoin(
      teamKeys,
      and(eq(teamKeys.id, held.keyId), eq(teamKeys.teamId, actor.teamId), ne(teamKeys.state, 'revoked')),
    )
    .innerJoin(people, and(eq(people.teamId, actor.teamId), eq(people.status, 'active')))
    .innerJoin(pgpKeys, and(eq(pgpKeys.personId, people.id), eq(pgpKeys.state, 'active')))
    .leftJoin(teamKeyGrants, and(eq(teamKeyGrants.personId, people.id), eq(teamKeyGrants.keyId, teamKeys.id)))
    .where(
      and(
        eq(held.personId, actor.personId),
        // The auditor reads no requests, so nobody's browser gives the auditor the key (2-domain §8).
        inArray(people.role, [...permissions.hold_team_key]),
        isNull(teamKeyGrants.id),
      ),
    )
    .limit(50);
}

/**
 * Stores the team's key for a colleague who was let in.
 * @throws DomainError `not_found`, `forbidden`, `changed_meanwhile`
 */
export async function storeGrant(
  db: Database,
  actor: Actor,
  { personId, grant }: z.infer<typeof storedGrantSchema>,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [member] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.teamId, actor.teamId), eq(people.status, 'active')));
    if (!member) throw notFound();
    await insertTeamGrant(tx, actor, personId, grant, now);
  });
}

/** The same in a transaction that has checked the member already. */
export async function insertTeamGrant(
  tx: Transaction,
  actor: Actor,
  personId: string,
  grant: GrantInput,
  now: Date,
): Promise<void> {
  const key = await findTeamKeyOf(tx, actor.teamId, grant.fingerprint);
  if (!key) throw conflict();
  if (!(await holdsTeamKey(tx, actor.personId, key.id))) throw forbidden();
  if (!(await findPersonKey(tx, personId))) throw conflict();
  await requireKeyHoldingRole(tx, personId);
  const isNew = await insertGrant(tx, { keyId: key.id, personId, grantedBy: actor.personId }, grant);
  if (!isNew) return;
  await appendEvent(tx, {
    objectType: 'person',
    objectId: personId,
    type: 'team_key_granted',
    actorId: actor.personId,
    payload: { fingerprint: grant.fingerprint },
    at: now,
  });
}

/** A key of the team that opens something: the present one, or one that was replaced. */
async function findTeamKeyOf(tx: Transaction, teamId: string, fingerprint: string) {
  const [row] = await tx
    .select({ id: pgpKeys.id })
    .from(pgpKeys)
    .where(
      and(eq(pgpKeys.teamId, teamId), eq(pgpKeys.fingerprint, fingerprint), ne(pgpKeys.state, 'revoked')),
    );
  return row ?? null;
}

async function requireKeyHoldingRole(tx: Transaction, personId: string): Promise<void> {
  const [member] = await tx.select({ role: people.role }).from(people).where(eq(people.id, personId));
  if (!member || !mayDo(member.role, 'hold_team_key')) throw forbidden();
}
