import fc from 'fast-check';
import { expect, test } from 'vitest';

import { agencyKinds, categories } from '#app/legal-requests/legal-request-values.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';

import { axisNames, bucketsOf, lowestBucketsOf } from './axes.ts';
import { countYear } from './count-year.ts';
import { countOf, findContradictions, restOf, yearFiguresSchema } from './figures.ts';
import type { ArrivalEvent, LegalRequestEvent, ReportEvent } from './report-events.ts';

const at = new Date('2026-03-01T10:00:00Z');
const facts = { country: 'DE', agencyKind: 'police', category: 'subscriber_data' };
type Of<E, T> = Extract<E, { type: T }>;

function lr<T extends LegalRequestEvent['type']>(
  objectId: string,
  type: T,
  payload: Of<LegalRequestEvent, T>['payload'],
  when = at,
): ReportEvent {
  return { objectType: 'legal_request', objectId, type, payload, at: when } as ReportEvent;
}
function arrival<T extends ArrivalEvent['type']>(
  objectId: string,
  type: T,
  payload: Of<ArrivalEvent, T>['payload'],
): ReportEvent {
  return { objectType: 'arrival', objectId, type, payload, at } as ReportEvent;
}
const submitted = (id: string, when = at, more = {}) =>
  lr(id, 'submitted', { channel: 'portal', ...facts, ...more }, when);
const arrived = (id: string, more = {}) =>
  arrival(id, 'arrived', {
    channel: 'plain_mail',
    receivedAt: '2026-02-01T10:00:00Z',
    country: null,
    agencyKind: null,
    category: null,
    ...more,
  });
const count = (events: ReportEvent[], year = 2026) => countYear(events, year, 'DE').figures;
const released = (id: string, outcome: string, isFinal = true) =>
  lr(id, 'answer_released', { isFinal, outcome });

test('counts a request in the year in Berlin in which it first came, however often it is corrected', () => {
  const events = [
    submitted('a', new Date('2025-12-31T22:59:59Z')),
    lr('a', 'returned', { codes: ['legal_basis_wrong'] }),
    submitted('a', new Date('2026-01-05T10:00:00Z')),
    submitted('b', new Date('2025-12-31T23:00:00Z')),
  ];
  expect(count(events, 2025).total).toBe(1);
  expect(count(events, 2026).total).toBe(1);
});

test('tells every outcome apart', () => {
  const { axes } = count([
    ...['answered', 'partly', 'nothing', 'rejected', 'withdrawn', 'open', 'corrected'].map((id) =>
      submitted(id),
    ),
    ...['answered', 'partly', 'nothing'].map((id) => lr(id, 'accepted', {})),
    released('answered', 'delivered'),
    released('partly', 'delivered', false),
    released('partly', 'nothing_held'),
    released('nothing', 'already_deleted'),
    lr('rejected', 'rejected', { codes: ['overbroad'] }),
    lr('rejected', 'closed', { because: 'correction_period_ended' }),
    lr('withdrawn', 'withdrawn', {}),
    lr('corrected', 'returned', { codes: ['overbroad'] }),
    submitted('corrected'),
    lr('corrected', 'accepted', {}),
    released('corrected', 'delivered'),
    lr('answered', 'closed', { because: 'answers_expired' }),
  ]);
  expect(axes.outcome).toEqual({
    answered: 3,
    nothing_held: 1,
    finally_rejected: 1,
    withdrawn: 1,
    in_process: 1,
  });
  expect(axes.first_check).toEqual({
    accepted_at_first: 3,
    refused_at_first: 2,
    corrected: 1,
    not_corrected: 1,
    withdrawn_later: 0,
    still_open: 0,
    withdrawn_before: 1,
    not_decided: 1,
  });
});

test('a rejected request is in process while it may be corrected', () => {
  const { axes } = count([submitted('a'), lr('a', 'rejected', { codes: ['overbroad'] })]);
  expect(axes.outcome).toMatchObject({ in_process: 1, finally_rejected: 0 });
  expect(axes.first_check).toMatchObject({ refused_at_first: 1, still_open: 1 });
});

test('a request names each reason once', () => {
  const { reasons } = count([
    submitted('a'),
    lr('a', 'returned', { codes: ['overbroad', 'overbroad', 'other'] }),
    submitted('a'),
    lr('a', 'returned', { codes: ['overbroad'] }),
  ]);
  expect(reasons).toEqual({ overbroad: 1, other: 1 });
});

test('a refused mail and the request that followed are one, in the year and by the way of the mail', () => {
  const events = [
    arrived('m', { receivedAt: '2025-12-30T10:00:00Z' }),
    arrival('m', 'refused', { code: 'channel_plaintext' }),
    arrival('m', 'corrected', { legalRequestId: 'a' }),
    submitted('a'),
    lr('a', 'accepted', {}),
    released('a', 'delivered'),
  ];
  expect(count(events).total).toBe(0);
  const { total, axes, reasons, inadmissible } = count(events, 2025);
  expect(total).toBe(1);
  expect(axes.channel).toMatchObject({ plain_mail: 1, mail: 1, portal: 0 });
  expect(axes.outcome).toMatchObject({ answered: 1 });
  expect(axes.first_check).toMatchObject({ refused_at_first: 1, corrected: 1 });
  expect([reasons, inadmissible]).toEqual([{ channel_plaintext: 1 }, 1]);
});

