/**
 * All tables. The words are those of the product: a `team` is the provider or one agency, a `legal request` is what an
 * authority sends, `sealed` means encrypted in a browser so that the server cannot read it.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/** Octets as they are; `pg` hands out Buffers, which are Uint8Arrays. */
const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const createdAt = () => at('created_at').notNull().defaultNow();

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
    status: text('status').$type<'pending' | 'verified' | 'declined' | 'suspended'>().notNull(),
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
    /** waiting: registered, not admitted yet. */
    status: text('status').$type<'waiting' | 'active' | 'declined' | 'suspended'>().notNull(),
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

/** One-time links. Only the SHA-256 of the token is kept. */
export const invitations = pgTable('invitations', {
  id: uuid('id').primaryKey(),
  tokenHash: bytea('token_hash').notNull().unique(),
  teamId: uuid('team_id')
    .notNull()
    .references(() => teams.id),
  role: text('role').$type<(typeof people.$inferSelect)['role']>().notNull(),
  email: text('email').notNull(),
  invitedBy: uuid('invited_by'),
  createdAt: createdAt(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
});

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
    envelope: text('envelope').notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('team_key_grants_once').on(table.keyId, table.personId)],
);

/**
 * Steps that take two people: verifying an agency, changing a role, recovering, changing the intake key. The check
 * makes it impossible for one person to do both halves, whatever the application does.
 */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').primaryKey(),
    action: text('action')
      .$type<'verify_agency' | 'change_role' | 'recover_person' | 'change_intake_key'>()
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
    index('approvals_team').on(table.teamId),
  ],
);

