/** What the provider delivers on an accepted legal request. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
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
import { sealedFiles } from './files.ts';
import { legalRequests } from './legal-requests.ts';
import { people } from './teams.ts';

/**
 * One delivery. Prepared under the signature of one person and released under that of another; what was released never
 * changes (trigger). When it is destroyed, its files go and its manifest stays.
 */
export const answers = pgTable(
  'answers',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    /** From 1, for each legal request. */
    number: integer('number').notNull(),
    state: text('state')
      .$type<'drafting' | 'prepared' | 'released' | 'destroyed' | 'discarded'>()
      .notNull()
      .default('drafting'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** What is being written: OpenPGP message to the intake key. Null before the first save and after the release. */
    sealedDraft: bytea('sealed_draft'),
    /** Counts up by one per save; two tabs cannot overwrite each other. */
    draftVersion: integer('draft_version').notNull().default(0),
    draftSavedBy: uuid('draft_saved_by').references(() => people.id),
    draftSavedAt: at('draft_saved_at'),
    /** False: a partial delivery, after which the legal request stays accepted. */
    isFinal: boolean('is_final'),
    /** Of the whole, for the report. */
    outcome: text('outcome').$type<
      'delivered' | 'partly' | 'nothing_held' | 'already_deleted' | 'refused_in_part'
    >(),
    keepDays: integer('keep_days'),
    /** Canonical JSON that both people signed (app/answers/answer-statement.ts). */
    statement: text('statement'),
    statementSha256: text('statement_sha256'),
    /** OpenPGP message to both team keys: the manifest and the intake key's signature under it. */
    sealedManifest: bytea('sealed_manifest'),
    preparedBy: uuid('prepared_by').references(() => people.id),
    preparedAt: at('prepared_at'),
    preparedProof: jsonb('prepared_proof').$type<Record<string, unknown>>(),
    releasedBy: uuid('released_by').references(() => people.id),
    releasedAt: at('released_at'),
    releasedProof: jsonb('released_proof').$type<Record<string, unknown>>(),
    expiresAt: at('expires_at'),
    warnedAt: at('warned_at'),
    destroyedAt: at('destroyed_at'),
  },
  (table) => [
    unique('answers_number').on(table.legalRequestId, table.number),
    uniqueIndex('answers_one_open')
      .on(table.legalRequestId)
      .where(sql`state in ('drafting', 'prepared')`),
    check('answers_state', sql`state in ('drafting', 'prepared', 'released', 'destroyed', 'discarded')`),
    check(
      'answers_two_people',
      sql`released_by is null or (prepared_by is not null and released_by <> prepared_by)`,
    ),
    check('answers_keep_days', sql`keep_days is null or keep_days between 10 and 45`),
    check(
      'answers_prepared',
      sql`state not in ('prepared', 'released', 'destroyed') or (statement is not null and sealed_manifest is not null and prepared_by is not null and prepared_proof is not null and is_final is not null and keep_days is not null)`,
    ),
    check(
      'answers_released',
      sql`(state in ('released', 'destroyed')) = (released_by is not null) and (released_by is null or (released_at is not null and released_proof is not null and expires_at is not null))`,
    ),
  ],
);

/** Files of an answer that was prepared, in the order of its manifest. */
export const answerFiles = pgTable(
  'answer_files',
  {
    answerId: uuid('answer_id')
      .notNull()
      .references(() => answers.id),
    position: integer('position').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => sealedFiles.id),
  },
  (table) => [
    primaryKey({ columns: [table.answerId, table.position] }),
    unique('answer_files_once').on(table.fileId),
  ],
);

/**
 * A released answer that goes by mail, as OpenPGP files, to an authority outside of the portal: to the address and the key that staff
 * had vouched for at the release. `sent_at` when the mail server took it. Of a failed try only its class is kept: what a mail
 * server answers may name people.
 */
export const mailedAnswers = pgTable(
  'mailed_answers',
  {
    answerId: uuid('answer_id')
      .primaryKey()
      .references(() => answers.id),
    toAddress: text('to_address').notNull(),
    /** Of the key that the files are sealed to; 40 upper-case hex digits. */
    fingerprint: text('fingerprint').notNull(),
    /** Of the mail that it answers, without brackets. */
    inReplyTo: text('in_reply_to'),
    queuedAt: at('queued_at').notNull(),
    sentAt: at('sent_at'),
    /** Since it was queued, for the first time or again. */
    failedTries: integer('failed_tries').notNull().default(0),
    failedAt: at('failed_at'),
    /** `refused`: by the mail server for good; `not_taken`: it did not get through. */
    fault: text('fault').$type<'refused' | 'not_taken'>(),
    /** Not tried any more until staff sends it again. */
    givenUpAt: at('given_up_at'),
  },
  () => [check('mailed_answers_fault', sql`fault in ('refused', 'not_taken')`)],
);
