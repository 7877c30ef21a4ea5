/** Answers by mail that do not get through: failed tries, giving up, sending again. */
import { and, eq, isNull, sql } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { conflict, notFound } from '#app/domain-error.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { queueDeskMails } from '#app/legal-requests/submission-mails.server.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import type { MailServices } from '#app/review/status-mails.server.ts';
import { answers, mailedAnswers } from '#db/schema.ts';

import type { MailedAnswer } from './answer.ts';

type Fault = NonNullable<MailedAnswer['failed']>['fault'];

/** Notes a try that failed, by its class alone: what the mail server said may hold addresses. */
export async function noteFailedTry(db: Database, answerId: string, fault: Fault, now: Date): Promise<void> {
  await db
    .update(mailedAnswers)
    .set({ failedTries: sql`${mailedAnswers.failedTries} + 1`, failedAt: now, fault })
    .where(eq(mailedAnswers.answerId, answerId));
}

export interface GivingUp extends MailServices {
  db: Database;
}

/**
 * It is not tried any more: an event says so, and everybody who reviews is told. Sent or given up already, it does nothing.
 */
export async function giveUpAnswer(
  { db, jobs, config }: GivingUp,
  { answerId }: { answerId: string },
  now: Date,
): Promise<void> {
  const [answer] = await db
    .select({ legalRequestId: answers.legalRequestId, number: answers.number })
    .from(answers)
    .where(eq(answers.id, answerId));
  if (!answer) return;
  const { legalRequestId, number } = answer;
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    const given = await tx
      .update(mailedAnswers)
      .set({ givenUpAt: now })
      .where(
        and(
          eq(mailedAnswers.answerId, answerId),
          isNull(mailedAnswers.sentAt),
          isNull(mailedAnswers.givenUpAt),
        ),
      )
      .returning({ answerId: mailedAnswers.answerId });
    if (given.length === 0) return;
    const event = { type: 'answer_mail_failed', payload: { answerId, number } } as const;
    await changeLegalRequest(tx, row, { set: {}, event, actorId: null, now });
    const url = `${config.origin}/desk/requests/${legalRequestId}/answer`;
    await queueDeskMails(tx, jobs, 'answer_mail_failed', { reference: row.reference, url });
  });
}

/**
 * Sends an answer again that was given up: the same files to the same address, as they were released.
 * @throws DomainError `forbidden`, `not_found`; with 409 `answer_expired` when its files are gone, `changed_meanwhile` when it
 *   was sent or is being sent
 */
export async function sendAnswerAgain(
  { db, jobs }: { db: Database; jobs: Pick<Jobs, 'queue'> },
  actor: Actor,
  legalRequestId: string,
  { answerId }: { answerId: string },
  now: Date,
): Promise<void> {
  requireDesk(actor, 'release_answer');
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    const [answer] = await tx
      .select({
        number: answers.number,
        state: answers.state,
        sentAt: mailedAnswers.sentAt,
        givenUpAt: mailedAnswers.givenUpAt,
      })
      .from(mailedAnswers)
      .innerJoin(answers, eq(answers.id, mailedAnswers.answerId))
      .where(and(eq(mailedAnswers.answerId, answerId), eq(answers.legalRequestId, row.id)));
    if (!answer) throw notFound();
    const { number, state, sentAt, givenUpAt } = answer;
    if (state !== 'released') throw conflict('answer_expired');
    if (sentAt !== null || givenUpAt === null) throw conflict();
    await tx
      .update(mailedAnswers)
      .set({ queuedAt: now, failedTries: 0, failedAt: null, fault: null, givenUpAt: null })
      .where(eq(mailedAnswers.answerId, answerId));
    await jobs.queue(tx, 'send_answer', { answerId });
    const event = { type: 'answer_mail_queued_again', payload: { answerId, number } } as const;
    await changeLegalRequest(tx, row, { set: {}, event, actorId: actor.personId, now });
  });
}
