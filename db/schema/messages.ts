/** What both sides write to each other about a legal request, and what helps writing it. */
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';

import { at, bytea, createdAt } from './columns.ts';
import { sealedFiles } from './files.ts';
import { legalRequests } from './legal-requests.ts';
import { people } from './teams.ts';

/** One message, sealed to both team keys. Never changed or deleted by the application. */
export const messages = pgTable(
  'messages',
  {
    /** Made in the browser, because the sealed content names it. */
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    side: text('side').$type<'agency' | 'provider'>().notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    /** `asks`: the other side is to reply. `informs`: nothing is expected. */
    intent: text('intent').$type<'asks' | 'informs'>().notNull(),
    sealed: bytea('sealed').notNull(),
    sentAt: at('sent_at').notNull(),
  },
  (table) => [
    index('messages_request').on(table.legalRequestId, table.sentAt),
    check('messages_side', sql`side in ('agency', 'provider')`),
    check('messages_intent', sql`intent in ('asks', 'informs')`),
  ],
);

/** Files of a message, in its order. */
export const messageFiles = pgTable(
  'message_files',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => messages.id),
    position: integer('position').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => sealedFiles.id),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.position] }),
    unique('message_files_once').on(table.fileId),
  ],
);

/** Up to when a person has seen the messages of a legal request. */
export const messageReads = pgTable(
  'message_reads',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    /** `sent_at` of the newest message that was shown. */
    readUpTo: at('read_up_to').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.legalRequestId] })],
);

/**
 * What a person is writing about a legal request and has not sent: a message, or the findings of a decision. Sealed to
 * the writer's own team key. The newest save counts.
 */
export const unsentTexts = pgTable(
  'unsent_texts',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    kind: text('kind').$type<'message' | 'findings'>().notNull(),
    /** OpenPGP message. */
    sealed: bytea('sealed').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.legalRequestId, table.kind] }),
    check('unsent_texts_kind', sql`kind in ('message', 'findings')`),
  ],
);

/**
 * Words for a reason that the staff has changed, one row a change: the newest counts, the others say who changed what
 * and when. They are the provider's own standard words and hold no case data.
 */
export const cannedTexts = pgTable(
  'canned_texts',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull(),
    locale: text('locale').$type<'de' | 'en' | 'fr'>().notNull(),
    /** '' goes back to the words of the catalogue. */
    text: text('text').notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (table) => [index('canned_texts_newest').on(table.code, table.locale, table.createdAt)],
);
