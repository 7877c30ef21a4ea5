import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';

import { findDraft, type StoredDraft } from './drafts.server.ts';
import { requireEditable, requireOwnLegalRequest, type OwnLegalRequest } from './own-legal-request.server.ts';
import { listDecisions, listRevisions, type FoundDecision, type FoundRevision } from './revisions.server.ts';

/** What a correction begins with. The browser opens the form and seals it again, as the new draft. */
export type Correction = {
  revision: FoundRevision;
  /** Why it was returned or rejected. */
  decision: FoundDecision | null;
};

/**
 * @throws DomainError `not_found`, `not_editable` (409) unless it was returned or rejected, `correction_period_over` (409)
 */
export async function startCorrection(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Correction> {
  const legalRequest = await requireOwnLegalRequest(db, actor, 'write_legal_request', id);
  requireEditable(legalRequest, now);
  const revision = (await listRevisions(db, actor, id)).at(-1);
  if (!revision) throw notFound();
  const decision = (await listDecisions(db, actor, id)).findLast((one) => one.revision === revision.number);
  return { revision, decision: decision ?? null };
}

/** All that the edit pages begin with. */
export type EditedLegalRequest = {
  legalRequest: OwnLegalRequest;
  /** Null before the first save. */
  draft: StoredDraft | null;
  /** Null for a legal request that was never submitted. */
  correction: Correction | null;
};

/** @throws DomainError `not_found`, `forbidden`, `not_editable` (409), `correction_period_over` (409) */
export async function openForEditing(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<EditedLegalRequest> {
  const legalRequest = await requireOwnLegalRequest(db, actor, 'write_legal_request', id);
  requireEditable(legalRequest, now);
  const draft = await findDraft(db, actor, id);
  const correction = legalRequest.status === 'draft' ? null : await startCorrection(db, actor, id, now);
  return { legalRequest, draft, correction };
}
