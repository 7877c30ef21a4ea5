import { and, asc, eq, isNull } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import type { Decision, Role } from '#app/legal-requests/legal-request-values.ts';
import { decisions } from '#db/schema.ts';

import { changeLegalRequest, requireUnchanged } from './change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from './desk-access.server.ts';
import { addNote } from './notes.server.ts';

/** A rejection or an acceptance that waits for its second signature. */
export interface Proposal {
  /** Of the first signature; the statement names it. */
  decisionId: string;
  decision: Decision;
  statement: string;
  statementSha256: string;
  sealedExplanation: Uint8Array | null;
  signed: { personId: string; role: Role; at: Date }[];
}

/**
 * The proposal for the current revision, or null. Only while the legal request is in review: signatures that took
 * effect belong to a decision and not to a proposal.
 */
export async function findProposal(
  tx: Database | Transaction,
  legalRequest: { id: string; status: string; currentRevision: number },
): Promise<Proposal | null> {
  if (legalRequest.status !== 'in_review') return null;
  const rows = await tx
    .select({
      id: decisions.id,
      decision: decisions.decision,
      statement: decisions.statement,
      statementSha256: decisions.statementSha256,
      sealedExplanation: decisions.sealedExplanation,
      signedBy: decisions.signedBy,
      signedRole: decisions.signedRole,
      signedAt: decisions.signedAt,
    })
    .from(decisions)
    .where(
      and(
        eq(decisions.legalRequestId, legalRequest.id),
        eq(decisions.revision, legalRequest.currentRevision),
        isNull(decisions.withdrawnAt),
      ),
    )
    .orderBy(asc(decisions.signedAt));
  const [first] = rows;
  if (!first) return null;
  return {
    decisionId: first.id,
    decision: first.decision,
    statement: first.statement,
    statementSha256: first.statementSha256,
    sealedExplanation: first.sealedExplanation,
    signed: rows.map((row) => ({ personId: row.signedBy, role: row.signedRole as Role, at: row.signedAt })),
  };
}

/**
 * Sets a proposal aside: its signature no longer counts. A note, sealed to the provider, says why.
 * @throws DomainError `not_found`, `forbidden`, `decided_meanwhile` (409), `proposal_gone` (409)
 */
export async function setProposalAside(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  input: { decisionId: string; sealedNote: Uint8Array; expectedVersion: number },
  now: Date,
): Promise<void> {
  requireDesk(actor, 'reject_legal_request');
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    await requireUnchanged(tx, row, input.expectedVersion);
    const proposal = await findProposal(tx, row);
    if (proposal?.decisionId !== input.decisionId) throw conflict('proposal_gone');
    await tx
      .update(decisions)
      .set({ withdrawnAt: now })
      .where(
        and(eq(decisions.legalRequestId, row.id), eq(decisions.statementSha256, proposal.statementSha256)),
      );
    const version = await changeLegalRequest(tx, row, {
      set: {},
      event: { type: 'decision_set_aside', payload: { decisionId: input.decisionId } },
      actorId: actor.personId,
      now,
    });
    await addNote(tx, actor, { id: row.id, teamId: row.teamId, version }, input.sealedNote, now);
  });
}
