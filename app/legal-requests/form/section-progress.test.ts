import { expect, test } from 'vitest';

import { emptyAnswers } from '../answers-schema.ts';
import { runAutomaticChecks } from '../automatic-checks.ts';
import { formOf } from '../categories/categories.ts';
import type { FieldKey } from '../form-answers.ts';
import { de2026 } from '../rule-sets/de-2026.ts';
import { applicableSections } from '../sections.ts';
import { isDone, nextSection, sectionProgress } from './section-progress.ts';

const context = { agency: { kind: 'police', country: 'DE' }, ruleSet: de2026, today: '2026-11-24' } as const;
const contact = { name: 'Erika Beispiel', rank: '', telephone: '030 1234', email: 'e@polizei.example' };

function statesOf(patch: object, openFindings: FieldKey[] = []) {
  const answers = { ...emptyAnswers('subscriber_data', contact), ...patch };
  const sections = applicableSections(formOf('subscriber_data'), answers, context);
  const checks = runAutomaticChecks({ ...context, files: [], answers });
  const progress = sectionProgress({
    sections,
    answers,
    context,
    attachments: [],
    checks,
    openFindings: new Set(openFindings),
  });
  return Object.fromEntries(progress.map((one) => [one.section.key, one.state]));
}

test('tells what is begun, what is optional and what is prefilled', () => {
  expect(statesOf({})).toMatchObject({
    procedure: 'not_started',
    facts: 'optional',
    attachments: 'optional',
    contact: 'complete',
  });
  expect(statesOf({ orderingBodyName: 'LKA' })).toMatchObject({ order: 'incomplete' });
});

test('a complete section that the rules forbid is faulty', () => {
  expect(statesOf({ subscriberData: ['passwords'] })).toMatchObject({ data_wanted: 'faulty' });
});

test('a finding shows until its answer is changed', () => {
  const state = statesOf({ fileNumber: '1 Js 1/26' }, ['fileNumber']).procedure;
  expect(state).toBe('finding');
  expect(isDone({ section: { key: 'procedure', fields: [] }, state: 'finding' })).toBe(false);
});

test('knows the section after each, and the end', () => {
  const { sections } = formOf('subscriber_data');
  expect(nextSection(sections, 'procedure')?.key).toBe('legal_basis');
  expect(nextSection(sections, 'confidentiality')).toBeNull();
});
