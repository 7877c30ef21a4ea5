import { and, asc, count, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { savedViews } from '#db/schema.ts';

import { requireDesk } from './desk-access.server.ts';
import { formatQueueFilter, type QueueFilter } from './queue-filter.ts';

/** A filter of the queue under a name of one's own. */
export interface SavedView {
  id: string;
  name: string;
  /** As in the address, without `?`. */
  query: string;
}

const maxViews = 20;
const maxNameLength = 60;

export async function listSavedViews(db: Database, actor: Actor): Promise<SavedView[]> {
  requireDesk(actor, 'read_queue');
  return db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.personId, actor.personId))
    .orderBy(asc(savedViews.name), asc(savedViews.id));
}

/** @throws DomainError `view_name_missing`, `too_many_views` */
export async function saveView(
  db: Database,
  actor: Actor,
  name: string,
  filter: QueueFilter,
  now: Date,
): Promise<void> {
  requireDesk(actor, 'read_queue');
  const shown = name.trim().slice(0, maxNameLength);
  if (shown === '') throw new DomainError('view_name_missing');
  await db.transaction(async (tx) => {
    const [kept] = await tx
      .select({ views: count() })
      .from(savedViews)
      .where(eq(savedViews.personId, actor.personId));
    if ((kept?.views ?? 0) >= maxViews) throw new DomainError('too_many_views');
    await tx.insert(savedViews).values({
      id: uuidv7(),
      personId: actor.personId,
      name: shown,
      query: formatQueueFilter(filter),
      createdAt: now,
    });
  });
}

/** Other people's views and unknown ones are left alone. */
export async function removeView(db: Database, actor: Actor, id: string): Promise<void> {
  requireDesk(actor, 'read_queue');
  await db.delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.personId, actor.personId)));
}
