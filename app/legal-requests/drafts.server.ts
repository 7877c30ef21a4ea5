import { randomInt } from 'node:crypto';

import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { arrivals, drafts, legalRequests, people } from '#db/schema.ts';

import { maxDraftBytes } from './draft-content.ts';
import type { NewerDraft } from './form/draft-saver.ts';
import type { Category, Channel } from './legal-request-values.ts';
import { requireSealedToOwnTeam } from './message-recipients.server.ts';
import {
  lockOwnLegalRequest,
  requireEditable,
  requireOwnLegalRequest,
  requireWriter,
} from './own-legal-request.server.ts';

/** Begins a legal request. Nothing is sealed yet: the first save makes the draft. @returns its id */
export async function createDraft(
  db: Database,
  actor: Actor,
  category: Category,
  now: Date,
): Promise<string> {
  requirePermission(actor, 'write_legal_request');
  return db.transaction((tx) => insertLegalRequest(tx, actor, { teamId: actor.teamId, category }, now));
}

/** What is known of a legal request before anybody fills in its form. */
export type NewLegalRequest = { teamId: string; category: Category; channel?: Channel; fileNumber?: string };

/** Makes a legal request of a team, with its first event. The caller has checked who may. @returns its id */
export async function insertLegalRequest(
  tx: Transaction,
  { personId }: Pick<Actor, 'personId'>,
  begun: NewLegalRequest,
  now: Date,
): Promise<string> {
  const id = uuidv7();
  await tx
    .insert(legalRequests)
    .values({ ...begun, id, authorId: personId, version: 1, statusSince: now, createdAt: now });
  await appendEvent(
    tx,
    {
      objectType: 'legal_request',
      objectId: id,
      type: 'draft_created',
      actorId: personId,
      payload: { category: begun.category },
      at: now,
    },
    0,
  );
  return id;
}

/**
 * Each side seals what it writes to itself: the agency in the portal, staff what came by mail. Only one of them can write
 * the next revision.
 * @throws DomainError `written_elsewhere` (409) while the other side does
 */
export async function requireDraftOfOwnTeam(
  db: Database | Transaction,
  actor: Pick<Actor, 'teamId'>,
  id: string,
): Promise<void> {
  const [row] = await db
    .select({ teamId: people.teamId })
    .from(drafts)
    .innerJoin(people, eq(people.id, drafts.savedBy))
    .where(eq(drafts.legalRequestId, id));
  if (row && row.teamId !== actor.teamId) throw conflict('written_elsewhere');
}

/** A stored draft: `sealed` is an OpenPGP message to the agency's team key, base64url. */
export type StoredDraft = { sealed: string; version: number; savedAt: string; savedBy: string };

/** @returns null before the first save and after a submission. @throws DomainError `written_elsewhere` (409) */
export async function findDraft(db: Database, actor: Actor, id: string): Promise<StoredDraft | null> {
  await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', id);
  await requireDraftOfOwnTeam(db, actor, id);
  const [row] = await db
    .select({
      sealed: drafts.sealed,
      version: drafts.version,
      savedAt: drafts.savedAt,
      savedBy: people.name,
    })
    .from(drafts)
    .innerJoin(people, eq(people.id, drafts.savedBy))
    .where(eq(drafts.legalRequestId, id));
  if (!row) return null;
  return { ...row, sealed: toBase64Url(row.sealed), savedAt: row.savedAt.toISOString() };
}

/**
 * A draft begins at any number: a tab that still has one which was thrown away or submitted since would otherwise meet its
 * own version in the draft that came after, and overwrite it.
 */
const firstVersion = () => randomInt(1, 2 ** 30);

export type SavedDraft = { version: number; savedAt: string };

/**
 * Stores the next version of a draft.
 * @param draft.version the version that the writer saw; 0 for the first save
 * @param draft.sealed OpenPGP message to the agency's team key and nobody else
 * @throws DomainError `draft_changed_meanwhile` (409) when somebody else, or another tab, has saved or discarded it since;
 *   `draft_too_large` (413); `message_refused` when it is not a message to exactly the agency; `written_elsewhere` (409)
 */
export async function saveDraft(
  db: Database,
  actor: Actor,
  id: string,
  draft: { version: number; sealed: Uint8Array },
  now: Date,
): Promise<SavedDraft> {
  requireWriter(actor, 'write_legal_request');
  if (draft.sealed.byteLength > maxDraftBytes) throw new DomainError('draft_too_large', {}, 413);
  return db.transaction(async (tx) => {
    const legalRequest = await lockOwnLegalRequest(tx, actor, 'write_legal_request', id);
    requireEditable(legalRequest, now);
    await requireDraftOfOwnTeam(tx, actor, id);
    await requireSealedToOwnTeam(tx, actor, draft.sealed);
    const version = draft.version === 0 ? firstVersion() : draft.version + 1;
    const values = { sealed: draft.sealed, version, savedBy: actor.personId, savedAt: now };
    const stored =
      draft.version === 0
        ? await tx
            .insert(drafts)
            .values({ legalRequestId: id, ...values })
            .onConflictDoNothing()
            .returning({ version: drafts.version })
        : await tx
            .update(drafts)
            .set(values)
            .where(and(eq(drafts.legalRequestId, id), eq(drafts.version, draft.version)))
            .returning({ version: drafts.version });
    if (stored.length === 0) throw conflict('draft_changed_meanwhile', await newerDraft(tx, id));
    return { version, savedAt: now.toISOString() };
  });
}

/**
 * Throws a draft away. A legal request that was never submitted goes with it; of a correction only the draft goes.
 * Uploaded files that belong to no revision are removed by the clock.
 * @throws DomainError `not_found`, `forbidden`, `written_elsewhere` (409)
 */
export async function discardDraft(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const legalRequest = await lockOwnLegalRequest(tx, actor, 'write_legal_request', id);
    await requireDraftOfOwnTeam(tx, actor, id);
    await tx.delete(drafts).where(eq(drafts.legalRequestId, id));
    // What was being registered waits to be registered again.
    if (actor.teamKind === 'provider')
      await tx
        .update(arrivals)
        .set({ legalRequestId: null })
        .where(and(eq(arrivals.legalRequestId, id), eq(arrivals.state, 'waiting')));
    if (legalRequest.status !== 'draft') return;
    const version = await appendEvent(
      tx,
      {
        objectType: 'legal_request',
        objectId: id,
        type: 'draft_discarded',
        actorId: actor.personId,
        payload: {},
        at: now,
      },
      legalRequest.version,
    );
    await tx.update(legalRequests).set({ discardedAt: now, version }).where(eq(legalRequests.id, id));
  });
}

/** Who was faster, for the person who was not; version 0 where the draft was thrown away, so that it can be saved anew. */
async function newerDraft(tx: Transaction, id: string): Promise<NewerDraft> {
  const [row] = await tx
    .select({ version: drafts.version, savedAt: drafts.savedAt, savedBy: people.name })
    .from(drafts)
    .innerJoin(people, eq(people.id, drafts.savedBy))
    .where(eq(drafts.legalRequestId, id));
  if (!row) return { version: 0, savedAt: null, savedBy: null };
  return { ...row, savedAt: row.savedAt.toISOString() };
}
