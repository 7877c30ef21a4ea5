/** Legal requests, their drafts and their submitted revisions. */
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

import { at, bytea, createdAt } from './columns.ts';
import { teams, people } from './teams.ts';

/** What the server may know of a legal request to route, remind and count (2-domain §4). All else is sealed. */
export const legalRequests = pgTable(
  'legal_requests',
  {
    id: uuid('id').primaryKey(),
    /** AW-2026-000123; given at the first submission. */
    reference: text('reference').unique(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    /** Who is in charge: began it, or took it over (event `handed_over`). */
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    category: text('category').notNull(),
    channel: text('channel').notNull().default('portal'),
    priority: text('priority').$type<'normal' | 'emergency'>().notNull().default('normal'),
    status: text('status').notNull().default('draft'),
    fileNumber: text('file_number').notNull().default(''),
    /** Number of the newest submitted revision; 0 while a draft. */
    currentRevision: integer('current_revision').notNull().default(0),
    /** Version of the newest event: the optimistic lock. */
    version: integer('version').notNull().default(0),
    receivedAt: at('received_at'),
    statusSince: at('status_since').notNull().defaultNow(),
    /**
     * When the provider (first look, answer) or the agency (correction) must have acted. While `paused_at` is set it stands
     * still; the end of the pause moves it on (app/legal-requests/clock.ts).
     */
    dueAt: at('due_at'),
    /** The side that was asked something by a message and has not replied. A change of status ends it (trigger). */
    waitsFor: text('waits_for').$type<'agency' | 'provider'>(),
    /** Since when the provider's clock stands still, because the agency was asked something while it was our turn. */
    pausedAt: at('paused_at'),
    /** Whose turn it is: `turnOf` of app/legal-requests/statuses.ts in SQL, so that the queue can be indexed by it. */
    turn: text('turn')
      .$type<'agency' | 'provider' | 'nobody'>()
      .notNull()
      .generatedAlwaysAs(
        sql`case when status in ('draft', 'returned', 'rejected') then coalesce(waits_for, 'agency') when status in ('submitted', 'in_review', 'accepted') then coalesce(waits_for, 'provider') when status = 'answered' then coalesce(waits_for, 'nobody') else 'nobody' end`,
      ),
    correctionEndsAt: at('correction_ends_at'),
    /** "Being looked at by …": advisory, ends by itself. */
    claimedBy: uuid('claimed_by').references(() => people.id),
    claimedUntil: at('claimed_until'),
    /** A draft that its author threw away. */
    discardedAt: at('discarded_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('legal_requests_team').on(table.teamId, table.id),
    index('legal_requests_queue').on(table.status, table.priority, table.dueAt, table.id),
    // The order of the desk: emergencies, then what is due first, then what was submitted first. Only what the provider must act on.
    index('legal_requests_desk')
      .on(table.priority, sql`coalesce(due_at, 'infinity'::timestamptz)`, table.reference)
      .where(sql`turn = 'provider'`),
    check('legal_requests_pause', sql`paused_at is null or waits_for = 'agency'`),
    index('legal_requests_file_number').on(table.fileNumber),
  ],
);

/** Last used number of the references of a year. */
export const referenceCounters = pgTable('reference_counters', {
  year: integer('year').primaryKey(),
  lastNumber: integer('last_number').notNull(),
});

/** What is being written: sealed to the agency's team key only. One row per legal request while it can be edited. */
export const drafts = pgTable('drafts', {
  legalRequestId: uuid('legal_request_id')
    .primaryKey()
    .references(() => legalRequests.id),
  /** OpenPGP message. */
  sealed: bytea('sealed').notNull(),
  /** Begins anywhere and counts up by one per save; two tabs cannot overwrite each other. */
  version: integer('version').notNull(),
  savedBy: uuid('saved_by')
    .notNull()
    .references(() => people.id),
  savedAt: at('saved_at').notNull().defaultNow(),
});

/** One submitted version. Never changes. */
export const revisions = pgTable(
  'revisions',
  {
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    number: integer('number').notNull(),
    /** publicPartSchema of app/legal-requests/public-part.ts. */
    publicPart: jsonb('public_part').$type<Record<string, unknown>>().notNull(),
    ruleSet: text('rule_set').notNull(),
    /** Outcome of the automatic checks at submission: § 174 (7) TKG wants the form check on record. */
    checks: jsonb('checks').$type<unknown[]>().notNull(),
    /** OpenPGP message to both team keys. */
    sealedForm: bytea('sealed_form').notNull(),
    /** Canonical JSON (RFC 8785), exactly the signed octets. */
    manifest: text('manifest').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => people.id),
    passkeyId: text('passkey_id').notNull(),
    /** The WebAuthn assertion over the manifest, kept for later proof. */
    assertion: jsonb('assertion').$type<Record<string, unknown>>().notNull(),
    receipt: jsonb('receipt').$type<Record<string, unknown>>().notNull(),
    submittedAt: at('submitted_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.legalRequestId, table.number] })],
);

/**
 * Session keys that staff sealed to an agency when it handed a legal request to it that had come beside the portal: what was
 * sealed to the intake key alone is read with these. The ciphertexts stay as they were signed.
 */
export const handedKeys = pgTable(
  'handed_keys',
  {
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    kind: text('kind').$type<'form' | 'words' | 'message' | 'file' | 'confirmation'>().notNull(),
    /** Number of the revision, or id of the decision, message, file or confirmation. */
    objectId: text('object_id').notNull(),
    /** One PKESK packet (RFC 9580 §5.1) to the agency's team key of that day. */
    packet: bytea('packet').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.legalRequestId, table.kind, table.objectId] }),
    check('handed_keys_kind', sql`kind in ('form', 'words', 'message', 'file', 'confirmation')`),
  ],
);
