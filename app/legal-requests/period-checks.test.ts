import { describe, expect, it } from 'vitest';
import { checkSample, faults, today } from '#test/legal-requests/check-sample.ts';
import type { Answers } from './form-answers.ts';
import type { Category } from './legal-request-values.ts';

describe('periods', () => {
  const cases: [string, Category, Partial<Answers>, string[]][] = [
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
  ];
  it.each(cases)('%s', (_name, category, change, expected) => {
    const found = faults(checkSample(category, change)).filter((fault) => !fault.startsWith('form_complete'));
    expect(found).toEqual(expected);
  });
});

describe('lengths in calendar months', () => {
  const ahead = (from: string, to: string) =>
    faults(
      checkSample(
        'interception',
        { orderDate: from, periodStart: `${from}T00:00`, periodEnd: `${to}T12:00` },
        { today: from },
      ),
    ).filter((fault) => fault.startsWith('period_not_too_long'));

  it.each([
    ['2026-01-31', '2026-04-30', '2026-05-01'],
    ['2026-11-30', '2027-02-28', '2027-03-01'],
    ['2027-11-30', '2028-02-29', '2028-03-01'],
    ['2026-02-28', '2026-05-28', '2026-05-29'],
    ['2026-03-01', '2026-06-01', '2026-06-02'],
    ['2026-09-01', '2026-12-01', '2026-12-02'],
  ])('from %s may end on %s and not on %s', (from, last, tooLate) => {
    expect(ahead(from, last)).toEqual([]);
    expect(ahead(from, tooLate)).toEqual(['period_not_too_long fail period_too_long']);
  });
});
