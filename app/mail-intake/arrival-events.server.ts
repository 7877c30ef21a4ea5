import { eq } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import type { EventPayloads, EventType } from '#app/events/event-types.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { arrivals } from '#db/schema.ts';

type ArrivalEvent = EventType<'arrival'>;

/** Changes a locked arrival together with its next event. @returns the row's new version, for a further change */
export async function changeArrival<T extends ArrivalEvent>(
  tx: Transaction,
  row: { id: string; version: number },
  change: {
    set: Partial<typeof arrivals.$inferInsert>;
    event: { type: T; payload: EventPayloads['arrival'][T] };
    actorId: string | null;
    now: Date;
  },
): Promise<{ id: string; version: number }> {
  const version = await appendEvent(
    tx,
    {
      objectType: 'arrival',
      objectId: row.id,
      type: change.event.type,
      actorId: change.actorId,
      payload: change.event.payload,
      at: change.now,
    },
    row.version,
  );
  await tx
    .update(arrivals)
    .set({ ...change.set, version })
    .where(eq(arrivals.id, row.id));
  return { id: row.id, version };
}
