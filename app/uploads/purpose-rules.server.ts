/**
 * One table of what a file's purpose decides: who may send and take back such a file, to whom it must be sealed, what
 * holds it, and who may read its ciphertext.
 */
import { and, eq, isNull } from 'drizzle-orm';

import { can, requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError, forbidden, notFound } from '#app/domain-error.ts';
import { requireWriter } from '#app/legal-requests/own-legal-request.server.ts';
import { canExchangeMessages } from '#app/legal-requests/clock.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { transition } from '#app/legal-requests/statuses.ts';
import { answerFiles, answers, legalRequests, messageFiles, revisionFiles } from '#db/schema.ts';

import { listAnswerFingerprints, listRecipientFingerprints } from './recipient-keys.server.ts';
import type { UploadPurpose } from './upload-purposes.ts';

/** A file, as the rules see it. `agencyTeamId`: of the legal request, whoever sent the file. */
export type RuledFile = { fileId: string; teamId: string; agencyTeamId: string };

type Place = { status: Status; agencyTeamId: string; isFromPortal: boolean };

export interface PurposeRules {
  /** Locks the legal request's row. @throws DomainError `forbidden`, `not_found`, `not_editable` (409) */
  requireSender(tx: Transaction, actor: Actor, legalRequestId: string): Promise<void>;
  /** Whether, at this status, something that is being written may still take in a file that nothing holds yet. */
  canStillBeUsed(status: Status): boolean;
  /** Encryption subkeys that the message must be for, sorted. @throws DomainError `team_keys_missing` (409) */
  listRecipients(
    db: Database | Transaction,
    place: { legalRequestId: string; agencyTeamId: string },
  ): Promise<string[]>;
  /** Whether a submitted revision, a prepared answer or a sent message has the file: it cannot be taken back then. */
  isHeld(db: Database | Transaction, fileId: string): Promise<boolean>;
  mayRead(db: Database, actor: Actor, file: RuledFile): Promise<boolean>;
}

const attachment: PurposeRules = {
  async requireSender(tx, actor, legalRequestId) {
    requireWriter(actor, 'write_legal_request');
    const place = await lockPlace(tx, legalRequestId);
    if (actor.teamKind === 'provider' && place.isFromPortal) throw forbidden();
    if (actor.teamKind === 'agency' && place.agencyTeamId !== actor.teamId) throw notFound();
    requireUsable(attachment, place);
  },
  canStillBeUsed: (status) => transition(status, 'submit') !== undefined,
  listRecipients: (db, { agencyTeamId }) => listRecipientFingerprints(db, agencyTeamId),
  async isHeld(db, fileId) {
    const rows = await db
      .select({ fileId: revisionFiles.fileId })
      .from(revisionFiles)
      .where(eq(revisionFiles.fileId, fileId))
      .limit(1);
    return rows.length > 0;
  },
  async mayRead(db, actor, file) {
    if (isOfAgency(actor, file)) return true;
    // What staff sends while registering a mail is theirs before it is held.
    return isOfDesk(actor) && (file.teamId === actor.teamId || (await attachment.isHeld(db, file.fileId)));
  },
};

const answer: PurposeRules = {
  async requireSender(tx, actor, legalRequestId) {
    requirePermission(actor, 'prepare_answer');
    requireUsable(answer, await lockPlace(tx, legalRequestId));
  },
  canStillBeUsed: (status) => transition(status, 'answer') !== undefined,
  listRecipients: listAnswerFingerprints,
  async isHeld(db, fileId) {
    const rows = await db
      .select({ fileId: answerFiles.fileId })
      .from(answerFiles)
      .where(eq(answerFiles.fileId, fileId));
    return rows.length > 0;
  },
  /** The agency gets nothing that has not been released by a second person. */
  async mayRead(db, actor, file) {
    if (isOfDesk(actor)) return true;
    if (!isOfAgency(actor, file)) return false;
    const rows = await db
      .select({ state: answers.state })
      .from(answerFiles)
      .innerJoin(answers, eq(answers.id, answerFiles.answerId))
      .where(and(eq(answerFiles.fileId, file.fileId), eq(answers.state, 'released')));
    return rows.length > 0;
  },
};

const message: PurposeRules = {
  async requireSender(tx, actor, legalRequestId) {
    const isDesk = isOfDesk(actor);
    if (!isDesk && !can(actor, 'write_legal_request')) throw forbidden();
    const place = await lockPlace(tx, legalRequestId);
    if (!isDesk && place.agencyTeamId !== actor.teamId) throw notFound();
    if (isDesk && place.status === 'draft') throw notFound();
    requireUsable(message, place);
  },
  canStillBeUsed: canExchangeMessages,
  listRecipients: (db, { agencyTeamId }) => listRecipientFingerprints(db, agencyTeamId),
  async isHeld(db, fileId) {
    const rows = await db
      .select({ fileId: messageFiles.fileId })
      .from(messageFiles)
      .where(eq(messageFiles.fileId, fileId));
    return rows.length > 0;
  },
  async mayRead(db, actor, file) {
    if (!isOfAgency(actor, file) && !isOfDesk(actor)) return false;
    return actor.teamId === file.teamId || (await message.isHeld(db, file.fileId));
  },
};

export const purposeRules: Readonly<Record<UploadPurpose, PurposeRules>> = { attachment, answer, message };

const isOfDesk = (actor: Actor) => actor.teamKind === 'provider' && can(actor, 'read_sealed_legal_request');

const isOfAgency = (actor: Actor, { agencyTeamId }: RuledFile) =>
  can(actor, 'read_own_legal_requests') && actor.teamId === agencyTeamId;

/** Locked, so that two uploads begun at once are counted one after the other. */
async function lockPlace(tx: Transaction, legalRequestId: string): Promise<Place> {
  const [row] = await tx
    .select({
      status: legalRequests.status,
      agencyTeamId: legalRequests.teamId,
      channel: legalRequests.channel,
    })
    .from(legalRequests)
    .where(and(eq(legalRequests.id, legalRequestId), isNull(legalRequests.discardedAt)))
    .for('update');
  if (!row) throw notFound();
  const { status, agencyTeamId, channel } = row;
  return { status: status as Status, agencyTeamId, isFromPortal: channel === 'portal' };
}

function requireUsable(rules: PurposeRules, { status }: Place): void {
  if (!rules.canStillBeUsed(status)) throw new DomainError('not_editable', {}, 409);
}
