/** Ciphertext of files; the octets lie in the upload store. */
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';

import { at, createdAt } from './columns.ts';
import { teams, people } from './teams.ts';
import { legalRequests } from './legal-requests.ts';

/** Ciphertext of one file; the octets lie in the upload store. */
export const sealedFiles = pgTable(
  'sealed_files',
  {
    id: uuid('id').primaryKey(),
    legalRequestId: uuid('legal_request_id')
      .notNull()
      .references(() => legalRequests.id),
    /** Who sent it. */
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => people.id),
    /** Who may send it, to whom it is sealed and who may read it: `app/uploads/purpose-rules.server.ts`. */
    purpose: text('purpose').$type<'attachment' | 'answer' | 'message'>().notNull().default('attachment'),
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
    check('sealed_files_purpose', sql`purpose in ('attachment', 'answer', 'message')`),
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
