/** Teams, their people and how people come in. */
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

import { at, bytea, createdAt } from './columns.ts';

export const teams = pgTable(
  'teams',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<'provider' | 'agency'>().notNull(),
    name: text('name').notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text('country').notNull(),
    /** Only for agencies: police, prosecution, customs, … (legal-request-values.ts). */
    agencyKind: text('agency_kind'),
    /** Official mail domains, lower case. People of the team must have an address in one of them. */
    domains: text('domains')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** `outside`: does not use the portal; staff described it to register what it sent by mail or letter. It has no key. */
    status: text('status').$type<'pending' | 'verified' | 'declined' | 'suspended' | 'outside'>().notNull(),
    verifiedAt: at('verified_at'),
    /** Verification is repeated after twelve months. */
    verificationDueAt: at('verification_due_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('teams_one_provider')
      .on(table.kind)
      .where(sql`kind = 'provider'`),
  ],
);

export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    role: text('role')
      .$type<'investigator' | 'lead' | 'clerk' | 'dpo' | 'counsel' | 'admin' | 'auditor'>()
      .notNull(),
    /** waiting: registered, not admitted yet. withdrawn: left the team, for good. */
    status: text('status').$type<'waiting' | 'active' | 'declined' | 'suspended' | 'withdrawn'>().notNull(),
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    rank: text('rank').notNull().default(''),
    unit: text('unit').notNull().default(''),
    telephone: text('telephone').notNull().default(''),
    locale: text('locale').$type<'de' | 'en' | 'fr'>().notNull().default('de'),
    /** Opaque WebAuthn user handle (32 random octets, base64url). */
    userHandle: text('user_handle').notNull().unique(),
    /** OpenPGP message to the person's own key: remembered intake fingerprint and the like (base64url). */
    sealedSettings: text('sealed_settings'),
    /** SHA-256 of the recovery proof; replaced at each use. */
    recoveryProofHash: bytea('recovery_proof_hash'),
    admittedBy: uuid('admitted_by'),
    admittedAt: at('admitted_at'),
    createdAt: createdAt(),
  },
  (table) => [index('people_team').on(table.teamId), index('people_recovery').on(table.recoveryProofHash)],
);

/** One-time links. Only the SHA-256 of the token is kept. */
export const invitations = pgTable('invitations', {
  id: uuid('id').primaryKey(),
  tokenHash: bytea('token_hash').notNull().unique(),
  teamId: uuid('team_id')
    .notNull()
    .references(() => teams.id),
  role: text('role').$type<(typeof people.$inferSelect)['role']>().notNull(),
  email: text('email').notNull(),
  /** Whose new access the link opens, after two people agreed; null for somebody who is new. */
  personId: uuid('person_id').references(() => people.id),
  invitedBy: uuid('invited_by'),
  createdAt: createdAt(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
});

/** A registration on its way: between the e-mail code and the passkey. The cookie holds the token. */
export const registrations = pgTable('registrations', {
  id: uuid('id').primaryKey(),
  tokenHash: bytea('token_hash').notNull().unique(),
  email: text('email').notNull(),
  /** SHA-256 of id ‖ code; null once confirmed (or when the registration came by invitation). */
  codeHash: bytea('code_hash'),
  triesLeft: integer('tries_left').notNull().default(5),
  codeExpiresAt: at('code_expires_at'),
  confirmedAt: at('confirmed_at'),
  invitationId: uuid('invitation_id'),
  /** Person and agency details typed so far. */
  details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
  createdAt: createdAt(),
  expiresAt: at('expires_at').notNull(),
});

/**
 * Steps that take two people: verifying an agency, changing a role, recovering, giving new access, withdrawing the
 * provider's people, changing the intake key, publishing a report. The check makes it impossible for one person to do both halves, whatever the application does.
 */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').primaryKey(),
    action: text('action')
      .$type<
        | 'verify_agency'
        | 'change_role'
        | 'recover_person'
        | 'renew_access'
        | 'withdraw_staff'
        | 'change_intake_key'
        | 'publish_report'
      >()
      .notNull(),
    teamId: uuid('team_id').references(() => teams.id),
    personId: uuid('person_id').references(() => people.id),
    /** For an agency: method, telephone number called, independent source of the number, note. */
    details: jsonb('details').$type<Record<string, string>>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => people.id),
    proposedAt: at('proposed_at').notNull().defaultNow(),
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    confirmedAt: at('confirmed_at'),
    declinedBy: uuid('declined_by').references(() => people.id),
    declinedAt: at('declined_at'),
  },
  (table) => [
    check('approvals_two_people', sql`confirmed_by is null or confirmed_by <> proposed_by`),
    check('approvals_one_end', sql`confirmed_by is null or declined_by is null`),
    uniqueIndex('approvals_one_intake_key')
      .on(table.action)
      .where(sql`action = 'change_intake_key' and confirmed_by is null and declined_by is null`),
    index('approvals_team').on(table.teamId),
  ],
);
