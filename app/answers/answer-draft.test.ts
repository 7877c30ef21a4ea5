import { expect, test } from 'vitest';

import { problemsOf, readAnswerDraft } from './answer-draft.ts';

test('a new draft has a place for each target, and says what is missing', () => {
  const draft = readAnswerDraft(null, 2);
  expect(draft.targets).toHaveLength(2);
  expect(problemsOf(draft, null)).toEqual(['outcome_missing']);
});

test('data needs a file, a refusal a reason, and the days are limited', () => {
  const draft = readAnswerDraft(null, 1);
  const given = (outcome: 'delivered' | 'refused_in_part' | 'nothing_held', reason = '') => ({
    ...draft,
    targets: [{ outcome, reason }],
  });
  expect(problemsOf(given('delivered'), null)).toEqual(['data_missing']);
  expect(problemsOf(given('refused_in_part'), null)).toEqual(['reason_missing']);
  expect(problemsOf(given('refused_in_part', 'Nur Empfang'), null)).toEqual([]);
  expect(problemsOf(given('nothing_held'), null)).toEqual([]);
  for (const keepDays of [9, 46, 30.5, Number.NaN])
    expect(problemsOf({ ...given('nothing_held'), keepDays }, null)).toEqual(['keep_days_wrong']);
});

test('what goes by mail must fit into one', () => {
  const file = (fileId: string, ciphertextBytes: number) => ({
    ...{ fileId, kind: 'other' as const, name: 'a', type: '', sizeBytes: 1, lastModified: 0 },
    ...{ plaintextSha256: 'p'.repeat(43), ciphertextBytes, sha256: 'c'.repeat(43) },
  });
  const draft = {
    ...readAnswerDraft(null, 1),
    targets: [{ outcome: 'delivered' as const, reason: '' }],
    files: [file('1', 60), file('2', 40)],
  };
  expect(problemsOf(draft, 100)).toEqual([]);
  expect(problemsOf(draft, 99)).toEqual(['too_large_for_mail']);
  expect(problemsOf(draft, null)).toEqual([]);
});
