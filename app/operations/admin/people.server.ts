import { and, asc, count, eq } from 'drizzle-orm';
import { endAllSessions } from '#app/accounts/sessions.server.ts';
import type { Database } from '#app/database.server.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { people, teams } from '#db/schema.ts';

/** All teams with the number of their admitted people, the provider first. */
export async function listTeams(db: Database) {
  return await db
    .select({
      id: teams.id,
      kind: teams.kind,
      name: teams.name,
      country: teams.country,
      status: teams.status,
      people: count(people.id),
    })
    .from(teams)
    .leftJoin(people, and(eq(people.teamId, teams.id), eq(people.status, 'active')))
    .groupBy(teams.id)
    .orderBy(asc(teams.kind), asc(teams.name))
    .then((rows) => rows.sort((a, b) => Number(b.kind === 'provider') - Number(a.kind === 'provider')));
}

/**
 * Suspends a person on the operator's word, for when no administrator can sign in. The event has no actor, which tells
 * it from a suspension by an administrator. Their sessions end at once.
 *
 * @returns false when nobody has this address
 */
export async function suspendByOperator(db: Database, email: string, now: Date): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const [person] = await tx
      .update(people)
      .set({ status: 'suspended' })
      .where(eq(people.email, email.trim().toLowerCase()))
      .returning({ id: people.id });
    if (person === undefined) return false;
    await endAllSessions(tx, [person.id]);
    await appendEvent(tx, {
      objectType: 'person',
      objectId: person.id,
      type: 'suspended',
      actorId: null,
      payload: {},
      at: now,
    });
    return true;
  });
}
