import { eq } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import type { Assertion } from '#app/passkeys/signed-action.ts';
import {
  changeLegalRequest,
  requireTransition,
  requireUnchanged,
} from '#app/review/change-legal-request.server.ts';
import { lockLegalRequest, requireDesk, type LockedLegalRequest } from '#app/review/desk-access.server.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import { requireCompleteFiles } from '#app/uploads/sealed-files.server.ts';
import { answerFiles, answers } from '#db/schema.ts';

import { listAnswerKeys } from './answer-keys.server.ts';
import { lockOpenAnswer } from './answer-drafts.server.ts';
import { outcomeOf, readAnswerStatement, type AnswerStatement } from './answer-statement.ts';
import { requireMailable } from './mail-answer.server.ts';

/** A manifest of a thousand files and ten thousand targets stays below it. */
export const maxSealedManifestBytes = 8 * 1024 * 1024;

export interface PreparedAnswer {
  /** Canonical JSON of an {@link AnswerStatement}, exactly as signed. */
  statement: string;
  /** OpenPGP message to both team keys. */
  sealedManifest: Uint8Array;
  assertion: Assertion;
  /** Version of the legal request that the signer saw. */
  expectedVersion: number;
}

/**
 * Takes the first signature under an answer. The agency gets nothing of it before a second person releases it.
 * @throws DomainError `forbidden`, `not_found`, `statement_invalid`, `files_incomplete`, `message_refused`, `too_large`,
 *   `signature_invalid`; with 409 `statement_differs`, `status_forbids`, `answer_prepared`, `team_keys_missing` when the
 *   agency's key is not certified, `decided_meanwhile`, `signature_stale`. For an authority outside of the portal also
 *   `key_missing` (409) and `answer_too_large_for_mail` (413)
 */
export async function prepareAnswer(
  { db, config }: { db: Database; config: Pick<Config, 'origin' | 'rpId' | 'answerMailBytes'> },
  actor: Actor,
  legalRequestId: string,
  input: PreparedAnswer,
  now: Date,
): Promise<void> {
  requireDesk(actor, 'prepare_answer');
  const statement = readAnswerStatement(input.statement);
  if (!statement) throw new DomainError('statement_invalid');
  if (input.sealedManifest.byteLength > maxSealedManifestBytes) throw new DomainError('too_large', {}, 413);
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    await requireUnchanged(tx, row, input.expectedVersion);
    requireTransition(row.status, 'answer', actor.role);
    const answer = await lockOpenAnswer(tx, row.id);
    if (answer.state !== 'drafting') throw conflict('answer_prepared');
    await requireTrueStatement(tx, row, answer, statement, input.sealedManifest);
    await requireMailable(tx, config, row.teamId, statement, input.sealedManifest.byteLength);
    const octets = new TextEncoder().encode(input.statement);
    const proof = await verifySignedAction(tx, config, actor, 'prepare_answer', octets, input.assertion, now);
    const statementSha256 = await sha256(octets);
    await tx
      .update(answers)
      .set({
        state: 'prepared',
        isFinal: statement.isFinal,
        outcome: outcomeOf(statement.outcomes),
        keepDays: statement.keepDays,
        statement: input.statement,
        statementSha256,
        sealedManifest: input.sealedManifest,
        preparedBy: actor.personId,
        preparedAt: now,
        preparedProof: { ...proof },
      })
      .where(eq(answers.id, answer.id));
    await tx
      .insert(answerFiles)
      .values(statement.files.map(({ fileId, position }) => ({ answerId: answer.id, position, fileId })));
    const { id: answerId, number } = answer;
    await changeLegalRequest(tx, row, {
      set: {},
      event: {
        type: 'answer_prepared',
        payload: { answerId, number, isFinal: statement.isFinal, statementSha256 },
      },
      actorId: actor.personId,
      now,
    });
  });
}

/** What is signed must be true: this answer, the keys of today, files that have arrived, a manifest for both teams. */
async function requireTrueStatement(
  tx: Transaction,
  row: LockedLegalRequest,
  answer: { id: string; number: number },
  statement: AnswerStatement,
  sealedManifest: Uint8Array,
): Promise<void> {
  const keys = await listAnswerKeys(tx, row);
  const fingerprint = (team: 'provider' | 'agency') => keys.find((key) => key.team === team)?.fingerprint;
  const isTrue =
    statement.answerId === answer.id &&
    statement.number === answer.number &&
    statement.legalRequestId === row.id &&
    statement.reference === row.reference &&
    statement.revision === row.currentRevision &&
    statement.recipients.provider === fingerprint('provider') &&
    statement.recipients.agency === fingerprint('agency');
  if (!isTrue) throw conflict('statement_differs');
  const hash = await requireSealedTo(
    sealedManifest,
    keys.map(({ encryptionKeyId }) => encryptionKeyId),
  );
  if (hash !== statement.sealedManifestSha256) throw conflict('statement_differs');
  const fileIds = statement.files.map(({ fileId }) => fileId);
  const files = await requireCompleteFiles(tx, row.id, fileIds, 'answer');
  for (const [index, file] of files.entries()) {
    const signed = statement.files[index];
    if (signed?.sha256 !== file.sha256 || signed.ciphertextBytes !== file.ciphertextBytes)
      throw conflict('statement_differs');
  }
}
