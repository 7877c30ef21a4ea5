/** What came by another way than the portal: mails, letters, faxes (2-domain §9). */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

import { at, createdAt } from './columns.ts';
import { legalRequests } from './legal-requests.ts';
import { people, teams } from './teams.ts';

/**
 * One mail, letter or fax. Of a refused mail nothing is kept but when it came, from which domain and why it was refused
 * (`sender_address` and `message_id` only until it is answered).
 */
export const arrivals = pgTable(
  'arrivals',
  {
    id: uuid('id').primaryKey(),
    channel: text('channel').$type<'esb_mail' | 'plain_mail' | 'post' | 'fax'>().notNull(),
    /** `dismissed`: staff saw that it is no legal request, or answered it for good. */
    state: text('state')
      .$type<'waiting' | 'refused' | 'quarantined' | 'registered' | 'dismissed'>()
      .notNull(),
    /** Version of the newest event: the optimistic lock. */
    version: integer('version').notNull(),
    receivedAt: at('received_at').notNull(),
    /** SHA-256 of the Message-ID, base64url: the same mail twice is one arrival. Null for letters and faxes. */
    messageKey: text('message_key').unique('arrivals_message_once'),
    messageId: text('message_id'),
    senderAddress: text('sender_address'),
    senderDomain: text('sender_domain'),
    /** Armored public key that came with the mail, outside of what is encrypted. */
    senderKey: text('sender_key'),
    /** The agency of the portal to whose domains the sender belongs, or that staff chose. */
    teamId: uuid('team_id').references(() => teams.id),
    country: text('country'),
    agencyKind: text('agency_kind'),
    category: text('category'),
    fileNumber: text('file_number').notNull().default(''),
    /** Day on a letter's or fax's stamp of receipt, in Berlin. */
    receivedOn: date('received_on', { mode: 'string' }),
    /** Why it was refused or quarantined. */
    reason: text('reason'),
    /** Parts of an encrypted mail that were not encrypted: they were not kept. */
    droppedParts: integer('dropped_parts').notNull().default(0),
    /** The sender used an intake key that had been replaced by then. */
    usedFormerKey: boolean('used_former_key').notNull().default(false),
    /** Of a refusal: waits for staff, was sent or printed, or must not be sent. */
    answer: text('answer').$type<'none' | 'open' | 'sent' | 'withheld'>().notNull().default('none'),
    isLegalRequest: boolean('is_legal_request'),
    legalRequestId: uuid('legal_request_id').references(() => legalRequests.id),
    /** Who recorded a letter or a fax. */
    recordedBy: uuid('recorded_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (table) => [
    check('arrivals_channel', sql`channel in ('esb_mail', 'plain_mail', 'post', 'fax')`),
    check('arrivals_state', sql`state in ('waiting', 'refused', 'quarantined', 'registered', 'dismissed')`),
    check('arrivals_answer', sql`answer in ('none', 'open', 'sent', 'withheld')`),
    // Of a plain mail nobody is remembered once it is answered, or cannot be.
    check(
      'arrivals_forgets',
      sql`channel <> 'plain_mail' or answer = 'open' or (sender_address is null and message_id is null)`,
    ),
    index('arrivals_state_received').on(table.state, table.receivedAt),
    index('arrivals_legal_request').on(table.legalRequestId),
  ],
);

/** An encrypted part of a mail, as it came; its octets lie in the upload store. */
export const arrivalParts = pgTable(
  'arrival_parts',
  {
    arrivalId: uuid('arrival_id')
      .notNull()
      .references(() => arrivals.id),
    position: integer('position').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    storedBytes: bigint('stored_bytes', { mode: 'number' }).notNull(),
    /** Of the stored octets, base64url. */
    sha256: text('sha256').notNull(),
    isArmored: boolean('is_armored').notNull(),
    /** Holds a whole MIME part (PGP/MIME); otherwise a text or a file (inline OpenPGP). */
    isMime: boolean('is_mime').notNull(),
  },
  (table) => [primaryKey({ columns: [table.arrivalId, table.position] })],
);

/** Keys of people outside of the portal, to whom decisions go by mail. Looked up by address; the newest counts. */
export const correspondentKeys = pgTable(
  'correspondent_keys',
  {
    id: uuid('id').primaryKey(),
    /** Lower case. */
    address: text('address').notNull(),
    publicKey: text('public_key').notNull(),
    /** 40 upper-case hex digits. */
    fingerprint: text('fingerprint').notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (table) => [unique('correspondent_keys_once').on(table.address, table.fingerprint)],
);

/** A mail in which a decision went to somebody outside of the portal: an OpenPGP message that only they can read. */
export const sealedMails = pgTable(
  'sealed_mails',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    /** The decision that it tells of: each is told once. */
    decisionId: uuid('decision_id').notNull().unique('sealed_mails_decision_once'),
    toAddress: text('to_address').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** Armored. Holds a whole MIME part. */
    message: text('message').notNull(),
    sentBy: uuid('sent_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (table) => [index('sealed_mails_request').on(table.legalRequestId)],
);
