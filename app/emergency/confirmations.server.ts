import { and, asc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { canExchangeMessages, type Side } from '#app/legal-requests/clock.ts';
import { lapsesUnconfirmed } from '#app/legal-requests/emergency-orders.ts';
import { findHandedKeys } from '#app/legal-requests/handed-keys.server.ts';
import { listTeamKeys, requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { isDate, toDate } from '#app/legal-requests/wall-time.ts';
import { lockConversation, requireConversation, sideOf } from '#app/messages/conversation.server.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { emergencyConfirmations, people, revisions } from '#db/schema.ts';

const maxConfirmationBytes = 32 * 1024;

export interface NewConfirmation {
  /** Day of the court's decision. */
  confirmedOn: string;
  /** OpenPGP message to both team keys. */
  sealed: Uint8Array;
}

/**
 * Records that an order made in an emergency was confirmed, by whichever side learns of it first. The order itself goes
 * as a file of a message.
 * @throws DomainError `not_found`, `forbidden`, `no_emergency` (409), `status_forbids` (409), `confirmed_on_invalid`,
 *   `too_large` (413), `message_refused` (422)
 */
export async function recordConfirmation(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  { confirmedOn, sealed }: NewConfirmation,
  now: Date,
): Promise<void> {
  if (!isDate(confirmedOn) || confirmedOn > toDate(now)) throw new DomainError('confirmed_on_invalid');
  if (sealed.length > maxConfirmationBytes) throw new DomainError('too_large', {}, 413);
  await db.transaction(async (tx) => {
    const row = await lockConversation(tx, actor, 'record_confirmation', legalRequestId);
    if (row.priority !== 'emergency') throw conflict('no_emergency');
    if (!canExchangeMessages(row.status)) throw conflict('status_forbids', { status: row.status });
    const keys = await listTeamKeys(tx, row.teamId);
    await requireSealedTo(
      sealed,
      keys.map(({ encryptionKeyId }) => encryptionKeyId),
    );
    const id = uuidv7();
    const side = sideOf(actor);
    const revision = row.currentRevision;
    await tx.insert(emergencyConfirmations).values({
      id,
      legalRequestId,
      revision,
      side,
      recordedBy: actor.personId,
      confirmedOn,
      sealed,
      createdAt: now,
    });
    await changeLegalRequest(tx, row, {
      set: {},
      event: { type: 'emergency_confirmed', payload: { revision, confirmationId: id, side, confirmedOn } },
      actorId: actor.personId,
      now,
    });
  });
}

/** How the confirmation of an emergency stands; for both sides. */
export interface EmergencyState {
  /** Last day for the confirmation, or for applying for it where the order does not lapse; null where the law sets none. */
  confirmationDue: string | null;
  /** Without the confirmation the order lapses by law. */
  lapses: boolean;
  /** That day has passed in Berlin without a confirmation on record. */
  isOverdue: boolean;
  confirmations: StoredConfirmation[];
}

export interface StoredConfirmation {
  id: string;
  side: Side;
  confirmedOn: string;
  /** base64url */
  sealed: string;
  /** Null for the provider's people when an agency reads. */
  recordedByName: string | null;
}

/** @returns null when it is no emergency. @throws DomainError `not_found`, `forbidden` */
export async function findEmergency(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  now: Date,
): Promise<EmergencyState | null> {
  const { priority, currentRevision } = await requireConversation(db, actor, legalRequestId);
  if (priority !== 'emergency') return null;
  const [revision] = await db
    .select({ publicPart: revisions.publicPart, ruleSet: revisions.ruleSet })
    .from(revisions)
    .where(and(eq(revisions.legalRequestId, legalRequestId), eq(revisions.number, currentRevision)));
  const due = revision?.publicPart['emergencyConfirmationDue'];
  const confirmationDue = typeof due === 'string' ? due : null;
  const rows = await db
    .select({
      id: emergencyConfirmations.id,
      side: emergencyConfirmations.side,
      confirmedOn: emergencyConfirmations.confirmedOn,
      sealed: emergencyConfirmations.sealed,
      name: people.name,
    })
    .from(emergencyConfirmations)
    .innerJoin(people, eq(people.id, emergencyConfirmations.recordedBy))
    .where(eq(emergencyConfirmations.legalRequestId, legalRequestId))
    .orderBy(asc(emergencyConfirmations.id));
  const side = sideOf(actor);
  const handed = await findHandedKeys(db, actor, legalRequestId);
  return {
    confirmationDue,
    lapses: lapsesUnconfirmed(revision?.ruleSet ?? '', String(revision?.publicPart['legalBasis'])),
    isOverdue: rows.length === 0 && confirmationDue !== null && toDate(now) > confirmationDue,
    confirmations: rows.map(({ name, sealed, ...row }) => ({
      ...row,
      sealed: handed.sealedFor('confirmation', row.id, sealed),
      recordedByName: side === 'provider' || row.side === side ? name : null,
    })),
  };
}
