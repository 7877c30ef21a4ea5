import { and, eq, inArray } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { people, pgpKeys, personKeyEnvelopes, teamKeyGrants } from '#db/schema.ts';

import type { Actor } from './actor.ts';
import { endAllSessions } from './sessions.server.ts';
import { findTeamKey } from './stored-keys.server.ts';

/**
 * Takes a person out of a team for good, in a transaction that has checked who may and holds the person's row. The event
 * names the team's key if the person held it: a new one is due then.
 */
export async function endMembership(
  tx: Transaction,
  actor: Actor,
  person: { id: string; teamId: string },
  now: Date,
): Promise<{ heldPresentKey: boolean }> {
  const key = await findTeamKey(tx, person.teamId);
  const ofTeam = tx.select({ id: pgpKeys.id }).from(pgpKeys).where(eq(pgpKeys.teamId, person.teamId));
  const taken = await tx
    .delete(teamKeyGrants)
    .where(and(eq(teamKeyGrants.personId, person.id), inArray(teamKeyGrants.keyId, ofTeam)))
    .returning({ keyId: teamKeyGrants.keyId });
  const heldPresentKey = taken.some(({ keyId }) => keyId === key?.id);
  await tx.delete(personKeyEnvelopes).where(eq(personKeyEnvelopes.personId, person.id));
  await tx
    .update(people)
    .set({ status: 'withdrawn', recoveryProofHash: null })
    .where(eq(people.id, person.id));
  await endAllSessions(tx, [person.id]);
  await appendEvent(tx, {
    objectType: 'person',
    objectId: person.id,
    type: 'withdrawn',
    actorId: actor.personId,
    payload: { fingerprint: heldPresentKey && key ? key.fingerprint : null },
    at: now,
  });
  return { heldPresentKey };
}
