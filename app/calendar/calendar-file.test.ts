import ICAL from 'ical.js';
import { expect, test } from 'vitest';

import { endOfDay } from '#app/legal-requests/wall-time.ts';

import { composeCalendar, deadlineKinds, type CalendarDeadline } from './calendar-file.ts';

const words = {
  name: 'Amtsweg – Fristen',
  kinds: {
    first_look: 'Erste Prüfung fällig',
    answer_due: 'Antwort fällig',
    correction: 'Ende der Korrekturfrist',
    answer_expires: 'Antwort wird gelöscht',
    emergency_confirmation: 'Bestätigung der Eilanordnung fällig',
    interception_end:
      'Ende der Überwachung, und ein sehr langer Text mit Umlauten: äöüß äöüß äöüß; und Komma, Strichpunkt',
    costs_claim: 'Kosten abrechnen',
  },
};
const about = { host: 'requests.example.org', now: new Date('2026-11-24T09:00:00Z') };
const at = (kind: CalendarDeadline['kind'], time: Date): CalendarDeadline => ({
  id: `0199-${kind}`,
  kind,
  reference: 'AW-2026-000123',
  at: time,
});

const readEvents = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

test('a deadline that ends with its day is that day in Berlin, in winter and summer', () => {
  const text = composeCalendar(
    [at('correction', endOfDay('2026-12-08')), at('answer_due', endOfDay('2026-07-01'))],
    words,
    about,
  );
  expect(text).toContain('DTSTART;VALUE=DATE:20261208\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20260701\r\n');
  const [event] = readEvents(text);
  expect(event?.summary).toBe('Ende der Korrekturfrist – AW-2026-000123');
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.uid).toBe('0199-correction@requests.example.org');
});

test('any other deadline is a moment in UTC', () => {
  const moment = new Date('2026-11-24T15:12:00Z');
  const text = composeCalendar([at('first_look', moment)], words, about);
  expect(text).toContain('DTSTART:20261124T151200Z\r\n');
  expect(text).not.toContain('TZID');
  expect(readEvents(text)[0]?.startDate.toJSDate()).toEqual(moment);
});

test('the file is right by RFC 5545: CRLF, folded at 75 octets, DTSTAMP, unique ids', () => {
  const text = composeCalendar(
    deadlineKinds.map((kind) => at(kind, endOfDay('2026-12-08'))),
    words,
    about,
  );
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.match(/^DTSTAMP:20261124T090000Z/gm)).toHaveLength(deadlineKinds.length);
  expect(text).not.toContain('METHOD');
  const events = readEvents(text);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(deadlineKinds.length);
  expect(events.map(({ summary }) => summary)).toContain(`${words.kinds.interception_end} – AW-2026-000123`);
});

test('no deadlines are a calendar too', () => {
  expect(readEvents(composeCalendar([], words, about))).toEqual([]);
});
