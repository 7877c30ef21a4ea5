import { expect, it } from 'vitest';
import { checklistFor } from './checklist.ts';
import { categories } from './legal-request-values.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { findLegalBasis } from './rule-sets/rule-set.ts';

const normal = { priority: 'normal', foreignRoute: null };

it.each(categories)('%s: has each point once', (category) => {
  for (const basis of de2026.legalBases.filter((one) => one.categories.includes(category))) {
    const items = checklistFor({ category, priority: 'emergency', foreignRoute: 'epoc' }, basis);
    expect(new Set(items).size).toBe(items.length);
  }
});

it('lists what § 100e (3) StPO asks of the order', () => {
  const items = checklistFor({ category: 'interception', ...normal }, findLegalBasis(de2026, 'stpo_100a'));
  expect(items).toEqual(
    expect.arrayContaining(['order_states_end', 'order_states_offence', 'order_states_person']),
  );
  expect(items).not.toContain('emergency_confirmed');
});

it('asks for the confirmation of an emergency order', () => {
  const legalRequest = { category: 'traffic_data', priority: 'emergency', foreignRoute: null } as const;
  expect(checklistFor(legalRequest, findLegalBasis(de2026, 'stpo_100g_1'))).toContain('emergency_confirmed');
});

it('asks for little where no order is needed', () => {
  expect(
    checklistFor({ category: 'subscriber_data', ...normal }, findLegalBasis(de2026, 'stpo_100j_1')),
  ).toEqual([
    'legal_basis_named',
    'agency_competent',
    'ordering_body_competent',
    'targets_ours',
    'scope_proportionate',
    'request_in_writing',
  ]);
});
