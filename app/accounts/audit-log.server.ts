import { and, desc, eq, lt } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { verifyEventChain, type ChainFault } from '#app/events/events.server.ts';
import { events, people } from '#db/schema.ts';

import { requirePermission, type Actor } from './actor.ts';
import type { AuditObject } from './audit-objects.ts';

const pageSize = 50;

/**
 * The audit log, newest first, page by page. Payloads hold codes, counts and ids only.
 * @param before position that the page ends before; null for the newest
 */
export async function listAuditEvents(
  db: Database,
  actor: Actor,
  filter: { before: number | null; objectType: AuditObject | null; objectId: string | null },
) {
  requirePermission(actor, 'read_audit_log');
  const rows = await db
    .select({
      position: events.position,
      objectType: events.objectType,
      objectId: events.objectId,
      type: events.type,
      payload: events.payload,
      at: events.at,
      actorName: people.name,
      hash: events.hash,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        filter.before === null ? undefined : lt(events.position, filter.before),
        filter.objectType === null ? undefined : eq(events.objectType, filter.objectType),
        filter.objectId === null ? undefined : eq(events.objectId, filter.objectId),
      ),
    )
    .orderBy(desc(events.position))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { events: page, next: rows.length > pageSize ? (page.at(-1)?.position ?? null) : null };
}

/** Walks the chain of hashes over the whole log; null when nothing was changed, removed or reordered. */
export async function verifyAuditLog(db: Database, actor: Actor): Promise<ChainFault | null> {
  requirePermission(actor, 'read_audit_log');
  return verifyEventChain(db);
}
