/** What must be on record about a legal request made in an emergency. */
import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

import { bytea, createdAt } from './columns.ts';
import { legalRequests } from './legal-requests.ts';
import { people } from './teams.ts';

/**
 * The provider called the authority back on a number from an independent source. What was said is an OpenPGP message to
 * the intake key; the server knows only that it is complete. Never changed; the newest counts.
 */
export const callBacks = pgTable(
  'call_backs',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
    sealed: bytea('sealed').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('call_backs_request').on(table.legalRequestId)],
);

/** An order made in an emergency was confirmed. Either side records it: the day, and in sealed words what was decided. */
export const emergencyConfirmations = pgTable(
  'emergency_confirmations',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    revision: integer('revision').notNull(),
    side: text('side').$type<'agency' | 'provider'>().notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
    /** Day of the court's decision. */
    confirmedOn: date('confirmed_on', { mode: 'string' }).notNull(),
    /** OpenPGP message to both team keys. */
    sealed: bytea('sealed').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('emergency_confirmations_request').on(table.legalRequestId),
    check('emergency_confirmations_side', sql`side in ('agency', 'provider')`),
  ],
);