/** What the server may know of a legal request to route, remind and count (2-domain §4). All else is sealed. */
export const legalRequests = pgTable(
  'legal_requests',
  {
    id: uuid('id').primaryKey(),
    /** AW-2026-000123; given at the first submission. */
    reference: text('reference').unique(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    category: text('category').notNull(),
    channel: text('channel').notNull().default('portal'),
    priority: text('priority').$type<'normal' | 'emergency'>().notNull().default('normal'),
    status: text('status').notNull().default('draft'),
    fileNumber: text('file_number').notNull().default(''),
    /** Number of the newest submitted revision; 0 while a draft. */
    currentRevision: integer('current_revision').notNull().default(0),
    /** Version of the newest event: the optimistic lock. */
    version: integer('version').notNull().default(0),
    receivedAt: at('received_at'),
    statusSince: at('status_since').notNull().defaultNow(),
    /** When whoever's turn it is must have acted. */
    dueAt: at('due_at'),
    correctionEndsAt: at('correction_ends_at'),
    /** "Being looked at by …": advisory, ends by itself. */
    claimedBy: uuid('claimed_by').references(() => people.id),
    claimedUntil: at('claimed_until'),
    /** A draft that its author threw away. */
    discardedAt: at('discarded_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('legal_requests_team').on(table.teamId, table.id),
    index('legal_requests_queue').on(table.status, table.priority, table.dueAt, table.id),
    // The order of the desk: emergencies, then what is due first. Only what the provider must act on.
    index('legal_requests_desk')
      .on(table.priority, sql`coalesce(due_at, 'infinity'::timestamptz)`, table.id)
      .where(sql`status in ('submitted', 'in_review', 'accepted')`),
    index('legal_requests_file_number').on(table.fileNumber),
  ],
);

/** Last used number of the references of a year. */
export const referenceCounters = pgTable('reference_counters', {
  year: integer('year').primaryKey(),
  lastNumber: integer('last_number').notNull(),
});

/** What is being written: sealed to the agency's team key only. One row per legal request while it can be edited. */
export const drafts = pgTable('drafts', {
  legalRequestId: uuid('legal_request_id')
    .primaryKey()
    .references(() => legalRequests.id),
  /** OpenPGP message. */
  sealed: bytea('sealed').notNull(),
  /** Counts up by one per save; two tabs cannot overwrite each other. */
  version: integer('version').notNull(),
  savedBy: uuid('saved_by')
    .notNull()
    .references(() => people.id),
  savedAt: at('saved_at').notNull().defaultNow(),
});

/** One submitted version. Never changes. */
export const revisions = pgTable(
  'revisions',
  {
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    number: integer('number').notNull(),
    /** publicPartSchema of app/legal-requests/public-part.ts. */
    publicPart: jsonb('public_part').$type<Record<string, unknown>>().notNull(),
    ruleSet: text('rule_set').notNull(),
    /** Outcome of the automatic checks at submission: § 174 (7) TKG wants the form check on record. */
    checks: jsonb('checks').$type<unknown[]>().notNull(),
    /** OpenPGP message to both team keys. */
    sealedForm: bytea('sealed_form').notNull(),
    /** Canonical JSON (RFC 8785), exactly the signed octets. */
    manifest: text('manifest').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => people.id),
    passkeyId: text('passkey_id').notNull(),
    /** The WebAuthn assertion over the manifest, kept for later proof. */
    assertion: jsonb('assertion').$type<Record<string, unknown>>().notNull(),
    receipt: jsonb('receipt').$type<Record<string, unknown>>().notNull(),
    submittedAt: at('submitted_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.legalRequestId, table.number] })],
);

/** Ciphertext of one attachment; the octets lie in the upload store. */
export const sealedFiles = pgTable(
  'sealed_files',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    ciphertextBytes: bigint('ciphertext_bytes', { mode: 'number' }).notNull(),
    /** What is safely on disk, from the beginning: only this much was ever acknowledged (promise 22). */
    receivedBytes: bigint('received_bytes', { mode: 'number' }).notNull().default(0),
    /** Known once complete and inspected; base64url, as in the manifest. */
    sha256: text('sha256'),
    recipients: text('recipients')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    storageKey: text('storage_key').notNull().unique(),
    state: text('state').$type<'uploading' | 'complete' | 'refused' | 'removed'>().notNull(),
    refusedReason: text('refused_reason'),
    createdAt: createdAt(),
    lastPartAt: at('last_part_at').notNull().defaultNow(),
    completedAt: at('completed_at'),
  },
  (table) => [
    index('sealed_files_request').on(table.legalRequestId),
    index('sealed_files_state').on(table.state),
  ],
);

/** Which file belongs to which revision, in the order of the manifest. */
export const revisionFiles = pgTable(
  'revision_files',
  {
    legalRequestId: uuid('legal_request_id').notNull(),
    revision: integer('revision').notNull(),
    position: integer('position').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => sealedFiles.id),
  },
  (table) => [
    primaryKey({ columns: [table.legalRequestId, table.revision, table.position] }),
    unique('revision_files_once').on(table.legalRequestId, table.revision, table.fileId),
  ],
);

/**
 * One signature under a decision. A return is complete with one; reject and accept need one of the data protection
 * officer and one of the lawyer on the same statement (`statement_sha256`).
 */
export const decisions = pgTable(
  'decisions',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    revision: integer('revision').notNull(),
    decision: text('decision').$type<'accept' | 'return' | 'reject'>().notNull(),
    /** Canonical JSON that was signed: decision, findings' codes, hash of the sealed explanation. */
    statement: text('statement').notNull(),
    statementSha256: text('statement_sha256').notNull(),
    /** Texts of the findings, an OpenPGP message to both team keys; null when there are none. */
    sealedExplanation: bytea('sealed_explanation'),
    signedBy: uuid('signed_by')
      .notNull()
      .references(() => people.id),
    signedRole: text('signed_role').notNull(),
    passkeyId: text('passkey_id').notNull(),
    assertion: jsonb('assertion').$type<Record<string, unknown>>().notNull(),
    signedAt: at('signed_at').notNull().defaultNow(),
    /** Set when a proposal was set aside before its second signature. */
    withdrawnAt: at('withdrawn_at'),
  },
  (table) => [
    unique('decisions_once_each').on(
      table.legalRequestId,
      table.revision,
      table.statementSha256,
      table.signedBy,
    ),
    uniqueIndex('decisions_role_once')
      .on(table.legalRequestId, table.revision, table.statementSha256, table.signedRole)
      .where(sql`withdrawn_at is null and decision <> 'return'`),
    index('decisions_request').on(table.legalRequestId),
  ],
);

/** One coded fault at one field. Its text is in the decision's sealed explanation, at the same position. */
export const findings = pgTable(
  'findings',
  {
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    revision: integer('revision').notNull(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decisions.id),
    position: integer('position').notNull(),
    field: text('field').notNull(),
    code: text('code').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decisionId, table.position] }),
    index('findings_request').on(table.legalRequestId),
  ],
);

/** Internal notes of the provider, sealed to the intake key. */
export const notes = pgTable(
  'notes',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    sealed: bytea('sealed').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('notes_request').on(table.legalRequestId)],
);

/** Named filters of the desk, per person. */
export const savedViews = pgTable('saved_views', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id),
  name: text('name').notNull(),
  query: text('query').notNull(),
  createdAt: createdAt(),
});

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
