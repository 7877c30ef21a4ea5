import { expect, test } from 'vitest';

import de from '#app/text/de.ts';

import { emptyAnswers } from '../answers-schema.ts';
import { de2026 } from '../rule-sets/de-2026.ts';
import type { Field } from '../sections.ts';
import { answerText } from './answer-text.ts';

const contact = { name: 'Erika Beispiel', rank: '', telephone: '', email: '' };
const context = { agency: { kind: 'police', country: 'DE' }, ruleSet: de2026, today: '2026-11-24' } as const;

function textOf(field: Partial<Field> & Pick<Field, 'key' | 'kind'>, patch: object) {
  const answers = { ...emptyAnswers('traffic_data', contact), ...patch };
  return answerText(de, 'de', { visibility: 'sealed', ...field }, answers, context);
}

test('shows days and times as they were typed, whatever the zone of this machine', () => {
  expect(textOf({ key: 'orderDate', kind: 'date' }, { orderDate: '2026-03-01' })).toBe('1. März 2026');
  expect(textOf({ key: 'periodStart', kind: 'datetime' }, { periodStart: '2026-03-29T02:30' })).toContain(
    '02:30',
  );
  expect(textOf({ key: 'periodStart', kind: 'datetime' }, { periodStart: '2026-03-29T02:30:07' })).toContain(
    '02:30:07',
  );
});

test('shows choices and legal bases by name, one line each', () => {
  expect(textOf({ key: 'trafficData', kind: 'checkboxes' }, { trafficData: ['logins', 'sent'] })).toBe(
    'Anmeldungen\nGesendete Nachrichten',
  );
  expect(textOf({ key: 'legalBasis', kind: 'legal_basis' }, { legalBasis: 'stpo_100j_1' })).toContain(
    '§ 100j',
  );
});

test('is empty where nothing was answered', () => {
  expect(textOf({ key: 'facts', kind: 'textarea' }, {})).toBe('');
  expect(textOf({ key: 'targets', kind: 'targets' }, {})).toBe('');
});
