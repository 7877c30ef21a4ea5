import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import type { Actor } from '#app/accounts/actor.ts';
import { DomainError } from '#app/domain-error.ts';
import { hours } from '#app/durations.ts';
import { legalRequests, pgpKeys, revisionFiles, sealedFiles } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestLegalRequest, createTestTeam, sealForTest, type TestTeam } from '#test/upload-portal.ts';

import { completeUpload, createUpload, findUpload, recordReceivedBytes } from './receive-upload.server.ts';
import { removeOrphanedUploads } from './remove-orphaned-uploads.server.ts';
import {
  changeDraftFileKind,
  listDraftFiles,
  readCiphertext,
  removeDraftFile,
  requireCompleteFiles,
} from './sealed-files.server.ts';
import { openLocalUploadStore, storageKeyOf, type UploadStore } from './upload-store.server.ts';

let database: TestDatabase;
let folder: string;
let store: UploadStore;
let provider: TestTeam;
let own: TestTeam;
let foreign: TestTeam;
let sealed: Uint8Array;
let legalRequestId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amtsweg-files-'));
  store = openLocalUploadStore(folder);
  provider = await createTestTeam(database.db, 'provider', 'dpo');
  own = await createTestTeam(database.db, 'agency', 'investigator');
  foreign = await createTestTeam(database.db, 'agency', 'lead');
  sealed = await sealForTest(3000, [provider.publicKey, own.publicKey]);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  legalRequestId = await createTestLegalRequest(database.db, own.actor);
});

async function upload(isComplete = true): Promise<string> {
  const { db } = database;
  const fileId = uuidv7();
  const limits = { maxFileBytes: 10_000, maxFiles: 50 };
  const values = {
    fileId,
    legalRequestId,
    purpose: 'attachment' as const,
    kind: 'other' as const,
    ciphertextBytes: sealed.length,
  };
  await createUpload(db, own.actor, values, limits);
  const octets = isComplete ? sealed : sealed.subarray(0, 100);
  await store.write(storageKeyOf(fileId), 0, Readable.from([octets]));
  await recordReceivedBytes(db, fileId, { from: 0, to: octets.length });
  if (isComplete) await completeUpload(db, store, (await findUpload(db, own.actor, fileId))!);
  return fileId;
}

const submit = (fileId: string) =>
  database.db.insert(revisionFiles).values({ legalRequestId, revision: 1, position: 0, fileId });

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  return error instanceof DomainError ? error.code : String(error);
}

async function isStored(fileId: string): Promise<boolean> {
  return buffer(store.read(storageKeyOf(fileId))).then(
    () => true,
    () => false,
  );
}

const at = (actor: Actor, change: Partial<Actor>): Actor => ({ ...actor, ...change });

test('shows ciphertext to its agency, and to the desk once it is submitted', async () => {
  const fileId = await upload();
  const read = async (actor: Actor) => {
    const file = await readCiphertext(database.db, store, actor, fileId);
    return buffer(file.open());
  };
  expect(Buffer.compare(await read(own.actor), sealed)).toBe(0);
  expect(await codeOf(read(provider.actor))).toBe('not_found');
  await submit(fileId);
  expect(Buffer.compare(await read(provider.actor), sealed)).toBe(0);
  for (const role of ['admin', 'auditor'] as const)
    expect(await codeOf(read(at(provider.actor, { role })))).toBe('not_found');
  expect(await codeOf(read(foreign.actor))).toBe('not_found');
  expect(await codeOf(read(at(own.actor, { teamStatus: 'suspended' })))).toBe('not_found');
  expect(await codeOf(readCiphertext(database.db, store, own.actor, uuidv7()))).toBe('not_found');
});

test('hides unfinished files', async () => {
  const fileId = await upload(false);
  expect(await codeOf(readCiphertext(database.db, store, own.actor, fileId))).toBe('not_found');
});

