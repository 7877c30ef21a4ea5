import { expect, test } from 'vitest';

import { emptyAnswers } from './answers-schema.ts';
import { readDraftContent } from './draft-content.ts';
import { createSealedForm, readSealedForm } from './sealed-form.ts';

const contact = { name: 'Erika Beispiel', rank: '', telephone: '', email: '' };
const answers = emptyAnswers('traffic_data', contact);
const place = { legalRequestId: '01938b1e-7a2c-7000-8000-000000000001', revision: 2 };
const file = {
  fileId: '01938b1e-7a2c-7000-8000-000000000002',
  kind: 'other',
  name: 'a.pdf',
  type: '',
  sizeBytes: 1,
  lastModified: 0,
  plaintextSha256: 'p'.repeat(43),
  ciphertextBytes: 10,
  sha256: 'c'.repeat(43),
} as const;

test('a form is read back at its own place only', () => {
  const form: unknown = JSON.parse(JSON.stringify(createSealedForm(place, answers, [file])));
  expect(readSealedForm(form, place)).toMatchObject({ revision: 2, files: [{ name: 'a.pdf' }] });
  expect(readSealedForm(form, { ...place, revision: 1 })).toBeNull();
  expect(readSealedForm(form, { ...place, legalRequestId: file.fileId })).toBeNull();
  expect(readSealedForm({ ...(form as object), more: 1 }, place)).toBeNull();
});

test('a file on its way is never sealed into a form', () => {
  const unfinished = { ...file, resume: { sealedState: 'x' } } as unknown as typeof file;
  expect(() => createSealedForm(place, answers, [unfinished])).toThrow(TypeError);
});

test('a draft keeps what still has the right shape', () => {
  const saved = { answers: { facts: 'Text', orderDate: 7 }, attachments: [{ ...file }, { name: 'broken' }] };
  const draft = readDraftContent(saved, 'traffic_data', contact);
  expect(draft.answers).toMatchObject({ facts: 'Text', orderDate: '', contactName: 'Erika Beispiel' });
  expect(draft.attachments).toHaveLength(1);
  expect(readDraftContent('nonsense', 'traffic_data', contact).answers).toEqual(answers);
});
