import { and, eq, sql } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { lockOwnLegalRequest } from '#app/legal-requests/own-legal-request.server.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { answerFiles, answers, events } from '#db/schema.ts';

import { requireOwnAnswer } from './find-answers.server.ts';

/**
 * Notes that a person of the agency opened an answer; once for each person.
 * @throws DomainError `not_found`, `forbidden`
 */
export async function noteAnswerOpened(
  db: Database,
  actor: Actor,
  place: { legalRequestId: string; answerId: string },
  now: Date,
): Promise<void> {
  const { id: answerId, number } = await requireOwnAnswer(db, actor, place.legalRequestId, place.answerId);
  await db.transaction(async (tx) => {
    const row = await lockOwnLegalRequest(tx, actor, 'read_own_legal_requests', place.legalRequestId);
    const [known] = await tx
      .select({ position: events.position })
      .from(events)
      .where(
        and(
          eq(events.objectType, 'legal_request'),
          eq(events.objectId, row.id),
          eq(events.type, 'answer_opened'),
          eq(events.actorId, actor.personId),
          sql`${events.payload} ->> 'answerId' = ${answerId}`,
        ),
      )
      .limit(1);
    if (known) return;
    await changeLegalRequest(tx, row, {
      set: {},
      event: { type: 'answer_opened', payload: { answerId, number } },
      actorId: actor.personId,
      now,
    });
  });
}

/**
 * Notes a download by the agency, before its first octet leaves: the provider sees each of them. One that only goes on
 * where this person's earlier one broke off is the same download.
 */
export async function noteAnswerDownload(
  db: Database,
  actor: Actor,
  { legalRequestId, fileId, isContinued }: { legalRequestId: string; fileId: string; isContinued: boolean },
  now: Date,
): Promise<void> {
  if (actor.teamKind !== 'agency') return;
  await db.transaction(async (tx) => {
    const row = await lockOwnLegalRequest(tx, actor, 'read_own_legal_requests', legalRequestId);
    const [answer] = await tx
      .select({ answerId: answers.id, number: answers.number })
      .from(answerFiles)
      .innerJoin(answers, eq(answers.id, answerFiles.answerId))
      .where(eq(answerFiles.fileId, fileId));
    if (!answer) return;
    const [earlier] = await tx
      .select({ position: events.position })
      .from(events)
      .where(
        and(
          eq(events.objectType, 'legal_request'),
          eq(events.objectId, row.id),
          eq(events.type, 'answer_file_downloaded'),
          eq(events.actorId, actor.personId),
          sql`${events.payload} ->> 'fileId' = ${fileId}`,
        ),
      )
      .limit(1);
    if (isContinued && earlier) return;
    await changeLegalRequest(tx, row, {
      set: {},
      event: { type: 'answer_file_downloaded', payload: { ...answer, fileId } },
      actorId: actor.personId,
      now,
    });
  });
}
