import { and, eq, sql } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { receiptSchema, type Receipt } from '#app/sealing/receipt.ts';
import { people, revisions } from '#db/schema.ts';

import { nameFor, requireOwnLegalRequest } from './own-legal-request.server.ts';

export type FoundReceipt = {
  receipt: Receipt;
  revision: number;
  /** As this revision named it; a correction may have changed it. */
  fileNumber: string;
  submittedBy: string | null;
};

/**
 * The receipt of a revision of the own agency.
 * @param revision the current one when null
 * @throws DomainError `not_found` also when there is no such revision
 */
export async function requireReceipt(
  db: Database,
  actor: Actor,
  id: string,
  revision: number | null,
): Promise<FoundReceipt> {
  const legalRequest = await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', id);
  const [row] = await db
    .select({
      receipt: revisions.receipt,
      revision: revisions.number,
      fileNumber: sql<string>`${revisions.publicPart} ->> 'fileNumber'`,
      submittedBy: nameFor(actor),
    })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.submittedBy))
    .where(
      and(eq(revisions.legalRequestId, id), eq(revisions.number, revision ?? legalRequest.currentRevision)),
    );
  if (!row) throw notFound();
  return { ...row, receipt: receiptSchema.parse(row.receipt) };
}
