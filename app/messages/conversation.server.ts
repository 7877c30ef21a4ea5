import type { Actor } from '#app/accounts/actor.ts';
import type { Action } from '#app/accounts/permissions.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import type { Clock, Side } from '#app/legal-requests/clock.ts';
import { lockOwnLegalRequest, requireOwnLegalRequest } from '#app/legal-requests/own-legal-request.server.ts';
import { findSubmitted, lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';

/** A legal request as the two sides talk about it. */
export interface Conversation extends Clock {
  id: string;
  reference: string;
  teamId: string;
  authorId: string;
  currentRevision: number;
  version: number;
}

/**
 * The same legal request for whichever side the person is on: the own agency's, or any that was submitted.
 * @throws DomainError `not_found` for what is foreign, a draft, or missing; `forbidden`
 */
export async function requireConversation(db: Database, actor: Actor, id: string): Promise<Conversation> {
  if (actor.teamKind === 'provider') {
    requireDesk(actor, 'read_sealed_legal_request');
    return findSubmitted(db, id);
  }
  const own = await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', id);
  return { ...own, reference: own.reference ?? '', teamId: actor.teamId };
}

/** The same, held until the transaction ends. @throws DomainError `not_found`, `forbidden` */
export async function lockConversation(
  tx: Transaction,
  actor: Actor,
  action: Action,
  id: string,
): Promise<Conversation> {
  if (actor.teamKind === 'provider') {
    requireDesk(actor, action);
    return lockLegalRequest(tx, id);
  }
  const own = await lockOwnLegalRequest(tx, actor, action, id);
  return { ...own, reference: own.reference ?? '', teamId: actor.teamId };
}

export const sideOf = (actor: Actor): Side => (actor.teamKind === 'provider' ? 'provider' : 'agency');
