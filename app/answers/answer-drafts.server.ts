import { and, eq, inArray, max } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError, notFound } from '#app/domain-error.ts';
import { listTeamKeys, requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { requireTransition } from '#app/review/change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import { answers, people } from '#db/schema.ts';

/** Names of a thousand files and the states of their uploads. */
export const maxAnswerDraftBytes = 4 * 1024 * 1024;

/**
 * The answer that is being written on an accepted legal request; begun if there is none. Beginning twice is no error.
 * @throws DomainError `forbidden`, `not_found`, `status_forbids` (409) unless the legal request can be answered
 */
export async function beginAnswer(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  now: Date,
): Promise<{ answerId: string; number: number }> {
  requireDesk(actor, 'prepare_answer');
  return db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    requireTransition(row.status, 'answer', actor.role);
    const [open] = await tx
      .select({ answerId: answers.id, number: answers.number })
      .from(answers)
      .where(and(eq(answers.legalRequestId, row.id), inArray(answers.state, ['drafting', 'prepared'])));
    if (open) return open;
    const [last] = await tx
      .select({ number: max(answers.number) })
      .from(answers)
      .where(eq(answers.legalRequestId, row.id));
    const begun = { answerId: uuidv7(), number: (last?.number ?? 0) + 1 };
    await tx.insert(answers).values({
      id: begun.answerId,
      number: begun.number,
      legalRequestId: row.id,
      createdBy: actor.personId,
      createdAt: now,
    });
    return begun;
  });
}

export interface SavedAnswerDraft {
  version: number;
  savedAt: string;
}

/**
 * Stores the next version of what is being written.
 * @param draft.version the version that the writer saw; 0 for the first save
 * @param draft.sealed OpenPGP message to the intake key alone
 * @throws DomainError `forbidden`, `not_found`, `answer_prepared` (409) once it is signed, `draft_too_large` (413),
 *   `message_refused` (422), `draft_changed_meanwhile` (409) when somebody else, or another tab, has saved since
 */
export async function saveAnswerDraft(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  draft: { version: number; sealed: Uint8Array },
  now: Date,
): Promise<SavedAnswerDraft> {
  requireDesk(actor, 'prepare_answer');
  if (draft.sealed.byteLength > maxAnswerDraftBytes) throw new DomainError('draft_too_large', {}, 413);
  return db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    const answer = await lockOpenAnswer(tx, row.id);
    if (answer.state !== 'drafting') throw conflict('answer_prepared');
    const [intake] = await listTeamKeys(tx, row.teamId);
    await requireSealedTo(draft.sealed, intake ? [intake.encryptionKeyId] : []);
    if (answer.draftVersion !== draft.version)
      throw conflict('draft_changed_meanwhile', await newerDraft(tx, answer.id));
    const version = draft.version + 1;
    await tx
      .update(answers)
      .set({
        sealedDraft: draft.sealed,
        draftVersion: version,
        draftSavedBy: actor.personId,
        draftSavedAt: now,
      })
      .where(eq(answers.id, answer.id));
    return { version, savedAt: now.toISOString() };
  });
}

/** The answer that is being written or waits for its second signature, held until the transaction ends. */
export async function lockOpenAnswer(tx: Transaction, legalRequestId: string) {
  const [answer] = await tx
    .select()
    .from(answers)
    .where(and(eq(answers.legalRequestId, legalRequestId), inArray(answers.state, ['drafting', 'prepared'])))
    .for('update');
  if (!answer) throw notFound();
  return answer;
}

/** Who was faster, for the person who was not. */
async function newerDraft(tx: Transaction, answerId: string) {
  const [row] = await tx
    .select({
      version: answers.draftVersion,
      savedAt: answers.draftSavedAt,
      savedBy: people.name,
    })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.draftSavedBy))
    .where(eq(answers.id, answerId));
  return row ? { ...row, savedAt: row.savedAt?.toISOString() ?? '' } : {};
}
