import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  atWallTime,
  dayOfWeek,
  endOfDay,
  instantsOf,
  isDate,
  isDateTime,
  isTimeZone,
  startOfDay,
  toDate,
  toDateTime,
  toInstant,
} from './wall-time.ts';

describe('days', () => {
  it('knows which exist', () => {
    expect(isDate('2028-02-29')).toBe(true);
    for (const wrong of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
      '2026-1-1',
      '',
      '1899-12-31',
    ]) {
      expect(isDate(wrong), wrong).toBe(false);
    }
  });

  it('adds calendar months and stops at the end of a shorter one (§ 188 (3) BGB)', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 3)).toBe('2026-04-30');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-01T12:30', 3)).toBe('2026-06-01T12:30');
  });

  it('adds and subtracts days over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(dayOfWeek('2026-11-24')).toBe(2);
  });
});

describe('times', () => {
  it('takes minutes with or without seconds', () => {
    expect(isDateTime('2026-03-01T12:30')).toBe(true);
    expect(isDateTime('2026-03-01T12:30:59')).toBe(true);
    for (const wrong of ['2026-03-01', '2026-03-01T24:00', '2026-03-01T12:60', '2026-02-30T12:00', 'x']) {
      expect(isDateTime(wrong), wrong).toBe(false);
    }
  });

  it('knows zones and offsets', () => {
    for (const zone of ['Europe/Berlin', 'UTC', '+02:00', '-05:30', 'America/Argentina/Buenos_Aires']) {
      expect(isTimeZone(zone), zone).toBe(true);
    }
    for (const wrong of ['', 'Europe/Nirgends', '+25:00', '2', "'; drop table"]) {
      expect(isTimeZone(wrong), wrong).toBe(false);
    }
  });

  it('follows daylight saving time', () => {
    expect(toInstant('2026-01-15T12:00', 'Europe/Berlin')?.toISOString()).toBe('2026-01-15T11:00:00.000Z');
    expect(toInstant('2026-07-15T12:00', 'Europe/Berlin')?.toISOString()).toBe('2026-07-15T10:00:00.000Z');
    expect(toInstant('2026-07-15T12:00', '-05:00')?.toISOString()).toBe('2026-07-15T17:00:00.000Z');
  });

  it('finds no instant in the hour that spring leaves out and two in the hour that autumn repeats', () => {
    expect(instantsOf('2026-03-29T02:30', 'Europe/Berlin')).toEqual([]);
    expect(instantsOf('2026-10-25T02:30', 'Europe/Berlin').map((at) => at.toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(atWallTime('2026-03-29T02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('knows the first and the last second of days of 23 and 25 hours', () => {
    const hours = (day: string) => (endOfDay(day).getTime() - startOfDay(day).getTime() + 1000) / 3_600_000;
    expect(hours('2026-03-28')).toBe(24);
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
  });

  it('gives back the wall-clock time it was given, in any zone', () => {
    const zones = ['Europe/Berlin', 'UTC', '+05:45', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const at = new Date(Math.floor(date.getTime() / 1000) * 1000);
          const wall = toDateTime(at, zone);
          const found = instantsOf(wall, zone);
          expect(found.map((one) => one.getTime())).toContain(at.getTime());
          expect(found.length).toBeLessThanOrEqual(2);
          expect(toDate(at, zone)).toBe(wall.slice(0, 10));
        },
      ),
    );
  });
});
