import type { Decision, Role } from '#app/legal-requests/legal-request-values.ts';
import { actionsFor, signaturesFor } from '#app/legal-requests/statuses.ts';

import { readStatement, type DecisionStatement } from './decision-statement.ts';
import type { Review, ReviewDecision } from './review.ts';

/** Signatures under one statement, oldest first. */
export interface DecisionGroup {
  statement: DecisionStatement;
  /** Canonical text, as signed. */
  text: string;
  sealedExplanation: string | null;
  signatures: Pick<ReviewDecision, 'signedBy' | 'signedByName' | 'signedRole' | 'signedAt'>[];
  isSetAside: boolean;
}

/** Groups signatures by what they are under. A row whose statement cannot be read is left out; the server refuses such. */
function groupDecisions(rows: readonly ReviewDecision[]): DecisionGroup[] {
  const groups = new Map<string, DecisionGroup>();
  for (const row of rows) {
    const statement = readStatement(row.statement);
    if (!statement) continue;
    const group = groups.get(row.statement) ?? {
      statement,
      text: row.statement,
      sealedExplanation: row.sealedExplanation,
      signatures: [],
      isSetAside: row.withdrawnAt !== null,
    };
    const { signedBy, signedByName, signedRole, signedAt } = row;
    group.signatures.push({ signedBy, signedByName, signedRole, signedAt });
    groups.set(row.statement, group);
  }
  return [...groups.values()];
}

/** What waits for its second signature now; null when nothing does. */
export function findOpenProposal({ legalRequest, decisions }: Review): DecisionGroup | null {
  if (legalRequest.status !== 'in_review') return null;
  return (
    groupDecisions(decisions).find(
      ({ statement, isSetAside }) => !isSetAside && statement.revision === legalRequest.currentRevision,
    ) ?? null
  );
}

/** Decisions that took effect, newest first. */
export function listTakenDecisions(review: Review): DecisionGroup[] {
  const open = findOpenProposal(review);
  return groupDecisions(review.decisions)
    .filter(({ isSetAside, text }) => !isSetAside && text !== open?.text)
    .reverse();
}

/** What this role may decide on a legal request in review, return first. */
export function decisionsFor(role: Role): Decision[] {
  const possible = actionsFor('in_review', role);
  return (['return', 'reject', 'accept'] as const).filter((decision) => possible.includes(decision));
}

/** Roles whose signature is still missing. */
export function missingRoles({ statement, signatures }: DecisionGroup): Role[] {
  const { need, roles } = signaturesFor(statement.decision);
  if (need === 'one') return [];
  return roles.filter((role) => !signatures.some(({ signedRole }) => signedRole === role));
}

/** Whether this person can give the signature that is missing. */
export function canSign(group: DecisionGroup, person: { personId: string; role: Role }): boolean {
  return (
    missingRoles(group).includes(person.role) &&
    !group.signatures.some(({ signedBy }) => signedBy === person.personId)
  );
}
