import { and, asc, desc, eq, gt, gte, inArray, isNotNull, ne, or } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { AgencyKey } from '#app/accounts/sealing-keys.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { listEvents } from '#app/events/events.server.ts';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type {
  AgencyKind,
  Category,
  Channel,
  Role,
  Status,
} from '#app/legal-requests/legal-request-values.ts';
import type { PublicPart } from '#app/legal-requests/public-part.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import {
  decisions,
  legalRequests,
  notes,
  people,
  pgpKeys,
  revisionFiles,
  revisions,
  sealedFiles,
  teams,
} from '#db/schema.ts';

import { requireDesk } from './desk-access.server.ts';
import type {
  EarlierReview,
  Review,
  ReviewDecision,
  ReviewEvent,
  ReviewNote,
  ReviewRevision,
} from './review.ts';

/** With the language in which the agency reads. */
export type FoundReview = Review & { agencyLocale: Locale };

/**
 * All that the desk's page of one legal request needs. What is sealed goes out as it is stored.
 * @throws DomainError `forbidden`, `not_found` (a draft does not exist for the provider)
 */
export async function findReview(db: Database, actor: Actor, id: string, now: Date): Promise<FoundReview> {
  requireDesk(actor, 'read_sealed_legal_request');
  const found = await findHead(db, id);
  if (!found) throw notFound();
  const { legalRequest, agency, claimedBy, claimedByName, claimedUntil } = found;
  const isClaimed = claimedUntil !== null && claimedUntil > now && claimedBy !== null;
  const [revisionRows, decisionRows, noteRows, eventRows, earlier] = await Promise.all([
    listRevisions(db, id, legalRequest.currentRevision),
    listDecisions(db, id),
    listNotes(db, id),
    listNamedEvents(db, id),
    listEarlier(db, { id, teamId: agency.id, fileNumber: legalRequest.fileNumber }),
  ]);
  return {
    legalRequest,
    agencyLocale: found.agencyLocale,
    agency,
    claim: isClaimed ? { name: claimedByName ?? '', isMine: claimedBy === actor.personId } : null,
    revisions: revisionRows,
    decisions: decisionRows,
    notes: noteRows,
    events: eventRows,
    earlier,
  };
}

async function findHead(db: Database, id: string) {
  const author = db
    .select({ id: people.id, name: people.name, locale: people.locale })
    .from(people)
    .as('author');
  const [row] = await db
    .select({
      id: legalRequests.id,
      reference: legalRequests.reference,
      category: legalRequests.category,
      channel: legalRequests.channel,
      priority: legalRequests.priority,
      status: legalRequests.status,
      fileNumber: legalRequests.fileNumber,
      currentRevision: legalRequests.currentRevision,
      version: legalRequests.version,
      receivedAt: legalRequests.receivedAt,
      statusSince: legalRequests.statusSince,
      dueAt: legalRequests.dueAt,
      correctionEndsAt: legalRequests.correctionEndsAt,
      turn: legalRequests.turn,
      waitsFor: legalRequests.waitsFor,
      pausedAt: legalRequests.pausedAt,
      authorName: author.name,
      agencyLocale: author.locale,
      claimedBy: legalRequests.claimedBy,
      claimedUntil: legalRequests.claimedUntil,
      claimedByName: people.name,
      agencyId: teams.id,
      agencyName: teams.name,
      agencyCountry: teams.country,
      agencyKind: teams.agencyKind,
      agencyStatus: teams.status,
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
    })
    .from(legalRequests)
    .innerJoin(teams, eq(teams.id, legalRequests.teamId))
    .innerJoin(author, eq(author.id, legalRequests.authorId))
    .leftJoin(people, eq(people.id, legalRequests.claimedBy))
    .leftJoin(
      pgpKeys,
      and(eq(pgpKeys.teamId, teams.id), eq(pgpKeys.state, 'active'), isNotNull(pgpKeys.certifiedBy)),
    )
    .where(
      and(eq(legalRequests.id, id), ne(legalRequests.status, 'draft'), gt(legalRequests.currentRevision, 0)),
    );
  if (!row) return null;
  const { claimedBy, claimedUntil, claimedByName, publicKey, fingerprint, ...rest } = row;
  const { agencyId, agencyName, agencyCountry, agencyKind, agencyStatus, agencyLocale, ...head } = rest;
  return {
    legalRequest: {
      ...head,
      reference: head.reference ?? '',
      category: head.category as Category,
      channel: head.channel as Channel,
      status: head.status as Status,
      receivedAt: head.receivedAt?.toISOString() ?? null,
      statusSince: head.statusSince.toISOString(),
      dueAt: head.dueAt?.toISOString() ?? null,
      correctionEndsAt: head.correctionEndsAt?.toISOString() ?? null,
      pausedAt: head.pausedAt?.toISOString() ?? null,
    },
    agency: {
      id: agencyId,
      name: agencyName,
      country: agencyCountry,
      kind: (agencyKind ?? 'other') as AgencyKind,
      verified: agencyStatus === 'outside' ? ('outside' as const) : agencyStatus === 'verified',
      key: keyOf(agencyStatus, publicKey, fingerprint),
    },
    agencyLocale,
    claimedBy,
    claimedUntil,
    claimedByName,
  };
}

