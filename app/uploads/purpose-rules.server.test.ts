import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import type { PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import type { Actor } from '#app/accounts/actor.ts';
import { DomainError } from '#app/domain-error.ts';
import { hours } from '#app/durations.ts';
import {
  answerFiles,
  answers,
  legalRequests,
  messageFiles,
  messages,
  pgpKeys,
  sealedFiles,
} from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestLegalRequest, createTestTeam, sealForTest, type TestTeam } from '#test/upload-portal.ts';

import { completeUpload, createUpload, findUpload, recordReceivedBytes } from './receive-upload.server.ts';
import { removeOrphanedUploads } from './remove-orphaned-uploads.server.ts';
import { readCiphertext, removeDraftFile } from './sealed-files.server.ts';
import type { UploadPurpose } from './upload-purposes.ts';
import { openLocalUploadStore, storageKeyOf, type UploadStore } from './upload-store.server.ts';

let database: TestDatabase;
let folder: string;
let store: UploadStore;
let provider: TestTeam;
let agency: TestTeam;
let foreign: TestTeam;
let legalRequestId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amtsweg-purposes-'));
  store = openLocalUploadStore(folder);
  provider = await createTestTeam(database.db, 'provider', 'clerk');
  agency = await createTestTeam(database.db, 'agency', 'investigator');
  foreign = await createTestTeam(database.db, 'agency', 'lead');
  await certify(agency);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  legalRequestId = await createTestLegalRequest(database.db, agency.actor, 'accepted');
});

const certify = ({ actor }: TestTeam) =>
  database.db.update(pgpKeys).set({ certifiedBy: 'intake' }).where(eq(pgpKeys.teamId, actor.teamId));

const as = (actor: Actor, role: Actor['role']): Actor => ({ ...actor, role });

async function send(actor: Actor, purpose: UploadPurpose, keys: PublicKey[]): Promise<string> {
  const sealed = await sealForTest(500, keys);
  const fileId = uuidv7();
  const { db } = database;
  const values = { fileId, legalRequestId, purpose, kind: 'other' as const, ciphertextBytes: sealed.length };
  await createUpload(db, actor, values, { maxFileBytes: 10_000, maxFiles: 5 });
  await store.write(storageKeyOf(fileId), 0, Readable.from([sealed]));
  await recordReceivedBytes(db, fileId, { from: 0, to: sealed.length });
  await completeUpload(db, store, (await findUpload(db, actor, fileId))!);
  return fileId;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => 'fine',
    (reason: unknown) => reason,
  );
  return error instanceof DomainError ? error.code : String(error);
}

const readers = async (fileId: string) => {
  const { actor } = provider;
  const all = [
    agency.actor,
    foreign.actor,
    ...(['clerk', 'dpo', 'counsel', 'admin', 'auditor'] as const).map((role) => as(actor, role)),
  ];
  const codes = await Promise.all(all.map((one) => codeOf(readCiphertext(database.db, store, one, fileId))));
  return all.filter((_, index) => codes[index] === 'fine').map(({ role }) => role);
};

async function isKept(fileId: string): Promise<boolean> {
  await removeOrphanedUploads(database.db, store, new Date(Date.now() + hours(48)));
  const [row] = await database.db
    .select({ state: sealedFiles.state })
    .from(sealedFiles)
    .where(eq(sealedFiles.id, fileId));
  return row?.state === 'complete';
}

async function hold(fileId: string, state: 'prepared' | 'released'): Promise<string> {
  const id = uuidv7();
  const other = await createTestTeam(database.db, 'agency', 'lead');
  const { personId } = provider.actor;
  const prepared = {
    id,
    legalRequestId,
    number: 1,
    createdBy: personId,
    isFinal: true,
    keepDays: 30,
    statement: '{}',
    sealedManifest: new Uint8Array([1]),
    preparedBy: personId,
    preparedProof: {},
  };
  await database.db.insert(answers).values({ ...prepared, state: 'prepared' });
  await database.db.insert(answerFiles).values({ answerId: id, position: 0, fileId });
  const now = new Date();
  const release = { releasedBy: other.actor.personId, releasedAt: now, releasedProof: {}, expiresAt: now };
  if (state === 'released')
    await database.db
      .update(answers)
      .set({ state, ...release })
      .where(eq(answers.id, id));
  return id;
}

