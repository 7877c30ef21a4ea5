import { and, eq, exists, gt, isNull, lte, notExists, sql } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { doEach } from '#app/do-each.ts';
import { days } from '#app/durations.ts';
import { changeLegalRequest, requireTransition } from '#app/review/change-legal-request.server.ts';
import { lockLegalRequest } from '#app/review/desk-access.server.ts';
import { queueAgencyMails, queueStatusMails, type MailServices } from '#app/review/status-mails.server.ts';
import type { UploadStore } from '#app/uploads/upload-store.server.ts';
import { answerFiles, answers, legalRequests, sealedFiles } from '#db/schema.ts';

/** The agency is warned this long before the files are destroyed. */
const warningBefore = days(7);

interface Keeper extends MailServices {
  db: Database;
  store: UploadStore;
}

/**
 * What time does to answers: warns before they expire, destroys their files when they have, and closes legal requests
 * of which nothing is kept any more. Each in a transaction of its own, and one fault does not hold up the others; run as
 * often as you like.
 * @throws the first fault, so that the job fails and is tried again
 */
export async function keepAnswers(keeper: Keeper, now: Date): Promise<void> {
  await doEach([warnOfExpiry, destroyExpired, closeAnswered], (step) => step(keeper, now));
}

async function warnOfExpiry({ db, ...services }: Keeper, now: Date): Promise<void> {
  const isDue = and(
    eq(answers.state, 'released'),
    isNull(answers.warnedAt),
    gt(answers.expiresAt, now),
    lte(answers.expiresAt, new Date(now.getTime() + warningBefore)),
  );
  const due = await db
    .select({ id: answers.id, legalRequestId: answers.legalRequestId })
    .from(answers)
    .where(isDue);
  await doEach(due, ({ id, legalRequestId }) =>
    db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, legalRequestId);
      const [answer] = await tx
        .update(answers)
        .set({ warnedAt: now })
        .where(and(eq(answers.id, id), isDue))
        .returning({ number: answers.number });
      if (!answer) return;
      await changeLegalRequest(tx, row, {
        set: {},
        event: { type: 'answer_expiry_warned', payload: { answerId: id, number: answer.number } },
        actorId: null,
        now,
      });
      await queueAgencyMails(tx, services, row, 'answer_expires');
    }),
  );
}

async function destroyExpired({ db, store }: Keeper, now: Date): Promise<void> {
  const isDue = and(eq(answers.state, 'released'), lte(answers.expiresAt, now));
  const due = await db
    .select({ id: answers.id, legalRequestId: answers.legalRequestId })
    .from(answers)
    .where(isDue);
  await doEach(due, async ({ id, legalRequestId }) => {
    const keys = await db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, legalRequestId);
      const [answer] = await tx
        .update(answers)
        .set({ state: 'destroyed', destroyedAt: now })
        .where(and(eq(answers.id, id), isDue))
        .returning({ number: answers.number });
      if (!answer) return [];
      const files = tx
        .select({ fileId: answerFiles.fileId })
        .from(answerFiles)
        .where(eq(answerFiles.answerId, id));
      const gone = await tx
        .update(sealedFiles)
        .set({ state: 'removed' })
        .where(sql`${sealedFiles.id} in ${files}`)
        .returning({ storageKey: sealedFiles.storageKey });
      await changeLegalRequest(tx, row, {
        set: {},
        event: { type: 'answer_destroyed', payload: { answerId: id, number: answer.number } },
        actorId: null,
        now,
      });
      return gone.map(({ storageKey }) => storageKey);
    });
    // After the commit: should the process die here, the removal of orphans finds the rest.
    for (const key of keys) await store.remove(key);
  });
}

async function closeAnswered({ db, ...services }: Keeper, now: Date): Promise<void> {
  const answersIn = (state: 'released' | 'destroyed') =>
    db
      .select({ one: sql`1` })
      .from(answers)
      .where(and(eq(answers.legalRequestId, legalRequests.id), eq(answers.state, state)));
  const due = await db
    .select({ id: legalRequests.id })
    .from(legalRequests)
    .where(
      and(
        eq(legalRequests.status, 'answered'),
        exists(answersIn('destroyed')),
        notExists(answersIn('released')),
      ),
    );
  await doEach(due, ({ id }) =>
    db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, id);
      if (row.status !== 'answered') return;
      const status = requireTransition(row.status, 'close', 'system');
      await changeLegalRequest(tx, row, {
        set: { status, statusSince: now, dueAt: null },
        event: { type: 'closed', payload: { because: 'answers_expired' } },
        actorId: null,
        now,
      });
      await queueStatusMails(tx, services, row, status);
    }),
  );
}