test('gives a submission its files in the order asked for', async () => {
  const [first, second] = [await upload(), await upload()];
  const require = (fileIds: string[], id = legalRequestId) =>
    database.db.transaction((tx) => requireCompleteFiles(tx, id, fileIds));
  const files = await require([second, first]);
  expect(files.map(({ fileId }) => fileId)).toEqual([second, first]);
  expect(files[0]).toEqual({
    fileId: second,
    kind: 'other',
    ciphertextBytes: sealed.length,
    sha256: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await require([])).toEqual([]);
  const unfinished = await upload(false);
  const otherRequest = await createTestLegalRequest(database.db, own.actor);
  expect(await codeOf(require([first, unfinished]))).toBe('files_incomplete');
  expect(await codeOf(require([first, first]))).toBe('files_incomplete');
  expect(await codeOf(require([first], otherRequest))).toBe('files_incomplete');
});

test('after a change of keys takes what was attached before it, but nothing sealed to a revoked key', async () => {
  const fileId = await upload();
  const { db } = database;
  const successor = await createTestTeam(db, 'agency', 'lead');
  const ownKeys = eq(pgpKeys.publicKey, own.publicKey.armor());
  await db.update(pgpKeys).set({ state: 'retired' }).where(ownKeys);
  await db
    .update(pgpKeys)
    .set({ teamId: own.actor.teamId })
    .where(eq(pgpKeys.teamId, successor.actor.teamId));
  const required = async () => db.transaction((tx) => requireCompleteFiles(tx, legalRequestId, [fileId]));
  expect((await required()).map((file) => file.fileId)).toEqual([fileId]);
  await db.update(pgpKeys).set({ state: 'revoked' }).where(ownKeys);
  expect(await codeOf(required())).toBe('files_incomplete');
  await db.delete(pgpKeys).where(eq(pgpKeys.publicKey, successor.publicKey.armor()));
  await db.update(pgpKeys).set({ state: 'active' }).where(ownKeys);
});

test('changes the kind of a file and removes it until it is submitted', async () => {
  const { db } = database;
  const [kept, gone] = [await upload(), await upload()];
  await changeDraftFileKind(db, own.actor, kept, 'judicial_order');
  expect(await codeOf(changeDraftFileKind(db, foreign.actor, kept, 'other'))).toBe('not_found');
  await submit(kept);
  expect(await codeOf(changeDraftFileKind(db, own.actor, kept, 'other'))).toBe('file_submitted');
  await removeDraftFile(db, store, own.actor, kept);
  await removeDraftFile(db, store, own.actor, gone);
  expect(await codeOf(removeDraftFile(db, store, foreign.actor, gone))).toBe('not_found');
  const files = await listDraftFiles(db, own.actor, legalRequestId);
  expect(files.map(({ kind, state }) => [kind, state])).toEqual([
    ['judicial_order', 'complete'],
    ['other', 'removed'],
  ]);
  expect([await isStored(kept), await isStored(gone)]).toEqual([true, false]);
  expect(await listDraftFiles(db, foreign.actor, legalRequestId)).toEqual([]);
});

test('removes orphans after a day, and nothing else', async () => {
  const { db } = database;
  const [unfinished, inDraft, submitted] = [await upload(false), await upload(), await upload()];
  await submit(submitted);
  legalRequestId = await createTestLegalRequest(db, own.actor);
  const leftOver = await upload();
  await db.update(legalRequests).set({ status: 'withdrawn' }).where(eq(legalRequests.id, legalRequestId));
  const unknown = uuidv7();
  await store.write(storageKeyOf(unknown), 0, Readable.from([Buffer.from('x')]));
  const all = [unfinished, inDraft, submitted, leftOver, unknown];
  const look = () => Promise.all(all.map(isStored));

  await removeOrphanedUploads(db, store, new Date(Date.now() + hours(23)));
  expect(await look()).toEqual([true, true, true, true, true]);
  await utimes(join(folder, storageKeyOf(unknown)), new Date(), new Date(Date.now() - hours(25)));
  await removeOrphanedUploads(db, store, new Date(Date.now() + hours(25)));
  expect(await look()).toEqual([false, true, true, false, false]);
  const [row] = await db
    .select({ state: sealedFiles.state })
    .from(sealedFiles)
    .where(eq(sealedFiles.id, unfinished));
  expect(row?.state).toBe('removed');
});
