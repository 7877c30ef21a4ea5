import { and, eq, isNotNull } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Action } from '#app/accounts/permissions.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import type { Clock, Side } from '#app/legal-requests/clock.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { lockOwnLegalRequest, requireOwnLegalRequest } from '#app/legal-requests/own-legal-request.server.ts';
import { findSubmitted, lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { people, pgpKeys, teams } from '#db/schema.ts';

/** A legal request as the two sides talk about it. */
export interface Conversation extends Clock {
  category: Category;
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

/** Whom the desk writes to: the agency's key, null unless it is certified, and the language in which it reads. */
export interface Counterpart {
  agencyKey: { publicKey: string; fingerprint: string } | null;
  agencyLocale: Locale;
  agencyName: string;
}

export async function findCounterpart(
  db: Database,
  { teamId, authorId }: Pick<Conversation, 'teamId' | 'authorId'>,
): Promise<Counterpart> {
  const [agency] = await db
    .select({ name: teams.name, publicKey: pgpKeys.publicKey, fingerprint: pgpKeys.fingerprint })
    .from(teams)
    .leftJoin(
      pgpKeys,
      and(eq(pgpKeys.teamId, teams.id), eq(pgpKeys.state, 'active'), isNotNull(pgpKeys.certifiedBy)),
    )
    .where(eq(teams.id, teamId));
  const [author] = await db.select({ locale: people.locale }).from(people).where(eq(people.id, authorId));
  const { publicKey = null, fingerprint = null } = agency ?? {};
  return {
    agencyKey: publicKey !== null && fingerprint !== null ? { publicKey, fingerprint } : null,
    agencyLocale: author?.locale ?? 'de',
    agencyName: agency?.name ?? '',
  };
}
