import { describe, expect, it } from 'vitest';
import { checkSample, faults, police } from '#test/legal-requests/check-sample.ts';
import type { Answers } from './form-answers.ts';
import type { Category } from './legal-request-values.ts';
import type { CheckedAgency } from './public-checks.ts';

describe('addresses', () => {
  const cases: [string, Category, Partial<Answers>, string[]][] = [
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
  ];
  it.each(cases)('%s', (_name, category, change, expected) => {
    const found = faults(checkSample(category, change)).filter((fault) => !fault.startsWith('form_complete'));
    expect(found).toEqual(expected);
  });
});

describe('IP addresses', () => {
  const targets: Answers['targets'] = [
    { kind: 'email', address: 'a@mail.example' },
    { kind: 'ip', address: '8.8.8.8', at: '2026-03-01T12:00:01', timeZone: 'UTC' },
  ];
  const withBasis = (legalBasis: string, agency: CheckedAgency = police) =>
    faults(checkSample('subscriber_data', { targets, legalBasis, legalBasisParagraph: '§ 1' }, { agency }));

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
    const rows = checkSample('subscriber_data', {
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
  const found = checkSample('subscriber_data', { targets, legalBasis: 'stpo_100j_2' });
  expect(found.find(({ rule }) => rule === 'targets_unique')).toMatchObject({
    outcome: 'fail',
    rows: [1, 3],
  });
});
