import { eq } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { listEvents } from '#app/events/events.server.ts';
import { people } from '#db/schema.ts';

import { requireOwnLegalRequest } from './own-legal-request.server.ts';
import { agencyTimeline, type TimelineEntry } from './timeline.ts';

/** What happened with a legal request of the own agency, oldest first. @throws DomainError `not_found` */
export async function listTimeline(db: Database, actor: Actor, id: string): Promise<TimelineEntry[]> {
  await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', id);
  const events = await listEvents(db, 'legal_request', id);
  const colleagues = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.teamId, actor.teamId));
  return agencyTimeline(events, new Map(colleagues.map((person) => [person.id, person.name])));
}
