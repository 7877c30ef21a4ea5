import { and, asc, eq, gt, ne, or, isNull, sql } from 'drizzle-orm';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import type { Jobs } from '#app/jobs.server.ts';
import {
  canExchangeMessages,
  clockAfterMessage,
  clockAfterReply,
  type Intent,
  type Side,
} from '#app/legal-requests/clock.ts';
import { findHandedKeys } from '#app/legal-requests/handed-keys.server.ts';
import { listTeamKeys, requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { holidaysOf } from '#app/legal-requests/submission-checks.server.ts';
import { queueDeskMails } from '#app/legal-requests/submission-mails.server.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { queueAgencyMails } from '#app/review/status-mails.server.ts';
import { requireCompleteFiles } from '#app/uploads/sealed-files.server.ts';
import { legalRequests, messageFiles, messageReads, messages, people, unsentTexts } from '#db/schema.ts';

import { lockConversation, requireConversation, sideOf, type Conversation } from './conversation.server.ts';
import { maxMessageBytes } from './message.ts';

export interface MessageServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
  config: Pick<Config, 'origin' | 'holidayRegion'>;
}

export interface NewMessage {
  /** Made in the browser: the sealed content names it. */
  messageId: string;
  intent: Intent;
  /** OpenPGP message to exactly both team keys. */
  sealed: Uint8Array;
  /** Uploaded for this message, in its order. */
  fileIds: readonly string[];
}

/**
 * Takes a message in: turn, clock, event and mails in the same transaction. Sending the same message again is no error,
 * because the answer to the first time may have been lost.
 * @throws DomainError `not_found`, `forbidden`, `status_forbids` (409) before the submission and after the end,
 *   `too_large` (413), `message_refused` (422), `files_incomplete` (409), `message_exists` (409)
 */
export async function sendMessage(
  { db, ...services }: MessageServices,
  actor: Actor,
  legalRequestId: string,
  message: NewMessage,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'write_message');
  if (message.sealed.length > maxMessageBytes) throw new DomainError('too_large', {}, 413);
  await db.transaction(async (tx) => {
    const conversation = await lockConversation(tx, actor, 'write_message', legalRequestId);
    if (await isKnown(tx, actor, legalRequestId, message)) return;
    if (!canExchangeMessages(conversation.status))
      throw conflict('status_forbids', { status: conversation.status });
    const keys = await listTeamKeys(tx, conversation.teamId);
    await requireSealedTo(
      message.sealed,
      keys.map(({ encryptionKeyId }) => encryptionKeyId),
    );
    const side = sideOf(actor);
    const { messageId, intent, sealed } = message;
    const files = await requireCompleteFiles(tx, legalRequestId, message.fileIds, 'message');
    await tx
      .insert(messages)
      .values({ id: messageId, legalRequestId, side, authorId: actor.personId, intent, sealed, sentAt: now });
    if (files.length > 0)
      await tx
        .insert(messageFiles)
        .values(files.map(({ fileId }, position) => ({ messageId, position, fileId })));
    await changeLegalRequest(tx, conversation, {
      set: clockAfterMessage(conversation, { side, intent }, now, holidaysOf(services.config, now)),
      event: { type: 'message_sent', payload: { messageId, side, intent } },
      actorId: actor.personId,
      now,
    });
    await forgetUnsent(tx, actor, legalRequestId);
    await queueMessageMails(tx, services, conversation, { side, intent });
  });
}

async function isKnown(
  tx: Transaction,
  actor: Actor,
  legalRequestId: string,
  { messageId, sealed }: NewMessage,
): Promise<boolean> {
  const [known] = await tx.select().from(messages).where(eq(messages.id, messageId));
  if (!known) return false;
  const isSame =
    known.legalRequestId === legalRequestId &&
    known.authorId === actor.personId &&
    Buffer.from(known.sealed).equals(sealed);
  if (!isSame) throw conflict('message_exists');
  return true;
}

const forgetUnsent = (tx: Transaction, actor: Actor, legalRequestId: string) =>
  tx
    .delete(unsentTexts)
    .where(
      and(
        eq(unsentTexts.personId, actor.personId),
        eq(unsentTexts.legalRequestId, legalRequestId),
        eq(unsentTexts.kind, 'message'),
      ),
    );

/** No content: the reference, whether a reply is wanted, and where to read it (promise 24). */
async function queueMessageMails(
  tx: Transaction,
  services: Omit<MessageServices, 'db'>,
  conversation: Conversation,
  { side, intent }: { side: Side; intent: Intent },
): Promise<void> {
  if (side === 'provider')
    return queueAgencyMails(tx, services, conversation, 'message_received', { intent, path: '/messages' });
  const { id, reference } = conversation;
  const url = `${services.config.origin}/desk/requests/${id}/messages`;
  return queueDeskMails(tx, services.jobs, 'message_received', { reference, intent, url });
}

