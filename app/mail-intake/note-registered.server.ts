import { and, eq, sql } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Transaction } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { arrivals, legalRequests } from '#db/schema.ts';

/**
 * What came as a mail or a letter has become this legal request, or its next revision, in the transaction that submits it.
 * It was received when the arrival was, not when somebody found the time to register it.
 * @throws DomainError `arrival_missing` (409) for a correction that nothing has come for: staff writes none of its own
 */
export async function noteRegistered(
  tx: Transaction,
  actor: Actor,
  { legalRequestId, revision }: { legalRequestId: string; revision: number },
  now: Date,
): Promise<void> {
  const rows = await tx
    .select({ id: arrivals.id, version: arrivals.version, receivedAt: arrivals.receivedAt })
    .from(arrivals)
    .where(and(eq(arrivals.legalRequestId, legalRequestId), eq(arrivals.state, 'waiting')))
    .for('update');
  if (rows.length === 0 && revision > 1) throw conflict('arrival_missing');
  for (const { id, version, receivedAt } of rows) {
    const event = {
      objectType: 'arrival',
      objectId: id,
      type: 'registered',
      actorId: actor.personId,
      payload: { legalRequestId },
      at: now,
    } as const;
    const next = await appendEvent(tx, event, version);
    await tx.update(arrivals).set({ state: 'registered', version: next }).where(eq(arrivals.id, id));
    await tx
      .update(legalRequests)
      .set({ receivedAt: sql`least(${legalRequests.receivedAt}, ${receivedAt.toISOString()}::timestamptz)` })
      .where(eq(legalRequests.id, legalRequestId));
  }
}
