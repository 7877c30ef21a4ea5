/** Answers to authorities outside of the portal: the sealed files go out in one mail, after a second person has released them. */
import { and, asc, eq, isNull } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { findCorrespondent } from '#app/mail-intake/correspondent.server.ts';
import { isRefusedForGood, type SendMail } from '#app/mail/transport.server.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { findSubmitted, lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import { composeIntakeMail } from '#app/text/intake-mails.ts';
import { isOutsideAgency } from '#app/uploads/recipient-keys.server.ts';
import type { UploadStore } from '#app/uploads/upload-store.server.ts';
import { answerFiles, answers, mailedAnswers, sealedFiles } from '#db/schema.ts';

import type { AnswerStatement } from './answer-statement.ts';
import type { MailedAnswer } from './answer.ts';
import { giveUpAnswer, noteFailedTry, type GivingUp } from './unsent-answer.server.ts';

/** How an answer can go by mail, for the desk's page. */
export type AnswerByMail = {
  address: string;
  key: { publicKey: string; fingerprint: string };
  /** Most octets of ciphertext that one mail takes. */
  limitBytes: number;
};

/**
 * @returns null for an agency of the portal, and where there is no address or no key that staff has vouched for
 * @throws DomainError `forbidden`, `not_found`
 */
export async function findAnswerByMail(
  db: Database,
  { answerMailBytes: limitBytes }: Pick<Config, 'answerMailBytes'>,
  actor: Actor,
  legalRequestId: string,
): Promise<AnswerByMail | null> {
  requireDesk(actor, 'prepare_answer');
  const { teamId } = await findSubmitted(db, legalRequestId);
  if (!(await isOutsideAgency(db, teamId))) return null;
  const correspondent = await findCorrespondent(db, legalRequestId);
  return correspondent && { address: correspondent.address, key: correspondent.key, limitBytes };
}

/**
 * That an answer to an authority outside of the portal fits into one mail.
 * @throws DomainError `answer_too_large_for_mail` (413)
 */
export async function requireMailable(
  tx: Transaction,
  { answerMailBytes }: Pick<Config, 'answerMailBytes'>,
  teamId: string,
  { files }: Pick<AnswerStatement, 'files'>,
  sealedManifestBytes: number,
): Promise<void> {
  if (!(await isOutsideAgency(tx, teamId))) return;
  const bytes = files.reduce((sum, { ciphertextBytes }) => sum + ciphertextBytes, sealedManifestBytes);
  if (bytes > answerMailBytes) throw new DomainError('answer_too_large_for_mail', {}, 413);
}

/** Queues the mail of a released answer, in the transaction that releases it. Does nothing for an agency of the portal. */
export async function queueAnswerMail(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  { id: legalRequestId, teamId }: { id: string; teamId: string },
  answerId: string,
  now: Date,
): Promise<void> {
  if (!(await isOutsideAgency(tx, teamId))) return;
  const correspondent = await findCorrespondent(tx, legalRequestId);
  if (!correspondent) throw conflict('key_missing');
  const { address: toAddress, messageId: inReplyTo, key } = correspondent;
  await tx
    .insert(mailedAnswers)
    .values({ answerId, toAddress, fingerprint: key.fingerprint, inReplyTo, queuedAt: now });
  await jobs.queue(tx, 'send_answer', { answerId });
}

interface Sending extends GivingUp {
  send: SendMail;
  store: UploadStore;
  config: Pick<Config, 'origin' | 'providerName' | 'mailIntake'>;
}

/**
 * Sends a released answer, and notes that the mail server has taken it. Done already, it does nothing. What the mail server
 * refuses for good is given up at once.
 * @throws when it does not get through: that is noted, and it is tried again
 */
export async function sendAnswer(
  { send, store, ...services }: Sending,
  { answerId }: { answerId: string },
  now: Date,
): Promise<void> {
  const { db, config } = services;
  const [answer] = await db
    .select({
      legalRequestId: answers.legalRequestId,
      number: answers.number,
      sealedManifest: answers.sealedManifest,
      to: mailedAnswers.toAddress,
      inReplyTo: mailedAnswers.inReplyTo,
    })
    .from(mailedAnswers)
    .innerJoin(answers, eq(answers.id, mailedAnswers.answerId))
    // What has expired meanwhile is not there any more.
    .where(
      and(eq(mailedAnswers.answerId, answerId), isNull(mailedAnswers.sentAt), eq(answers.state, 'released')),
    );
  if (!answer || answer.sealedManifest === null) return;
  const { to, inReplyTo, sealedManifest, legalRequestId, number } = answer;
  const { address } = config.mailIntake;
  const mail = {
    to,
    inReplyTo,
    ...(address === '' ? {} : { from: address }),
    ...composeIntakeMail('answer_sent', {
      provider: config.providerName,
      portal: config.origin,
      address,
      fingerprint: '',
    }),
    attachments: [
      sealedAttachment('manifest.pgp', Buffer.from(sealedManifest)),
      ...(await listCiphertexts(db, store, answerId)),
    ],
  };
  try {
    await send(mail);
  } catch (error) {
    const fault = isRefusedForGood(error) ? 'refused' : 'not_taken';
    await noteFailedTry(db, answerId, fault, now);
    if (fault === 'not_taken') throw error;
    return giveUpAnswer(services, { answerId }, now);
  }
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    await tx.update(mailedAnswers).set({ sentAt: now }).where(eq(mailedAnswers.answerId, answerId));
    const event = { type: 'answer_mailed', payload: { answerId, number } } as const;
    await changeLegalRequest(tx, row, { set: {}, event, actorId: null, now });
  });
}

/** Names say nothing: what each file is called stands inside of it. */
async function listCiphertexts(db: Database, store: UploadStore, answerId: string) {
  const files = await db
    .select({ position: answerFiles.position, storageKey: sealedFiles.storageKey })
    .from(answerFiles)
    .innerJoin(sealedFiles, eq(sealedFiles.id, answerFiles.fileId))
    .where(eq(answerFiles.answerId, answerId))
    .orderBy(asc(answerFiles.position));
  return files.map(({ position, storageKey }) =>
    sealedAttachment(`${String(position + 1).padStart(2, '0')}.pgp`, store.read(storageKey)),
  );
}

const sealedAttachment = <Content>(filename: string, content: Content) => ({
  filename,
  contentType: 'application/octet-stream',
  content,
});

/** Which answers went by mail, by their id. */
export async function listMailedAnswers(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<MailedAnswer[]> {
  requireDesk(actor, 'read_sealed_legal_request');
  const rows = await db
    .select({
      answerId: mailedAnswers.answerId,
      address: mailedAnswers.toAddress,
      sentAt: mailedAnswers.sentAt,
      tries: mailedAnswers.failedTries,
      failedAt: mailedAnswers.failedAt,
      fault: mailedAnswers.fault,
      givenUpAt: mailedAnswers.givenUpAt,
    })
    .from(mailedAnswers)
    .innerJoin(answers, eq(answers.id, mailedAnswers.answerId))
    .where(eq(answers.legalRequestId, legalRequestId));
  return rows.map(({ sentAt, tries, failedAt, fault, givenUpAt, ...row }) => ({
    ...row,
    sentAt: sentAt?.toISOString() ?? null,
    failed: failedAt && fault && { tries, at: failedAt.toISOString(), fault },
    isGivenUp: givenUpAt !== null,
  }));
}
