/** Corrections that come by mail or letter: which legal request they belong to, and the form that staff fills in for them. */
import { and, desc, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { requireDraftOfOwnTeam } from '#app/legal-requests/drafts.server.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { lockOwnLegalRequest, requireEditable } from '#app/legal-requests/own-legal-request.server.ts';
import { canBeCorrected } from '#app/legal-requests/statuses.ts';
import { requireDesk } from '#app/review/desk-access.server.ts';
import { arrivals, drafts, legalRequests, teams } from '#db/schema.ts';

import { lockArrival } from './arrivals.server.ts';

/** A mail that may be a correction. */
type CorrectingMail = Pick<typeof arrivals.$inferSelect, 'senderAddress' | 'senderDomain' | 'receivedAt'>;

/** A registered legal request whose next revision may come now. */
export type Correctable = {
  id: string;
  reference: string;
  fileNumber: string;
  category: Category;
  status: 'returned' | 'rejected';
  /** ISO 8601. */
  correctionEndsAt: string | null;
  teamId: string;
  agencyName: string;
  /** An earlier mail of the same sender, or of the same sender's domain, belongs to it. */
  isOfSender: boolean;
};

/**
 * What staff registered and what can still be corrected, newest first: an authority may correct only that by mail or
 * letter; what came through the portal is corrected there.
 * @param mail that is looked at: what counts is whether the period ran when it came. Null for a letter, whose day is not said yet
 * @throws DomainError `forbidden`
 */
export async function listCorrectable(
  db: Database,
  actor: Actor,
  mail: CorrectingMail | null,
): Promise<Correctable[]> {
  requireDesk(actor, 'read_arrivals');
  const rows = await db
    .select({
      id: legalRequests.id,
      reference: legalRequests.reference,
      fileNumber: legalRequests.fileNumber,
      category: legalRequests.category,
      status: legalRequests.status,
      correctionEndsAt: legalRequests.correctionEndsAt,
      teamId: teams.id,
      agencyName: teams.name,
      isOfSender: isOfSender(db, mail),
    })
    .from(legalRequests)
    .innerJoin(teams, eq(teams.id, legalRequests.teamId))
    .where(
      and(
        ne(legalRequests.channel, 'portal'),
        inArray(legalRequests.status, ['returned', 'rejected']),
        isNull(legalRequests.discardedAt),
        mail === null
          ? undefined
          : or(isNull(legalRequests.correctionEndsAt), gte(legalRequests.correctionEndsAt, mail.receivedAt)),
      ),
    )
    .orderBy(desc(legalRequests.id))
    .limit(500);
  return rows.map(({ reference, category, status, correctionEndsAt, ...row }) => ({
    ...row,
    reference: reference ?? '',
    category: category as Category,
    status: status as Correctable['status'],
    correctionEndsAt: correctionEndsAt?.toISOString() ?? null,
  }));
}

function isOfSender(db: Database, mail: CorrectingMail | null) {
  if (mail === null || (mail.senderAddress === null && mail.senderDomain === null))
    return sql<boolean>`false`;
  const earlier = db
    .select({ one: sql`1` })
    .from(arrivals)
    .where(
      and(
        eq(arrivals.legalRequestId, legalRequests.id),
        eq(arrivals.state, 'registered'),
        or(
          mail.senderAddress === null ? undefined : eq(arrivals.senderAddress, mail.senderAddress),
          mail.senderDomain === null ? undefined : eq(arrivals.senderDomain, mail.senderDomain),
        ),
      ),
    );
  return sql<boolean>`exists ${earlier}`;
}

/** What an arrival takes over from the legal request that it corrects. */
export type Corrected = {
  id: string;
  teamId: string;
  country: string;
  agencyKind: string | null;
  category: Category;
  fileNumber: string;
};

/**
 * The legal request that is to be corrected, held until the transaction ends. The rules are those of the portal, but for the
 * moment that counts.
 * @param receivedAt of the mail or letter that corrects it
 * @throws DomainError `forbidden` for one that came through the portal, `not_editable` (409) unless it was returned or
 *   rejected, `correction_period_over` (409), `written_elsewhere` (409) while the agency itself writes the correction
 */
export async function lockCorrected(
  tx: Transaction,
  actor: Actor,
  legalRequestId: string,
  receivedAt: Date,
): Promise<Corrected> {
  const legalRequest = await lockOwnLegalRequest(tx, actor, 'write_legal_request', legalRequestId);
  if (!canBeCorrected(legalRequest.status)) throw new DomainError('not_editable', {}, 409);
  // This one has to be in time itself, even if another that was is being registered as the same correction.
  requireEditable({ ...legalRequest, arrivedAt: receivedAt }, receivedAt);
  await requireDraftOfOwnTeam(tx, actor, legalRequestId);
  const [row] = await tx
    .select({
      country: teams.country,
      agencyKind: teams.agencyKind,
      fileNumber: legalRequests.fileNumber,
    })
    .from(legalRequests)
    .innerJoin(teams, eq(teams.id, legalRequests.teamId))
    .where(eq(legalRequests.id, legalRequestId));
  if (!row) throw conflict();
  const { id, teamId, category } = legalRequest;
  return { id, teamId, category, ...row };
}

/**
 * Takes what came for the correction of a legal request: its next revision is written beside the mail. Said twice, it is
 * gone on with.
 * @throws DomainError as {@link lockCorrected}; `not_found`, `status_forbids` (409) when it is registered or being
 *   registered as something else
 */
export async function startMailedCorrection(
  db: Database,
  actor: Actor,
  arrivalId: string,
  legalRequestId: string,
): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  await db.transaction(async (tx) => {
    const arrival = await lockArrival(tx, arrivalId);
    const isTaken = arrival.legalRequestId !== null && arrival.legalRequestId !== legalRequestId;
    if (arrival.state !== 'waiting' || isTaken) throw conflict('status_forbids', { status: arrival.state });
    const { id, ...facts } = await lockCorrected(tx, actor, legalRequestId, arrival.receivedAt);
    await tx
      .update(arrivals)
      .set({ legalRequestId: id, ...facts })
      .where(eq(arrivals.id, arrivalId));
  });
}

/**
 * It is no correction of that legal request after all, or its period has ended meanwhile: the mail waits again. What was
 * written goes, unless another mail is being registered as the same correction.
 * @throws DomainError `forbidden`, `not_found`, `status_forbids` (409) unless it was taken for a correction
 */
export async function releaseMailedCorrection(db: Database, actor: Actor, arrivalId: string): Promise<void> {
  requireDesk(actor, 'register_legal_request');
  await db.transaction(async (tx) => {
    const { state, legalRequestId } = await lockArrival(tx, arrivalId);
    if (state !== 'waiting' || legalRequestId === null || !(await isSubmitted(tx, legalRequestId)))
      throw conflict('status_forbids', { status: state });
    await tx.update(arrivals).set({ legalRequestId: null }).where(eq(arrivals.id, arrivalId));
    const [other] = await tx
      .select({ id: arrivals.id })
      .from(arrivals)
      .where(and(eq(arrivals.legalRequestId, legalRequestId), eq(arrivals.state, 'waiting')))
      .limit(1);
    if (!other) await tx.delete(drafts).where(eq(drafts.legalRequestId, legalRequestId));
  });
}

async function isSubmitted(tx: Transaction, legalRequestId: string): Promise<boolean> {
  const [row] = await tx
    .select({ currentRevision: legalRequests.currentRevision })
    .from(legalRequests)
    .where(eq(legalRequests.id, legalRequestId));
  return row !== undefined && row.currentRevision > 0;
}
