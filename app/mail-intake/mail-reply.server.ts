import { eq } from 'drizzle-orm';
import { armor, enums } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import { isUniqueViolation, type Database, type Transaction } from '#app/database.server.ts';
import type { Config } from '#app/config.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { listEvents } from '#app/events/events.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { limitRate } from '#app/middleware/rate-limit.server.ts';
import { checkMailKey } from '#app/notifications/mail-key.ts';
import { findSubmitted, requireDesk } from '#app/review/desk-access.server.ts';
import { readPublicKey, requireUsableKey } from '#app/sealing/openpgp-keys.ts';
import { isOutsideAgency } from '#app/uploads/recipient-keys.server.ts';
import { correspondentKeys, sealedMails } from '#db/schema.ts';

import { findKnownKey, findOrigin, type Origin } from './correspondent.server.ts';
import type { MailReply } from './mail-reply.ts';

interface ReplyServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
}

/** A decision in plain words, sealed: far more than anybody writes. */
const maxSealedBytes = 1024 * 1024;

/**
 * Whom and how to answer by mail.
 * @returns null for a legal request of an agency that reads its answers in the portal
 */
export async function findMailReply(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<MailReply | null> {
  requireDesk(actor, 'read_sealed_legal_request');
  const legalRequest = await findSubmitted(db, legalRequestId);
  if (!(await isOutsideAgency(db, legalRequest.teamId))) return null;
  const origin = await findOrigin(db, legalRequestId);
  const sent = await db
    .select({ decisionId: sealedMails.decisionId, at: sealedMails.createdAt })
    .from(sealedMails)
    .where(eq(sealedMails.legalRequestId, legalRequestId));
  return {
    address: origin?.address ?? null,
    key: origin && (await findKey(db, origin)),
    sent: sent.map(({ decisionId, at }) => ({ decisionId, at: at.toISOString() })),
  };
}

/** A key that staff has vouched for; else the one that came with the mail, which staff must look at first. */
async function findKey(db: Database, { address, senderKey }: Origin): Promise<MailReply['key']> {
  const known = await findKnownKey(db, address);
  if (known) return { ...known, isKnown: true };
  if (senderKey === null) return null;
  const fingerprint = (await readPublicKey(senderKey)).getFingerprint().toUpperCase();
  return { publicKey: senderKey, fingerprint, isKnown: false };
}

/** Keys with which a mail of this address may be signed, armored: those that staff has vouched for, and what came with it. */
export async function listSignerKeys(
  db: Database,
  actor: Actor,
  { senderAddress, senderKey }: { senderAddress: string | null; senderKey: string | null },
): Promise<{ known: { publicKey: string; fingerprint: string }[]; attached: string[] }> {
  requireDesk(actor, 'read_arrivals');
  const attached = senderKey === null ? [] : [senderKey];
  if (senderAddress === null) return { known: [], attached };
  const known = await db
    .select({ publicKey: correspondentKeys.publicKey, fingerprint: correspondentKeys.fingerprint })
    .from(correspondentKeys)
    .where(eq(correspondentKeys.address, senderAddress));
  return { known, attached };
}

/**
 * Keeps a key for the address that the legal request came from. Whoever saves it has compared the fingerprint.
 * @throws DomainError `forbidden`, `not_found`, `no_address` (409), or a fault of `checkMailKey` (422)
 */
export async function saveCorrespondentKey(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  armored: string,
  now: Date,
): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  const { address } = await requireOrigin(db, legalRequestId);
  const checked = await checkMailKey(armored, now);
  if (!checked.ok) throw new DomainError(checked.fault, {}, 422);
  const { publicKey, fingerprint } = checked;
  await requireStrongKey(publicKey);
  await db
    .insert(correspondentKeys)
    .values({ id: uuidv7(), address, publicKey, fingerprint, addedBy: actor.personId, createdAt: now })
    .onConflictDoUpdate({
      target: [correspondentKeys.address, correspondentKeys.fingerprint],
      set: { publicKey, createdAt: now },
    });
}

/** What no browser would seal to is not kept as a key to seal to. @throws DomainError `key_unusable` (422) */
async function requireStrongKey(publicKey: string): Promise<void> {
  try {
    await requireUsableKey(await readPublicKey(publicKey));
  } catch {
    throw new DomainError('key_unusable', {}, 422);
  }
}

async function requireOrigin(db: Database | Transaction, legalRequestId: string): Promise<Origin> {
  const origin = await findOrigin(db, legalRequestId);
  if (!origin) throw conflict('no_address');
  return origin;
}

/**
 * Asks for the key, or shows the way into the portal; to one address only so often, whoever of the staff does it.
 * @throws DomainError `forbidden`, `not_found`, `no_address`, `written_often` (429)
 */
export async function writeToCorrespondent(
  { db, jobs, config }: ReplyServices & { config: Pick<Config, 'sessionSecret'> },
  actor: Actor,
  legalRequestId: string,
  template: 'key_wanted' | 'portal_invitation',
): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  await findSubmitted(db, legalRequestId);
  const { address: to, messageId: inReplyTo } = await requireOrigin(db, legalRequestId);
  await requireSeldom({ db, config }, to);
  await db.transaction((tx) => jobs.queue(tx, 'send_intake_mail', { to, template, inReplyTo }));
}

async function requireSeldom(services: Parameters<typeof limitRate>[0], address: string): Promise<void> {
  try {
    await limitRate(services, 'correspondence_by_address', address);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError('written_often', error.details, 429);
  }
}

/**
 * Sends a decision that took effect, as the reviewer's browser sealed it to the known key. Each is told once.
 * @param sealed OpenPGP message to that key and nobody else, holding a MIME part
 * @throws DomainError `forbidden`, `not_found`, `no_address`, `message_refused`, `too_large`; with 409 `key_missing`,
 *   `nothing_to_tell`, `already_told`
 */
export async function sendDecisionMail(
  { db, jobs }: ReplyServices,
  actor: Actor,
  legalRequestId: string,
  { decisionId, sealed }: { decisionId: string; sealed: Uint8Array },
  now: Date,
): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  if (sealed.length > maxSealedBytes) throw new DomainError('too_large', {}, 413);
  await findSubmitted(db, legalRequestId);
  await db.transaction(async (tx) => {
    const { address, messageId } = await requireOrigin(tx, legalRequestId);
    const key = await findKnownKey(tx, address);
    if (!key) throw conflict('key_missing');
    await requireInEffect(tx, legalRequestId, decisionId);
    const recipient = await (await readPublicKey(key.publicKey)).getEncryptionKey(undefined, now);
    await requireSealedTo(sealed, [recipient.getKeyID().toHex().toLowerCase()]);
    const id = uuidv7();
    try {
      await tx.insert(sealedMails).values({
        id,
        legalRequestId,
        decisionId,
        toAddress: address,
        fingerprint: key.fingerprint,
        message: armor(enums.armor.message, sealed),
        sentBy: actor.personId,
        createdAt: now,
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('already_told');
      throw error;
    }
    await jobs.queue(tx, 'send_intake_mail', { sealedMailId: id, inReplyTo: messageId });
  });
}

const effects: readonly string[] = ['returned', 'rejected', 'accepted'];

async function requireInEffect(tx: Transaction, legalRequestId: string, decisionId: string): Promise<void> {
  const events = await listEvents(tx, 'legal_request', legalRequestId);
  const isInEffect = events.some(
    (event) =>
      effects.includes(event.type) &&
      'decisionId' in event.payload &&
      event.payload.decisionId === decisionId,
  );
  if (!isInEffect) throw conflict('nothing_to_tell');
}
