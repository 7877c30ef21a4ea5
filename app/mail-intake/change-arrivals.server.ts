import { and, eq, gt } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { requireDesk } from '#app/review/desk-access.server.ts';
import { legalRequests, type arrivals } from '#db/schema.ts';

import { changeArrival } from './arrival-events.server.ts';
import type { Description } from './arrival-schemas.ts';
import { lockArrival } from './arrivals.server.ts';

export interface ArrivalServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
}

type Arrival = typeof arrivals.$inferSelect;
const forgotten = { senderAddress: null, messageId: null };

/**
 * Sends, prints or withholds the answer to something that was refused.
 * @throws DomainError `forbidden`, `not_found`; `already_answered` (409) when somebody else was faster
 */
export async function answerRefusal(
  { db, jobs }: ArrivalServices,
  actor: Actor,
  id: string,
  how: 'send' | 'withhold' | 'printed',
  now: Date,
): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  await db.transaction(async (tx) => {
    const row = await lockArrival(tx, id);
    const isMail = row.channel === 'plain_mail';
    if (row.answer !== 'open' || isMail === (how === 'printed')) throw conflict('already_answered');
    if (how === 'send') {
      if (row.senderAddress === null) throw conflict('already_answered');
      const { senderAddress: to, messageId: inReplyTo } = row;
      await jobs.queue(tx, 'send_intake_mail', { to, template: 'plain_mail_refused', inReplyTo });
    }
    await changeArrival(tx, row, {
      set: { answer: how === 'withhold' ? 'withheld' : 'sent', ...(isMail ? forgotten : {}) },
      event: {
        type: 'refusal_sent',
        payload:
          how === 'withhold' ? { by: null, because: 'staff' } : { by: how === 'printed' ? 'letter' : 'mail' },
      },
      actorId: actor.personId,
      now,
    });
  });
}

/**
 * Refuses something that could not be opened and, where its sender is known, asks for it again.
 * @throws DomainError `forbidden`, `not_found`, `status_forbids` (409)
 */
export async function refuseUnreadable(
  { db, jobs }: ArrivalServices,
  actor: Actor,
  id: string,
  now: Date,
): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  await db.transaction(async (tx) => {
    const row = await lockArrival(tx, id);
    requireOpen(row);
    const isAnswered = row.senderAddress !== null;
    if (row.senderAddress !== null)
      await jobs.queue(tx, 'send_intake_mail', {
        to: row.senderAddress,
        template: 'mail_unreadable',
        inReplyTo: row.messageId,
      });
    const by = { actorId: actor.personId, now };
    const next = await changeArrival(tx, row, {
      ...by,
      set: { state: 'refused', answer: isAnswered ? 'sent' : 'withheld' },
      event: { type: 'refused', payload: { code: 'attachment_unreadable' } },
    });
    await changeArrival(tx, next, {
      ...by,
      set: {},
      event: {
        type: 'refusal_sent',
        payload: isAnswered ? { by: 'mail' } : { by: null, because: 'no_address' },
      },
    });
  });
}

/** @throws DomainError `status_forbids` (409): it is registered, refused or put aside already, or being registered */
function requireOpen({ state, legalRequestId }: Arrival): void {
  if ((state !== 'waiting' && state !== 'quarantined') || legalRequestId !== null)
    throw conflict('status_forbids', { status: state });
}

/** Puts aside what is no request of an authority; it does not count. @throws DomainError as {@link refuseUnreadable} */
export async function dismissArrival(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  await db.transaction(async (tx) => {
    const row = await lockArrival(tx, id);
    if (row.state !== 'refused') requireOpen(row);
    const state = row.state === 'refused' ? row.state : 'dismissed';
    await changeArrival(tx, row, {
      set: { isLegalRequest: false, state },
      event: {
        type: 'described',
        payload: { country: row.country, agencyKind: row.agencyKind, category: null, isLegalRequest: false },
      },
      actorId: actor.personId,
      now,
    });
  });
}

/**
 * Says for the report whose request it was, and as which legal request the same matter came again.
 * @throws DomainError `forbidden`, `not_found`, `status_forbids` (409), `reference_unknown` (422)
 */
export async function describeArrival(
  db: Database,
  actor: Actor,
  id: string,
  { reference, ...facts }: Description,
  now: Date,
): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  await db.transaction(async (tx) => {
    const row = await lockArrival(tx, id);
    if (row.state !== 'refused' && row.state !== 'quarantined')
      throw conflict('status_forbids', { status: row.state });
    const by = { actorId: actor.personId, now };
    const next = await changeArrival(tx, row, {
      ...by,
      set: { ...facts, isLegalRequest: true },
      event: { type: 'described', payload: { ...facts, isLegalRequest: true } },
    });
    if (reference === '') return;
    const legalRequestId = await findByReference(tx, reference);
    if (row.legalRequestId === legalRequestId) return;
    await changeArrival(tx, next, {
      ...by,
      set: { legalRequestId },
      event: { type: 'corrected', payload: { legalRequestId } },
    });
  });
}

async function findByReference(tx: Transaction, reference: string): Promise<string> {
  const [row] = await tx
    .select({ id: legalRequests.id })
    .from(legalRequests)
    .where(and(eq(legalRequests.reference, reference), gt(legalRequests.currentRevision, 0)));
  if (!row) throw new DomainError('reference_unknown', { field: 'reference' }, 422);
  return row.id;
}
