import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { sealedFiles } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createTestLegalRequest,
  createTestTeam,
  sealForTest,
  serveTus,
  tusClient,
  type TestTeam,
} from '#test/upload-portal.ts';

import { ciphertextSha256Header } from './tus-endpoint.server.ts';
import { openLocalUploadStore, storageKeyOf } from './upload-store.server.ts';

const limits = { maxFileBytes: 300_000, maxFiles: 3 };
/** A busy machine takes its time to notice that a connection is gone. */
const patient = { timeout: 10_000 };

let database: TestDatabase;
let folder: string;
let provider: TestTeam;
let own: TestTeam;
let foreign: TestTeam;
let served: Awaited<ReturnType<typeof serveTus>>;
let client: ReturnType<typeof tusClient>;
let legalRequestId: string;
let sealed: Uint8Array;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amtsweg-uploads-'));
  provider = await createTestTeam(database.db, 'provider', 'dpo');
  own = await createTestTeam(database.db, 'agency', 'investigator');
  foreign = await createTestTeam(database.db, 'agency', 'investigator');
  served = await serve();
  client = tusClient(served.url);
  sealed = await sealForTest(200_000, [provider.publicKey, own.publicKey]);
});
afterAll(async () => {
  await served.close();
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  legalRequestId = await createTestLegalRequest(database.db, own.actor);
});

function serve() {
  const store = openLocalUploadStore(folder);
  const services = { db: database.db, store, limits, origin: 'https://portal.example.org' };
  return serveTus(services, { own: own.actor, foreign: foreign.actor, provider: provider.actor });
}

async function create(length = sealed.length, more: Record<string, string> = {}) {
  const fileId = uuidv7();
  const response = await client.create({ fileId, legalRequestId, kind: 'other', ...more }, length);
  return { fileId, response };
}

async function findRow(fileId: string) {
  const [row] = await database.db.select().from(sealedFiles).where(eq(sealedFiles.id, fileId));
  return row;
}

const stored = (fileId: string) => readFile(join(folder, storageKeyOf(fileId)));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

test('stores a sealed file in parts and tells its SHA-256', async () => {
  const { fileId, response } = await create();
  expect(response.status).toBe(201);
  expect(response.headers.get('location')).toBe(`https://portal.example.org/uploads/${fileId}`);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();

  const first = await client.send(fileId, 0, sealed.slice(0, 120_000));
  expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '120000']);
  expect((await client.ask(fileId)).headers.get('upload-offset')).toBe('120000');

  const last = await client.send(fileId, 120_000, sealed.slice(120_000));
  const sha256 = createHash('sha256').update(sealed).digest('base64url');
  expect([last.status, last.headers.get(ciphertextSha256Header)]).toEqual([204, sha256]);
  expect((await client.ask(fileId)).headers.get(ciphertextSha256Header)).toBe(sha256);
  expect(await findRow(fileId)).toMatchObject({ state: 'complete', sha256, ciphertextBytes: sealed.length });
  expect(Buffer.compare(await stored(fileId), sealed)).toBe(0);
});

test('knows nothing of a file but id, request and kind', async () => {
  const { response } = await create(sealed.length, { filename: 'Beschluss.pdf' });
  expect([response.status, await codeOf(response)]).toEqual([400, 'bad_input']);
});

test('goes on after a restart where the last acknowledged part ended', async () => {
  const { fileId } = await create();
  await client.send(fileId, 0, sealed.slice(0, 50_000));
  const second = await serve();
  const other = tusClient(second.url);
  expect((await other.ask(fileId)).headers.get('upload-offset')).toBe('50000');
  expect((await other.send(fileId, 50_000, sealed.slice(50_000))).status).toBe(204);
  await second.close();
  expect((await findRow(fileId))?.state).toBe('complete');
});

test('finishes on HEAD what arrived in full before the process died', async () => {
  const { fileId } = await create();
  await openLocalUploadStore(folder).write(storageKeyOf(fileId), 0, Readable.from([sealed]));
  await database.db
    .update(sealedFiles)
    .set({ receivedBytes: sealed.length })
    .where(eq(sealedFiles.id, fileId));
  const answer = await client.ask(fileId);
  expect(answer.headers.get('upload-offset')).toBe(String(sealed.length));
  expect((await findRow(fileId))?.state).toBe('complete');
});

test('keeps what arrived of a part that broke off', async () => {
  const { fileId } = await create();
  await sendHalf(fileId, sealed.slice(0, 70_000));
  await expect
    .poll(async () => (await client.ask(fileId)).headers.get('upload-offset'), patient)
    .toBe('70000');
  expect((await client.send(fileId, 70_000, sealed.slice(70_000))).status).toBe(204);
  expect(Buffer.compare(await stored(fileId), sealed)).toBe(0);
});

/** Announces the whole file, sends only a part of it and cuts the connection. */
async function sendHalf(fileId: string, part: Uint8Array) {
  const socket = connect(served.port, '127.0.0.1');
  const before = served.readBytes();
  socket.write(
    [
      `PATCH /uploads/${fileId} HTTP/1.1`,
      'Host: localhost',
      'Tus-Resumable: 1.0.0',
      'x-actor: own',
      'Upload-Offset: 0',
      'Content-Type: application/offset+octet-stream',
      `Content-Length: ${sealed.length}`,
      '\r\n',
    ].join('\r\n'),
  );
  socket.write(part);
  await expect.poll(() => served.readBytes(), patient).toBeGreaterThan(before + part.length);
  socket.destroy();
}

