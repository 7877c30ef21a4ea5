import { describe, expect, it } from 'vitest';
import { checkSample, faults, holidays, order, police, today } from '#test/legal-requests/check-sample.ts';
import { pruneAnswers } from './answers-schema.ts';
import type { Answers } from './form-answers.ts';
import type { CheckedAgency } from './public-checks.ts';
import { checkPublicPart } from './public-checks.ts';
import { extractPublicPart } from './public-part.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { sampleAnswers } from './sample-answers.ts';

type Change = Partial<Answers>;

describe('emergencies', () => {
  const emergency: Change = {
    priority: 'emergency',
    emergencyReason: 'Gefahr',
    orderingBodyKind: 'prosecution',
    orderDate: '2026-11-23',
  };
  const check = (more: Change) => faults(checkSample('interception', { ...emergency, ...more }));

  it('need a confirmation within three working days', () => {
    expect(check({ emergencyConfirmationDue: '2026-11-26' })).toEqual([]);
    expect(check({ emergencyConfirmationDue: '2026-11-27' })).toEqual([
      'emergency_confirmation_in_time fail emergency_not_confirmed',
    ]);
    expect(check({ emergencyConfirmationDue: '' })).toEqual([
      'form_complete fail',
      'emergency_confirmation_given fail emergency_not_confirmed',
    ]);
  });

  it('lapse afterwards', () => {
    expect(check({ orderDate: '2026-11-16', emergencyConfirmationDue: '2026-11-19' })).toEqual([
      'emergency_not_lapsed look emergency_not_confirmed',
    ]);
  });

  it('do not lapse once the confirmation is on record', () => {
    const change = { ...emergency, orderDate: '2026-11-16', emergencyConfirmationDue: '2026-11-19' };
    expect(faults(checkSample('interception', change, { isConfirmed: true }))).toEqual([]);
  });

  it('of a seizure may have the confirmation applied for later, with a reason', () => {
    const seizure = {
      ...emergency,
      orderingBodyKind: 'authority',
      emergencyConfirmationDue: '2026-11-27',
    } as const;
    expect(faults(checkSample('mailbox_seizure', seizure))).toEqual([
      'emergency_confirmation_in_time look emergency_not_confirmed',
    ]);
  });

  it('on another basis may come from the authority itself, for the reviewer to look at', () => {
    for (const category of ['traffic_data', 'interception'] as const) {
      const other: Change = {
        ...emergency,
        legalBasis: `other_${category}`,
        legalBasisOther: '§ 15b HSOG',
        orderingBodyKind: 'authority',
        emergencyConfirmationDue: '2026-11-26',
      };
      expect(faults(checkSample(category, other))).toEqual([
        'legal_basis_confirmed look legal_basis_wrong',
        'ordering_body_competent look order_defective',
      ]);
    }
  });

  it('need none when whoever ordered may always do so, or when a measure is being ended', () => {
    expect(check({ orderingBodyKind: 'court' })).toEqual([]);
    expect(check({ measureKind: 'early_termination', earlierReference: 'AW-2026-000001' })).toEqual([
      'earlier_reference_known look period_unclear',
    ]);
    const ministry = { ...emergency, legalBasis: 'other_interception', legalBasisOther: 'x' } as const;
    expect(faults(checkSample('interception', { ...ministry, orderingBodyKind: 'ministry' }))).toEqual([
      'legal_basis_confirmed look legal_basis_wrong',
    ]);
    expect(
      faults(checkSample('subscriber_data', { priority: 'emergency', emergencyReason: 'Gefahr' })),
    ).toEqual([]);
  });
});

describe('foreign authorities', () => {
  const french: CheckedAgency = { kind: 'prosecution', country: 'FR', verified: true };
  const check = (change: Change, agency = french) =>
    faults(
      checkSample(
        'traffic_data',
        { foreignRouteReference: 'x', assistingAuthority: 'GenStA', ...change },
        { agency },
      ),
    ).filter((fault) => !fault.startsWith('form_complete'));

  it('must name a route that their country has', () => {
    expect(check({ legalBasis: 'epoc_traffic_data' })).toEqual([
      'foreign_route_named fail foreign_no_legal_assistance',
    ]);
    expect(check({ legalBasis: 'epoc_traffic_data', foreignRoute: 'epoc' })).toEqual([]);
    const danish = { ...french, country: 'DK' };
    expect(check({ legalBasis: 'epoc_traffic_data', foreignRoute: 'epoc' }, danish)).toEqual([
      'foreign_route_named fail foreign_no_legal_assistance',
      'legal_basis_fits fail legal_basis_wrong',
    ]);
  });

  it('must rest on the law of that route, never on German law directly', () => {
    expect(check({ legalBasis: 'irg_traffic_data', foreignRoute: 'epoc' })).toEqual([
      'legal_basis_fits fail legal_basis_wrong',
    ]);
    expect(check({ legalBasis: 'stpo_100g_1', foreignRoute: 'epoc' })).toEqual([
      'legal_basis_fits fail legal_basis_wrong',
    ]);
  });
});

describe('the server', () => {
  it('refuses what the form would have refused', () => {
    const answers = { ...sampleAnswers('interception', today), periodEnd: '2027-06-01T00:00' };
    const part = extractPublicPart('interception', answers, []);
    expect(faults(checkPublicPart(de2026, police, part, today, { holidays }))).toEqual([
      'order_attached fail court_order_missing',
      'period_not_too_long fail period_too_long',
      'period_within_order look period_too_long',
    ]);
  });

  it('accepts a warning that was overridden', () => {
    const answers: Answers = {
      ...sampleAnswers('mailbox_seizure', today),
      orderDate: '2026-01-10',
      overrides: [{ rule: 'order_not_too_old', reason: 'Bestätigt am 20.11.' }],
    };
    const part = extractPublicPart('mailbox_seizure', answers, order);
    expect(checkPublicPart(de2026, police, part, today)).toEqual([]);
    expect(faults(checkPublicPart(de2026, police, { ...part, overriddenWarnings: [] }, today))).toEqual([
      'order_not_too_old look order_expired',
    ]);
  });

  it('lets the prosecutor end an interception, because it cannot see that it is one', () => {
    const answers: Answers = {
      ...sampleAnswers('interception', today),
      measureKind: 'early_termination',
      earlierReference: 'AW-2026-000001',
      orderingBodyKind: 'prosecution',
    };
    const context = { agency: police, ruleSet: de2026, today };
    expect(pruneAnswers(answers, context)).toEqual(answers);
    const part = extractPublicPart('interception', answers, order);
    expect(checkPublicPart(de2026, police, part, today)).toEqual([]);
    const emergency = { ...part, priority: 'emergency' } as const;
    expect(checkPublicPart(de2026, police, emergency, today, { holidays })).toEqual([]);
  });
});
