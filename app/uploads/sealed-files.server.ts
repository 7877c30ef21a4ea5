/** Files that have arrived, for drafts, submissions and readers. The server has only ever seen their ciphertext. */
import type { Readable } from 'node:stream';
import { and, asc, eq, inArray } from 'drizzle-orm';

import { can, requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError, notFound } from '#app/domain-error.ts';
import type { AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import { revisionFiles, sealedFiles } from '#db/schema.ts';

import { requireEditable } from './receive-upload.server.ts';
import { listRecipientFingerprints } from './recipient-keys.server.ts';
import type { UploadStore } from './upload-store.server.ts';

/**
 * The files of a legal request of the own team, oldest first, also unfinished and refused ones. Empty for foreign and
 * missing requests.
 */
export async function listDraftFiles(db: Database, actor: Actor, legalRequestId: string) {
  requirePermission(actor, 'read_own_legal_requests');
  return db
    .select({
      fileId: sealedFiles.id,
      kind: sealedFiles.kind,
      ciphertextBytes: sealedFiles.ciphertextBytes,
      receivedBytes: sealedFiles.receivedBytes,
      sha256: sealedFiles.sha256,
      state: sealedFiles.state,
      refusedReason: sealedFiles.refusedReason,
    })
    .from(sealedFiles)
    .where(and(eq(sealedFiles.legalRequestId, legalRequestId), eq(sealedFiles.teamId, actor.teamId)))
    .orderBy(asc(sealedFiles.id));
}

/**
 * Takes a file out of what is being written, finished or not. A file that a submitted revision holds stays where it
 * is: leaving it out of the next revision is enough.
 * @throws DomainError `not_found`, `not_editable`
 */
export async function removeDraftFile(
  db: Database,
  store: UploadStore,
  actor: Actor,
  fileId: string,
): Promise<void> {
  const file = await requireDraftFile(db, actor, fileId);
  const isGone = await db.transaction(async (tx) => {
    await requireEditable(tx, actor, file.legalRequestId);
    if (await isSubmitted(tx, fileId)) return false;
    await tx.update(sealedFiles).set({ state: 'removed' }).where(eq(sealedFiles.id, fileId));
    return true;
  });
  // After the commit: should the process die here, the hourly job finds the rest.
  if (isGone) await store.remove(file.storageKey);
}

/**
 * Says anew what a file is, as long as nobody has signed for it.
 * @throws DomainError `not_found`, `not_editable`, `file_submitted` (409)
 */
export async function changeDraftFileKind(
  db: Database,
  actor: Actor,
  fileId: string,
  kind: AttachmentKind,
): Promise<void> {
  const file = await requireDraftFile(db, actor, fileId);
  await db.transaction(async (tx) => {
    await requireEditable(tx, actor, file.legalRequestId);
    if (await isSubmitted(tx, fileId)) throw conflict('file_submitted');
    await tx.update(sealedFiles).set({ kind }).where(eq(sealedFiles.id, fileId));
  });
}

async function requireDraftFile(db: Database, actor: Actor, fileId: string) {
  requirePermission(actor, 'write_legal_request');
  const [row] = await db
    .select({ legalRequestId: sealedFiles.legalRequestId, storageKey: sealedFiles.storageKey })
    .from(sealedFiles)
    .where(and(eq(sealedFiles.id, fileId), eq(sealedFiles.teamId, actor.teamId)));
  if (!row) throw notFound();
  return row;
}

async function isSubmitted(db: Database | Transaction, fileId: string): Promise<boolean> {
  const rows = await db
    .select({ fileId: revisionFiles.fileId })
    .from(revisionFiles)
    .where(eq(revisionFiles.fileId, fileId))
    .limit(1);
  return rows.length > 0;
}

/**
 * The ciphertext of a complete file: for its agency always, for the provider's people who may read requests once it is
 * part of a submitted revision.
 * @throws DomainError `not_found` for a foreign, an unfinished and a missing file alike (promise 14)
 */
export async function readCiphertext(
  db: Database,
  store: UploadStore,
  actor: Actor,
  fileId: string,
): Promise<{ open: () => Readable; ciphertextBytes: number }> {
  const [file] = await db
    .select({
      teamId: sealedFiles.teamId,
      storageKey: sealedFiles.storageKey,
      ciphertextBytes: sealedFiles.ciphertextBytes,
    })
    .from(sealedFiles)
    .where(and(eq(sealedFiles.id, fileId), eq(sealedFiles.state, 'complete')));
  if (!file) throw notFound();
  const isOwn = can(actor, 'read_own_legal_requests') && file.teamId === actor.teamId;
  const isForDesk = can(actor, 'read_sealed_legal_request') && (await isSubmitted(db, fileId));
  if (!isOwn && !isForDesk) throw notFound();
  return { open: () => store.read(file.storageKey), ciphertextBytes: file.ciphertextBytes };
}

export type CompleteFile = {
  fileId: string;
  kind: AttachmentKind;
  ciphertextBytes: number;
  /** base64url, as the manifest names it */
  sha256: string;
};

/**
 * For a submission, in its transaction: the named files in the named order, each complete, of this legal request and
 * sealed to the team keys of today. Holds their rows, so that nothing removes them before the commit.
 * @throws DomainError `files_incomplete` (409) if any of that does not hold
 */
export async function requireCompleteFiles(
  tx: Transaction,
  legalRequestId: string,
  fileIds: readonly string[],
): Promise<CompleteFile[]> {
  if (fileIds.length === 0) return [];
  const rows = await tx
    .select({
      fileId: sealedFiles.id,
      teamId: sealedFiles.teamId,
      kind: sealedFiles.kind,
      ciphertextBytes: sealedFiles.ciphertextBytes,
      sha256: sealedFiles.sha256,
      recipients: sealedFiles.recipients,
    })
    .from(sealedFiles)
    .where(
      and(
        eq(sealedFiles.legalRequestId, legalRequestId),
        eq(sealedFiles.state, 'complete'),
        inArray(sealedFiles.id, [...fileIds]),
      ),
    )
    .for('share');
  const teamId = rows[0]?.teamId;
  const expected = teamId === undefined ? '' : (await listRecipientFingerprints(tx, teamId)).join();
  const files = fileIds.map((fileId) => {
    const row = rows.find((one) => one.fileId === fileId);
    if (!row || row.sha256 === null || row.recipients.join() !== expected)
      throw new DomainError('files_incomplete', { fileId }, 409);
    const { kind, ciphertextBytes, sha256 } = row;
    return { fileId, kind: kind as AttachmentKind, ciphertextBytes, sha256 };
  });
  if (new Set(fileIds).size !== fileIds.length) throw new DomainError('files_incomplete', {}, 409);
  return files;
}