test('takes the files of an answer from the desk, on an accepted legal request, sealed to the agency alone', async () => {
  const { db } = database;
  const onlyAgency = [agency.publicKey];
  expect(await codeOf(send(provider.actor, 'answer', onlyAgency))).toBe('fine');
  expect(await codeOf(send(provider.actor, 'answer', [agency.publicKey, provider.publicKey]))).toBe(
    'file_refused',
  );
  expect(await codeOf(send(provider.actor, 'answer', [foreign.publicKey]))).toBe('file_refused');
  for (const actor of [agency.actor, as(provider.actor, 'admin'), as(provider.actor, 'auditor')])
    expect(await codeOf(send(actor, 'answer', onlyAgency))).toBe('forbidden');
  for (const status of ['in_review', 'answered', 'rejected', 'closed']) {
    await db.update(legalRequests).set({ status }).where(eq(legalRequests.id, legalRequestId));
    expect(await codeOf(send(provider.actor, 'answer', onlyAgency))).toBe('not_editable');
  }
});

test('takes nothing for an agency whose key is not certified', async () => {
  legalRequestId = await createTestLegalRequest(database.db, foreign.actor, 'accepted');
  expect(await codeOf(send(provider.actor, 'answer', [foreign.publicKey]))).toBe('team_keys_missing');
});

test('shows the files of an answer to the desk, and to the agency once it is released', async () => {
  const fileId = await send(provider.actor, 'answer', [agency.publicKey]);
  const desk = ['clerk', 'dpo', 'counsel'];
  expect(await readers(fileId)).toEqual(desk);
  const answerId = await hold(fileId, 'prepared');
  expect(await readers(fileId)).toEqual(desk);
  const now = new Date();
  const { personId } = agency.actor;
  await database.db
    .update(answers)
    .set({ state: 'released', releasedBy: personId, releasedAt: now, releasedProof: {}, expiresAt: now })
    .where(eq(answers.id, answerId));
  expect(await readers(fileId)).toEqual(['investigator', ...desk]);
});

test('keeps what a signed answer holds, and removes what no answer can take in any more', async () => {
  const { db } = database;
  const held = await send(provider.actor, 'answer', [agency.publicKey]);
  const drafted = await send(provider.actor, 'answer', [agency.publicKey]);
  await hold(held, 'released');
  expect([await isKept(held), await isKept(drafted)]).toEqual([true, true]);
  expect(await codeOf(removeDraftFile(db, store, provider.actor, held))).toBe('fine');
  expect(await isKept(held)).toBe(true);
  await db.update(legalRequests).set({ status: 'answered' }).where(eq(legalRequests.id, legalRequestId));
  expect([await isKept(held), await isKept(drafted)]).toEqual([true, false]);
});

test('takes the files of a message from both sides, and shows them to the other side once it is sent', async () => {
  const { db } = database;
  const both = [provider.publicKey, agency.publicKey];
  const fromAgency = await send(agency.actor, 'message', both);
  const fromDesk = await send(provider.actor, 'message', both);
  expect(await codeOf(send(foreign.actor, 'message', both))).toBe('not_found');
  expect(await codeOf(send(as(provider.actor, 'admin'), 'message', both))).toBe('forbidden');
  expect(await readers(fromAgency)).toEqual(['investigator']);
  expect(await readers(fromDesk)).toEqual(['clerk', 'dpo', 'counsel']);
  const id = uuidv7();
  const { personId } = agency.actor;
  await db.insert(messages).values({
    id,
    legalRequestId,
    side: 'agency',
    authorId: personId,
    intent: 'informs',
    sealed: new Uint8Array([1]),
    sentAt: new Date(),
  });
  await db.insert(messageFiles).values({ messageId: id, position: 0, fileId: fromAgency });
  expect(await readers(fromAgency)).toEqual(['investigator', 'clerk', 'dpo', 'counsel']);
  await db.update(legalRequests).set({ status: 'closed' }).where(eq(legalRequests.id, legalRequestId));
  expect([await isKept(fromAgency), await isKept(fromDesk)]).toEqual([true, false]);
  expect(await codeOf(send(agency.actor, 'message', both))).toBe('not_editable');
});
