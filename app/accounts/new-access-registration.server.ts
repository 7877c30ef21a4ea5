import { and, eq, ne } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import type { VerifiedPasskey } from '#app/passkeys/new-passkeys.server.ts';
import { passkeys, people, pgpKeys, teamKeyGrants, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import type { CompletedRegistration } from './complete-registration.server.ts';
import { listAdmitters, queueMails } from './mail-notices.server.ts';
import type { RegistrationPlan } from './registration-plans.server.ts';
import { createSession } from './sessions.server.ts';
import {
  findPersonKey,
  findTeamKey,
  insertGrant,
  insertKey,
  insertPasskeyEnvelope,
  replaceRecoveryEnvelope,
} from './stored-keys.server.ts';
import { takeAccess } from './taken-access.server.ts';

type Tx = Database | Transaction;

async function findReturning(db: Tx, personId: string) {
  const [person] = await db
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      status: people.status,
      userHandle: people.userHandle,
      teamId: people.teamId,
      teamName: teams.name,
      teamKind: teams.kind,
      teamStatus: teams.status,
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.id, personId));
  const isOpen = person?.teamStatus === 'verified' || person?.teamStatus === 'pending';
  const mayReturn = isOpen && person.status === 'waiting' && !(await findPersonKey(db, personId));
  if (!mayReturn) throw new DomainError('invitation_void', {}, 409);
  return person;
}

/**
 * What using a link for new access will be: the same person, in the same role, who waits to be let in. When nobody else
 * of an agency holds its key, this browser makes a new one: what was sealed to the lost one stays closed to the agency.
 * @throws DomainError `invitation_void` (409) unless two people agreed and the link was not used
 */
export async function planReturn(
  db: Tx,
  personId: string,
): Promise<{ plan: RegistrationPlan; person: { name: string; userHandle: string } }> {
  const { name, userHandle, role, ...person } = await findReturning(db, personId);
  const key = await findTeamKey(db, person.teamId);
  const team = {
    kind: 'existing' as const,
    id: person.teamId,
    name: person.teamName,
    teamKind: person.teamKind,
    isVerified: person.teamStatus === 'verified',
  };
  const isLost = key !== null && !(await isHeldByOthers(db, key.id, personId));
  const makesTeamKey = person.teamKind === 'agency' && isLost;
  return { plan: { team, role, makesTeamKey, isAdmittedAtOnce: false }, person: { name, userHandle } };
}

async function isHeldByOthers(db: Tx, keyId: string, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: teamKeyGrants.id })
    .from(teamKeyGrants)
    .where(and(eq(teamKeyGrants.keyId, keyId), ne(teamKeyGrants.personId, personId)))
    .limit(1);
  return row !== undefined;
}

/** Locks the person before the link, in the order in which the second confirmation does. */
export async function lockReturning(tx: Transaction, personId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
}

/**
 * Stores the new passkey, key and code of somebody who comes back by a link; name, role and history stay. Whatever slipped
 * in since the old access ended goes now.
 * @returns the session's token; it opens nothing but the waiting page
 */
export async function storeReturn(
  services: AccountServices,
  tx: Transaction,
  personId: string,
  made: { passkey: VerifiedPasskey; input: CompletedRegistration; userAgent: string },
  now: Date,
): Promise<{ token: string; personId: string }> {
  const { passkey, input, userAgent } = made;
  const { plan, person } = await planReturn(tx, personId);
  if (plan.makesTeamKey !== (input.teamKey !== null) || plan.team.kind !== 'existing') throw conflict();
  await takeAccess(tx, personId, now);
  await tx.insert(passkeys).values({
    ...passkey,
    personId,
    name: input.passkeyName,
    hasPrf: input.envelope.kind === 'passkey_prf',
    createdAt: now,
    lastUsedAt: now,
  });
  const keyId = await insertKey(tx, { personId }, input.personKey);
  await insertPasskeyEnvelope(tx, { personId, keyId, passkeyId: passkey.id }, input.envelope);
  const recoveryProofHash = await replaceRecoveryEnvelope(tx, { personId, keyId }, input.recovery);
  await tx.update(people).set({ recoveryProofHash }).where(eq(people.id, personId));
  const about = { objectType: 'person' as const, objectId: personId, actorId: personId, at: now };
  await appendEvent(tx, { ...about, type: 'access_used', payload: { passkeyId: passkey.id } });
  if (input.teamKey) await startTeamKeyAnew(tx, { personId, teamId: plan.team.id }, input.teamKey, now);
  await queueMails(services, tx, await listAdmitters(tx, plan.team.id), 'access_used', {
    name: person.name,
    team: plan.team.name,
    url: `${services.config.origin}/sign-in`,
  });
  const { token } = await createSession(tx, { personId, passkeyId: passkey.id, userAgent, now });
  return { token, personId };
}

/** The lost key opens nothing any more for anybody, so it is revoked; the new one has no predecessor to vouch for it. */
async function startTeamKeyAnew(
  tx: Transaction,
  { personId, teamId }: { personId: string; teamId: string },
  teamKey: NonNullable<CompletedRegistration['teamKey']>,
  now: Date,
): Promise<void> {
  const { fingerprint, publicKey } = teamKey;
  await tx
    .update(pgpKeys)
    .set({ state: 'revoked' })
    .where(and(eq(pgpKeys.teamId, teamId), eq(pgpKeys.state, 'active')));
  const keyId = await insertKey(tx, { teamId }, { publicKey, fingerprint });
  await insertGrant(tx, { keyId, personId, grantedBy: personId }, teamKey);
  await appendEvent(tx, {
    objectType: 'team',
    objectId: teamId,
    type: 'key_made',
    actorId: personId,
    payload: { fingerprint },
    at: now,
  });
}
