import { describe, expect, it } from 'vitest';
import { checkSample, faults, holidays, order, police, today } from '#test/legal-requests/check-sample.ts';
import type { EarlierLegalRequest } from './automatic-checks.ts';
import { blocksSubmission, currentOverrides, missingReasons } from './automatic-checks.ts';
import { checkRules } from './check-rules.ts';
import type { Answers } from './form-answers.ts';
import type { Category } from './legal-request-values.ts';
import { categories } from './legal-request-values.ts';
import { checkPublicPart } from './public-checks.ts';
import { extractPublicPart } from './public-part.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { sampleAnswers } from './sample-answers.ts';

type Change = Partial<Answers>;

describe('a sample form', () => {
  it.each(categories)('%s: passes every check, in the order of the rules', (category) => {
    const results = checkSample(category);
    expect(faults(results)).toEqual([]);
    expect(new Set(results.map(({ rule }) => rule)).size).toBe(results.length);
    for (const { rule } of results) expect(checkRules).toContain(rule);
  });

  it.each(categories)('%s: the server comes to the same result', (category) => {
    const part = extractPublicPart(category, sampleAnswers(category, today), order);
    expect(checkPublicPart(de2026, police, part, today, { holidays })).toEqual([]);
  });
});

describe('rules', () => {
  const cases: [string, Category, Change, string[]][] = [
    ['no file number', 'traffic_data', { fileNumber: '' }, ['file_number_given fail file_number_missing']],
    ['no legal basis', 'traffic_data', { legalBasis: '' }, ['legal_basis_named fail legal_basis_missing']],
    [
      'a basis of another category',
      'traffic_data',
      { legalBasis: 'stpo_100j_1' },
      ['legal_basis_fits fail legal_basis_wrong', 'ordering_body_competent fail order_defective'],
    ],
    [
      'a basis of another kind of authority',
      'interception',
      { legalBasis: 'g10_3' },
      ['legal_basis_fits fail authority_not_competent', 'ordering_body_competent fail order_defective'],
    ],
    [
      'another basis',
      'mailbox_seizure',
      { legalBasis: 'other_mailbox_seizure', legalBasisOther: '§ 1' },
      ['legal_basis_confirmed look legal_basis_wrong'],
    ],
    [
      'the wrong ordering body',
      'traffic_data',
      { orderingBodyKind: 'authority' },
      ['ordering_body_competent fail order_defective'],
    ],
    [
      'the prosecutor without emergency',
      'interception',
      { orderingBodyKind: 'prosecution' },
      ['ordering_body_competent fail order_defective'],
    ],
    [
      'an order from tomorrow',
      'traffic_data',
      { orderDate: '2026-11-25' },
      ['order_date_not_in_future fail order_defective'],
    ],
    ['an order without date', 'traffic_data', { orderDate: '' }, ['order_date_given fail order_incomplete']],
    [
      'an order of half a year and a day',
      'mailbox_seizure',
      { orderDate: '2026-05-23' },
      ['order_not_too_old look order_expired'],
    ],
    ['an order of half a year', 'mailbox_seizure', { orderDate: '2026-05-24' }, []],
    [
      'a direction that contradicts the dates',
      'traffic_data',
      { periodDirection: 'future', partialAnswers: 'once' },
      ['period_matches_direction look period_unclear'],
    ],
    [
      'a secrecy that is over',
      'mailbox_seizure',
      { nonDisclosureUntil: '2026-11-23' },
      ['non_disclosure_plausible look period_unclear'],
    ],
    [
      'log-in addresses',
      'subscriber_data',
      { subscriberData: ['name', 'login_ip_addresses'] },
      ['category_not_exceeded fail category_exceeded'],
    ],
    [
      'traffic data in words',
      'subscriber_data',
      { subscriberDataOther: 'sowie alle Log-ins der letzten Woche' },
      ['category_not_exceeded look category_exceeded'],
    ],
    [
      'passwords',
      'subscriber_data',
      { subscriberData: ['passwords'] },
      ['no_passwords fail category_exceeded'],
    ],
    [
      'passwords in words',
      'subscriber_data',
      { subscriberDataOther: 'und das Kennwort' },
      ['no_passwords look category_exceeded'],
    ],
    ['harmless words', 'subscriber_data', { subscriberDataOther: 'Datum des Vertragsbeginns' }, []],
  ];
  it.each(cases)('%s', (_name, category, change, expected) => {
    const found = faults(checkSample(category, change)).filter((fault) => !fault.startsWith('form_complete'));
    expect(found).toEqual(expected);
  });

  it('no targets', () => {
    expect(faults(checkSample('traffic_data', { targets: [] }))).toEqual([
      'form_complete fail',
      'targets_given fail identifier_missing',
    ]);
  });

  it('no order attached', () => {
    expect(faults(checkSample('interception', {}, { files: [{ kind: 'other' }] }))).toEqual([
      'order_attached fail court_order_missing',
    ]);
    expect(faults(checkSample('subscriber_data', {}, { files: [] }))).toEqual([]);
  });

  it('an authority that is not verified', () => {
    const agency = { ...police, verified: false };
    expect(faults(checkSample('subscriber_data', {}, { agency }))).toEqual([
      'agency_verified fail authority_not_verified',
    ]);
  });

  it('an authority outside of the portal is for a person to look at', () => {
    const agency = { ...police, verified: 'outside' as const };
    expect(faults(checkSample('subscriber_data', {}, { agency }))).toEqual([
      'agency_outside look authority_not_verified',
    ]);
  });
});

