import { describe, expect, test } from 'vitest';

import { de2026Fees as jveg } from '#app/legal-requests/rule-sets/de-2026-fees.ts';

import { costsClaimEndsAt, discountOf, totalCents } from './positions.ts';
import { proposeCosts, type CostFacts } from './propose-costs.ts';

const facts = (patch: Partial<CostFacts> = {}): CostFacts => ({
  targetCount: 1,
  byIpCount: 0,
  furtherAnswers: 0,
  isExtension: false,
  firstDay: null,
  lastDay: null,
  ...patch,
});
const euros = (category: Parameters<typeof proposeCosts>[0], patch: Partial<CostFacts>, via = false) =>
  totalCents(proposeCosts(category, facts(patch), jveg), discountOf(jveg, via)) / 100;

describe('JVEG, Annex 3 (2025)', () => {
  test('subscriber data: 25 € for each record', () => {
    expect(euros('subscriber_data', {})).toBe(25);
    expect(euros('subscriber_data', { targetCount: 3 })).toBe(75);
  });

  test('subscriber data by IP address: 45 € for up to ten identifiers', () => {
    expect(euros('subscriber_data', { targetCount: 1, byIpCount: 1 })).toBe(45);
    expect(euros('subscriber_data', { targetCount: 10, byIpCount: 10 })).toBe(45);
    expect(euros('subscriber_data', { targetCount: 11, byIpCount: 11 })).toBe(90);
    expect(euros('subscriber_data', { targetCount: 12, byIpCount: 10 })).toBe(2 * 25 + 45);
  });

  test('traffic data: 25 € for each identifier, 10 € for each further partial answer', () => {
    expect(euros('traffic_data', { targetCount: 2 })).toBe(50);
    expect(euros('traffic_data', { targetCount: 2, furtherAnswers: 3 })).toBe(80);
  });

  test('interception: 95 €, its extension 45 €', () => {
    expect(euros('interception', {})).toBe(95);
    expect(euros('interception', { isExtension: true })).toBe(45);
    expect(euros('interception', { targetCount: 2 })).toBe(190);
  });

  test.each([
    ['one day', '2026-03-01', '2026-03-01', 25],
    ['one week to the day', '2026-03-01', '2026-03-07', 25],
    ['a day more', '2026-03-01', '2026-03-08', 43],
    ['two weeks to the day', '2026-03-01', '2026-03-14', 43],
    ['a day more than two weeks', '2026-03-01', '2026-03-15', 77],
    ['a month to the day', '2026-03-01', '2026-03-31', 77],
    ['a month and a day: the second is begun', '2026-03-01', '2026-04-01', 154],
    ['three months, over the change of the clock', '2026-03-15', '2026-06-14', 231],
    ['a month that begins on its 31st', '2026-01-31', '2026-02-27', 77],
    ['and has ended on the last of February', '2026-01-31', '2026-02-28', 154],
  ])('the line of a mailbox: %s', (_, firstDay, lastDay, line) => {
    expect(euros('interception', { firstDay, lastDay })).toBe(95 + line);
  });

  test('20 % less through a central contact point', () => {
    expect(euros('subscriber_data', {}, true)).toBe(20);
    expect(euros('subscriber_data', { byIpCount: 1 }, true)).toBe(36);
    expect(euros('interception', { firstDay: '2026-03-01', lastDay: '2026-03-14' }, true)).toBe(110.4);
  });

  test('a mailbox that is seized: the schedule names nothing', () => {
    expect(proposeCosts('mailbox_seizure', facts(), jveg)).toEqual([]);
  });
});

test.each([
  ['2026-05-15', '2026-08-15T21:59:59Z'],
  ['2026-11-30', '2027-02-28T22:59:59Z'],
  ['2027-11-30', '2028-02-29T22:59:59Z'],
  ['2026-12-31', '2027-03-31T21:59:59Z'],
])('the claim of a measure that ended on %s lapses after %s', (endedOn, at) => {
  expect(costsClaimEndsAt(endedOn, jveg)).toEqual(new Date(at));
});

test('each row is rounded, and the total is their sum', () => {
  const row = { code: 'other' as const, count: 1, unitCents: 3 };
  expect(totalCents([row, row], 20)).toBe(4);
});
