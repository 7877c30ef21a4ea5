import { and, eq, inArray, isNull } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, forbidden, notFound } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { z } from '#app/forms/zod.ts';
import { people, pgpKeys, teamKeyGrants } from '#db/schema.ts';

import type { Actor } from './actor.ts';
import { grantSchema, type GrantInput } from './key-schemas.ts';
import { mayDo, permissions } from './permissions.ts';
import { findPersonKey, findTeamKey, insertGrant } from './stored-keys.server.ts';

type Tx = Database | Transaction;

export const storedGrantSchema = z.strictObject({ personId: z.uuid(), grant: grantSchema });

/** A member who was let in and still lacks the team's key, with the key to seal it to. */
export interface DueGrant {
  personId: string;
  publicKey: string;
  fingerprint: string;
}

/** Whether a person holds the active key of the own team. */
async function holdsTeamKey(db: Tx, personId: string, keyId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: teamKeyGrants.id })
    .from(teamKeyGrants)
    .where(and(eq(teamKeyGrants.personId, personId), eq(teamKeyGrants.keyId, keyId)));
  return row !== undefined;
}

/**
 * Whom this person's browser should give the team's key: colleagues who were let in by somebody without the key (an
 * administrator letting in an agency's person). Empty for people who do not hold the key themselves.
 */
export async function listDueGrants(db: Tx, actor: Actor): Promise<DueGrant[]> {
  const key = await findTeamKey(db, actor.teamId);
  if (!key || !(await holdsTeamKey(db, actor.personId, key.id))) return [];
  return db
    .select({ personId: people.id, publicKey: pgpKeys.publicKey, fingerprint: pgpKeys.fingerprint })
    .from(people)
    .innerJoin(pgpKeys, and(eq(pgpKeys.personId, people.id), eq(pgpKeys.state, 'active')))
    .leftJoin(teamKeyGrants, and(eq(teamKeyGrants.personId, people.id), eq(teamKeyGrants.keyId, key.id)))
    .where(
      and(
        eq(people.teamId, actor.teamId),
        eq(people.status, 'active'),
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
  const key = await findTeamKey(tx, actor.teamId);
  if (key?.fingerprint !== grant.fingerprint) throw conflict();
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

async function requireKeyHoldingRole(tx: Transaction, personId: string): Promise<void> {
  const [member] = await tx.select({ role: people.role }).from(people).where(eq(people.id, personId));
  if (!member || !mayDo(member.role, 'hold_team_key')) throw forbidden();
}
