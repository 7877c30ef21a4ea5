import { describe, expect, it } from 'vitest';
import { pruneAnswers } from './answers-schema.ts';
import type { CheckInput, EarlierLegalRequest } from './automatic-checks.ts';
import {
  blocksSubmission,
  currentOverrides,
  missingReasons,
  runAutomaticChecks,
} from './automatic-checks.ts';
import type { CheckResult } from './check-result.ts';
import { checkRules } from './check-rules.ts';
import type { Answers } from './form-answers.ts';
import { listPublicHolidays } from './holidays.ts';
import type { AttachmentKind, Category } from './legal-request-values.ts';
import { categories } from './legal-request-values.ts';
import type { CheckedAgency } from './public-checks.ts';
import { checkPublicPart } from './public-checks.ts';
import { extractPublicPart } from './public-part.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { sampleAnswers } from './sample-answers.ts';

const today = '2026-11-24';
const police: CheckedAgency = { kind: 'police', country: 'DE', verified: true };
const order: { kind: AttachmentKind }[] = [{ kind: 'judicial_order' }];
const holidays = listPublicHolidays('BE', { from: 2026, to: 2027 });
const known = { ruleSet: de2026, today, holidays, providerDomains: ['mail.example'], earlier: [] };

type Change = Partial<Answers>;

function run(category: Category, change: Change = {}, more: Partial<CheckInput> = {}): CheckResult[] {
  const answers = { ...sampleAnswers(category, today), ...change };
  return runAutomaticChecks({ ...known, agency: police, files: order, ...more, answers });
}

/** What does not pass, as `rule outcome reason`. */
function faults(results: CheckResult[]): string[] {
  return results
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ rule, outcome, reasonCode }) => [rule, outcome, reasonCode].filter(Boolean).join(' '));
}