test('lets a second connection take over from one that hangs', async () => {
  const { fileId } = await create();
  const before = served.readBytes();
  const body = new ReadableStream({ start: (controller) => controller.enqueue(sealed.slice(0, 30_000)) });
  void client.send(fileId, 0, body).catch(() => undefined);
  await expect.poll(() => served.readBytes(), patient).toBeGreaterThan(before + 30_000);
  expect((await client.ask(fileId)).headers.get('upload-offset')).toBe('30000');
});

test('creates an upload once, however often it is asked to', async () => {
  const { fileId } = await create();
  const values = { fileId, legalRequestId, kind: 'other' };
  expect((await client.create(values, sealed.length)).status).toBe(201);
  const other = await client.create(values, sealed.length + 1);
  expect([other.status, await codeOf(other)]).toEqual([409, 'file_exists']);
});

test('answers a foreign upload like a missing one', async () => {
  const { fileId } = await create();
  const stranger = tusClient(served.url, 'foreign');
  for (const id of [fileId, uuidv7(), 'nonsense']) {
    expect((await stranger.ask(id)).status).toBe(404);
    expect((await stranger.send(id, 0, sealed.slice())).status).toBe(404);
    expect((await stranger.remove(id)).status).toBe(404);
  }
  const created = await stranger.create({ fileId: uuidv7(), legalRequestId, kind: 'other' }, 10);
  expect([created.status, await codeOf(created)]).toEqual([404, 'not_found']);
  expect((await findRow(fileId))?.receivedBytes).toBe(0);
});

test('takes nothing from the people of the provider', async () => {
  const response = await tusClient(served.url, 'provider').create(
    { fileId: uuidv7(), legalRequestId, kind: 'other' },
    10,
  );
  expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
});

test('takes nothing for a request that is being reviewed', async () => {
  legalRequestId = await createTestLegalRequest(database.db, own.actor, 'in_review');
  const { response } = await create();
  expect([response.status, await codeOf(response)]).toEqual([409, 'not_editable']);
});

test('refuses files that are too large before and while they arrive', async () => {
  const { response } = await create(400_000);
  expect([response.status, await codeOf(response)]).toEqual([413, 'file_too_large']);

  const { fileId } = await create();
  const announced = await client.send(fileId, 0, new Uint8Array(sealed.length + 1));
  expect([announced.status, await codeOf(announced)]).toEqual([413, 'file_too_large']);
  const streamed = await client.send(fileId, 0, endless());
  expect([streamed.status, await codeOf(streamed)]).toEqual([413, 'file_too_large']);
  expect((await findRow(fileId))?.receivedBytes).toBeLessThanOrEqual(sealed.length);
});

function endless(): ReadableStream<Uint8Array> {
  let sentBytes = 0;
  return new ReadableStream({
    pull(controller) {
      sentBytes += 65_536;
      if (sentBytes > 50_000_000) controller.error(new Error('nobody stopped it'));
      else controller.enqueue(new Uint8Array(65_536));
    },
  });
}

test('counts files', async () => {
  for (let made = 0; made < limits.maxFiles; made += 1) expect((await create()).response.status).toBe(201);
  const { response } = await create();
  expect([response.status, await codeOf(response)]).toEqual([409, 'too_many_files']);
});

test('never changes a complete file', async () => {
  const { fileId } = await create();
  await client.send(fileId, 0, sealed.slice());
  for (const offset of [0, sealed.length]) {
    const status = (await client.send(fileId, offset, new Uint8Array(10))).status;
    expect([409, 413]).toContain(status);
  }
  expect(Buffer.compare(await stored(fileId), sealed)).toBe(0);
});

test('removes a file of a draft', async () => {
  const { fileId } = await create();
  await client.send(fileId, 0, sealed.slice());
  expect((await client.remove(fileId)).status).toBe(204);
  expect((await client.ask(fileId)).status).toBe(410);
  expect((await findRow(fileId))?.state).toBe('removed');
  expect(await readdir(join(folder, fileId.slice(-2))).catch(() => [])).not.toContain(fileId);
});

const damaged: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
  garbage: () => crypto.getRandomValues(new Uint8Array(5000)),
  plaintext: () => new TextEncoder().encode('%PDF-1.7 Beschluss'.repeat(50)),
  'a message cut off': () => sealed.slice(0, sealed.length - 1),
  'octets behind the message': () => new Uint8Array([...sealed, 0]),
  'a recipient missing': () => sealForTest(100, [own.publicKey]),
  'a recipient too many': () => sealForTest(100, [provider.publicKey, own.publicKey, foreign.publicKey]),
  'another recipient': () => sealForTest(100, [provider.publicKey, foreign.publicKey]),
  'anonymous recipients': () => sealForTest(100, [provider.publicKey, own.publicKey], true),
};
test.each(Object.keys(damaged))('refuses and deletes %s', async (what) => {
  const octets = await damaged[what]!();
  const { fileId } = await create(octets.length);
  const answer = await client.send(fileId, 0, octets.slice());
  expect([answer.status, await codeOf(answer)]).toEqual([422, 'file_refused']);
  const row = await findRow(fileId);
  expect(row).toMatchObject({ state: 'refused', sha256: null });
  expect(row?.refusedReason).toMatch(/^[a-z_0-9]+$/);
  await expect(stored(fileId)).rejects.toThrow();
  expect((await client.ask(fileId)).status).toBe(410);
  expect((await client.send(fileId, octets.length, new Uint8Array())).status).toBe(410);
});
