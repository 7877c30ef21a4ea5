import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { and, arrayOverlaps, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import type { EventPayloads, EventType } from '#app/events/event-types.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { arrivalParts, arrivals, teams } from '#db/schema.ts';

import { decideAnswer, type AnswerDecision } from './answer-decision.server.ts';
import { classifyMail, usesFormerKey, type Verdict } from './classify-mail.ts';
import { listIntakeKeyIds } from './intake-key-ids.server.ts';
import type { IntakeServices } from './intake-services.ts';
import { domainOf } from './mail-facts.ts';
import { readMail, removeParts, type ReadMail } from './read-mail.server.ts';
import { readSenderKey } from './sender-key.server.ts';

type Arrival = typeof arrivals.$inferSelect;
export type TakenMail = { arrivalId: string; state: Arrival['state']; isNew: boolean };

/**
 * Takes in one mail, whichever door it came by. When this resolves, all that is kept is stored durably, and only then may
 * the sender's server be told so. The same Message-ID again changes nothing.
 * @param source the mail as it is transferred (RFC 5322)
 * @param envelopeSender '' for the null sender, null where the door does not know it
 * @throws when the source breaks off, the store cannot write or the database does not answer; nothing was taken in then
 */
export async function takeInMail(
  services: IntakeServices,
  source: Readable,
  envelopeSender: string | null,
  now: Date,
): Promise<TakenMail> {
  const { db, store, config } = services;
  const { maxBytes, address } = config.mailIntake;
  const ownAddresses = [address, addressIn(config.mailFrom)];
  const mail = await readMail(source, store, envelopeSender, { maxBytes, ownAddresses });
  let isKept = false;
  try {
    const keyIds = await listIntakeKeyIds(db, now);
    const verdict = classifyMail(mail.seen, keyIds);
    const taken = await keep(services, mail, verdict, usesFormerKey(mail.seen, keyIds), now);
    isKept = taken.isNew;
    services.log.info({ event: 'mail_taken_in', reason: taken.state, count: mail.parts.length });
    return taken;
  } finally {
    if (!isKept) await removeParts(store, mail.parts);
  }
}

const addressIn = (text: string): string => (/<([^<>]+)>/.exec(text)?.[1] ?? text).trim().toLowerCase();

async function keep(
  services: IntakeServices,
  mail: ReadMail,
  verdict: Verdict,
  usedFormerKey: boolean,
  now: Date,
): Promise<TakenMail> {
  const { facts } = mail;
  const messageKey = createHash('sha256')
    .update(facts.messageId ?? mail.contentSha256)
    .digest('base64url');
  const known = await findByKey(services.db, messageKey);
  if (known) return known;
  const answer = await decideAnswer(services, facts, verdict);
  const row = await describeMail(services.db, mail, verdict, answer);
  const senderKey = verdict.outcome === 'waiting' ? await readSenderKey(mail.senderKey, now) : null;
  return services.db.transaction(async (tx) => {
    const id = uuidv7();
    const inserted = await tx
      .insert(arrivals)
      .values({ ...row, usedFormerKey, id, senderKey, messageKey, version: 0, receivedAt: now })
      .onConflictDoNothing({ target: arrivals.messageKey })
      .returning({ id: arrivals.id });
    if (inserted.length === 0) return requireByKey(tx, messageKey);
    await keepParts(tx, id, mail, verdict);
    await tellWhatHappened(tx, { ...row, id, receivedAt: now }, verdict, answer);
    if (answer.kind === 'sent')
      await services.jobs.queue(tx, 'send_intake_mail', {
        to: answer.to,
        template: 'plain_mail_refused',
        inReplyTo: facts.messageId,
      });
    return { arrivalId: id, state: row.state, isNew: true };
  });
}

async function findByKey(db: Database | Transaction, messageKey: string): Promise<TakenMail | null> {
  const [row] = await db
    .select({ arrivalId: arrivals.id, state: arrivals.state })
    .from(arrivals)
    .where(eq(arrivals.messageKey, messageKey));
  return row ? { ...row, isNew: false } : null;
}

async function requireByKey(tx: Transaction, messageKey: string): Promise<TakenMail> {
  const known = await findByKey(tx, messageKey);
  if (!known) throw new Error('arrival vanished');
  return known;
}

/** What is remembered of it. Of a plain mail: when, from which domain, why. */
async function describeMail(db: Database, mail: ReadMail, verdict: Verdict, answer: AnswerDecision) {
  const { facts } = mail;
  const isPlain = verdict.outcome === 'refused' || (verdict.outcome === 'quarantined' && verdict.isPlain);
  const senderDomain = facts.from === null ? null : domainOf(facts.from);
  const agency = senderDomain === null ? null : await findAgencyOf(db, senderDomain);
  const isRemembered = !isPlain || answer.kind === 'open';
  return {
    channel: isPlain ? ('plain_mail' as const) : ('esb_mail' as const),
    state: verdict.outcome,
    messageId: isRemembered ? facts.messageId : null,
    senderAddress: !isPlain ? facts.from : answer.kind === 'open' ? facts.returnPath : null,
    senderDomain,
    teamId: agency?.id ?? null,
    country: agency?.country ?? null,
    agencyKind: agency?.agencyKind ?? null,
    reason:
      verdict.outcome === 'refused'
        ? verdict.code
        : verdict.outcome === 'quarantined'
          ? verdict.because
          : null,
    droppedParts: isPlain ? 0 : mail.droppedParts,
    answer: answer.kind,
  };
}

/** The domain and all above it: units often have subdomains of their own. */
const withParents = (domain: string): string[] =>
  domain.split('.').map((_label, at, labels) => labels.slice(at).join('.'));

/** The verified agency to whose mail domains the sender's belongs. */
async function findAgencyOf(db: Database, domain: string) {
  const [row] = await db
    .select({ id: teams.id, country: teams.country, agencyKind: teams.agencyKind })
    .from(teams)
    .where(
      and(
        eq(teams.kind, 'agency'),
        eq(teams.status, 'verified'),
        arrayOverlaps(teams.domains, withParents(domain)),
      ),
    )
    .limit(1);
  return row ?? null;
}

async function keepParts(tx: Transaction, arrivalId: string, mail: ReadMail, verdict: Verdict) {
  if (verdict.outcome === 'refused' || mail.parts.length === 0) return;
  await tx.insert(arrivalParts).values(
    mail.parts.map(({ storageKey, storedBytes, sha256, isArmored, isMime }, position) => ({
      arrivalId,
      position,
      storageKey,
      storedBytes,
      sha256,
      isArmored,
      isMime,
    })),
  );
}

type Described = Awaited<ReturnType<typeof describeMail>> & { id: string; receivedAt: Date };

async function tellWhatHappened(
  tx: Transaction,
  row: Described,
  verdict: Verdict,
  answer: AnswerDecision,
): Promise<void> {
  let version = 0;
  const append = async <T extends EventType<'arrival'>>(type: T, payload: EventPayloads['arrival'][T]) => {
    const event = {
      objectType: 'arrival',
      objectId: row.id,
      type,
      actorId: null,
      payload,
      at: row.receivedAt,
    } as const;
    version = await appendEvent(tx, event, version);
  };
  await append('arrived', {
    channel: row.channel,
    receivedAt: row.receivedAt.toISOString(),
    senderDomain: row.senderDomain,
    country: row.country,
    agencyKind: row.agencyKind,
    category: null,
  });
  if (verdict.outcome === 'refused') await append('refused', { code: verdict.code });
  if (verdict.outcome === 'quarantined') await append('quarantined', { because: verdict.because });
  if (answer.kind === 'sent') await append('refusal_sent', { by: 'mail' });
  if (answer.kind === 'withheld') await append('refusal_sent', { by: null, because: answer.because });
  await tx.update(arrivals).set({ version }).where(eq(arrivals.id, row.id));
}
