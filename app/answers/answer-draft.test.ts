import { expect, test } from 'vitest';

import { problemsOf, readAnswerDraft } from './answer-draft.ts';

test('a new draft has a place for each target, and says what is missing', () => {
  const draft = readAnswerDraft(null, 2);
  expect(draft.targets).toHaveLength(2);
  expect(problemsOf(draft)).toEqual(['outcome_missing']);
});

test('data needs a file, a refusal a reason, and the days are limited', () => {
  const draft = readAnswerDraft(null, 1);
  const given = (outcome: 'delivered' | 'refused_in_part' | 'nothing_held', reason = '') => ({
    ...draft,
    targets: [{ outcome, reason }],
  });
  expect(problemsOf(given('delivered'))).toEqual(['data_missing']);
  expect(problemsOf(given('refused_in_part'))).toEqual(['reason_missing']);
  expect(problemsOf(given('refused_in_part', 'Nur Empfang'))).toEqual([]);
  expect(problemsOf(given('nothing_held'))).toEqual([]);
  for (const keepDays of [9, 46, 30.5, Number.NaN])
    expect(problemsOf({ ...given('nothing_held'), keepDays })).toEqual(['keep_days_wrong']);
});
