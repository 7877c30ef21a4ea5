/**
 * Calendar days and wall-clock times. Deadlines and periods are meant in local time (§§ 186–193 BGB), so that a day
 * may have 23 or 25 hours.
 */

export const berlin = 'Europe/Berlin';

/** Offered in the form; any other zone that the browser knows is accepted from a list. */
export const timeZones = [
  'Europe/Berlin',
  'UTC',
  'Europe/London',
  'Europe/Paris',
  'Europe/Vienna',
  'Europe/Warsaw',
  'Europe/Athens',
  'Europe/Istanbul',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
] as const;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTimePattern = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const offsetPattern = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

/** A day that exists, `YYYY-MM-DD`, between 1900 and 2199. */
export function isDate(text: string): boolean {
  const parts = datePattern.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  return year >= 1900 && year < 2200 && dayText(dayNumber(text)) === text;
}

/** `YYYY-MM-DDTHH:mm` or with `:ss`, on a day that exists. */
export function isDateTime(text: string): boolean {
  return dateTimePattern.test(text) && isDate(text.slice(0, 10));
}

/** `UTC`, an offset such as `+02:00`, or a zone of the tz database. */
export function isTimeZone(text: string): boolean {
  if (offsetPattern.test(text)) return true;
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instants that a wall-clock time can mean: one, two in the hour that is repeated in autumn, none in the hour
 * that is left out in spring.
 * @throws RangeError for a malformed time or zone; check with `isDateTime` and `isTimeZone` first
 */
export function instantsOf(dateTime: string, timeZone: string): Date[] {
  if (!isDateTime(dateTime)) throw new RangeError('not a date and time');
  const asUtc = Date.parse(`${withSeconds(dateTime)}Z`);
  const dayMs = 86_400_000;
  const candidates = new Set(
    [asUtc - dayMs, asUtc, asUtc + dayMs].map((at) => asUtc - offsetMs(new Date(at), timeZone)),
  );
  return [...candidates]
    .sort((a, b) => a - b)
    .map((at) => new Date(at))
    .filter((at) => toDateTime(at, timeZone) === withSeconds(dateTime));
}

/** The first instant that a wall-clock time can mean, `null` where the clock skips it. */
export function toInstant(dateTime: string, timeZone: string): Date | null {
  return instantsOf(dateTime, timeZone)[0] ?? null;
}

/** The wall-clock time at an instant, `YYYY-MM-DDTHH:mm:ss`. */
export function toDateTime(at: Date, timeZone: string): string {
  return new Date(Math.floor(at.getTime() / 1000) * 1000 + offsetMs(at, timeZone)).toISOString().slice(0, 19);
}

/** The calendar day at an instant, in Berlin unless told otherwise. */
export function toDate(at: Date, timeZone: string = berlin): string {
  return toDateTime(at, timeZone).slice(0, 10);
}

/** The first and the last second of a calendar day in Berlin. */
export function startOfDay(date: string): Date {
  return atWallTime(`${date}T00:00:00`);
}

export function endOfDay(date: string): Date {
  return atWallTime(`${date}T23:59:59`);
}

/** A wall-clock time in Berlin; where the clock skips it, the same time an hour later. */
export function atWallTime(dateTime: string): Date {
  const at = toInstant(dateTime, berlin);
  if (at) return at;
  const [day = '', time = ''] = withSeconds(dateTime).split('T');
  const later = String(Number(time.slice(0, 2)) + 1).padStart(2, '0');
  return atWallTime(`${day}T${later}${time.slice(2)}`);
}

/** @param days may be negative */
export function addDays(date: string, days: number): string {
  return dayText(dayNumber(date) + days);
}

/**
 * Calendar months later, on the same day of the month or, where that month is shorter, on its last day
 * (§ 188 (2), (3) BGB). Takes a day or a date and time, and keeps the time.
 */
export function addMonths(dateOrDateTime: string, months: number): string {
  const [year = 0, month = 1, day = 1] = dateOrDateTime.slice(0, 10).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10) + dateOrDateTime.slice(10);
}

/** 0 is Sunday, as in `Date`. */
export function dayOfWeek(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function withSeconds(dateTime: string): string {
  return dateTime.length === 16 ? `${dateTime}:00` : dateTime;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's wall clock is ahead of UTC at an instant. */
function offsetMs(at: Date, timeZone: string): number {
  const fixed = offsetPattern.exec(timeZone);
  if (fixed) {
    return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  }
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const part = Object.fromEntries(
    formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const wall = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}
