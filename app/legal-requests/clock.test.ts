import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clockAfterMessage, clockAfterReply, turnNow, type Clock, type Side } from './clock.ts';
import { answerDueAt, firstLookDueAt, workingDaysBetween } from './deadlines.ts';
import { listPublicHolidays } from './holidays.ts';
import { statuses } from './legal-request-values.ts';
import { atWallTime, berlin, toDate, toDateTime } from './wall-time.ts';

const holidays = listPublicHolidays('BE', { from: 2025, to: 2029 });
const wall = (at: Date | null) => at && toDateTime(at, berlin);
const reviewing = (over: Partial<Clock> = {}): Clock => ({
  status: 'in_review',
  priority: 'normal',
  waitsFor: null,
  pausedAt: null,
  dueAt: null,
  ...over,
});

/** Asks the agency and gets the reply. */
function pause(clock: Clock, askedAt: string, repliedAt: string): Clock {
  const asked = {
    ...clock,
    ...clockAfterMessage(clock, { side: 'provider', intent: 'asks' }, atWallTime(askedAt), holidays),
  };
  const reply = { side: 'agency', intent: 'informs' } as const;
  return { ...asked, ...clockAfterMessage(asked, reply, atWallTime(repliedAt), holidays) };
}

describe('answer within ten working days of the acceptance', () => {
  const cases: [string, string, string][] = [
    ['over two weekends', '2026-11-24T10:00', '2026-12-08T23:59:59'],
    ['over 8 March, a Monday, Women’s Day in Berlin', '2027-03-01T10:00', '2027-03-16T23:59:59'],
    ['over 3 October, a Tuesday', '2028-09-25T10:00', '2028-10-10T23:59:59'],
    ['over Good Friday and Easter Monday', '2026-03-30T10:00', '2026-04-15T23:59:59'],
    ['over Christmas and New Year', '2026-12-21T10:00', '2027-01-06T23:59:59'],
    ['over the beginning of summer time', '2026-03-23T10:00', '2026-04-08T23:59:59'],
    ['over its end', '2026-10-19T10:00', '2026-11-02T23:59:59'],
  ];
  it.each(cases)('%s', (_name, acceptedAt, due) => {
    expect(wall(answerDueAt(atWallTime(acceptedAt), 'normal', 10, holidays))).toBe(due);
  });

  it('in an emergency six hours, at night too', () => {
    const due = answerDueAt(atWallTime('2026-12-24T23:30'), 'emergency', 10, holidays);
    expect(wall(due)).toBe('2026-12-25T05:30:00');
  });
});

describe('a question to the agency makes our clock stand still', () => {
  const dueFrom = (submittedAt: string) => firstLookDueAt(atWallTime(submittedAt), 'normal', holidays);
  const cases: [string, string, string, string, string][] = [
    // name, submitted, asked, replied, due afterwards
    ['same day', '2026-11-24T09:00', '2026-11-24T10:00', '2026-11-24T16:00', '2026-11-25T23:59:59'],
    ['over night', '2026-11-24T09:00', '2026-11-24T10:00', '2026-11-25T08:00', '2026-11-26T23:59:59'],
    ['over a weekend', '2026-11-26T09:00', '2026-11-26T10:00', '2026-11-30T08:00', '2026-12-01T23:59:59'],
    ['on the last day', '2026-11-26T09:00', '2026-11-27T18:00', '2026-11-30T08:00', '2026-11-30T23:59:59'],
    [
      'reply on a Saturday',
      '2026-11-26T09:00',
      '2026-11-27T18:00',
      '2026-11-28T08:00',
      '2026-11-30T23:59:59',
    ],
    ['over 8 March', '2027-03-04T09:00', '2027-03-05T10:00', '2027-03-06T10:00', '2027-03-09T23:59:59'],
    ['over Easter', '2026-04-01T09:00', '2026-04-01T10:00', '2026-04-03T10:00', '2026-04-07T23:59:59'],
    ['over Christmas', '2026-12-22T09:00', '2026-12-23T10:00', '2026-12-25T10:00', '2026-12-28T23:59:59'],
    ['into summer time', '2026-03-26T09:00', '2026-03-27T10:00', '2026-03-29T10:00', '2026-03-30T23:59:59'],
    ['into winter time', '2026-10-22T09:00', '2026-10-22T10:00', '2026-10-25T10:00', '2026-10-26T23:59:59'],
  ];
  it.each(cases)('%s', (_name, submittedAt, askedAt, repliedAt, due) => {
    const clock = pause(reviewing({ dueAt: dueFrom(submittedAt) }), askedAt, repliedAt);
    expect(clock).toMatchObject({ waitsFor: null, pausedAt: null });
    expect(wall(clock.dueAt)).toBe(due);
  });

  it('adds the pause to the millisecond in an emergency, over the change of the clock too', () => {
    const dueAt = firstLookDueAt(atWallTime('2026-03-28T23:00'), 'emergency', holidays);
    const clock = pause(reviewing({ priority: 'emergency', dueAt }), '2026-03-29T00:30', '2026-03-29T04:30');
    expect(wall(clock.dueAt)).toBe('2026-03-29T09:00:00');
  });

  it('leaves overdue what was overdue when it was asked', () => {
    const dueAt = dueFrom('2026-11-24T09:00');
    expect(pause(reviewing({ dueAt }), '2026-11-26T10:00', '2026-12-03T10:00').dueAt).toEqual(dueAt);
  });
});

