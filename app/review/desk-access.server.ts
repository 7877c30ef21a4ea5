import { and, eq, gt, ne } from 'drizzle-orm';

import { can, type Actor } from '#app/accounts/actor.ts';
import type { Action } from '#app/accounts/permissions.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { forbidden, notFound } from '#app/domain-error.ts';
import type { Category, Channel, Status } from '#app/legal-requests/legal-request-values.ts';
import { legalRequests } from '#db/schema.ts';

/** @throws DomainError `forbidden` for everybody who does not work for the provider in a role that may do this */
export function requireDesk(actor: Actor, action: Action): void {
  if (actor.teamKind !== 'provider' || !can(actor, action)) throw forbidden();
}

export type LockedLegalRequest = Awaited<ReturnType<typeof lockLegalRequest>>;

/**
 * Reads a submitted legal request and keeps everybody else from changing it until the transaction ends.
 * @throws DomainError `not_found`; a draft is none of the provider's business
 */
export async function lockLegalRequest(tx: Transaction, id: string) {
  return toSubmitted(await selectSubmitted(tx, id).for('update'));
}

/** Reads it without holding it. @throws DomainError `not_found` */
export async function findSubmitted(db: Database, id: string) {
  return toSubmitted(await selectSubmitted(db, id));
}

function selectSubmitted(db: Database | Transaction, id: string) {
  return db
    .select({
      id: legalRequests.id,
      reference: legalRequests.reference,
      teamId: legalRequests.teamId,
      authorId: legalRequests.authorId,
      category: legalRequests.category,
      channel: legalRequests.channel,
      status: legalRequests.status,
      priority: legalRequests.priority,
      waitsFor: legalRequests.waitsFor,
      pausedAt: legalRequests.pausedAt,
      dueAt: legalRequests.dueAt,
      currentRevision: legalRequests.currentRevision,
      version: legalRequests.version,
      claimedBy: legalRequests.claimedBy,
      claimedUntil: legalRequests.claimedUntil,
    })
    .from(legalRequests)
    .where(
      and(eq(legalRequests.id, id), ne(legalRequests.status, 'draft'), gt(legalRequests.currentRevision, 0)),
    );
}

function toSubmitted([row]: Awaited<ReturnType<typeof selectSubmitted>>) {
  if (!row) throw notFound();
  return {
    ...row,
    status: row.status as Status,
    category: row.category as Category,
    channel: row.channel as Channel,
    reference: row.reference ?? '',
  };
}
