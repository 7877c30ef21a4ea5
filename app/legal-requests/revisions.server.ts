import { and, asc, eq, inArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { listEvents } from '#app/events/events.server.ts';
import { readStatement } from '#app/review/decision-statement.ts';
import type { Finding } from '#app/review/decision-statement.ts';
import { manifestSchema, type Manifest } from '#app/sealing/manifest.ts';
import { decisions, people, revisions } from '#db/schema.ts';

import { findHandedKeys } from './handed-keys.server.ts';
import type { Decision } from './legal-request-values.ts';
import { nameFor, requireOwnLegalRequest } from './own-legal-request.server.ts';
import type { PublicPart } from './public-part.ts';

/** A submitted version as its agency reads it. */
export type FoundRevision = {
  number: number;
  publicPart: PublicPart;
  ruleSet: string;
  /** OpenPGP message that this reader can open, base64url. */
  sealedForm: string;
  manifest: Manifest;
  manifestSha256: string;
  /** Null when staff of the provider registered it. */
  submittedBy: string | null;
  submittedAt: string;
  /** Keys to its files that were handed to the agency later, by the file's id (handed-keys.server.ts). */
  handedKeys: Record<string, string>;
};

const revisionColumns = (actor: Actor) => ({
  number: revisions.number,
  publicPart: revisions.publicPart,
  ruleSet: revisions.ruleSet,
  sealedForm: revisions.sealedForm,
  manifest: revisions.manifest,
  manifestSha256: revisions.manifestSha256,
  submittedBy: nameFor(actor),
  submittedAt: revisions.submittedAt,
});

/** All revisions, oldest first; empty for a draft. @throws DomainError `not_found` */
export async function listRevisions(db: Database, actor: Actor, id: string): Promise<FoundRevision[]> {
  await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', id);
  const rows = await db
    .select(revisionColumns(actor))
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.submittedBy))
    .where(eq(revisions.legalRequestId, id))
    .orderBy(asc(revisions.number));
  const handed = await findHandedKeys(db, actor, id);
  return rows.map((row) => ({
    ...row,
    publicPart: row.publicPart as unknown as PublicPart,
    sealedForm: handed.sealedFor('form', String(row.number), row.sealedForm),
    handedKeys: handed.files,
    manifest: manifestSchema.parse(JSON.parse(row.manifest)),
    submittedAt: row.submittedAt.toISOString(),
  }));
}

/** A decision that took effect, as the agency reads it. The texts are sealed. */
export type FoundDecision = {
  decisionId: string;
  revision: number;
  decision: Decision;
  /** In the order of the texts in the explanation. */
  findings: Finding[];
  /** OpenPGP message that holds an `Explanation`, base64url; null where there are no words. */
  sealedExplanation: string | null;
  signedAt: string;
};

const effects: readonly string[] = ['returned', 'rejected', 'accepted'];

/** The decisions that took effect, oldest first. One that waits for its second signature stays inside the provider. */
export async function listDecisions(db: Database, actor: Actor, id: string): Promise<FoundDecision[]> {
  await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', id);
  const events = await listEvents(db, 'legal_request', id);
  const ids = events.flatMap((event) =>
    effects.includes(event.type) && 'decisionId' in event.payload ? [event.payload.decisionId] : [],
  );
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      decisionId: decisions.id,
      revision: decisions.revision,
      decision: decisions.decision,
      statement: decisions.statement,
      sealedExplanation: decisions.sealedExplanation,
      signedAt: decisions.signedAt,
    })
    .from(decisions)
    .where(and(eq(decisions.legalRequestId, id), inArray(decisions.id, ids)))
    .orderBy(asc(decisions.signedAt));
  const handed = await findHandedKeys(db, actor, id);
  return rows.map(({ statement, sealedExplanation, signedAt, ...row }) => ({
    ...row,
    findings: readStatement(statement)?.findings ?? [],
    sealedExplanation: sealedExplanation && handed.sealedFor('words', row.decisionId, sealedExplanation),
    signedAt: signedAt.toISOString(),
  }));
}