describe('earlier legal requests', () => {
  const earlier: EarlierLegalRequest[] = [
    {
      reference: 'AW-2026-000001',
      fileNumber: '274 Js 1234/26',
      category: 'interception',
      status: 'accepted',
    },
  ];

  it('under the same file number are looked at', () => {
    expect(faults(checkSample('interception', {}, { earlier }))).toEqual(['not_a_duplicate look duplicate']);
    expect(faults(checkSample('traffic_data', {}, { earlier }))).toEqual([]);
  });

  it('are what an extension refers to', () => {
    const extension: Change = { measureKind: 'extension', earlierReference: 'AW-2026-000001' };
    expect(faults(checkSample('interception', extension, { earlier }))).toEqual([]);
    expect(
      faults(checkSample('interception', { ...extension, earlierReference: 'AW-2026-000002' }, { earlier })),
    ).toEqual(['earlier_reference_known look period_unclear']);
  });

  it.each([
    ['of another category', { category: 'traffic_data' }],
    ['that was withdrawn', { status: 'withdrawn' }],
  ] as const)('%s are not what an extension refers to', (_what, change) => {
    const extension: Change = { measureKind: 'extension', earlierReference: 'AW-2026-000001' };
    const others = earlier.map((one) => ({ ...one, ...change }));
    expect(faults(checkSample('interception', extension, { earlier: others }))).toEqual([
      'earlier_reference_known look period_unclear',
    ]);
  });
});

describe('overriding', () => {
  const results = checkSample('traffic_data', {
    targets: [{ kind: 'email', address: 'a@elsewhere.example' }],
  });

  it('takes a reason for each warning', () => {
    expect(missingReasons(results, [])).toEqual(['targets_ours']);
    expect(blocksSubmission(results, [{ rule: 'targets_ours', reason: ' ' }])).toBe(true);
    expect(blocksSubmission(results, [{ rule: 'targets_ours', reason: 'Neue Domain' }])).toBe(false);
  });

  it('never lifts a failed check', () => {
    const failed = checkSample('traffic_data', { fileNumber: '' });
    expect(
      blocksSubmission(
        failed,
        checkRules.map((rule) => ({ rule, reason: 'x' })),
      ),
    ).toBe(true);
  });

  it('is forgotten when the warning is gone', () => {
    const overrides = [
      { rule: 'targets_ours', reason: 'x' },
      { rule: 'not_a_duplicate', reason: 'y' },
    ] as const;
    expect(currentOverrides(results, overrides)).toEqual([{ rule: 'targets_ours', reason: 'x' }]);
  });

  it('of the explained other basis takes none', () => {
    const other = checkSample('mailbox_seizure', {
      legalBasis: 'other_mailbox_seizure',
      legalBasisOther: 'x',
    });
    expect(blocksSubmission(other, [])).toBe(false);
  });
});
