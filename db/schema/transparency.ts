/** The transparency report: words being written, what waits for the second person, and what was published. */
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

import { at } from './columns.ts';
import { approvals, people } from './teams.ts';

/** A year that somebody has written or published something for. Its events are those of the object `report`. */
export const reportYears = pgTable('report_years', {
  year: integer('year').primaryKey(),
  id: uuid('id').notNull().unique(),
  /** Version of the newest event: the optimistic lock. */
  version: integer('version').notNull().default(0),
  /** Markdown by language. */
  words: jsonb('words').$type<Record<string, string>>().notNull(),
  /** Why there is another version, by language; '' for the first. */
  note: jsonb('note').$type<Record<string, string>>().notNull(),
  changedBy: uuid('changed_by').references(() => people.id),
  changedAt: at('changed_at').notNull(),
});

/** Exactly what the second person sees and confirms. */
export const reportProposals = pgTable('report_proposals', {
  approvalId: uuid('approval_id')
    .primaryKey()
    .references(() => approvals.id),
  year: integer('year')
    .notNull()
    .references(() => reportYears.year),
  version: integer('version').notNull(),
  /** Canonical JSON (RFC 8785) of editionContentSchema of app/transparency/edition.ts. */
  content: text('content').notNull(),
});

/** What was published. Never changes, never goes (trigger); a correction is the next version. */
export const reportEditions = pgTable(
  'report_editions',
  {
    year: integer('year')
      .notNull()
      .references(() => reportYears.year),
    version: integer('version').notNull(),
    source: text('source').$type<'events' | 'imported'>().notNull(),
    content: text('content').notNull(),
    publishedAt: at('published_at').notNull(),
    /** Ed25519 (RFC 8032) by the key of receipts, over content and time; base64url. */
    signature: text('signature').notNull(),
    /** The public key that it was made with, raw, base64url. */
    signedWith: text('signed_with').notNull(),
    /** The two people of the provider; null for a year from before the portal. */
    approvalId: uuid('approval_id')
      .unique()
      .references(() => approvals.id),
  },
  (table) => [
    primaryKey({ columns: [table.year, table.version] }),
    check('report_editions_two_people', sql`(source = 'imported') = (approval_id is null)`),
  ],
);