/**
 * Gives the turn back without a message: the question is answered otherwise, or needless. Either side may say so; twice
 * is no error.
 * @throws DomainError `not_found`, `forbidden`
 */
export async function giveTurnBack(
  { db, config }: Pick<MessageServices, 'db' | 'config'>,
  actor: Actor,
  legalRequestId: string,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const conversation = await lockConversation(tx, actor, 'write_message', legalRequestId);
    if (conversation.waitsFor === null) return;
    await changeLegalRequest(tx, conversation, {
      set: clockAfterReply(conversation, now, holidaysOf(config, now)),
      event: { type: 'turn_given_back', payload: { side: sideOf(actor) } },
      actorId: actor.personId,
      now,
    });
  });
}

/** A message as the page gets it; `sealed` is base64url, times are ISO 8601 in UTC. */
export interface StoredMessage {
  id: string;
  side: Side;
  intent: Intent;
  sealed: string;
  /** Keys to its files that were handed to the agency later, by the file's id (handed-keys.server.ts). */
  handedKeys: Record<string, string>;
  sentAt: string;
  /** Null for the provider's people when an agency reads: whom they talk to is the provider. */
  authorName: string | null;
  isUnread: boolean;
}

/** All messages of a legal request, oldest first. @throws DomainError `not_found`, `forbidden` */
export async function listMessages(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<StoredMessage[]> {
  await requireConversation(db, actor, legalRequestId);
  const side = sideOf(actor);
  const handed = await findHandedKeys(db, actor, legalRequestId);
  const rows = await db
    .select({
      id: messages.id,
      side: messages.side,
      intent: messages.intent,
      sealed: messages.sealed,
      sentAt: messages.sentAt,
      authorName: people.name,
      readUpTo: messageReads.readUpTo,
    })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.authorId))
    .leftJoin(messageReads, readsOf(actor))
    .where(eq(messages.legalRequestId, legalRequestId))
    .orderBy(asc(messages.sentAt), asc(messages.id));
  return rows.map(({ readUpTo, sealed, sentAt, authorName, ...row }) => ({
    ...row,
    sealed: handed.sealedFor('message', row.id, sealed),
    handedKeys: handed.files,
    sentAt: sentAt.toISOString(),
    authorName: side === 'provider' || row.side === side ? authorName : null,
    isUnread: row.side !== side && (readUpTo === null || sentAt > readUpTo),
  }));
}

const readsOf = (actor: Actor) =>
  and(eq(messageReads.legalRequestId, messages.legalRequestId), eq(messageReads.personId, actor.personId));

/** Notes that a person has seen the messages up to this one. No event: it concerns nobody else. */
export async function markRead(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  messageId: string,
): Promise<void> {
  await requireConversation(db, actor, legalRequestId);
  const [newest] = await db
    .select({ sentAt: messages.sentAt })
    .from(messages)
    .where(and(eq(messages.id, messageId), eq(messages.legalRequestId, legalRequestId)));
  if (!newest) return;
  const readUpTo = newest.sentAt;
  await db
    .insert(messageReads)
    .values({ personId: actor.personId, legalRequestId, readUpTo })
    .onConflictDoUpdate({
      target: [messageReads.personId, messageReads.legalRequestId],
      set: { readUpTo },
      setWhere: sql`${messageReads.readUpTo} < excluded.read_up_to`,
    });
}

/** How many messages of the other side a person has not seen, of one legal request. */
export async function countUnread(db: Database, actor: Actor, legalRequestId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(messages)
    .leftJoin(messageReads, readsOf(actor))
    .where(
      and(
        eq(messages.legalRequestId, legalRequestId),
        ne(messages.side, sideOf(actor)),
        or(isNull(messageReads.readUpTo), gt(messages.sentAt, messageReads.readUpTo)),
      ),
    );
  return row?.count ?? 0;
}

/** For lists: the same number as a column of a statement over `legal_requests`. */
export const unreadColumn = (actor: Actor) =>
  sql<number>`(select count(*)::int from ${messages} left join ${messageReads} on ${messageReads.legalRequestId} = ${messages.legalRequestId} and ${messageReads.personId} = ${actor.personId} where ${messages.legalRequestId} = ${legalRequests.id} and ${messages.side} <> ${sideOf(actor)} and (${messageReads.readUpTo} is null or ${messages.sentAt} > ${messageReads.readUpTo}))`;
