import { and, eq, sql } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { startOfDay, toDate } from '#app/legal-requests/wall-time.ts';
import { events, sealedFiles } from '#db/schema.ts';

import { changeLegalRequest } from './change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from './desk-access.server.ts';

/**
 * Somebody of the desk has opened an attachment in the viewer, from where it can also be saved. Noted once per person,
 * file and day in Berlin: who saw what is a matter of record, how often is not.
 * @throws DomainError `not_found`, `forbidden`
 */
export async function noteOpenedFile(db: Database, actor: Actor, fileId: string, now: Date): Promise<void> {
  requireDesk(actor, 'read_sealed_legal_request');
  await db.transaction(async (tx) => {
    const [file] = await tx
      .select({ legalRequestId: sealedFiles.legalRequestId })
      .from(sealedFiles)
      .where(and(eq(sealedFiles.id, fileId), eq(sealedFiles.state, 'complete')));
    if (!file) throw notFound();
    const row = await lockLegalRequest(tx, file.legalRequestId);
    const [noted] = await tx
      .select({ version: events.version })
      .from(events)
      .where(
        and(
          eq(events.objectType, 'legal_request'),
          eq(events.objectId, row.id),
          eq(events.type, 'file_opened'),
          eq(events.actorId, actor.personId),
          sql`${events.payload} ->> 'fileId' = ${fileId}`,
          sql`${events.at} >= ${startOfDay(toDate(now))}`,
        ),
      );
    if (noted) return;
    await changeLegalRequest(tx, row, {
      set: {},
      event: { type: 'file_opened', payload: { fileId } },
      actorId: actor.personId,
      now,
    });
  });
}
