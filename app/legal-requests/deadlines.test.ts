import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  correctionEndsAt,
  correctionRemindersAt,
  emergencyConfirmationDue,
  firstLookDueAt,
  interceptionWarningsAt,
  isConfirmationLapsed,
} from './deadlines.ts';
import { listPublicHolidays } from './holidays.ts';
import { investigatorsThenCourt, prosecutorThenCourt } from './rule-sets/basis-patterns.ts';
import { atWallTime, berlin, toDateTime } from './wall-time.ts';

const holidays = listPublicHolidays('BE', { from: 2025, to: 2028 });
const wall = (at: Date) => toDateTime(at, berlin);

describe('first look within one working day', () => {
  const cases: [string, string, string][] = [
    ['a Tuesday', '2026-11-24T09:00', '2026-11-25T23:59:59'],
    ['just before midnight', '2026-11-24T23:59', '2026-11-25T23:59:59'],
    ['a Friday', '2026-11-27T16:00', '2026-11-30T23:59:59'],
    ['a Saturday', '2026-11-28T10:00', '2026-11-30T23:59:59'],
    ['Maundy Thursday', '2026-04-02T12:00', '2026-04-07T23:59:59'],
    ['before 8 March on a Monday', '2027-03-05T12:00', '2027-03-09T23:59:59'],
    ['before 3 October on a Tuesday', '2028-10-02T12:00', '2028-10-04T23:59:59'],
    ['Christmas Eve on a Thursday', '2026-12-24T12:00', '2026-12-28T23:59:59'],
    ['before summer time begins', '2026-03-27T12:00', '2026-03-30T23:59:59'],
  ];
  it.each(cases)('%s', (_name, submitted, due) => {
    expect(wall(firstLookDueAt(atWallTime(submitted), 'normal', holidays))).toBe(due);
  });

  it('takes six hours in an emergency, also at night, at weekends and over the change of the clock', () => {
    const due = (submitted: string) => wall(firstLookDueAt(atWallTime(submitted), 'emergency', holidays));
    expect(due('2026-11-24T23:30')).toBe('2026-11-25T05:30:00');
    expect(due('2026-12-25T02:00')).toBe('2026-12-25T08:00:00');
    expect(due('2026-03-28T23:00')).toBe('2026-03-29T06:00:00');
    expect(due('2026-10-24T23:00')).toBe('2026-10-25T04:00:00');
  });
});

describe('correction period', () => {
  it('ends with the 14th day, in local time', () => {
    expect(wall(correctionEndsAt(atWallTime('2026-11-24T09:00')))).toBe('2026-12-08T23:59:59');
    expect(correctionEndsAt(atWallTime('2026-03-20T09:00')).toISOString()).toBe('2026-04-03T21:59:59.000Z');
    expect(correctionEndsAt(atWallTime('2026-10-20T09:00')).toISOString()).toBe('2026-11-03T22:59:59.000Z');
  });

  it('counts from the day in Berlin, not in UTC', () => {
    expect(wall(correctionEndsAt(new Date('2026-11-24T23:30:00Z')))).toBe('2026-12-09T23:59:59');
  });

  it('is preceded by reminders 7 and 2 days before', () => {
    const ends = correctionEndsAt(atWallTime('2026-11-24T09:00'));
    expect(correctionRemindersAt(ends).map(wall)).toEqual(['2026-12-01T08:00:00', '2026-12-06T08:00:00']);
  });
});

describe('emergency confirmation', () => {
  it('is due within three working days of the prosecutor’s order', () => {
    const due = (day: string) => emergencyConfirmationDue(day, prosecutorThenCourt, holidays);
    expect(due('2026-11-23')).toBe('2026-11-26');
    expect(due('2026-11-26')).toBe('2026-12-01');
    expect(due('2026-04-01')).toBe('2026-04-08');
    expect(due('2026-12-23')).toBe('2026-12-29');
    expect(due('2027-03-05')).toBe('2027-03-11');
  });

  it('is due within three days for a seizure', () => {
    expect(emergencyConfirmationDue('2026-11-26', investigatorsThenCourt, holidays)).toBe('2026-11-29');
  });

  it('lapses when its last day has passed in Berlin', () => {
    expect(isConfirmationLapsed('2026-11-26', new Date('2026-11-26T22:59:59Z'))).toBe(false);
    expect(isConfirmationLapsed('2026-11-26', new Date('2026-11-26T23:00:00Z'))).toBe(true);
  });
});

describe('end of an interception', () => {
  it('is announced 14 and 3 days before at the same time of day, over the change of the clock', () => {
    expect(interceptionWarningsAt(atWallTime('2026-04-05T18:00')).map(wall)).toEqual([
      '2026-03-22T18:00:00',
      '2026-04-02T18:00:00',
    ]);
    expect(interceptionWarningsAt(atWallTime('2026-04-01T02:30')).map(wall)[1]).toBe('2026-03-29T03:30:00');
  });
});

describe('working days', () => {
  it('never end on a weekend or a holiday', () => {
    for (let n = 1; n <= 300; n += 1) {
      const day = addWorkingDays('2026-01-01', n, holidays);
      expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(holidays).not.toContain(day);
    }
  });
});
