import type { Priority } from './legal-request-values.ts';
import type { EmergencyRule } from './rule-sets/rule-set.ts';
import { addDays, atWallTime, berlin, dayOfWeek, endOfDay, toDate, toDateTime } from './wall-time.ts';

/**
 * All deadlines are reckoned in Europe/Berlin. The day of the event does not count (§ 187 (1) BGB) and a deadline ends
 * with the last second of its last day (§ 188 (1) BGB). `holidays` are calendar days from `listPublicHolidays`.
 */

const correctionDays = 14;
/** Days before the end of the correction period. */
export const correctionReminderDays = [7, 2] as const;
/** Days before the end of an interception. */
export const interceptionWarningDays = [14, 3] as const;
const emergencyHours = 6;

/** Monday to Friday without public holidays. A Saturday is no working day here, in line with § 43 (2) StPO. */
export function isWorkingDay(date: string, holidays: readonly string[]): boolean {
  const day = dayOfWeek(date);
  return day !== 0 && day !== 6 && !holidays.includes(date);
}

/** The n-th working day after a day. */
export function addWorkingDays(date: string, count: number, holidays: readonly string[]): string {
  let day = date;
  let left = count;
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** How many working days come after a day, up to and including the last one; 0 when that is not later. */
export function workingDaysBetween(after: string, last: string, holidays: readonly string[]): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= last; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

/** When somebody must have looked at it: the end of the next working day; in an emergency six hours, day and night. */
export function firstLookDueAt(submittedAt: Date, priority: Priority, holidays: readonly string[]): Date {
  if (priority === 'emergency') return new Date(submittedAt.getTime() + emergencyHours * 3_600_000);
  return endOfDay(addWorkingDays(toDate(submittedAt), 1, holidays));
}

/**
 * When an accepted legal request must be answered: the end of the last of so many working days; in an emergency six
 * hours. No rule set sets a number of days, so the operator configures it.
 */
export function answerDueAt(
  acceptedAt: Date,
  priority: Priority,
  workingDays: number,
  holidays: readonly string[],
): Date {
  if (priority === 'emergency') return new Date(acceptedAt.getTime() + emergencyHours * 3_600_000);
  return endOfDay(addWorkingDays(toDate(acceptedAt), workingDays, holidays));
}

/** When a returned or rejected legal request can no longer be corrected: the end of the 14th day. */
export function correctionEndsAt(decidedAt: Date): Date {
  return endOfDay(addDays(toDate(decidedAt), correctionDays));
}

/** When the authority is reminded: at 8 in the morning, 7 and 2 days before the last day. */
export function correctionRemindersAt(endsAt: Date): Date[] {
  return correctionReminderDays.map((days) => atWallTime(`${addDays(toDate(endsAt), -days)}T08:00:00`));
}

/**
 * The day by which an order made in an emergency must be confirmed, `null` where the law sets no time.
 * @param orderDate day of the order
 */
export function emergencyConfirmationDue(
  orderDate: string,
  rule: EmergencyRule,
  holidays: readonly string[],
): string | null {
  if (!rule.confirmation) return null;
  const { within, unit } = rule.confirmation;
  return unit === 'working_days' ? addWorkingDays(orderDate, within, holidays) : addDays(orderDate, within);
}

/** The confirmation is overdue: its last day has passed in Berlin. Reviewers see it flagged as lapsed. */
export function isConfirmationLapsed(confirmationDue: string, now: Date): boolean {
  return toDate(now) > confirmationDue;
}

/** When both sides are warned of the end of an interception: 14 and 3 days before, at the same time of day. */
export function interceptionWarningsAt(endsAt: Date): Date[] {
  const [day = '', time = ''] = toDateTime(endsAt, berlin).split('T');
  return interceptionWarningDays.map((days) => atWallTime(`${addDays(day, -days)}T${time}`));
}
