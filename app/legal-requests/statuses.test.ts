import { describe, expect, it } from 'vitest';
import { statuses } from './legal-request-values.ts';
import {
  actions,
  actionsFor,
  canBeCorrected,
  isFinal,
  isFullySigned,
  transition,
  transitions,
  turnOf,
} from './statuses.ts';

describe('transitions', () => {
  it('are exactly those of the domain', () => {
    const listed = transitions.map(({ from, to }) => `${from} → ${to ?? 'gone'}`);
    expect([...new Set(listed)].sort()).toEqual(
      [
        'accepted → answered',
        'answered → closed',
        'draft → gone',
        'draft → submitted',
        'in_review → accepted',
        'in_review → in_review',
        'in_review → rejected',
        'in_review → returned',
        'in_review → withdrawn',
        'rejected → closed',
        'rejected → submitted',
        'returned → closed',
        'returned → submitted',
        'returned → withdrawn',
        'submitted → in_review',
        'submitted → withdrawn',
      ].sort(),
    );
  });

  it('name each pair of status and action once', () => {
    const pairs = transitions.map(({ from, action }) => `${from} ${action}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('refuse everything else', () => {
    let refused = 0;
    for (const status of statuses) {
      for (const action of actions) {
        if (transition(status, action) === undefined) refused += 1;
      }
    }
    expect(refused).toBe(statuses.length * actions.length - transitions.length);
    expect(transition('accepted', 'withdraw')).toBeUndefined();
    expect(transition('submitted', 'accept')).toBeUndefined();
    expect(transition('closed', 'submit')).toBeUndefined();
  });

  it('let a rejected authority correct its legal request', () => {
    expect(transition('rejected', 'submit')).toBe('submitted');
    expect(canBeCorrected('rejected')).toBe(true);
    expect(canBeCorrected('accepted')).toBe(false);
  });

  it('give administrators and auditors nothing to decide', () => {
    for (const status of statuses) {
      expect(actionsFor(status, 'admin')).toEqual([]);
      expect(actionsFor(status, 'auditor')).toEqual([]);
    }
  });

  it('let a clerk return, but not accept or reject', () => {
    expect(actionsFor('in_review', 'clerk')).toEqual(['claim', 'return']);
    expect(actionsFor('in_review', 'dpo')).toEqual(['claim', 'return', 'accept', 'reject']);
    expect(actionsFor('in_review', 'investigator')).toEqual(['withdraw']);
  });

  it('end in closed and withdrawn, where it is nobody’s turn', () => {
    expect(statuses.filter(isFinal)).toEqual(['closed', 'withdrawn']);
    expect(statuses.filter((status) => turnOf(status) === 'agency')).toEqual([
      'draft',
      'returned',
      'rejected',
    ]);
  });
});

describe('signatures', () => {
  const dpo = { personId: 'a', role: 'dpo' } as const;
  const counsel = { personId: 'b', role: 'counsel' } as const;

  it('of two different persons accept and reject', () => {
    for (const decision of ['accept', 'reject'] as const) {
      expect(isFullySigned(decision, [dpo])).toBe(false);
      expect(isFullySigned(decision, [dpo, dpo])).toBe(false);
      expect(isFullySigned(decision, [dpo, { personId: 'c', role: 'dpo' }])).toBe(false);
      expect(isFullySigned(decision, [dpo, { personId: 'a', role: 'counsel' }])).toBe(false);
      expect(isFullySigned(decision, [dpo, counsel])).toBe(true);
    }
  });

  it('of one person return', () => {
    expect(isFullySigned('return', [])).toBe(false);
    expect(isFullySigned('return', [counsel])).toBe(true);
    expect(isFullySigned('return', [{ personId: 'd', role: 'admin' }])).toBe(false);
  });
});
