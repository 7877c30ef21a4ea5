import ical, { ICalEventTransparency } from 'ical-generator';

import { endOfDay, toDate } from '#app/legal-requests/wall-time.ts';

export const deadlineKinds = [
  'first_look',
  'answer_due',
  'correction',
  'answer_expires',
  'emergency_confirmation',
  'interception_end',
  'costs_claim',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export interface CalendarDeadline {
  /** Stable as long as the deadline exists; when it moves, the calendar moves it. */
  id: string;
  kind: DeadlineKind;
  /** AW-2026-000123. */
  reference: string;
  at: Date;
}

interface CalendarWords {
  name: string;
  kinds: Readonly<Record<DeadlineKind, string>>;
}

/**
 * Deadlines as iCalendar (RFC 5545). A deadline that ends with its day is an event of that day; any other one is a moment in
 * UTC. It names what is due and the reference, nothing of the case.
 * @param host of the portal, for the unique ids
 */
export function composeCalendar(
  deadlines: readonly CalendarDeadline[],
  words: CalendarWords,
  { host, now }: { host: string; now: Date },
): string {
  const calendar = ical({
    name: words.name,
    prodId: { company: 'Amtsweg', product: 'Amtsweg', language: 'EN' },
  });
  calendar.ttl(3600);
  for (const { id, kind, reference, at } of deadlines) {
    const day = toDate(at);
    const isWholeDay = at.getTime() === endOfDay(day).getTime();
    calendar.createEvent({
      id: `${id}@${host}`,
      stamp: now,
      start: isWholeDay ? new Date(`${day}T00:00:00Z`) : at,
      allDay: isWholeDay,
      summary: `${words.kinds[kind]} – ${reference}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
