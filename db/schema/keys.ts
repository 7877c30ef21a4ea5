/** OpenPGP keys: public, and private ones only as envelopes that a browser opens. */
import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

import { at, createdAt } from './columns.ts';
import { approvals, teams, people } from './teams.ts';
import { passkeys } from './sign-in.ts';

/** Public OpenPGP keys of people and teams. */
export const pgpKeys = pgTable(
  'pgp_keys',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').references(() => people.id),
    teamId: uuid('team_id').references(() => teams.id),
    /** Armored; a certified team key carries its certification inside. */
    publicKey: text('public_key').notNull(),
    /** 40 upper-case hex digits. */
    fingerprint: text('fingerprint').notNull().unique(),
    state: text('state').$type<'active' | 'retired' | 'revoked'>().notNull().default('active'),
    certifiedBy: text('certified_by'),
    certifiedAt: at('certified_at'),
    createdAt: createdAt(),
  },
  (table) => [
    check('pgp_keys_one_owner', sql`(person_id is null) <> (team_id is null)`),
    uniqueIndex('pgp_keys_active_team')
      .on(table.teamId)
      .where(sql`state = 'active' and team_id is not null`),
    uniqueIndex('pgp_keys_active_person')
      .on(table.personId)
      .where(sql`state = 'active' and person_id is not null`),
  ],
);

/** A person's private key, locked for one way of unlocking it (a passkey's PRF, the recovery code, a passphrase). */
export const personKeyEnvelopes = pgTable(
  'person_key_envelopes',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    keyId: uuid('key_id')
      .notNull()
      .references(() => pgpKeys.id),
    kind: text('kind').$type<'passkey_prf' | 'recovery_code' | 'passphrase'>().notNull(),
    passkeyId: text('passkey_id').references(() => passkeys.id),
    /** base64url. */
    salt: text('salt').notNull(),
    sealed: text('sealed').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('person_key_envelopes_person').on(table.personId)],
);

/** A team's private key as an OpenPGP message to one member's personal key. */
export const teamKeyGrants = pgTable(
  'team_key_grants',
  {
    id: uuid('id').primaryKey(),
    keyId: uuid('key_id')
      .notNull()
      .references(() => pgpKeys.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    grantedBy: uuid('granted_by')
      .notNull()
      .references(() => people.id),
    /** The granter's key at that time, which signed the envelope; it may have been retired since. */
    signedWith: uuid('signed_with').references(() => pgpKeys.id),
    envelope: text('envelope').notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('team_key_grants_once').on(table.keyId, table.personId)],
);

/**
 * What belongs to the proposal of a new intake key. Never changes (trigger), except that the second half is added, and that the
 * envelopes go when the proposal has come to an end.
 */
export const intakeKeyChanges = pgTable(
  'intake_key_changes',
  {
    approvalId: uuid('approval_id')
      .primaryKey()
      .references(() => approvals.id),
    fingerprint: text('fingerprint').notNull(),
    predecessor: text('predecessor').notNull(),
    /** Armored, with a certification by the predecessor. */
    publicKey: text('public_key').notNull(),
    /** Detached OpenPGP signatures over `handoverText` (intake-key-succession.ts): by the predecessor, and by the new key. */
    predecessorSignature: text('predecessor_signature').notNull(),
    successorSignature: text('successor_signature').notNull(),
    /** The new private key for each holder, as an OpenPGP message to the holder's key of `fingerprint`; null afterwards. */
    grants: jsonb('grants').$type<{ personId: string; fingerprint: string; envelope: string }[]>(),
    /** The proposer's key at that time, which signed the envelopes. */
    signedWith: uuid('signed_with')
      .notNull()
      .references(() => pgpKeys.id),
    /** Canonical JSON (intake-key-change.ts) and the passkey's assertion over it, once for each half. */
    proposalStatement: text('proposal_statement').notNull(),
    proposalProof: jsonb('proposal_proof').$type<Record<string, unknown>>().notNull(),
    confirmationStatement: text('confirmation_statement'),
    confirmationProof: jsonb('confirmation_proof').$type<Record<string, unknown>>(),
  },
  (table) => [
    unique('intake_key_changes_fingerprint').on(table.fingerprint),
    check(
      'intake_key_changes_confirmation',
      sql`(confirmation_statement is null) = (confirmation_proof is null)`,
    ),
  ],
);
