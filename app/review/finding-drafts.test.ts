import { describe, expect, test } from 'vitest';

import { checkDecision, completeFindings, isReady } from './decision-form.ts';
import { canBecomeFinding, changeFindings, faultsOf, type FindingDraft } from './finding-drafts.ts';

const context = { category: 'traffic_data' as const, canned: (code: string) => `Text zu ${code}` };
const add = (change: object) => changeFindings([], { type: 'add', ...change }, context);

describe('findings while they are written', () => {
  test('a failed check brings its field, reason and words', () => {
    expect(add({ field: 'orderDate', code: 'order_expired' })).toEqual([
      { key: 1, field: 'orderDate', code: 'order_expired', text: 'Text zu order_expired', isTextOwn: false },
    ]);
  });

  test('a reason points at its usual field in this category', () => {
    expect(add({ code: 'overbroad' })[0]?.field).toBe('trafficData');
    expect(add({ code: 'authority_not_verified' })[0]?.field).toBe('whole');
    expect(add({ field: 'deliveryPoint', code: 'overbroad' })[0]?.field).toBe('trafficData');
  });

  test('another reason brings other words, but never over one’s own', () => {
    const first = add({ code: 'overbroad' });
    const other = changeFindings(first, { type: 'choose_code', key: 1, code: 'duplicate' }, context);
    expect(other[0]).toMatchObject({ code: 'duplicate', field: 'trafficData', text: 'Text zu duplicate' });
    const own = changeFindings(first, { type: 'write', key: 1, text: 'Eigenes' }, context);
    const kept = changeFindings(own, { type: 'choose_code', key: 1, code: 'duplicate' }, context);
    expect(kept[0]?.text).toBe('Eigenes');
  });

  test('keys stay unique when one is removed', () => {
    const three = [1, 2, 3].reduce<FindingDraft[]>(
      (drafts) => changeFindings(drafts, { type: 'add' }, context),
      [],
    );
    const two = changeFindings(three, { type: 'remove', key: 2 }, context);
    expect(changeFindings(two, { type: 'add' }, context).map(({ key }) => key)).toEqual([1, 3, 4]);
    expect(changeFindings(two, { type: 'clear' }, context)).toEqual([]);
  });

  test('what is missing is said', () => {
    expect(faultsOf(add({})[0]!)).toEqual(['field_missing', 'code_missing', 'text_missing']);
  });

  test('only what a check found becomes a finding', () => {
    expect(canBecomeFinding({ rule: 'order_attached', outcome: 'pass' })).toBe(false);
    expect(canBecomeFinding({ rule: 'form_complete', outcome: 'fail' })).toBe(false);
    expect(
      canBecomeFinding({ rule: 'order_attached', outcome: 'fail', reasonCode: 'court_order_missing' }),
    ).toBe(true);
  });
});

describe('a decision before it is signed', () => {
  const finding = add({ code: 'overbroad' });
  const draft = {
    decision: 'return' as const,
    findings: finding,
    general: '',
    failCount: 0,
    isBasisUnlisted: false,
    failsConfirmed: false,
  };

  test('a return and a rejection name findings, an acceptance has none', () => {
    expect(isReady(checkDecision(draft))).toBe(true);
    expect(checkDecision({ ...draft, decision: '' }).faults).toEqual(['decision_missing']);
    expect(checkDecision({ ...draft, findings: [] }).faults).toEqual(['findings_missing']);
    expect(checkDecision({ ...draft, decision: 'accept' }).faults).toEqual(['findings_left']);
    expect(checkDecision({ ...draft, findings: add({}) }).findings.get(1)).toContain('text_missing');
  });

  test('accepting against a failed check is confirmed', () => {
    const accept = { ...draft, decision: 'accept' as const, findings: [], failCount: 2 };
    expect(checkDecision(accept).faults).toEqual(['fails_not_confirmed']);
    expect(isReady(checkDecision({ ...accept, failsConfirmed: true }))).toBe(true);
    const unlisted = { ...accept, failCount: 0, isBasisUnlisted: true };
    expect(checkDecision(unlisted).faults).toEqual(['fails_not_confirmed']);
    expect(isReady(checkDecision({ ...unlisted, failsConfirmed: true }))).toBe(true);
  });

  test('texts go trimmed', () => {
    const drafts = changeFindings(finding, { type: 'write', key: 1, text: '  Bitte kürzen. ' }, context);
    expect(completeFindings(drafts)).toEqual([
      { field: 'trafficData', code: 'overbroad', text: 'Bitte kürzen.' },
    ]);
  });
});
