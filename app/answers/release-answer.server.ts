import { eq } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { addDays, toDate, endOfDay } from '#app/legal-requests/wall-time.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import type { Assertion } from '#app/passkeys/signed-action.ts';
import {
  changeLegalRequest,
  requireTransition,
  requireUnchanged,
} from '#app/review/change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import { addNote } from '#app/review/notes.server.ts';
import { queueAgencyMails, queueStatusMails } from '#app/review/status-mails.server.ts';
import { answerFiles, answers } from '#db/schema.ts';

import { listAnswerKeys } from './answer-keys.server.ts';
import { lockOpenAnswer } from './answer-drafts.server.ts';
import { readAnswerStatement } from './answer-statement.ts';
import { queueAnswerMail } from './mail-answer.server.ts';

export interface ReleaseServices {
  db: Database;
  config: Pick<Config, 'origin' | 'rpId'>;
  jobs: Pick<Jobs, 'queue'>;
}

/**
 * Takes the second signature, under the same statement and by another person: from now on the agency can read the
 * answer; to an authority outside of the portal it goes by mail. A final one changes the status, with event and mails in the same transaction.
 * @throws DomainError `forbidden`, `not_found`, `signature_invalid`; with 409 `answer_gone` when that answer no longer
 *   waits, `two_people_needed` for whoever prepared it,
 *   `statement_differs` when one of the two team keys was replaced since, `status_forbids`, `decided_meanwhile`, `signature_stale`
 */
export async function releaseAnswer(
  { db, config, jobs }: ReleaseServices,
  actor: Actor,
  legalRequestId: string,
  input: { answerId: string; assertion: Assertion; expectedVersion: number },
  now: Date,
): Promise<void> {
  requireDesk(actor, 'release_answer');
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    await requireUnchanged(tx, row, input.expectedVersion);
    const status = requireTransition(row.status, 'answer', actor.role);
    const answer = await lockOpenAnswer(tx, row.id);
    const { statement, outcome, isFinal, keepDays, number } = answer;
    if (answer.id !== input.answerId || answer.state !== 'prepared') throw conflict('answer_gone');
    if (answer.preparedBy === actor.personId) throw conflict('two_people_needed');
    if (statement === null || outcome === null || keepDays === null) throw conflict('answer_gone');
    await requirePresentKeys(tx, row, statement);
    const octets = new TextEncoder().encode(statement);
    const proof = await verifySignedAction(tx, config, actor, 'release_answer', octets, input.assertion, now);
    await tx
      .update(answers)
      .set({
        state: 'released',
        sealedDraft: null,
        releasedBy: actor.personId,
        releasedAt: now,
        releasedProof: { ...proof },
        expiresAt: endOfDay(addDays(toDate(now), keepDays)),
      })
      .where(eq(answers.id, answer.id));
    const final = isFinal === true;
    await changeLegalRequest(tx, row, {
      set: final ? { status, statusSince: now, dueAt: null, claimedBy: null, claimedUntil: null } : {},
      event: {
        type: 'answer_released',
        payload: { answerId: answer.id, number, isFinal: final, outcome },
      },
      actorId: actor.personId,
      now,
    });
    await queueAnswerMail(tx, jobs, row, answer.id, now);
    if (final) await queueStatusMails(tx, { jobs, config }, row, status);
    else await queueAgencyMails(tx, { jobs, config }, row, 'answer_partial');
  });
}

/** Somebody may have left the agency since: what is sealed to a key that was replaced is not delivered any more. */
async function requirePresentKeys(
  tx: Transaction,
  row: { id: string; teamId: string },
  statement: string,
): Promise<void> {
  const signed = readAnswerStatement(statement)?.recipients;
  const keys = await listAnswerKeys(tx, row);
  if (!signed || !keys.every(({ team, fingerprint }) => signed[team] === fingerprint))
    throw conflict('statement_differs');
}

/**
 * Takes back the first signature: the answer can be changed and signed again. A note, sealed to the provider, says why.
 * @throws DomainError `forbidden`, `not_found`, `answer_gone` (409), `decided_meanwhile` (409), `message_refused` (422)
 */
export async function setAnswerAside(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  input: { answerId: string; sealedNote: Uint8Array; expectedVersion: number },
  now: Date,
): Promise<void> {
  requireDesk(actor, 'prepare_answer');
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    await requireUnchanged(tx, row, input.expectedVersion);
    const answer = await lockOpenAnswer(tx, row.id);
    if (answer.id !== input.answerId || answer.state !== 'prepared') throw conflict('answer_gone');
    await tx.delete(answerFiles).where(eq(answerFiles.answerId, answer.id));
    await tx
      .update(answers)
      .set({
        state: 'drafting',
        isFinal: null,
        outcome: null,
        keepDays: null,
        statement: null,
        statementSha256: null,
        sealedManifest: null,
        preparedBy: null,
        preparedAt: null,
        preparedProof: null,
      })
      .where(eq(answers.id, answer.id));
    const version = await changeLegalRequest(tx, row, {
      set: {},
      event: { type: 'answer_set_aside', payload: { answerId: answer.id, number: answer.number } },
      actorId: actor.personId,
      now,
    });
    await addNote(tx, actor, { id: row.id, teamId: row.teamId, version }, input.sealedNote, now);
  });
}
