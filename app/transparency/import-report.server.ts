/** Years from before the portal: brought in by whoever runs the machine, signed, and kept like any other. */
import { createHash } from 'node:crypto';

import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';

import { yearOf } from './count-year.ts';
import { editionContentSchema, noWords, type EditionContent } from './edition.ts';
import { findEdition, keepEdition } from './editions.server.ts';
import type { YearFigures } from './figures.ts';
import { findFirstYear } from './read-events.server.ts';
import { changeReportYear, lockReportYear } from './report-years.server.ts';

export type ImportOutcome = 'imported' | 'corrected' | 'unchanged';

type Settings = Pick<Config, 'providerName' | 'receiptSigningKey'>;

/**
 * Publishes a year from before the portal. The same figures again change nothing; other figures are a correction.
 * @param note why it is corrected, in every language the same; '' for a year that is new
 * @throws DomainError `note_missing` for a correction without a note, `year_of_portal` for a year that the portal counts
 */
export async function importYear(
  db: Database,
  settings: Settings,
  figures: YearFigures,
  note: string,
  now: Date,
): Promise<ImportOutcome> {
  const { year } = figures;
  return db.transaction(async (tx) => {
    const row = await lockReportYear(tx, year, now);
    const newest = await findEdition(tx, year, null);
    const first = await findFirstYear(tx);
    // The year that runs is the portal's own, even if nothing has come yet.
    const counted = Math.min(first ?? Infinity, yearOf(now));
    if (newest?.content.source === 'events' || counted <= year)
      throw new DomainError('year_of_portal', { year });
    if (newest && canonicalJson(newest.content.figures) === canonicalJson(figures)) return 'unchanged';
    if (newest && note === '') throw new DomainError('note_missing', { year });
    const version = (newest?.content.version ?? 0) + 1;
    const edition: EditionContent = {
      schema: 'amtsweg.report.v1',
      provider: settings.providerName,
      year,
      version,
      source: 'imported',
      figures,
      words: noWords,
      note: newest ? { de: note, en: note, fr: note } : noWords,
      basis: null,
    };
    const content = canonicalJson(editionContentSchema.parse(edition));
    await keepEdition(tx, settings, { content, approvalId: null }, now);
    const contentSha256 = createHash('sha256').update(content).digest('hex');
    await changeReportYear(
      tx,
      row,
      { type: 'imported', payload: { year, version, contentSha256 }, actorId: null },
      now,
    );
    return newest ? 'corrected' : 'imported';
  });
}
