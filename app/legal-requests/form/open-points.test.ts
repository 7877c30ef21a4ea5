import { expect, test } from 'vitest';

import { emptyAnswers, pruneAnswers } from '../answers-schema.ts';
import { runAutomaticChecks } from '../automatic-checks.ts';
import { de2026 } from '../rule-sets/de-2026.ts';
import { isReady, openPoints } from './open-points.ts';

const context = { agency: { kind: 'police', country: 'DE' }, ruleSet: de2026, today: '2026-11-24' } as const;
const contact = { name: 'Erika Beispiel', rank: '', telephone: '030 1234', email: 'e@polizei.example' };

function pointsOf(patch: object, attachments: Parameters<typeof openPoints>[3] = []) {
  const answers = pruneAnswers({ ...emptyAnswers('subscriber_data', contact), ...patch }, context);
  const checks = runAutomaticChecks({ ...context, files: attachments, answers });
  return openPoints(answers, context, checks, attachments);
}

const complete = {
  fileNumber: '1 Js 1/26',
  legalBasis: 'stpo_100j_1',
  orderingBodyKind: 'authority',
  orderingBodyName: 'LKA',
  targets: [{ kind: 'email', address: 'a@b.example' }],
  asOf: 'now',
  subscriberData: ['name'],
  nonDisclosure: 'no',
};

test('a complete form has no open points', () => {
  expect(isReady(pointsOf(complete))).toBe(true);
});

test('a missing answer is listed once, not again as a rule', () => {
  const points = pointsOf({ ...complete, fileNumber: '' });
  expect(points.errors).toEqual([{ field: 'fileNumber', code: 'required' }]);
  expect(points.forbidden).toEqual([]);
});

test('what the rules forbid stops the submission', () => {
  const points = pointsOf({ ...complete, subscriberData: ['name', 'passwords'] });
  expect(points.forbidden.map(({ rule }) => rule)).toEqual(['no_passwords']);
  expect(isReady(points)).toBe(false);
});

test('a warning waits for a reason', () => {
  const open = { ...complete, targets: [{ kind: 'email', address: 'a*@b.example' }] };
  expect(pointsOf(open).unexplained).toEqual(['targets_unambiguous']);
  const overrides = [{ rule: 'targets_unambiguous', reason: 'Der Stern gehört zur Adresse.' }];
  expect(isReady(pointsOf({ ...open, overrides }))).toBe(true);
});

test('an upload that is not finished stops the submission', () => {
  const entry = {
    fileId: '01938b1e-7a2c-7000-8000-000000000001',
    kind: 'other',
    name: 'a.pdf',
    type: '',
    sizeBytes: 1,
    lastModified: 0,
    plaintextSha256: null,
    ciphertextBytes: null,
    sha256: null,
    resume: { sealedState: 'x' },
  } as const;
  expect(pointsOf(complete, [entry]).unfinished).toEqual([entry]);
});