describe('turns', () => {
  const at = atWallTime('2026-11-24T10:00');
  const asks = (side: Side) => ({ side, intent: 'asks' }) as const;

  it('pass with a question and come back with the next message, which may ask in turn', () => {
    const asked = { ...reviewing(), ...clockAfterMessage(reviewing(), asks('provider'), at, holidays) };
    expect(turnNow(asked)).toBe('agency');
    expect(clockAfterMessage(asked, asks('provider'), at, holidays)).toMatchObject({ pausedAt: at });
    const askedBack = { ...asked, ...clockAfterMessage(asked, asks('agency'), at, holidays) };
    expect(turnNow(askedBack)).toBe('provider');
    expect(askedBack.pausedAt).toBeNull();
    expect(clockAfterReply(asked, at, holidays).waitsFor).toBeNull();
  });

  it('do not stop the agency’s own deadline', () => {
    const returned = reviewing({ status: 'returned', dueAt: at });
    expect(clockAfterMessage(returned, asks('agency'), at, holidays)).toEqual({
      waitsFor: 'provider',
      pausedAt: null,
      dueAt: at,
    });
    expect(clockAfterMessage(returned, asks('provider'), at, holidays).pausedAt).toBeNull();
  });
});

describe('no sequence of messages', () => {
  const step = fc.record({
    side: fc.constantFrom<Side>('agency', 'provider'),
    what: fc.constantFrom('asks', 'informs', 'done'),
    afterMinutes: fc.integer({ min: 0, max: 6 * 24 * 60 }),
  });
  const start = fc.record({
    status: fc.constantFrom(...statuses),
    priority: fc.constantFrom('normal', 'emergency'),
    minutes: fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }),
  });

  it('makes the clock lose or gain time in pauses', () => {
    const begin = atWallTime('2026-01-01T00:00').getTime();
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 30 }), ({ status, priority, minutes }, steps) => {
        let now = new Date(begin + minutes * 60_000);
        let clock: Clock = reviewing({ status, priority, dueAt: answerDueAt(now, priority, 10, holidays) });
        let pausedMs = 0;
        const firstDue = clock.dueAt;
        for (const { side, what, afterMinutes } of steps) {
          now = new Date(now.getTime() + afterMinutes * 60_000);
          const before = clock;
          const next =
            what === 'done'
              ? clockAfterReply(clock, now, holidays)
              : clockAfterMessage(clock, { side, intent: what }, now, holidays);
          clock = { ...clock, ...next };
          expect(clock.pausedAt === null || turnNow(clock) === 'agency').toBe(true);
          if (before.pausedAt === null || clock.pausedAt !== null) {
            expect(clock.dueAt).toEqual(before.dueAt);
            continue;
          }
          const { dueAt, pausedAt } = before;
          if (dueAt === null || clock.dueAt === null || dueAt <= pausedAt) {
            expect(clock.dueAt).toEqual(dueAt);
            continue;
          }
          pausedMs += now.getTime() - pausedAt.getTime();
          const leftBefore = workingDaysBetween(toDate(pausedAt), toDate(dueAt), holidays);
          const leftAfter = workingDaysBetween(toDate(now), toDate(clock.dueAt), holidays);
          if (priority === 'emergency')
            expect(clock.dueAt.getTime() - now.getTime()).toBe(dueAt.getTime() - pausedAt.getTime());
          // The rest of a day that is left on a day off becomes the whole next working day, never more.
          else if (leftBefore === 0) expect(leftAfter).toBeLessThanOrEqual(1);
          else expect(leftAfter).toBe(leftBefore);
          expect(clock.dueAt.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
        }
        if (priority === 'emergency' && clock.pausedAt === null && firstDue && clock.dueAt)
          expect(clock.dueAt.getTime() - firstDue.getTime()).toBeLessThanOrEqual(pausedMs);
      }),
      { numRuns: 500, seed: 20261124 },
    );
  });
});
