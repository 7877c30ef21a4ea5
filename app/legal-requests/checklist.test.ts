import { expect, it } from 'vitest';
import { checklistFor } from './checklist.ts';
import type { EmergencyOrder } from './emergency-orders.ts';
import { categories } from './legal-request-values.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { findLegalBasis } from './rule-sets/rule-set.ts';

const normal = {
  priority: 'normal',
  foreignRoute: null,
  orderingBodyKind: 'court',
  isEnding: false,
} as const;
const emergency = { ...normal, priority: 'emergency', orderingBodyKind: 'prosecution' } as const;

it.each(categories)('%s: has each point once', (category) => {
  for (const basis of de2026.legalBases.filter((one) => one.categories.includes(category))) {
    const items = checklistFor({ category, ...emergency, foreignRoute: 'epoc' }, basis);
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

it('asks for the confirmation of an emergency order, unless a court gave it or it ends the measure', () => {
  const pointsOf = (order: Partial<EmergencyOrder>) =>
    checklistFor(
      { category: 'interception', ...emergency, ...order },
      findLegalBasis(de2026, 'stpo_100a'),
    ).filter((point) => point.startsWith('emergency_'));
  expect(pointsOf({})).toEqual(['emergency_justified', 'emergency_confirmed']);
  expect(pointsOf({ orderingBodyKind: 'court' })).toEqual(['emergency_justified']);
  expect(pointsOf({ isEnding: true })).toEqual(['emergency_justified']);
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
