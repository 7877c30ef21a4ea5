/** What the provider's people see of the reports: what is due, what waits, what is published. */
import { eq } from 'drizzle-orm';

import type { AccountServices } from '#app/accounts/account-services.ts';
import { can, requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { loadText } from '#app/text/load-text.ts';
import { reportYears } from '#db/schema.ts';

import { computeYear, listYearsOfEvents } from './compute-year.server.ts';
import { yearOf } from './count-year.ts';
import { editionContentSchema, noWords, noteSchema, wordsSchema } from './edition.ts';
import { isRebuilt, listEditionsOf, listNewestEditions } from './editions.server.ts';
import { findOpenProposal, requireComputedYear } from './publish-report.server.ts';
import { viewReport } from './view-report.server.ts';

type Services = Pick<AccountServices, 'db' | 'config'>;

/** All years, newest first: those of the portal, and those from before. */
export async function listReportYears({ db }: Services, actor: Actor, now: Date) {
  requirePermission(actor, 'publish_report');
  const editions = await listNewestEditions(db);
  const counted = await listYearsOfEvents(db, now);
  const all = new Set([...counted, ...editions.map(({ content }) => content.year)]);
  const years = [...all].sort((one, other) => other - one);
  return Promise.all(
    years.map(async (year) => {
      const newest = editions.find(({ content }) => content.year === year);
      const proposal = await findOpenProposal(db, year);
      return {
        year,
        isEditable: newest?.content.source !== 'imported',
        newest: newest && { version: newest.content.version, publishedAt: newest.publishedAt },
        proposedBy: proposal?.proposedByName ?? null,
      };
    }),
  );
}

/**
 * Everything to write and publish one year.
 * @param locale of the page, in which the preview's charts are drawn
 * @throws DomainError `forbidden`, `not_found`
 */
export async function findReportDraft(
  { db, config }: Services,
  actor: Actor,
  year: number,
  locale: Locale,
  now: Date,
) {
  requirePermission(actor, 'publish_report');
  await requireComputedYear(db, year, now);
  const [row] = await db.select().from(reportYears).where(eq(reportYears.year, year));
  const words = wordsSchema.parse(row?.words ?? noWords);
  const note = noteSchema.parse(row?.note ?? noWords);
  const proposal = await findOpenProposal(db, year);
  const editions = await listEditionsOf(db, year);
  const { figures, basis, unclassified } = await computeYear(db, config, year, now);
  const version = editions.length + 1;
  const content = proposal
    ? editionContentSchema.parse(JSON.parse(proposal.content))
    : editionContentSchema.parse({
        schema: 'amtsweg.report.v1',
        provider: config.providerName,
        year,
        version,
        source: 'events',
        figures,
        words,
        note,
        basis,
      });
  const others = (await listNewestEditions(db)).map((edition) => edition.content.figures);
  const text = await loadText(locale);
  return {
    year,
    rowVersion: row?.version ?? 0,
    words,
    note,
    unclassified,
    canClassify: can(actor, 'read_arrivals'),
    isRunning: year >= yearOf(now),
    nextVersion: version,
    report: viewReport({ content, publishedAt: null }, others, text, locale),
    proposal: proposal && {
      approvalId: proposal.approvalId,
      proposedByName: proposal.proposedByName,
      proposedAt: proposal.proposedAt.toISOString(),
      needs: proposal.proposedByRole === 'admin' ? ('dpo' as const) : ('admin' as const),
      mayConfirm: proposal.proposedBy !== actor.personId && proposal.proposedByRole !== actor.role,
    },
    editions: await Promise.all(
      editions.map(async (edition) => ({
        version: edition.content.version,
        publishedAt: edition.publishedAt,
        isRebuilt: await isRebuilt(db, edition.content),
      })),
    ),
  };
}
export type ReportDraft = Awaited<ReturnType<typeof findReportDraft>>;
