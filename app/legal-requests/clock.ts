import { addWorkingDays, isWorkingDay, workingDaysBetween } from './deadlines.ts';
import type { Priority, Status } from './legal-request-values.ts';
import { turnOf, type Turn } from './statuses.ts';
import { endOfDay, toDate } from './wall-time.ts';

/** The two that talk to each other. */
export type Side = 'agency' | 'provider';

/** What a message wants: a reply, or nothing. */
export const intents = ['asks', 'informs'] as const;
export type Intent = (typeof intents)[number];

/**
 * The clock of one legal request. The status says whose turn it is; a question passes the turn to the other side until
 * it replies. While the agency is to reply to a question that was asked during the provider's turn, the provider's clock
 * stands still (`pausedAt`), and `dueAt` is moved on when that ends. A deadline of the agency never stands still.
 */
export interface Clock {
  status: Status;
  priority: Priority;
  /** The side that was asked and has not replied. */
  waitsFor: Side | null;
  pausedAt: Date | null;
  dueAt: Date | null;
}

const otherSide = (side: Side): Side => (side === 'agency' ? 'provider' : 'agency');

/** Statuses in which both sides can write to each other: from the submission until the end. */
export function canExchangeMessages(status: Status): boolean {
  return !['draft', 'closed', 'withdrawn'].includes(status);
}

/** Whose turn it is, questions included. The column `legal_requests.turn` says the same in SQL. */
export function turnNow({ status, waitsFor }: Pick<Clock, 'status' | 'waitsFor'>): Turn {
  if (status === 'closed' || status === 'withdrawn') return 'nobody';
  return waitsFor ?? turnOf(status);
}

type Changed = Pick<Clock, 'waitsFor' | 'pausedAt' | 'dueAt'>;

/**
 * The clock after a message. Whoever was asked has replied with it, whatever it says; a question passes the turn on. A
 * second question of the same side changes nothing: the other side is still to reply, and the pause goes on.
 * @param holidays calendar days from `listPublicHolidays`, of the years around `now` and `dueAt`
 */
export function clockAfterMessage(
  clock: Clock,
  { side, intent }: { side: Side; intent: Intent },
  now: Date,
  holidays: readonly string[],
): Changed {
  const replied = clock.waitsFor === side ? clockAfterReply(clock, now, holidays) : changed(clock);
  if (intent === 'informs') return replied;
  const waitsFor = otherSide(side);
  if (replied.waitsFor === waitsFor) return replied;
  const pauses = waitsFor === 'agency' && turnOf(clock.status) === 'provider';
  return { ...replied, waitsFor, pausedAt: pauses ? now : null };
}

/** The clock after the turn was given back: the question is answered, or has become needless. */
export function clockAfterReply(clock: Clock, now: Date, holidays: readonly string[]): Changed {
  if (clock.pausedAt === null) return { ...changed(clock), waitsFor: null };
  return { waitsFor: null, pausedAt: null, dueAt: dueAfterPause(clock, clock.pausedAt, now, holidays) };
}

const changed = ({ waitsFor, pausedAt, dueAt }: Clock): Changed => ({ waitsFor, pausedAt, dueAt });

/**
 * When the provider must have acted after a pause. An emergency runs round the clock: the pause is added to the
 * millisecond. Otherwise whole working days count, as in the deadline itself (§ 187 (1) BGB: the day of the event does
 * not): as many working days as were left after the day of the pause are left after the day of its end. What was
 * overdue when the pause began stays overdue since then.
 */
function dueAfterPause(
  { dueAt, priority }: Clock,
  pausedAt: Date,
  now: Date,
  holidays: readonly string[],
): Date | null {
  if (dueAt === null || dueAt <= pausedAt || now <= pausedAt) return dueAt;
  if (priority === 'emergency') return new Date(dueAt.getTime() + now.getTime() - pausedAt.getTime());
  const pausedOn = toDate(pausedAt);
  const today = toDate(now);
  if (today === pausedOn) return dueAt;
  const left = workingDaysBetween(pausedOn, toDate(dueAt), holidays);
  // Nothing but the rest of a day was left: it is the rest of today, or the next day on which anybody works.
  if (left === 0) return endOfDay(isWorkingDay(today, holidays) ? today : addWorkingDays(today, 1, holidays));
  return endOfDay(addWorkingDays(today, left, holidays));
}
