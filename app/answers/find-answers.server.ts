import { alias } from 'drizzle-orm/pg-core';
import { and, asc, eq, inArray, notExists, sql, type SQL } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { requireOwnLegalRequest } from '#app/legal-requests/own-legal-request.server.ts';
import { requireDesk } from '#app/review/desk-access.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { answers, mailedAnswers, people } from '#db/schema.ts';

import type { OpenAnswer, ReleasedAnswer } from './answer.ts';

/** The answer that is being written or waits for its second signature; null when there is none. */
export async function findOpenAnswer(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<OpenAnswer | null> {
  requireDesk(actor, 'prepare_answer');
  const saver = alias(people, 'saver');
  const [row] = await db
    .select({ answer: answers, preparedByName: people.name, savedByName: saver.name })
    .from(answers)
    .leftJoin(people, eq(people.id, answers.preparedBy))
    .leftJoin(saver, eq(saver.id, answers.draftSavedBy))
    .where(and(eq(answers.legalRequestId, legalRequestId), inArray(answers.state, ['drafting', 'prepared'])));
  if (!row) return null;
  const { id, number, state, sealedDraft, draftVersion, draftSavedAt, ...answer } = row.answer;
  const { statement, sealedManifest, preparedBy, preparedAt } = answer;
  const isSigned =
    statement !== null && sealedManifest !== null && preparedBy !== null && preparedAt !== null;
  return {
    id,
    number,
    state: state === 'prepared' ? 'prepared' : 'drafting',
    draft: sealedDraft && {
      sealed: toBase64Url(sealedDraft),
      version: draftVersion,
      savedAt: draftSavedAt?.toISOString() ?? '',
      savedBy: row.savedByName ?? '',
    },
    prepared: isSigned
      ? {
          statement,
          sealedManifest: toBase64Url(sealedManifest),
          preparedBy,
          preparedByName: row.preparedByName ?? '',
          preparedAt: preparedAt.toISOString(),
        }
      : null,
  };
}

/** The answers that the desk has released on a legal request, oldest first. */
export async function listReleasedAnswers(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<ReleasedAnswer[]> {
  requireDesk(actor, 'read_sealed_legal_request');
  return listReleased(db, legalRequestId);
}

/**
 * The answers to a legal request of the own agency, oldest first. Nothing that is not released, and nothing that went by
 * mail before the agency used the portal: that is sealed to the key that it had then.
 */
export async function listOwnAnswers(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<ReleasedAnswer[]> {
  await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', legalRequestId);
  const mailed = db
    .select({ one: sql`1` })
    .from(mailedAnswers)
    .where(eq(mailedAnswers.answerId, answers.id));
  return listReleased(db, legalRequestId, notExists(mailed));
}

/** One of them. @throws DomainError `not_found` for a foreign, an unreleased and a missing one alike */
export async function requireOwnAnswer(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  answerId: string,
): Promise<ReleasedAnswer> {
  const answer = (await listOwnAnswers(db, actor, legalRequestId)).find(({ id }) => id === answerId);
  if (!answer) throw notFound();
  return answer;
}

async function listReleased(
  db: Database,
  legalRequestId: string,
  condition?: SQL,
): Promise<ReleasedAnswer[]> {
  const rows = await db
    .select()
    .from(answers)
    .where(
      and(
        eq(answers.legalRequestId, legalRequestId),
        inArray(answers.state, ['released', 'destroyed']),
        condition,
      ),
    )
    .orderBy(asc(answers.number));
  return rows.flatMap((row) => {
    const { id, number, state, statement, sealedManifest, outcome, releasedAt, expiresAt } = row;
    if (!statement || !sealedManifest || !outcome || !releasedAt || !expiresAt) return [];
    return {
      id,
      number,
      state: state === 'destroyed' ? ('destroyed' as const) : ('released' as const),
      isFinal: row.isFinal === true,
      outcome,
      statement,
      sealedManifest: toBase64Url(sealedManifest),
      releasedAt: releasedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      destroyedAt: row.destroyedAt?.toISOString() ?? null,
    };
  });
}
