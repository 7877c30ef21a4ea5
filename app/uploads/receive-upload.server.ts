/**
 * What the server keeps in mind while ciphertext arrives. Octets lie in the upload store; how many of them are safe,
 * and whose they are, stands in `sealed_files`, so that any node can go on after any other one died.
 */
import { and, count, eq, inArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError, notFound } from '#app/domain-error.ts';
import type { AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import { legalRequests, sealedFiles } from '#db/schema.ts';

import { isNotHeld } from './held-files.server.ts';
import { inspectCiphertext } from './inspect-ciphertext.server.ts';
import { purposeRules } from './purpose-rules.server.ts';
import { maxCiphertextBytes, type UploadLimits } from './upload-limits.ts';
import type { UploadPurpose } from './upload-purposes.ts';
import { storageKeyOf, type UploadStore } from './upload-store.server.ts';

export type NewUpload = {
  fileId: string;
  legalRequestId: string;
  purpose: UploadPurpose;
  kind: AttachmentKind;
  /** Length of the whole ciphertext, known beforehand. */
  ciphertextBytes: number;
};

export type Upload = {
  fileId: string;
  purpose: UploadPurpose;
  legalRequestId: string;
  agencyTeamId: string;
  state: 'uploading' | 'complete' | 'refused' | 'removed';
  ciphertextBytes: number;
  receivedBytes: number;
  storageKey: string;
  sha256: string | null;
  refusedReason: string | null;
};

/**
 * Begins an upload to a legal request, as the rules of its purpose allow. Saying the same thing twice is
 * no error: the answer to the first time may have been lost.
 * @throws DomainError `not_found`, `not_editable` (409), `too_many_files` (409), `file_too_large` (413), `forbidden`
 */
export async function createUpload(
  db: Database,
  actor: Actor,
  upload: NewUpload,
  limits: UploadLimits,
): Promise<void> {
  const { fileId, legalRequestId, purpose, kind, ciphertextBytes } = upload;
  if (ciphertextBytes > maxCiphertextBytes(limits))
    throw new DomainError('file_too_large', { maxFileBytes: limits.maxFileBytes }, 413);
  await db.transaction(async (tx) => {
    await purposeRules[purpose].requireSender(tx, actor, legalRequestId);
    const existing = await tx
      .select({
        legalRequestId: sealedFiles.legalRequestId,
        purpose: sealedFiles.purpose,
        teamId: sealedFiles.teamId,
        ciphertextBytes: sealedFiles.ciphertextBytes,
        state: sealedFiles.state,
      })
      .from(sealedFiles)
      .where(eq(sealedFiles.id, fileId));
    const [row] = existing;
    if (row) {
      const isSame =
        row.legalRequestId === legalRequestId &&
        row.purpose === purpose &&
        row.teamId === actor.teamId &&
        row.ciphertextBytes === ciphertextBytes;
      if (!isSame || row.state === 'removed' || row.state === 'refused') throw conflict('file_exists');
      return;
    }
    if ((await countNewFiles(tx, actor, upload)) >= limits.maxFiles)
      throw new DomainError('too_many_files', { maxFiles: limits.maxFiles }, 409);
    await tx.insert(sealedFiles).values({
      id: fileId,
      legalRequestId,
      teamId: actor.teamId,
      uploadedBy: actor.personId,
      purpose,
      kind,
      ciphertextBytes,
      storageKey: storageKeyOf(fileId),
      state: 'uploading',
    });
  });
}

/** Files that nothing holds yet: those of earlier revisions, answers and messages were counted then. */
async function countNewFiles(
  tx: Transaction,
  actor: Actor,
  { legalRequestId, purpose }: NewUpload,
): Promise<number> {
  const [row] = await tx
    .select({ files: count() })
    .from(sealedFiles)
    .where(
      and(
        eq(sealedFiles.legalRequestId, legalRequestId),
        eq(sealedFiles.teamId, actor.teamId),
        eq(sealedFiles.purpose, purpose),
        inArray(sealedFiles.state, ['uploading', 'complete']),
        isNotHeld(tx),
      ),
    );
  return row?.files ?? 0;
}

/** An upload of the own team; a foreign one and a missing one are both null. */
export async function findUpload(db: Database, actor: Actor, fileId: string): Promise<Upload | null> {
  const [row] = await db
    .select({
      fileId: sealedFiles.id,
      purpose: sealedFiles.purpose,
      legalRequestId: sealedFiles.legalRequestId,
      agencyTeamId: legalRequests.teamId,
      state: sealedFiles.state,
      ciphertextBytes: sealedFiles.ciphertextBytes,
      receivedBytes: sealedFiles.receivedBytes,
      storageKey: sealedFiles.storageKey,
      sha256: sealedFiles.sha256,
      refusedReason: sealedFiles.refusedReason,
    })
    .from(sealedFiles)
    .innerJoin(legalRequests, eq(legalRequests.id, sealedFiles.legalRequestId))
    .where(and(eq(sealedFiles.id, fileId), eq(sealedFiles.teamId, actor.teamId)));
  return row ?? null;
}

/**
 * Counts octets that the store has made durable. Only after this they are acknowledged.
 * @throws DomainError `changed_meanwhile` when another node or an earlier HTTP request wrote meanwhile
 */
export async function recordReceivedBytes(
  db: Database,
  fileId: string,
  range: { from: number; to: number },
): Promise<void> {
  const changed = await db
    .update(sealedFiles)
    .set({ receivedBytes: range.to, lastPartAt: new Date() })
    .where(
      and(
        eq(sealedFiles.id, fileId),
        eq(sealedFiles.state, 'uploading'),
        eq(sealedFiles.receivedBytes, range.from),
      ),
    )
    .returning({ id: sealedFiles.id });
  if (changed.length === 0) throw conflict();
}

/**
 * Inspects what has arrived in full and closes the upload: from then on the file cannot change. Doing it again does
 * nothing, so it is simply repeated when the process died in between.
 * @returns SHA-256 of the ciphertext, base64url
 * @throws DomainError `file_refused` (422) with a `reason` code; the ciphertext is gone then
 */
export async function completeUpload(db: Database, store: UploadStore, upload: Upload): Promise<string> {
  if (upload.state === 'complete' && upload.sha256 !== null) return upload.sha256;
  if (upload.state === 'refused') throw refused(upload.refusedReason);
  if (upload.state === 'removed') throw notFound();
  if (upload.receivedBytes !== upload.ciphertextBytes) throw conflict();
  const recipients = await purposeRules[upload.purpose].listRecipients(db, upload);
  const { sha256, refusal } = await inspectCiphertext(store.read(upload.storageKey), {
    recipients,
    ciphertextBytes: upload.ciphertextBytes,
  });
  const stillOpen = and(eq(sealedFiles.id, upload.fileId), eq(sealedFiles.state, 'uploading'));
  if (refusal !== null) {
    await db.update(sealedFiles).set({ state: 'refused', refusedReason: refusal }).where(stillOpen);
    await store.remove(upload.storageKey);
    throw refused(refusal);
  }
  await db
    .update(sealedFiles)
    .set({ state: 'complete', sha256, recipients, completedAt: new Date() })
    .where(stillOpen);
  return sha256;
}

const refused = (reason: string | null) =>
  new DomainError('file_refused', { reason: reason ?? 'unknown' }, 422);