test('a registered letter and its legal request are one', () => {
  const events = [
    arrived('l', { channel: 'post' }),
    arrival('l', 'registered', { legalRequestId: 'a' }),
    submitted('a', at, { channel: 'post' }),
  ];
  const { total, axes } = count(events);
  expect([total, axes.channel['post']]).toEqual([1, 1]);
});

test('a refused mail counts only when an authority sent it', () => {
  const refused = (id: string, more = {}) => [
    arrived(id, more),
    arrival(id, 'refused', { code: 'channel_plaintext' }),
  ];
  const none = { country: null, agencyKind: null, category: null };
  const { figures, unclassified } = countYear(
    [
      ...refused('known', { country: 'AT', agencyKind: 'police' }),
      ...refused('unknown'),
      ...refused('described'),
      arrival('described', 'described', { ...none, isLegalRequest: true, category: 'traffic_data' }),
      ...refused('spam', { country: 'DE', agencyKind: 'police' }),
      arrival('spam', 'described', { ...none, isLegalRequest: false }),
    ],
    2026,
    'DE',
  );
  expect([figures.total, unclassified]).toEqual([2, 1]);
  expect(figures.axes.origin).toEqual({ domestic: 0, foreign: 1, eu: 1, third_country: 0, unknown: 1 });
  expect(figures.axes.category).toMatchObject({ traffic_data: 1, unknown: 1 });
  expect(figures.axes.outcome['finally_rejected']).toBe(2);
});

// --- any sequence of events ---

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const someFacts = fc.record({
  country: fc.constantFrom('DE', 'FR', 'US', 'XX', null),
  agencyKind: fc.constantFrom(...agencyKinds, 'aliens', null),
  category: fc.constantFrom(...categories, 'weather', null),
});
const channels = fc.constantFrom('portal', 'esb_mail', 'plain_mail', 'post', 'fax', 'hi1', 'pigeon');
const moments = fc
  .integer({ min: Date.parse('2025-11-01'), max: Date.parse('2027-02-01') })
  .map((time) => new Date(time));
const codes = fc.array(fc.constantFrom('overbroad', 'other', 'order_expired'), { maxLength: 3 });
const refusal = fc.record({ codes });
const event = <T extends ReportEvent['type']>(
  objectType: ReportEvent['objectType'],
  type: T,
  payload: fc.Arbitrary<unknown>,
) =>
  fc
    .record({ objectId: ids, at: moments, payload })
    .map((rest) => ({ objectType, type, ...rest }) as ReportEvent);
const anything = fc.oneof(
  event(
    'legal_request',
    'submitted',
    fc.tuple(someFacts, channels).map(([one, channel]) => ({ ...one, channel })),
  ),
  event('legal_request', 'returned', refusal),
  event('legal_request', 'rejected', refusal),
  event('legal_request', 'accepted', fc.constant({})),
  event('legal_request', 'withdrawn', fc.constant({})),
  event('legal_request', 'closed', fc.constant({ because: 'correction_period_ended' })),
  event(
    'legal_request',
    'answer_released',
    fc.record({
      isFinal: fc.boolean(),
      outcome: fc.constantFrom('delivered', 'partly', 'refused_in_part', 'nothing_held', 'already_deleted'),
    }),
  ),
  event(
    'arrival',
    'arrived',
    fc
      .tuple(someFacts, channels, moments)
      .map(([one, channel, when]) => ({ ...one, channel, receivedAt: when.toISOString() })),
  ),
  event('arrival', 'refused', fc.record({ code: fc.constantFrom('channel_plaintext', 'channel_fax') })),
  event(
    'arrival',
    'described',
    fc.tuple(someFacts, fc.boolean()).map(([one, isLegalRequest]) => ({ ...one, isLegalRequest })),
  ),
  event('arrival', 'registered', fc.record({ legalRequestId: ids })),
  event('arrival', 'corrected', fc.record({ legalRequestId: ids })),
);

test('every axis sums to the total, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 60 }), (events) => {
      for (const year of [2025, 2026, 2027]) {
        const figures = yearFiguresSchema.parse(count(events, year));
        for (const axis of axisNames) {
          const sum = lowestBucketsOf(axis).reduce(
            (all, key) => all + Number(countOf(figures, axis, key)),
            0,
          );
          expect(sum, axis).toBe(figures.total);
          expect(restOf(figures, axis)).toBe(0);
          for (const { key, parts } of bucketsOf(axis))
            if (parts)
              expect(parts.reduce((all, part) => all + Number(countOf(figures, axis, part)), 0)).toBe(
                countOf(figures, axis, key),
              );
        }
        expect(findContradictions(figures)).toEqual([]);
        expect(figures.axes.outcome['finally_rejected']).toBe(figures.axes.first_check['not_corrected']);
      }
    }),
    { numRuns: 500 },
  );
});

test('no request counts in two years', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 60 }), (events) => {
      const objects = new Set(events.map(({ objectType, objectId }) => `${objectType} ${objectId}`));
      const totals = [2025, 2026, 2027].map((year) => count(events, year).total);
      expect(totals.reduce((all, one) => all + one, 0)).toBeLessThanOrEqual(objects.size);
    }),
  );
});

test('the same events give the same bytes', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 60 }), (events) => {
      const copy = structuredClone(events);
      expect(canonicalJson(count(copy))).toBe(canonicalJson(count(events)));
    }),
  );
});
