import { expect, test } from 'vitest';

import { emptyAnswers } from '../answers-schema.ts';
import type { SealedForm } from '../sealed-form.ts';
import { fieldToCorrect, isCorrected, joinFindings } from './findings.ts';

const answers = {
  ...emptyAnswers('subscriber_data', { name: '', rank: '', telephone: '', email: '' }),
  legalBasis: 'stpo_100j_1',
};
const submitted: SealedForm = {
  version: 'amtsweg.form.v1',
  legalRequestId: '01938b1e-7a2c-7000-8000-000000000001',
  revision: 1,
  answers,
  files: [],
};

test('joins findings and their texts by place', () => {
  const joined = joinFindings(
    [
      { field: 'legalBasis', code: 'legal_basis_wrong' },
      { field: 'whole', code: 'duplicate' },
    ],
    { texts: ['Bitte ändern. '], general: '' },
  );
  expect(joined).toEqual([
    { position: 0, field: 'legalBasis', code: 'legal_basis_wrong', text: 'Bitte ändern.' },
    { position: 1, field: null, code: 'duplicate', text: '' },
  ]);
});

test('leads to the field of the finding, else to that of its reason', () => {
  const [, whole] = joinFindings(
    [
      { field: 'legalBasis', code: 'legal_basis_wrong' },
      { field: 'whole', code: 'duplicate' },
    ],
    null,
  );
  expect(whole && fieldToCorrect(whole, answers)).toBe('targets');
});

test('is corrected once the answer differs from the submitted one', () => {
  const [finding] = joinFindings([{ field: 'legalBasis', code: 'legal_basis_wrong' }], null);
  if (!finding) throw new Error('no finding');
  expect(isCorrected(finding, { answers, attachments: [] }, submitted)).toBe(false);
  const changed = { ...answers, legalBasis: 'stpo_100j_2' };
  expect(isCorrected(finding, { answers: changed, attachments: [] }, submitted)).toBe(true);
});
