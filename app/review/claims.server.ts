import { eq } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { minutes } from '#app/durations.ts';
import { turnOf } from '#app/legal-requests/statuses.ts';
import { legalRequests, people } from '#db/schema.ts';

import { changeLegalRequest, requireTransition } from './change-legal-request.server.ts';
import { lockLegalRequest, requireDesk, type LockedLegalRequest } from './desk-access.server.ts';
import { queueStatusMails, type MailServices } from './status-mails.server.ts';

/** A claim ends by itself; the open page renews it. */
const claimLifetime = minutes(15);

/** Who is looking at a legal request; advisory, it keeps nobody from deciding. */
export interface Claim {
  personId: string;
  name: string;
  isMine: boolean;
}

interface ClaimServices extends MailServices {
  db: Database;
}

interface OpenedLegalRequest {
  claim: Claim | null;
  version: number;
}

/**
 * Somebody has the page open: the first look makes it `in_review`, and it is claimed unless another person has it.
 * Calling it again renews the claim. `takeOver` claims it in any case.
 * @throws DomainError `not_found`, `forbidden`
 */
export async function claimLegalRequest(
  { db, ...services }: ClaimServices,
  actor: Actor,
  id: string,
  { takeOver }: { takeOver: boolean },
  now: Date,
): Promise<OpenedLegalRequest> {
  requireDesk(actor, 'claim_legal_request');
  return db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, id);
    if (turnOf(row.status) !== 'provider') return { claim: null, version: row.version };
    let version = row.version;
    if (row.status === 'submitted') version = await startReview(tx, services, row, actor, now);
    const holder = currentHolder(row, now);
    if (holder !== null && holder !== actor.personId && !takeOver)
      return { claim: await findClaim(tx, holder, actor), version };
    const claimedUntil = new Date(now.getTime() + claimLifetime);
    const set = { claimedBy: actor.personId, claimedUntil };
    if (row.claimedBy === actor.personId)
      await tx.update(legalRequests).set({ claimedUntil }).where(eq(legalRequests.id, id));
    else
      version = await changeLegalRequest(
        tx,
        { id, version },
        { set, event: { type: 'claimed', payload: {} }, actorId: actor.personId, now },
      );
    return { claim: { personId: actor.personId, name: actor.name, isMine: true }, version };
  });
}

/** Gives a claim of one's own back. */
export async function releaseClaim(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  requireDesk(actor, 'claim_legal_request');
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, id);
    if (row.claimedBy !== actor.personId) return;
    await changeLegalRequest(tx, row, {
      set: { claimedBy: null, claimedUntil: null },
      event: { type: 'claim_released', payload: {} },
      actorId: actor.personId,
      now,
    });
  });
}

async function startReview(
  tx: Transaction,
  services: MailServices,
  row: LockedLegalRequest,
  actor: Actor,
  now: Date,
): Promise<number> {
  const status = requireTransition(row.status, 'claim', actor.role);
  const version = await changeLegalRequest(tx, row, {
    set: { status, statusSince: now },
    event: { type: 'review_started', payload: {} },
    actorId: actor.personId,
    now,
  });
  await queueStatusMails(tx, services, row, status);
  return version;
}

function currentHolder(row: LockedLegalRequest, now: Date): string | null {
  return row.claimedUntil !== null && row.claimedUntil > now ? row.claimedBy : null;
}

async function findClaim(tx: Transaction, personId: string, actor: Actor): Promise<Claim | null> {
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return person ? { personId, name: person.name, isMine: personId === actor.personId } : null;
}
