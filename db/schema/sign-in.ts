/** Passkeys and what signing in with them leaves behind. */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';

import { at, bytea, createdAt } from './columns.ts';
import { people } from './teams.ts';

export const passkeys = pgTable(
  'passkeys',
  {
    /** WebAuthn credential id, base64url. */
    id: text('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** COSE key. */
    publicKey: bytea('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    transports: text('transports')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    backedUp: boolean('backed_up').notNull().default(false),
    name: text('name').notNull(),
    /** Whether the PRF extension gave a secret when the passkey was made. */
    hasPrf: boolean('has_prf').notNull(),
    createdAt: createdAt(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [index('passkeys_person').on(table.personId)],
);

/** Single-use WebAuthn challenges: consumed by DELETE … RETURNING, void after five minutes. */
export const challenges = pgTable('challenges', {
  /** The challenge itself, base64url. */
  challenge: text('challenge').primaryKey(),
  purpose: text('purpose').notNull(),
  personId: uuid('person_id'),
  /** What the challenge is bound to (for example the hash of what is signed). */
  subject: jsonb('subject').$type<Record<string, unknown>>().notNull().default({}),
  expiresAt: at('expires_at').notNull(),
});

/** Signed-in sessions. Only the SHA-256 of the token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    tokenHash: bytea('token_hash').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    passkeyId: text('passkey_id'),
    userAgent: text('user_agent').notNull().default(''),
    createdAt: createdAt(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [index('sessions_person').on(table.personId)],
);
