/** Files that have arrived, for drafts, submissions and readers. The server has only ever seen their ciphertext. */
import type { Readable } from 'node:stream';
import { and, asc, eq, inArray } from 'drizzle-orm';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError, notFound } from '#app/domain-error.ts';
import type { AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import { legalRequests, sealedFiles } from '#db/schema.ts';

import { purposeRules } from './purpose-rules.server.ts';
import { areKnownRecipients } from './recipient-keys.server.ts';
import type { UploadPurpose } from './upload-purposes.ts';
import type { UploadStore } from './upload-store.server.ts';

/**
 * The attachments of a legal request of the own team, oldest first, also unfinished and refused ones. Empty for foreign and
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
    .where(
      and(
        eq(sealedFiles.legalRequestId, legalRequestId),
        eq(sealedFiles.teamId, actor.teamId),
        eq(sealedFiles.purpose, 'attachment'),
      ),
    )
    .orderBy(asc(sealedFiles.id));
}

/**
 * Takes a file out of what is being written, finished or not. A file that a submitted revision, a prepared answer or a
 * sent message holds stays where it is: leaving it out the next time is enough.
 * @throws DomainError `not_found`, `not_editable`, `forbidden`
 */
export async function removeDraftFile(
  db: Database,
  store: UploadStore,
  actor: Actor,
  fileId: string,
): Promise<void> {
  const file = await requireDraftFile(db, actor, fileId);
  const isGone = await db.transaction(async (tx) => {
    const rules = purposeRules[file.purpose];
    await rules.requireSender(tx, actor, file.legalRequestId);
    if (await rules.isHeld(tx, fileId)) return false;
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
    const rules = purposeRules[file.purpose];
    await rules.requireSender(tx, actor, file.legalRequestId);
    if (await rules.isHeld(tx, fileId)) throw conflict('file_submitted');
    await tx.update(sealedFiles).set({ kind }).where(eq(sealedFiles.id, fileId));
  });
}

async function requireDraftFile(db: Database, actor: Actor, fileId: string) {
  const [row] = await db
    .select({
      legalRequestId: sealedFiles.legalRequestId,
      purpose: sealedFiles.purpose,
      storageKey: sealedFiles.storageKey,
    })
    .from(sealedFiles)
    .where(and(eq(sealedFiles.id, fileId), eq(sealedFiles.teamId, actor.teamId)));
  if (!row) throw notFound();
  return row;
}

/** Ciphertext to be read, from octet `from` on; all of it by default. */
export type ReadableCiphertext = {
  purpose: UploadPurpose;
  legalRequestId: string;
  ciphertextBytes: number;
  open: (from?: number) => Readable;
};

/**
 * The ciphertext of a complete file, for those who may read it by the rules of its purpose.
 * @throws DomainError `not_found` for a foreign, an unfinished and a missing file alike (promise 14)
 */
export async function readCiphertext(
  db: Database,
  store: UploadStore,
  actor: Actor,
  fileId: string,
): Promise<ReadableCiphertext> {
  const [file] = await db
    .select({
      teamId: sealedFiles.teamId,
      agencyTeamId: legalRequests.teamId,
      legalRequestId: sealedFiles.legalRequestId,
      purpose: sealedFiles.purpose,
      storageKey: sealedFiles.storageKey,
      ciphertextBytes: sealedFiles.ciphertextBytes,
    })
    .from(sealedFiles)
    .innerJoin(legalRequests, eq(legalRequests.id, sealedFiles.legalRequestId))
    .where(and(eq(sealedFiles.id, fileId), eq(sealedFiles.state, 'complete')));
  if (!file) throw notFound();
  const { purpose, legalRequestId, storageKey, ciphertextBytes, teamId, agencyTeamId } = file;
  if (!(await purposeRules[purpose].mayRead(db, actor, { fileId, teamId, agencyTeamId }))) throw notFound();
  return { purpose, legalRequestId, ciphertextBytes, open: (from = 0) => store.read(storageKey, from) };
}

export type CompleteFile = {
  fileId: string;
  kind: AttachmentKind;
  ciphertextBytes: number;
  /** base64url, as the manifest names it */
  sha256: string;
};

/**
 * For a submission, an answer or a message, in its transaction: the named files in the named order, each complete, of
 * this legal request, for this purpose and sealed to the keys of today (an attachment also to those before). Holds their rows, so that nothing removes them before the commit.
 * @throws DomainError `files_incomplete` (409) if any of that does not hold
 */
export async function requireCompleteFiles(
  tx: Transaction,
  legalRequestId: string,
  fileIds: readonly string[],
  purpose: UploadPurpose = 'attachment',
): Promise<CompleteFile[]> {
  if (fileIds.length === 0) return [];
  const rows = await tx
    .select({
      fileId: sealedFiles.id,
      agencyTeamId: legalRequests.teamId,
      kind: sealedFiles.kind,
      ciphertextBytes: sealedFiles.ciphertextBytes,
      sha256: sealedFiles.sha256,
      recipients: sealedFiles.recipients,
    })
    .from(sealedFiles)
    .innerJoin(legalRequests, eq(legalRequests.id, sealedFiles.legalRequestId))
    .where(
      and(
        eq(sealedFiles.legalRequestId, legalRequestId),
        eq(sealedFiles.state, 'complete'),
        eq(sealedFiles.purpose, purpose),
        inArray(sealedFiles.id, [...fileIds]),
      ),
    )
    .for('share', { of: sealedFiles });
  const agencyTeamId = rows[0]?.agencyTeamId;
  const rules = purposeRules[purpose];
  const expected =
    agencyTeamId === undefined
      ? ''
      : (await rules.listRecipients(tx, { legalRequestId, agencyTeamId })).join();
  const files: CompleteFile[] = [];
  for (const fileId of fileIds) {
    const row = rows.find((one) => one.fileId === fileId);
    if (!row || row.sha256 === null) throw new DomainError('files_incomplete', { fileId }, 409);
    const { kind, ciphertextBytes, sha256, recipients } = row;
    const isForToday = recipients.join() === expected;
    const isKept = purpose === 'attachment' && (await areKnownRecipients(tx, row.agencyTeamId, recipients));
    if (!isForToday && !isKept) throw new DomainError('files_incomplete', { fileId }, 409);
    files.push({ fileId, kind: kind as AttachmentKind, ciphertextBytes, sha256 });
  }
  if (new Set(fileIds).size !== fileIds.length) throw new DomainError('files_incomplete', {}, 409);
  return files;
}
