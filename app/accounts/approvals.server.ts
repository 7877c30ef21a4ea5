import { and, eq, exists, isNull, ne } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { approvals, people } from '#db/schema.ts';

import type { Actor } from './actor.ts';

type ApprovalAction = (typeof approvals.$inferSelect)['action'];

const isOpen = and(isNull(approvals.confirmedBy), isNull(approvals.declinedBy));

/** First half of a step that takes two people. @returns the approval's id */
export async function propose(
  tx: Transaction,
  actorId: string,
  step: {
    action: ApprovalAction;
    teamId?: string;
    personId?: string;
    details: Record<string, string>;
  },
  now: Date,
): Promise<string> {
  const id = uuidv7();
  await tx.insert(approvals).values({ id, ...step, proposedBy: actorId, proposedAt: now });
  return id;
}

/**
 * Second half, by somebody else. The database refuses the same person too, whatever is written here (promise 11).
 * Two who are in office: a proposer who was suspended or has left since counts for nothing. Whoever came back by a recovery
 * code waits, and is confirmed just for that.
 * @returns what was proposed
 * @throws DomainError with 409 `needs_second_person`, `proposer_left`, `changed_meanwhile` when it is no longer open
 */
export async function confirm(tx: Transaction, actor: Actor, id: string, action: ApprovalAction, now: Date) {
  const inOffice = tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, approvals.proposedBy), eq(people.status, 'active')));
  const [approval] = await tx
    .update(approvals)
    .set({ confirmedBy: actor.personId, confirmedAt: now })
    .where(
      and(
        eq(approvals.id, id),
        eq(approvals.action, action),
        isOpen,
        ne(approvals.proposedBy, actor.personId),
        action === 'recover_person' ? undefined : exists(inOffice),
      ),
    )
    .returning({
      id: approvals.id,
      teamId: approvals.teamId,
      personId: approvals.personId,
      details: approvals.details,
    });
  if (approval) return approval;
  const [open] = await tx
    .select({ proposedBy: approvals.proposedBy })
    .from(approvals)
    .where(and(eq(approvals.id, id), eq(approvals.action, action), isOpen));
  if (!open) throw conflict();
  const isOwn = open.proposedBy === actor.personId;
  throw new DomainError(isOwn ? 'needs_second_person' : 'proposer_left', {}, 409);
}

/** Sets a proposal aside; also one's own. @throws DomainError `changed_meanwhile` (409) */
export async function setAside(
  tx: Transaction,
  actor: Pick<Actor, 'personId'>,
  id: string,
  action: ApprovalAction,
  now: Date,
) {
  const [approval] = await tx
    .update(approvals)
    .set({ declinedBy: actor.personId, declinedAt: now })
    .where(and(eq(approvals.id, id), eq(approvals.action, action), isOpen))
    .returning({ id: approvals.id, teamId: approvals.teamId, personId: approvals.personId });
  if (!approval) throw conflict();
  return approval;
}

/** The open proposal of this kind for a team or a person; null when there is none. */
export async function findOpenApproval(
  db: Database | Transaction,
  action: ApprovalAction,
  about: { teamId: string } | { personId: string },
) {
  const subject =
    'teamId' in about ? eq(approvals.teamId, about.teamId) : eq(approvals.personId, about.personId);
  const [row] = await db
    .select({
      id: approvals.id,
      details: approvals.details,
      proposedBy: approvals.proposedBy,
      proposedAt: approvals.proposedAt,
    })
    .from(approvals)
    .where(and(eq(approvals.action, action), subject, isOpen));
  return row ?? null;
}
