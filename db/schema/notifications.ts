/** What a person wants to be told, and how. */
import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

import { at, bytea, createdAt } from './columns.ts';
import { people } from './teams.ts';

/** Where a person differs from the default of a kind (app/notifications/notification-kinds.ts). */
export const notificationChoices = pgTable(
  'notification_choices',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    timing: text('timing').$type<'now' | 'digest' | 'off'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.kind] }),
    check('notification_choices_timing', sql`timing in ('now', 'digest', 'off')`),
  ],
);

/** What waits for a person's next digest. Taken out in the transaction that queues the mail. */
export const digestEntries = pgTable(
  'digest_entries',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    /** Values of the mail template: reference, status, address. No case data. */
    values: jsonb('values').$type<Record<string, string>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('digest_entries_person').on(table.personId, table.createdAt)],
);

/** A person's own OpenPGP key, to which notifications are encrypted. Not a key of the portal. */
export const mailKeys = pgTable('mail_keys', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  /** Armored public key. */
  publicKey: text('public_key').notNull(),
  fingerprint: text('fingerprint').notNull(),
  /** Null: does not expire. */
  expiresAt: at('expires_at'),
  createdAt: createdAt(),
});

/** A person's calendar feed. Only the SHA-256 of the token in its address is kept. */
export const calendarFeeds = pgTable('calendar_feeds', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  tokenHash: bytea('token_hash').notNull().unique(),
  createdAt: createdAt(),
});
