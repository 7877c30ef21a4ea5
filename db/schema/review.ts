/** What the provider's people write about legal requests. */
import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

import { at, bytea, createdAt } from './columns.ts';
import { people } from './teams.ts';
import { legalRequests } from './legal-requests.ts';

/**
 * One signature under a decision. A return is complete with one; reject and accept need one of the data protection
 * officer and one of the lawyer on the same statement (`statement_sha256`).
 */
export const decisions = pgTable(
  'decisions',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    revision: integer('revision').notNull(),
    decision: text('decision').$type<'accept' | 'return' | 'reject'>().notNull(),
    /** Canonical JSON that was signed: decision, findings' codes, hash of the sealed explanation. */
    statement: text('statement').notNull(),
    statementSha256: text('statement_sha256').notNull(),
    /** Texts of the findings, an OpenPGP message to both team keys; null when there are none. */
    sealedExplanation: bytea('sealed_explanation'),
    signedBy: uuid('signed_by')
      .notNull()
      .references(() => people.id),
    signedRole: text('signed_role').notNull(),
    passkeyId: text('passkey_id').notNull(),
    assertion: jsonb('assertion').$type<Record<string, unknown>>().notNull(),
    signedAt: at('signed_at').notNull().defaultNow(),
    /** Set when a proposal was set aside before its second signature. */
    withdrawnAt: at('withdrawn_at'),
  },
  (table) => [
    unique('decisions_once_each').on(
      table.legalRequestId,
      table.revision,
      table.statementSha256,
      table.signedBy,
    ),
    uniqueIndex('decisions_role_once')
      .on(table.legalRequestId, table.revision, table.statementSha256, table.signedRole)
      .where(sql`withdrawn_at is null and decision <> 'return'`),
    index('decisions_request').on(table.legalRequestId),
  ],
);

/** One coded fault at one field. Its text is in the decision's sealed explanation, at the same position. */
export const findings = pgTable(
  'findings',
  {
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    revision: integer('revision').notNull(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decisions.id),
    position: integer('position').notNull(),
    field: text('field').notNull(),
    code: text('code').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decisionId, table.position] }),
    index('findings_request').on(table.legalRequestId),
  ],
);

/** Internal notes of the provider, sealed to the intake key. */
export const notes = pgTable(
  'notes',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    sealed: bytea('sealed').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('notes_request').on(table.legalRequestId)],
);

/** Named filters of the desk, per person. */
export const savedViews = pgTable('saved_views', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id),
  name: text('name').notNull(),
  query: text('query').notNull(),
  createdAt: createdAt(),
});
