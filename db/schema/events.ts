/** The append-only history, and small facts of the installation. */
import { bigint, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';

import { at } from './columns.ts';

/**
 * Append-only history of every object. `hash` = SHA-256(previous_hash ‖ canonical JSON of the row), chained over the
 * whole table by `position`.
 */
export const events = pgTable(
  'events',
  {
    /** Dense 1, 2, 3 …; given under a lock so that the chain has no gaps. */
    position: bigint('position', { mode: 'number' }).primaryKey(),
    objectType: text('object_type').notNull(),
    objectId: uuid('object_id').notNull(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    /** Person who acted; null for the system. */
    actorId: uuid('actor_id'),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    at: at('at').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    unique('events_object_version').on(table.objectType, table.objectId, table.version),
    index('events_object').on(table.objectType, table.objectId),
  ],
);

/** Small facts of the installation, for example the pinned intake fingerprint of a demo. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  changedAt: at('changed_at').notNull().defaultNow(),
});
