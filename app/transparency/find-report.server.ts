import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { loadText } from '#app/text/load-text.ts';

import { computeYear } from './compute-year.server.ts';
import { yearOf } from './count-year.ts';
import { noWords, type PublishedEdition, type ShownEdition } from './edition.ts';
import { findEdition, listEditionsOf, listNewestEditions } from './editions.server.ts';
import type { ReportView } from './report-view.ts';
import { viewReport } from './view-report.server.ts';

type Services = { db: Database; config: Config };

export interface ReportPage {
  /** Null before anything is published. */
  report: ReportView | null;
  /** Years to choose from, newest first. */
  years: { year: number; isRunning: boolean }[];
  versions: { version: number; publishedAt: string }[];
  isNewest: boolean;
}

/**
 * The public page of a year.
 * @param year null: the newest that is published
 * @param version null: the newest of the year
 * @throws DomainError `not_found` for a year or version that is not public
 */
export async function findReportPage(
  { db, config }: Services,
  { year, version }: { year: number | null; version: number | null },
  locale: Locale,
  now: Date,
): Promise<ReportPage> {
  const newest = await listNewestEditions(db);
  const running = yearOf(now);
  const isRunningShown = config.reportRunningYear && !newest.some(({ content }) => content.year === running);
  const years = [
    ...(isRunningShown ? [{ year: running, isRunning: true }] : []),
    ...newest.map(({ content }) => ({ year: content.year, isRunning: false })),
  ];
  const wanted = year ?? newest[0]?.content.year ?? years[0]?.year ?? null;
  if (wanted === null) return { report: null, years, versions: [], isNewest: true };
  const others = newest.map(({ content }) => content.figures);
  const text = await loadText(locale);
  if (isRunningShown && wanted === running) {
    if (version !== null) throw notFound();
    const shown = await computeRunning({ db, config }, running, now);
    return { report: viewReport(shown, others, text, locale), years, versions: [], isNewest: true };
  }
  const edition = await findEdition(db, wanted, version);
  if (!edition) throw notFound();
  const versions = await listEditionsOf(db, wanted);
  return {
    report: viewReport(edition, others, text, locale),
    years,
    versions: versions.map(({ content, publishedAt }) => ({ version: content.version, publishedAt })),
    isNewest: edition.content.version === versions.at(-1)?.content.version,
  };
}

async function computeRunning({ db, config }: Services, year: number, now: Date): Promise<ShownEdition> {
  const { figures, basis } = await computeYear(db, config, year, now);
  const content = {
    schema: 'amtsweg.report.v1' as const,
    provider: config.providerName,
    year,
    version: 1,
    source: 'events' as const,
    figures,
    words: noWords,
    note: noWords,
    basis,
  };
  return { content, publishedAt: null };
}

/** @throws DomainError `not_found` */
export async function requireEdition(db: Database, year: number, version: number): Promise<PublishedEdition> {
  const edition = await findEdition(db, year, version);
  if (!edition) throw notFound();
  return edition;
}
