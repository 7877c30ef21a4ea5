import { and, eq, lt } from 'drizzle-orm';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { days } from '#app/durations.ts';
import { listTeamKeys, requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { unsentTexts } from '#db/schema.ts';

import { requireConversation, sideOf } from './conversation.server.ts';

export const unsentKinds = ['message', 'findings'] as const;
export type UnsentKind = (typeof unsentKinds)[number];

/** 50 findings of 5,000 characters, sealed. */
export const maxUnsentBytes = 1024 * 1024;

/** What nobody has touched for this long is not going to be sent. */
const unsentAge = days(90);

/** What this person was writing here and has not sent, sealed (base64url); null when there is nothing. */
export async function findUnsent(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  kind: UnsentKind,
): Promise<{ sealed: string } | null> {
  await requireConversation(db, actor, legalRequestId);
  const [row] = await db
    .select({ sealed: unsentTexts.sealed })
    .from(unsentTexts)
    .where(placeOf(actor, legalRequestId, kind));
  return row ? { sealed: toBase64Url(row.sealed) } : null;
}

/**
 * Keeps what a person is writing, sealed to the own team. The newest save counts: it is one person's own text, and two
 * tabs of the same person are not a conflict of two people.
 * @throws DomainError `not_found`, `forbidden`, `too_large` (413), `message_refused` (422)
 */
export async function saveUnsent(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  kind: UnsentKind,
  sealed: Uint8Array,
  now: Date,
): Promise<{ version: number; savedAt: string }> {
  requirePermission(actor, kind === 'findings' ? 'return_legal_request' : 'write_message');
  if (sealed.length > maxUnsentBytes) throw new DomainError('too_large', {}, 413);
  const { teamId } = await requireConversation(db, actor, legalRequestId);
  const own = (await listTeamKeys(db, teamId)).filter(({ team }) => team === sideOf(actor));
  await requireSealedTo(
    sealed,
    own.map(({ encryptionKeyId }) => encryptionKeyId),
  );
  await db
    .insert(unsentTexts)
    .values({ personId: actor.personId, legalRequestId, kind, sealed, savedAt: now })
    .onConflictDoUpdate({
      target: [unsentTexts.personId, unsentTexts.legalRequestId, unsentTexts.kind],
      set: { sealed, savedAt: now },
    });
  return { version: 0, savedAt: now.toISOString() };
}

/** It was sent, or thrown away. */
export async function discardUnsent(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  kind: UnsentKind,
): Promise<void> {
  await requireConversation(db, actor, legalRequestId);
  await db.delete(unsentTexts).where(placeOf(actor, legalRequestId, kind));
}

/** Takes away what was given up. */
export async function removeStaleUnsent(db: Database, now: Date): Promise<void> {
  await db.delete(unsentTexts).where(lt(unsentTexts.savedAt, new Date(now.getTime() - unsentAge)));
}

const placeOf = (actor: Actor, legalRequestId: string, kind: UnsentKind) =>
  and(
    eq(unsentTexts.personId, actor.personId),
    eq(unsentTexts.legalRequestId, legalRequestId),
    eq(unsentTexts.kind, kind),
  );
