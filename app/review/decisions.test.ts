import { expect, test } from 'vitest';

import { statementBytes, type DecisionStatement } from './decision-statement.ts';
import { canSign, decisionsFor, findOpenProposal, listTakenDecisions, missingRoles } from './decisions.ts';
import type { Review, ReviewDecision } from './review.ts';

const statement = (changes: Partial<DecisionStatement>): string =>
  new TextDecoder().decode(
    statementBytes({
      version: 'amtsweg.decision.v1',
      decisionId: crypto.randomUUID(),
      legalRequestId: '019376a0-0000-7000-8000-000000000002',
      reference: 'AW-2026-000001',
      revision: 2,
      manifestSha256: 'a'.repeat(43),
      decision: 'accept',
      findings: [],
      sealedExplanationSha256: null,
      ...changes,
    }),
  );
const row = (text: string, changes: Partial<ReviewDecision> = {}): ReviewDecision => ({
  id: crypto.randomUUID(),
  revision: 2,
  statement: text,
  sealedExplanation: null,
  signedBy: 'dora',
  signedByName: 'Dora',
  signedRole: 'dpo',
  signedAt: '2026-11-24T10:00:00.000Z',
  withdrawnAt: null,
  ...changes,
});
const review = (status: string, decisions: ReviewDecision[]) =>
  ({ legalRequest: { status, currentRevision: 2 }, decisions }) as unknown as Review;

test('one signature under an acceptance is a proposal that the other role can sign', () => {
  const text = statement({});
  const proposal = findOpenProposal(review('in_review', [row(text)]))!;
  expect(missingRoles(proposal)).toEqual(['counsel']);
  expect(canSign(proposal, { personId: 'robert', role: 'counsel' })).toBe(true);
  expect(canSign(proposal, { personId: 'dora', role: 'counsel' })).toBe(false);
  expect(canSign(proposal, { personId: 'dieter', role: 'dpo' })).toBe(false);
  expect(canSign(proposal, { personId: 'clara', role: 'clerk' })).toBe(false);
});

test('what was set aside, belongs to an earlier revision or took effect is no proposal', () => {
  const aside = row(statement({}), { withdrawnAt: '2026-11-24T11:00:00.000Z' });
  const earlier = row(statement({ revision: 1 }), { revision: 1 });
  expect(findOpenProposal(review('in_review', [aside, earlier]))).toBeNull();
  const text = statement({});
  const both = [row(text), row(text, { signedBy: 'robert', signedRole: 'counsel' })];
  expect(findOpenProposal(review('accepted', both))).toBeNull();
  const taken = listTakenDecisions(review('accepted', [earlier, aside, ...both]));
  expect(taken.map(({ statement: { revision }, signatures }) => [revision, signatures.length])).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test('roles see only what they may decide', () => {
  expect(decisionsFor('clerk')).toEqual(['return']);
  expect(decisionsFor('counsel')).toEqual(['return', 'reject', 'accept']);
  expect(decisionsFor('admin')).toEqual([]);
});