function keyOf(status: string, publicKey: string | null, fingerprint: string | null): AgencyKey {
  if (status === 'outside') return 'outside';
  return publicKey !== null && fingerprint !== null ? { publicKey, fingerprint } : null;
}

/** The current revision and the one before it, newest first. */
async function listRevisions(db: Database, id: string, current: number): Promise<ReviewRevision[]> {
  const rows = await db
    .select({
      number: revisions.number,
      publicPart: revisions.publicPart,
      ruleSet: revisions.ruleSet,
      checks: revisions.checks,
      sealedForm: revisions.sealedForm,
      manifest: revisions.manifest,
      manifestSha256: revisions.manifestSha256,
      receipt: revisions.receipt,
      submittedByName: people.name,
      submittedAt: revisions.submittedAt,
    })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.submittedBy))
    .where(and(eq(revisions.legalRequestId, id), gte(revisions.number, current - 1)))
    .orderBy(desc(revisions.number))
    .limit(2);
  const files = await db
    .select({
      revision: revisionFiles.revision,
      fileId: sealedFiles.id,
      kind: sealedFiles.kind,
      ciphertextBytes: sealedFiles.ciphertextBytes,
      sha256: sealedFiles.sha256,
    })
    .from(revisionFiles)
    .innerJoin(sealedFiles, eq(sealedFiles.id, revisionFiles.fileId))
    .where(and(eq(revisionFiles.legalRequestId, id), gte(revisionFiles.revision, current - 1)))
    .orderBy(asc(revisionFiles.position));
  return rows.map((row) => ({
    ...row,
    publicPart: row.publicPart as unknown as PublicPart,
    checks: row.checks as CheckResult[],
    sealedForm: toBase64Url(row.sealedForm),
    submittedAt: row.submittedAt.toISOString(),
    files: files
      .filter(({ revision }) => revision === row.number)
      .map(({ fileId, kind, ciphertextBytes, sha256 }) => ({
        fileId,
        kind,
        ciphertextBytes,
        sha256: sha256 ?? '',
      })),
  }));
}

/** Every signature, oldest first; the page tells decisions from proposals by the events. */
async function listDecisions(db: Database, id: string): Promise<ReviewDecision[]> {
  const rows = await db
    .select({
      id: decisions.id,
      revision: decisions.revision,
      statement: decisions.statement,
      sealedExplanation: decisions.sealedExplanation,
      signedBy: decisions.signedBy,
      signedByName: people.name,
      signedRole: decisions.signedRole,
      signedAt: decisions.signedAt,
      withdrawnAt: decisions.withdrawnAt,
    })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.signedBy))
    .where(eq(decisions.legalRequestId, id))
    .orderBy(asc(decisions.signedAt));
  return rows.map((row) => ({
    ...row,
    signedRole: row.signedRole as Role,
    sealedExplanation: row.sealedExplanation && toBase64Url(row.sealedExplanation),
    signedAt: row.signedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }));
}

async function listNotes(db: Database, id: string): Promise<ReviewNote[]> {
  const rows = await db
    .select({ id: notes.id, authorName: people.name, sealed: notes.sealed, createdAt: notes.createdAt })
    .from(notes)
    .innerJoin(people, eq(people.id, notes.authorId))
    .where(eq(notes.legalRequestId, id))
    .orderBy(asc(notes.createdAt));
  return rows.map((row) => ({
    ...row,
    sealed: toBase64Url(row.sealed),
    createdAt: row.createdAt.toISOString(),
  }));
}

async function listNamedEvents(db: Database, id: string): Promise<ReviewEvent[]> {
  const found = await listEvents(db, 'legal_request', id);
  const actors = [...new Set(found.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))];
  const names = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, actors));
  const nameOf = new Map(names.map((person) => [person.id, person.name]));
  return found
    .filter(({ type }) => type !== 'draft_created')
    .map(({ type, version, actorId, at, payload }) => ({
      type,
      version,
      at: at.toISOString(),
      actorName: actorId === null ? null : (nameOf.get(actorId) ?? null),
      revision: 'revision' in payload ? payload.revision : null,
    }));
}

/** Others of the same agency, and of the same file number wherever they came from, which come first: what may be a duplicate must be among them. Then newest first. */
async function listEarlier(
  db: Database,
  { id, teamId, fileNumber }: { id: string; teamId: string; fileNumber: string },
): Promise<EarlierReview[]> {
  const rows = await db
    .select({
      id: legalRequests.id,
      reference: legalRequests.reference,
      fileNumber: legalRequests.fileNumber,
      category: legalRequests.category,
      status: legalRequests.status,
      receivedAt: legalRequests.receivedAt,
      teamId: legalRequests.teamId,
    })
    .from(legalRequests)
    .where(
      and(
        or(eq(legalRequests.teamId, teamId), eq(legalRequests.fileNumber, fileNumber)),
        ne(legalRequests.id, id),
        ne(legalRequests.status, 'draft'),
        gt(legalRequests.currentRevision, 0),
      ),
    )
    .orderBy(desc(eq(legalRequests.fileNumber, fileNumber)), desc(legalRequests.id))
    .limit(500);
  return rows.map(({ teamId: otherTeamId, receivedAt, reference, category, status, ...row }) => ({
    ...row,
    reference: reference ?? '',
    category: category as Category,
    status: status as Status,
    receivedAt: receivedAt?.toISOString() ?? null,
    isSameAgency: otherTeamId === teamId,
  }));
}
