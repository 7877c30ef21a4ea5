import { and, eq } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import { drafts, legalRequests, revisions } from '#db/schema.ts';

import { lockOwnLegalRequest } from './own-legal-request.server.ts';
import { actionsFor, transition } from './statuses.ts';
import { queueWithdrawalMails } from './submission-mails.server.ts';
import { withdrawalBytes, type Withdrawal } from './withdrawal.ts';

export interface WithdrawalServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
  config: Pick<Config, 'origin' | 'rpId'>;
}

/**
 * Ends a legal request before it is decided. Doing it twice is no error.
 * @throws DomainError `not_found`, `forbidden`, `status_forbids` (409) after the decision, `changed_meanwhile` (409) when
 *   another revision was submitted, `signature_stale`, `signature_invalid`
 */
export async function withdrawLegalRequest(
  { db, jobs, config }: WithdrawalServices,
  actor: Actor,
  id: string,
  withdrawal: Withdrawal,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const legalRequest = await lockOwnLegalRequest(tx, actor, 'withdraw_legal_request', id);
    const { status, currentRevision, reference } = legalRequest;
    if (status === 'withdrawn') return;
    const next = transition(status, 'withdraw');
    if (!next || reference === null || !actionsFor(status, actor.role).includes('withdraw'))
      throw new DomainError('status_forbids', { status }, 409);
    const [revision] = await tx
      .select({ manifestSha256: revisions.manifestSha256 })
      .from(revisions)
      .where(and(eq(revisions.legalRequestId, id), eq(revisions.number, currentRevision)));
    const isCurrent =
      withdrawal.revision === currentRevision && withdrawal.manifestSha256 === revision?.manifestSha256;
    if (!isCurrent) throw conflict();
    const octets = withdrawalBytes(id, withdrawal);
    const proof = await verifySignedAction(tx, config, actor, 'withdraw', octets, withdrawal.assertion, now);
    const version = await appendEvent(
      tx,
      {
        objectType: 'legal_request',
        objectId: id,
        type: 'withdrawn',
        actorId: actor.personId,
        payload: { revision: currentRevision, manifestSha256: withdrawal.manifestSha256, proof },
        at: now,
      },
      legalRequest.version,
    );
    const ended = { claimedBy: null, claimedUntil: null, dueAt: null, correctionEndsAt: null };
    await tx
      .update(legalRequests)
      .set({ ...ended, status: next, statusSince: now, version })
      .where(eq(legalRequests.id, id));
    await tx.delete(drafts).where(eq(drafts.legalRequestId, id));
    await queueWithdrawalMails(tx, { jobs, config }, { ...legalRequest, reference });
  });
}
