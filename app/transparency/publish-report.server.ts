/**
 * The way of a computed year to the public: words are written, one person proposes, another one publishes exactly what was
 * proposed. One of both is an administrator, the other a data protection officer.
 */
import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';

import type { AccountServices } from '#app/accounts/account-services.ts';
import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import { confirm, propose, setAside } from '#app/accounts/approvals.server.ts';
import { queueMails } from '#app/accounts/mail-notices.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError, notFound } from '#app/domain-error.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';
import { approvals, people, reportProposals } from '#db/schema.ts';

import { computeYear, listYearsOfEvents } from './compute-year.server.ts';
import { editionContentSchema, noteSchema, wordsSchema, type InEachLanguage } from './edition.ts';
import { findEdition, keepEdition } from './editions.server.ts';
import { changeReportYear, lockReportYear } from './report-years.server.ts';

type Services = Pick<AccountServices, 'db' | 'jobs' | 'config'>;

/** Only years of the portal are written and published here. @throws DomainError `not_found` */
export async function requireComputedYear(
  db: Database | Transaction,
  year: number,
  now: Date,
): Promise<void> {
  const years = await listYearsOfEvents(db, now);
  if (!years.includes(year)) throw notFound();
  // A year that was brought in from before the portal is corrected in the same way.
  if ((await findEdition(db, year, null))?.content.source === 'imported') throw notFound();
}

export interface WordsChange {
  year: number;
  words: InEachLanguage;
  note: InEachLanguage;
  /** Of the year, as the page was loaded. */
  version: number;
}

/**
 * Keeps the words of a year.
 * @throws DomainError `forbidden`, `not_found`, `bad_input`, `changed_meanwhile` (409), `report_proposed` (409)
 */
export async function saveReportWords(
  db: Database,
  actor: Actor,
  { year, words, note, version }: WordsChange,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'publish_report');
  if (!wordsSchema.safeParse(words).success || !noteSchema.safeParse(note).success)
    throw new DomainError('bad_input');
  await db.transaction(async (tx) => {
    await requireComputedYear(tx, year, now);
    const row = await lockReportYear(tx, year, now);
    if (row.version !== version) throw conflict();
    if (await findOpenProposal(tx, year)) throw conflict('report_proposed');
    const { personId } = actor;
    const set = { words: normalized(words), note: normalized(note), changedBy: personId, changedAt: now };
    await changeReportYear(
      tx,
      row,
      { type: 'words_changed', payload: { year }, actorId: personId, set },
      now,
    );
  });
}

const normalized = (texts: InEachLanguage): InEachLanguage => {
  const trim = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  return { de: trim(texts.de), en: trim(texts.en), fr: trim(texts.fr) };
};

/**
 * First half: freezes figures and words as they are now. A correction needs a note in every language.
 * @param version of the year, as the page was loaded
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile` (409), `report_proposed` (409), `note_missing`
 */
export async function proposePublication(
  services: Services,
  actor: Actor,
  { year, version }: { year: number; version: number },
  now: Date,
): Promise<void> {
  requirePermission(actor, 'publish_report');
  const { db, config } = services;
  await db.transaction(async (tx) => {
    await requireComputedYear(tx, year, now);
    const row = await lockReportYear(tx, year, now);
    if (row.version !== version) throw conflict();
    if (await findOpenProposal(tx, year)) throw conflict('report_proposed');
    const newest = await findEdition(tx, year, null);
    const edition = (newest?.content.version ?? 0) + 1;
    const note = noteSchema.parse(row.note);
    if (edition > 1 && Object.values(note).includes('')) throw new DomainError('note_missing');
    const { figures, basis } = await computeYear(tx, config, year, now);
    const content = canonicalJson(
      editionContentSchema.parse({
        schema: 'amtsweg.report.v1',
        provider: config.providerName,
        year,
        version: edition,
        source: 'events',
        figures,
        words: row.words,
        note,
        basis,
      }),
    );
    const contentSha256 = createHash('sha256').update(content).digest('hex');
    const details = { year: String(year), version: String(edition), contentSha256 };
    const approvalId = await propose(tx, actor.personId, { action: 'publish_report', details }, now);
    await tx.insert(reportProposals).values({ approvalId, year, version: edition, content });
    const payload = { year, version: edition, approvalId, contentSha256 };
    await changeReportYear(tx, row, { type: 'publication_proposed', payload, actorId: actor.personId }, now);
    await mailConfirmers(services, tx, actor, year);
  });
}

const otherRole = (role: Actor['role']) => (role === 'admin' ? 'dpo' : 'admin');

async function mailConfirmers(
  services: Services,
  tx: Transaction,
  actor: Actor,
  year: number,
): Promise<void> {
  const receivers = await tx
    .select({ email: people.email, locale: people.locale })
    .from(people)
    .where(and(eq(people.role, otherRole(actor.role)), eq(people.status, 'active')));
  const url = `${services.config.origin}/desk/report/${year}`;
  await queueMails(services, tx, receivers, 'report_proposed', { url, year: String(year) });
}

/**
 * Second half, by somebody in the other role: signs what was proposed and publishes it.
 * @throws DomainError `forbidden`, `needs_second_person` (409), `changed_meanwhile` (409)
 */
export async function confirmPublication(
  { db, config }: Services,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'publish_report');
  await db.transaction(async (tx) => {
    const proposal = await requireProposal(tx, approvalId);
    if (proposal.proposedByRole !== otherRole(actor.role))
      throw new DomainError('needs_second_person', {}, 409);
    const { year, version, content } = proposal;
    const row = await lockReportYear(tx, year, now);
    const { details } = await confirm(tx, actor, approvalId, 'publish_report', now);
    await keepEdition(tx, config, { content, approvalId }, now);
    const contentSha256 = details['contentSha256'] ?? '';
    const payload = { year, version, approvalId, contentSha256 };
    await changeReportYear(tx, row, { type: 'published', payload, actorId: actor.personId }, now);
  });
}

/** Sets a proposal aside; also one's own. @throws DomainError `forbidden`, `changed_meanwhile` (409) */
export async function setPublicationAside(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'publish_report');
  await db.transaction(async (tx) => {
    const { year, version } = await requireProposal(tx, approvalId);
    const row = await lockReportYear(tx, year, now);
    await setAside(tx, actor, approvalId, 'publish_report', now);
    const payload = { year, version, approvalId };
    await changeReportYear(tx, row, { type: 'publication_set_aside', payload, actorId: actor.personId }, now);
  });
}

const proposal = {
  approvalId: reportProposals.approvalId,
  year: reportProposals.year,
  version: reportProposals.version,
  content: reportProposals.content,
  proposedBy: approvals.proposedBy,
  proposedByName: people.name,
  proposedByRole: people.role,
  proposedAt: approvals.proposedAt,
};

const selectProposals = (db: Database | Transaction) =>
  db
    .select(proposal)
    .from(reportProposals)
    .innerJoin(approvals, eq(approvals.id, reportProposals.approvalId))
    .innerJoin(people, eq(people.id, approvals.proposedBy))
    .$dynamic();

const isOpen = and(isNull(approvals.confirmedBy), isNull(approvals.declinedBy));

/** What waits for the second person; null when nothing does. */
export async function findOpenProposal(db: Database | Transaction, year: number) {
  const [row] = await selectProposals(db).where(and(eq(reportProposals.year, year), isOpen));
  return row ?? null;
}

async function requireProposal(tx: Transaction, approvalId: string) {
  const [row] = await selectProposals(tx).where(and(eq(reportProposals.approvalId, approvalId), isOpen));
  if (!row) throw conflict();
  return row;
}
