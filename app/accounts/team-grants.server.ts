import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, forbidden, notFound } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { people, pgpKeys, teamKeyGrants } from '#db/schema.ts';

import { can, requirePermission, type Actor } from './actor.ts';
import type { GrantInput } from './key-schemas.ts';
import { mayDo, permissions } from './permissions.ts';
import { findPersonKey, findTeamKey, insertGrant } from './stored-keys.server.ts';

type Tx = Database | Transaction;

/** A key of the team that a person lacks and that the one who looks could give, with the person's key to seal it to. */
export interface KeyToGive {
  personId: string;
  name: string;
  status: (typeof people.$inferSelect)['status'];
  /** Of the person's key. */
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
 * Which of the team's keys this person could give to whom: people who wait, colleagues who were let in by somebody without
 * the key (an administrator letting in an agency's person), and older keys for those who came after a change of keys.
 * It tells what a page shows; nothing is given without somebody's act there. Empty for people who hold none themselves.
 */
export async function listKeysToGive(db: Tx, actor: Actor): Promise<KeyToGive[]> {
  const [held, teamKeys] = [alias(teamKeyGrants, 'held_grants'), alias(pgpKeys, 'team_keys')];
  return db
    .select({
      personId: people.id,
      name: people.name,
      status: people.status,
      fingerprint: pgpKeys.fingerprint,
      teamFingerprint: teamKeys.fingerprint,
    })
    .from(held)
    .innerJoin(
      teamKeys,
      and(eq(teamKeys.id, held.keyId), eq(teamKeys.teamId, actor.teamId), ne(teamKeys.state, 'revoked')),
    )
    .innerJoin(people, and(eq(people.teamId, actor.teamId), inArray(people.status, ['waiting', 'active'])))
    .innerJoin(pgpKeys, and(eq(pgpKeys.personId, people.id), eq(pgpKeys.state, 'active')))
    .leftJoin(teamKeyGrants, and(eq(teamKeyGrants.personId, people.id), eq(teamKeyGrants.keyId, teamKeys.id)))
    .where(
      and(
        eq(held.personId, actor.personId),
        // The auditor reads no requests, so nobody gives the auditor the key (2-domain §8).
        inArray(people.role, [...permissions.hold_team_key]),
        isNull(teamKeyGrants.id),
      ),
    )
    .orderBy(asc(people.name), asc(people.id), desc(teamKeys.createdAt));
}

/** Whether this person was let in and still lacks the key that the own team uses. */
export async function lacksTeamKey(db: Tx, actor: Actor): Promise<boolean> {
  if (!can(actor, 'hold_team_key')) return false;
  const key = await findTeamKey(db, actor.teamId);
  return key !== null && !(await holdsTeamKey(db, actor.personId, key.id));
}

/**
 * Stores keys of the team for a colleague who was let in. Whoever holds a key may give it: in a small agency that is
 * perhaps one investigator.
 * @throws DomainError `not_found`, `forbidden`, `changed_meanwhile`
 */
export async function giveTeamKeys(
  db: Database,
  actor: Actor,
  { personId, grants }: { personId: string; grants: readonly GrantInput[] },
  now: Date,
): Promise<void> {
  requirePermission(actor, 'hold_team_key');
  await db.transaction(async (tx) => {
    const [member] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.teamId, actor.teamId), eq(people.status, 'active')));
    if (!member) throw notFound();
    await insertTeamGrants(tx, actor, personId, grants, now);
  });
}

/** The same in a transaction that has checked the member already. */
export async function insertTeamGrants(
  tx: Transaction,
  actor: Actor,
  personId: string,
  grants: readonly GrantInput[],
  now: Date,
): Promise<void> {
  if (grants.length === 0) return;
  if (!(await findPersonKey(tx, personId))) throw conflict();
  await requireKeyHoldingRole(tx, personId);
  for (const grant of grants) {
    const key = await findTeamKeyOf(tx, actor.teamId, grant.fingerprint);
    if (!key) throw conflict();
    if (!(await holdsTeamKey(tx, actor.personId, key.id))) throw forbidden();
    const isNew = await insertGrant(tx, { keyId: key.id, personId, grantedBy: actor.personId }, grant);
    if (!isNew) continue;
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'team_key_granted',
      actorId: actor.personId,
      payload: { fingerprint: grant.fingerprint },
      at: now,
    });
  }
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
