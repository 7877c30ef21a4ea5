/** What the provider is entitled to for its work (JVEG), one claim a legal request. */
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';

import { at } from './columns.ts';
import { legalRequests } from './legal-requests.ts';
import { people } from './teams.ts';

export const costs = pgTable(
  'costs',
  {
    legalRequestId: uuid('legal_request_id')
      .primaryKey()
      .references(() => legalRequests.id),
    /** Counts up by one per save; two tabs cannot overwrite each other. */
    version: integer('version').notNull(),
    /** positionsSchema of app/answers/costs/positions.ts: codes, counts and amounts, no words. */
    positions: jsonb('positions').$type<unknown[]>().notNull(),
    /** The authority asked through a central contact point. */
    viaContactPoint: boolean('via_contact_point').notNull(),
    totalCents: integer('total_cents').notNull(),
    /** Calendar day in Berlin; null while the measure runs. */
    measureEndedOn: date('measure_ended_on', { mode: 'string' }),
    /** After this the claim has lapsed (§ 2 (1) JVEG). */
    claimEndsAt: at('claim_ends_at'),
    /** Calendar day on which the claim was sent to the authority. */
    claimedOn: date('claimed_on', { mode: 'string' }),
    /** The end of the claim that was reminded of. */
    remindedOf: at('reminded_of'),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => people.id),
    changedAt: at('changed_at').notNull(),
  },
  (table) => [
    check('costs_total', sql`total_cents >= 0`),
    check('costs_claim_end', sql`(measure_ended_on is null) = (claim_ends_at is null)`),
    index('costs_open')
      .on(table.claimEndsAt)
      .where(sql`claimed_on is null`),
    index('costs_period').on(table.measureEndedOn),
  ],
);