describe('a sample form', () => {
  it.each(categories)('%s: passes every check, in the order of the rules', (category) => {
    const results = run(category);
    expect(faults(results)).toEqual([]);
    expect(new Set(results.map(({ rule }) => rule)).size).toBe(results.length);
    for (const { rule } of results) expect(checkRules).toContain(rule);
  });

  it.each(categories)('%s: the server comes to the same result', (category) => {
    const part = extractPublicPart(category, sampleAnswers(category, today), order);
    expect(checkPublicPart(de2026, police, part, today, holidays)).toEqual([]);
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
    ['a period without end', 'interception', { periodEnd: '' }, ['period_given fail period_unclear']],
    [
      'an end before the start',
      'traffic_data',
      { periodStart: '2026-11-20T10:00', periodEnd: '2026-11-20T09:59' },
      ['period_end_after_start fail period_unclear'],
    ],
    [
      'an interception in the past',
      'interception',
      { periodStart: '2026-11-01T00:00', periodEnd: '2026-11-23T00:00' },
      ['period_in_right_direction fail period_unclear'],
    ],
    [
      'three calendar months ahead',
      'interception',
      { orderDate: today, periodStart: '2026-11-24T00:00', periodEnd: '2027-02-24T23:59' },
      [],
    ],
    [
      'a day more than three months',
      'interception',
      { orderDate: today, periodStart: '2026-11-24T00:00', periodEnd: '2027-02-25T00:00' },
      ['period_not_too_long fail period_too_long', 'period_within_order look period_too_long'],
    ],
    [
      'three months from the start but not from the order',
      'interception',
      { orderDate: '2026-11-10', periodStart: '2026-11-24T00:00', periodEnd: '2027-02-20T00:00' },
      ['period_within_order look period_too_long'],
    ],
    [
      'future traffic data for four months',
      'traffic_data',
      { periodDirection: 'past_and_future', partialAnswers: 'once', periodEnd: '2027-03-24T00:00' },
      ['period_not_too_long fail period_too_long', 'period_within_order look period_too_long'],
    ],
    ['past traffic data for years', 'traffic_data', { periodStart: '2020-01-01T00:00' }, []],
    [
      'a direction that contradicts the dates',
      'traffic_data',
      { periodDirection: 'future', partialAnswers: 'once' },
      ['period_matches_direction look period_unclear'],
    ],
    [
      'a domain of somebody else',
      'traffic_data',
      { targets: [{ kind: 'email', address: 'a@elsewhere.example' }] },
      ['targets_ours look identifier_not_ours'],
    ],
    [
      'a placeholder',
      'traffic_data',
      { targets: [{ kind: 'email', address: 'muster*@mail.example' }] },
      ['targets_unambiguous look identifier_ambiguous'],
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
    const found = faults(run(category, change)).filter((fault) => !fault.startsWith('form_complete'));
    expect(found).toEqual(expected);
  });

  it('no targets', () => {
    expect(faults(run('traffic_data', { targets: [] }))).toEqual([
      'form_complete fail',
      'targets_given fail identifier_missing',
    ]);
  });

  it('no order attached', () => {
    expect(faults(run('interception', {}, { files: [{ kind: 'other' }] }))).toEqual([
      'order_attached fail court_order_missing',
    ]);
    expect(faults(run('subscriber_data', {}, { files: [] }))).toEqual([]);
  });

  it('an authority that is not verified', () => {
    const agency = { ...police, verified: false };
    expect(faults(run('subscriber_data', {}, { agency }))).toEqual([
      'agency_verified fail authority_not_verified',
    ]);
  });
});

describe('IP addresses', () => {
  const targets: Answers['targets'] = [
    { kind: 'email', address: 'a@mail.example' },
    { kind: 'ip', address: '8.8.8.8', at: '2026-03-01T12:00:01', timeZone: 'UTC' },
  ];
  const withBasis = (legalBasis: string, agency: CheckedAgency = police) =>
    faults(run('subscriber_data', { targets, legalBasis, legalBasisParagraph: '§ 1' }, { agency }));

  it('are for crimes', () => {
    expect(withBasis('stpo_100j_2')).toEqual([]);
    expect(withBasis('stpo_100j_1')).toEqual(['ip_address_allowed fail legal_basis_wrong']);
  });

  it('are not for regulatory offences', () => {
    expect(withBasis('owig_46', { ...police, kind: 'regulatory' })).toEqual([
      'ip_address_allowed fail legal_basis_wrong',
    ]);
  });

  it('are looked at when a danger is averted', () => {
    expect(withBasis('asog_be')).toEqual(['ip_address_allowed look legal_basis_wrong']);
  });

  it('that are private, or at a time that autumn repeats, are ambiguous', () => {
    const rows = run('subscriber_data', {
      legalBasis: 'stpo_100j_2',
      targets: [
        { kind: 'ip', address: '192.168.0.7', at: '2026-03-01T12:00', timeZone: 'UTC' },
        { kind: 'ip', address: '8.8.8.8', at: '2026-10-25T02:30', timeZone: 'Europe/Berlin' },
        { kind: 'ip', address: '8.8.8.8', at: '2026-10-25T02:30', timeZone: 'UTC' },
      ],
    }).find(({ rule }) => rule === 'targets_unambiguous');
    expect(rows).toMatchObject({ outcome: 'look', rows: [0, 1] });
  });
});

it('repeated targets name their rows, however they are spelt', () => {
  const targets: Answers['targets'] = [
    { kind: 'email', address: 'a@mail.example' },
    { kind: 'email', address: 'A@mail.example' },
    { kind: 'ip', address: '2001:db8::1', at: '2026-03-01T12:00', timeZone: 'UTC' },
    { kind: 'ip', address: '2001:0DB8::0001', at: '2026-03-01T12:00:00', timeZone: 'UTC' },
  ];
  const found = run('subscriber_data', { targets, legalBasis: 'stpo_100j_2' });
  expect(found.find(({ rule }) => rule === 'targets_unique')).toMatchObject({
    outcome: 'fail',
    rows: [1, 3],
  });
});

describe('emergencies', () => {
  const change: Change = {
    priority: 'emergency',
    emergencyReason: 'Gefahr',
    orderingBodyKind: 'prosecution',
    orderDate: '2026-11-23',
  };
  const check = (more: Change) => faults(run('interception', { ...change, ...more }));

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

  it('need none when the court has ordered, or for subscriber data', () => {
    expect(check({ orderingBodyKind: 'court' })).toEqual([]);
    expect(faults(run('subscriber_data', { priority: 'emergency', emergencyReason: 'Gefahr' }))).toEqual([]);
  });
});

describe('foreign authorities', () => {
  const french: CheckedAgency = { kind: 'prosecution', country: 'FR', verified: true };
  const check = (change: Change, agency = french) =>
    faults(
      run(
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
    expect(faults(run('interception', {}, { earlier }))).toEqual(['not_a_duplicate look duplicate']);
    expect(faults(run('traffic_data', {}, { earlier }))).toEqual([]);
  });

  it('are what an extension refers to', () => {
    const extension: Change = { measureKind: 'extension', earlierReference: 'AW-2026-000001' };
    expect(faults(run('interception', extension, { earlier }))).toEqual([]);
    expect(
      faults(run('interception', { ...extension, earlierReference: 'AW-2026-000002' }, { earlier })),
    ).toEqual(['earlier_reference_known look period_unclear']);
  });
});

describe('overriding', () => {
  const results = run('traffic_data', { targets: [{ kind: 'email', address: 'a@elsewhere.example' }] });

  it('takes a reason for each warning', () => {
    expect(missingReasons(results, [])).toEqual(['targets_ours']);
    expect(blocksSubmission(results, [{ rule: 'targets_ours', reason: ' ' }])).toBe(true);
    expect(blocksSubmission(results, [{ rule: 'targets_ours', reason: 'Neue Domain' }])).toBe(false);
  });

  it('never lifts a failed check', () => {
    const failed = run('traffic_data', { fileNumber: '' });
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
    const other = run('mailbox_seizure', { legalBasis: 'other_mailbox_seizure', legalBasisOther: 'x' });
    expect(blocksSubmission(other, [])).toBe(false);
  });
});

describe('the server', () => {
  it('refuses what the form would have refused', () => {
    const answers = { ...sampleAnswers('interception', today), periodEnd: '2027-06-01T00:00' };
    const part = extractPublicPart('interception', answers, []);
    expect(faults(checkPublicPart(de2026, police, part, today, holidays))).toEqual([
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
  });
});
