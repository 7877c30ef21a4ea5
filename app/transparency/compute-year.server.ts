import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';

import { countYear, yearOf } from './count-year.ts';
import type { EditionContent } from './edition.ts';
import type { YearFigures } from './figures.ts';
import { protectFigures } from './protect.ts';
import { findChainEnd, listReportEvents } from './read-events.server.ts';
import type { ReportEvent } from './report-events.ts';

export type ReportSettings = Pick<Config, 'providerName' | 'providerCountry' | 'reportSmallNumbers'>;
export type Basis = NonNullable<EditionContent['basis']>;

export interface ComputedYear {
  /** Protected: as they may be published. */
  figures: YearFigures;
  basis: Basis;
  unclassified: number;
}

/** Computes a year from all events until now. */
export async function computeYear(
  db: Database | Transaction,
  settings: ReportSettings,
  year: number,
  now: Date,
): Promise<ComputedYear> {
  const end = await findChainEnd(db);
  const events = await readOnce(db, end.position);
  const { providerCountry: home, reportSmallNumbers: smallNumbers } = settings;
  const { figures, unclassified } = countYear(events, year, home);
  return {
    figures: protectFigures(figures, smallNumbers),
    basis: { ...end, countedAt: now.toISOString(), home, smallNumbers },
    unclassified,
  };
}

/** Computes the figures of an edition again, from the events that it was computed from. */
export async function recomputeYear(
  db: Database | Transaction,
  year: number,
  { position, home, smallNumbers }: Basis,
): Promise<YearFigures> {
  const { figures } = countYear(await listReportEvents(db, position), year, home);
  return protectFigures(figures, smallNumbers);
}

/** The calendar years of which there are events, newest first, the running one always. */
export async function listYearsOfEvents(db: Database | Transaction, now: Date): Promise<number[]> {
  const { position } = await findChainEnd(db);
  const running = yearOf(now);
  const received = (await readOnce(db, position)).map((event) =>
    event.type === 'arrived' ? new Date(event.payload.receivedAt) : event.at,
  );
  const earliest = received.reduce((year, at) => Math.min(year, yearOf(at)), running);
  return Array.from({ length: running - earliest + 1 }, (_, index) => running - index);
}

/** Everybody may ask for the running year: what was read stays until the next event. */
const lastRead = new WeakMap<object, { position: number; events: ReportEvent[] }>();

async function readOnce(db: Database | Transaction, position: number): Promise<ReportEvent[]> {
  const known = lastRead.get(db);
  if (known?.position === position) return known.events;
  const events = await listReportEvents(db, position);
  lastRead.set(db, { position, events });
  return events;
}
