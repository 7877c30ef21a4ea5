import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { isUniqueViolation } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { requireCallBack } from '#app/emergency/call-backs.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { listTeamKeys, requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { listReasons } from '#app/legal-requests/reasons.ts';
import { findSubmittedBasis } from '#app/legal-requests/rule-sets/rule-sets.ts';
import { isFullySigned } from '#app/legal-requests/statuses.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import type { Assertion, SignedProof } from '#app/passkeys/signed-action.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import { decisions, revisions } from '#db/schema.ts';

import { requireTransition, requireUnchanged } from './change-legal-request.server.ts';
import { carryOut } from './carry-out-decision.server.ts';
import { isFieldOf, permissionFor, readStatement } from './decision-statement.ts';
import type { DecisionStatement } from './decision-statement.ts';
import { lockLegalRequest, requireDesk, type LockedLegalRequest } from './desk-access.server.ts';
import { findProposal, type Proposal } from './proposals.server.ts';

/** 50 findings of 5,000 characters and a remark, in UTF-8 and sealed. */
const maxExplanationBytes = 1024 * 1024;

export interface SignedDecision {
  /** Canonical JSON of a {@link DecisionStatement}, exactly as signed. */
  statement: string;
  /** OpenPGP message to both team keys; null when there are no words, and with a second signature. */
  sealedExplanation: Uint8Array | null;
  assertion: Assertion;
  /** Version of the legal request that the signer saw. */
  expectedVersion: number;
}

export interface DecisionServices {
  db: Database;
  config: Pick<Config, 'origin' | 'rpId' | 'holidayRegion' | 'answerWorkingDays'>;
  jobs: Pick<Jobs, 'queue'>;
}

export interface DecisionOutcome {
  /** `proposed`: it waits for the second signature. */
  outcome: 'proposed' | 'decided';
  version: number;
}

/**
 * Takes one signature under a decision. With the last one that it needs, the decision takes effect: status, findings,
 * deadline, event and mails in the same transaction.
 * @throws DomainError `forbidden`, `not_found`, `statement_invalid`, `statement_differs`, `finding_invalid`, `explanation_differs`,
 *   `message_refused`, `signature_invalid`; with 409 `decided_meanwhile`, `status_forbids`, `call_back_missing`, `proposal_pending`,
 *   `already_signed`, `signature_stale`
 */
export async function decideLegalRequest(
  { db, ...services }: DecisionServices,
  actor: Actor,
  legalRequestId: string,
  input: SignedDecision,
  now: Date,
): Promise<DecisionOutcome> {
  const statement = readStatement(input.statement);
  if (!statement) throw new DomainError('statement_invalid');
  requireDesk(actor, permissionFor[statement.decision]);
  return db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    await requireUnchanged(tx, row, input.expectedVersion);
    requireTransition(row.status, statement.decision, actor.role);
    if (statement.decision === 'accept') await requireCallBack(tx, row);
    await requireTrueStatement(tx, row, statement);
    const octets = new TextEncoder().encode(input.statement);
    const proposal = await findProposal(tx, row);
    const explanation = proposal
      ? requireSameDecision(proposal, actor, await sha256(octets))
      : await requireExplanation(tx, row, statement, input.sealedExplanation);
    const proof = await verifySignedAction(
      tx,
      services.config,
      actor,
      'decide',
      octets,
      input.assertion,
      now,
    );
    const signature = { statement, text: input.statement, sha256: await sha256(octets), explanation, proof };
    await keepSignature(tx, actor, row, signature, proposal === null ? statement.decisionId : uuidv7(), now);
    const signed = [...(proposal?.signed ?? []), { personId: actor.personId, role: actor.role }];
    const isComplete = isFullySigned(statement.decision, signed);
    return carryOut({
      tx,
      services,
      actor,
      row,
      statement,
      statementSha256: signature.sha256,
      isComplete,
      now,
    });
  });
}

/** What is signed must be true of the state: this legal request, its current revision, faults that its form can have. */
async function requireTrueStatement(
  tx: Transaction,
  row: LockedLegalRequest,
  statement: DecisionStatement,
): Promise<void> {
  const [revision] = await tx
    .select({
      manifestSha256: revisions.manifestSha256,
      ruleSet: revisions.ruleSet,
      publicPart: revisions.publicPart,
    })
    .from(revisions)
    .where(and(eq(revisions.legalRequestId, row.id), eq(revisions.number, row.currentRevision)));
  const isTrue =
    statement.legalRequestId === row.id &&
    statement.reference === row.reference &&
    statement.revision === row.currentRevision &&
    statement.manifestSha256 === revision?.manifestSha256;
  if (!revision || !isTrue) throw conflict('statement_differs');
  const basis = findSubmittedBasis(revision.ruleSet, String(revision.publicPart['legalBasis']));
  const codes = listReasons(row.category, {
    isFromPortal: row.channel === 'portal',
    needsOrder: basis?.judicialOrderAttached ?? false,
  }).map(({ code }) => code);
  for (const { field, code } of statement.findings)
    if (!isFieldOf(row.category, field) || !codes.includes(code)) throw new DomainError('finding_invalid');
}

/** The second signature is by the other role, another person, and under the very same octets. */
function requireSameDecision(proposal: Proposal, actor: Actor, statementHash: string): Uint8Array | null {
  if (proposal.statementSha256 !== statementHash) throw conflict('proposal_pending');
  if (proposal.signed.some(({ personId, role }) => personId === actor.personId || role === actor.role))
    throw conflict('already_signed');
  return proposal.sealedExplanation;
}

async function requireExplanation(
  tx: Transaction,
  row: LockedLegalRequest,
  statement: DecisionStatement,
  sealed: Uint8Array | null,
): Promise<Uint8Array | null> {
  if (sealed === null || statement.sealedExplanationSha256 === null) {
    if (sealed !== null || statement.sealedExplanationSha256 !== null)
      throw new DomainError('explanation_differs');
    return null;
  }
  if (sealed.length > maxExplanationBytes) throw new DomainError('too_large', {}, 413);
  const keys = await listTeamKeys(tx, row.teamId);
  const hash = await requireSealedTo(
    sealed,
    keys.map(({ encryptionKeyId }) => encryptionKeyId),
  );
  if (hash !== statement.sealedExplanationSha256) throw new DomainError('explanation_differs');
  return sealed;
}

interface Signature {
  statement: DecisionStatement;
  text: string;
  sha256: string;
  explanation: Uint8Array | null;
  proof: SignedProof;
}

async function keepSignature(
  tx: Transaction,
  actor: Actor,
  row: LockedLegalRequest,
  signature: Signature,
  id: string,
  now: Date,
): Promise<void> {
  try {
    await tx.insert(decisions).values({
      id,
      legalRequestId: row.id,
      revision: row.currentRevision,
      decision: signature.statement.decision,
      statement: signature.text,
      statementSha256: signature.sha256,
      sealedExplanation: signature.explanation,
      signedBy: actor.personId,
      signedRole: actor.role,
      passkeyId: signature.proof.passkeyId,
      assertion: { ...signature.proof },
      signedAt: now,
    });
  } catch (error) {
    // The id of an earlier decision, or a second signature of the same role.
    if (isUniqueViolation(error)) throw conflict('already_signed');
    throw error;
  }
}
