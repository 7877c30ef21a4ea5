import { expect, test } from 'vitest';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';

import { compareForms, isSame } from './form-difference.ts';

const file = (fileId: string): SealedForm['files'][number] => ({
  fileId,
  kind: 'judicial_order',
  name: 'Beschluss.pdf',
  type: 'application/pdf',
  sizeBytes: 1,
  lastModified: 0,
  plaintextSha256: null,
  ciphertextBytes: 1,
  sha256: null,
});
const form = (changes: Partial<SealedForm['answers']> = {}, files = [file('a'), file('b')]): SealedForm => ({
  version: 'amtsweg.form.v1',
  legalRequestId: '019376a0-0000-7000-8000-000000000002',
  revision: 1,
  answers: { ...sampleAnswers('traffic_data', '2026-11-24'), ...changes },
  files,
});

test('nothing changed', () => {
  expect(isSame(compareForms(form(), form()))).toBe(true);
});

test('answers are changed, added and removed', () => {
  const { fields } = compareForms(
    form({ deliveryReference: '', partialAnswers: '' }),
    form({ facts: '', orderDate: '2026-11-20', partialAnswers: 'daily' }),
  );
  expect(fields).toEqual({ facts: 'removed', orderDate: 'changed', partialAnswers: 'added' });
});

test('targets are compared one by one, whatever their order', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({
    kind: 'email' as const,
    address: `${name}@example.org`,
  }));
  const moved = compareForms(form({ targets: [a!, b!] }), form({ targets: [b!, a!] }));
  expect(isSame(moved)).toBe(true);
  const { fields, targets } = compareForms(form({ targets: [a!, b!] }), form({ targets: [b!, c!] }));
  expect(fields).toEqual({ targets: 'changed' });
  expect([...targets]).toEqual([
    ['email c@example.org', 'added'],
    ['email a@example.org', 'removed'],
  ]);
});

test('files are compared by id', () => {
  const { fields, files } = compareForms(form(), form({}, [file('b'), file('c')]));
  expect(fields).toEqual({ attachments: 'changed' });
  expect([...files]).toEqual([
    ['c', 'added'],
    ['a', 'removed'],
  ]);
});
