import type { PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { keepDeadlines } from '#app/review/keep-deadlines.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { listRecipientFingerprints } from '#app/uploads/recipient-keys.server.ts';
import { storageKeyOf } from '#app/uploads/upload-store.server.ts';
import { messageFiles, messages, sealedFiles } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createDeskWorld,
  createSubmitted,
  findRow,
  type DeskWorld,
  type TestPerson,
} from '#test/review/desk-world.ts';

import { countUnread, giveTurnBack, listMessages, markRead, sendMessage } from './messages.server.ts';
import { discardUnsent, findUnsent, removeStaleUnsent, saveUnsent } from './unsent-texts.server.ts';

let database: TestDatabase;
let world: DeskWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());
beforeEach(() => {
  world.mails.length = 0;
});

// A Tuesday; the first look is due at the end of Wednesday.
const monday = new Date('2026-11-24T10:00:00Z');

interface Wish {
  intent?: 'asks' | 'informs';
  recipients?: PublicKey[];
  now?: Date;
  messageId?: string;
  sealed?: Uint8Array;
  fileIds?: string[];
}

async function send(person: TestPerson, id: string, wish: Wish = {}) {
  const { provider, agency } = world;
  const messageId = wish.messageId ?? uuidv7();
  const sealed =
    wish.sealed ?? (await sealJson({ text: 'x' }, wish.recipients ?? [provider.key, agency.key]));
  const message = { messageId, intent: wish.intent ?? 'informs', sealed, fileIds: wish.fileIds ?? [] };
  await sendMessage(world.services, person.actor, id, message, wish.now ?? monday);
  return message;
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

test('both sides write and read; an agency is not told who of the provider wrote', async () => {
  const id = await createSubmitted(world);
  await send(world.dpo, id);
  await send(world.lead, id, { now: new Date('2026-11-24T11:00:00Z') });
  const ofDesk = await listMessages(world.db, world.clerk.actor, id);
  expect(ofDesk.map(({ side, authorName }) => [side, authorName])).toEqual([
    ['provider', world.dpo.actor.name],
    ['agency', world.lead.actor.name],
  ]);
  const ofAgency = await listMessages(world.db, world.investigator.actor, id);
  expect(ofAgency.map(({ authorName }) => authorName)).toEqual([null, world.lead.actor.name]);
  const events = await listEvents(world.db, 'legal_request', id);
  expect(events.filter(({ type }) => type === 'message_sent')).toHaveLength(2);
});

test('who is not of the two sides can neither write nor read, as if it were not there', async () => {
  const id = await createSubmitted(world);
  const other = await codeOf(send(world.stranger, id));
  expect([other, await codeOf(send(world.stranger, uuidv7()))]).toEqual(['not_found', 'not_found']);
  expect(await codeOf(listMessages(world.db, world.stranger.actor, id))).toBe('not_found');
  for (const person of [world.admin, world.auditor]) {
    expect(await codeOf(send(person, id))).toBe('forbidden');
    expect(await codeOf(listMessages(world.db, person.actor, id))).toBe('forbidden');
  }
});

test('only a message to exactly both team keys is taken', async () => {
  const id = await createSubmitted(world);
  const { provider, agency, otherAgency } = world;
  for (const recipients of [
    [provider.key],
    [agency.key],
    [provider.key, otherAgency.key],
    [provider.key, agency.key, otherAgency.key],
  ])
    expect(await codeOf(send(world.dpo, id, { recipients }))).toBe('message_refused');
  const plain = new TextEncoder().encode('Guten Tag');
  expect(await codeOf(send(world.dpo, id, { sealed: plain }))).toBe('message_refused');
  expect(await codeOf(send(world.dpo, id, { sealed: new Uint8Array(200_000) }))).toBe('too_large');
  expect(await listMessages(world.db, world.dpo.actor, id)).toEqual([]);
});

test('only files that were uploaded for a message of this legal request go with it', async () => {
  const [id, other] = [await createSubmitted(world), await createSubmitted(world)];
  const upload = async (legalRequestId: string, purpose: 'attachment' | 'message') => {
    const fileId = uuidv7();
    await world.db.insert(sealedFiles).values({
      id: fileId,
      legalRequestId,
      teamId: world.agency.id,
      uploadedBy: world.investigator.actor.personId,
      purpose,
      kind: 'other',
      ciphertextBytes: 1000,
      receivedBytes: 1000,
      sha256: 'f'.repeat(43),
      recipients: await listRecipientFingerprints(world.db, world.agency.id),
      storageKey: storageKeyOf(fileId),
      state: 'complete',
      completedAt: monday,
    });
    return fileId;
  };
  for (const fileId of [await upload(other, 'message'), await upload(id, 'attachment'), uuidv7()])
    expect(await codeOf(send(world.investigator, id, { fileIds: [fileId] }))).toBe('files_incomplete');
  const fileId = await upload(id, 'message');
  await send(world.investigator, id, { fileIds: [fileId] });
  expect(await world.db.select().from(messageFiles)).toMatchObject([{ fileId, position: 0 }]);
});

test('from the submission until the end, and not after it', async () => {
  for (const [status, expected] of [
    ['submitted', 'done'],
    ['returned', 'done'],
    ['accepted', 'done'],
    ['answered', 'done'],
    ['closed', 'status_forbids'],
    ['withdrawn', 'status_forbids'],
  ] as const)
    expect(await codeOf(send(world.dpo, await createSubmitted(world, { status })))).toBe(expected);
});

test('a question passes the turn and stops our clock; the reply gives it back with the time that was left', async () => {
  const id = await createSubmitted(world, { status: 'in_review' });
  await send(world.dpo, id, { intent: 'asks' });
  expect(await findRow(world, id)).toMatchObject({ turn: 'agency', waitsFor: 'agency', pausedAt: monday });
  // Meanwhile nothing is overdue, and nobody is told that it were.
  world.mails.length = 0;
  await keepDeadlines(world.services, new Date('2026-11-27T10:00:00Z'));
  const { reference } = await findRow(world, id);
  expect(world.mails.filter(({ values }) => values['reference'] === reference)).toEqual([]);
  await send(world.investigator, id, { now: new Date('2026-11-30T10:00:00Z') });
  expect(await findRow(world, id)).toMatchObject({
    turn: 'provider',
    waitsFor: null,
    pausedAt: null,
    dueAt: new Date('2026-12-01T22:59:59Z'),
  });
});

test('the turn can be given back without a message, once', async () => {
  const id = await createSubmitted(world, { status: 'in_review' });
  await send(world.dpo, id, { intent: 'asks' });
  await giveTurnBack(world.services, world.lead.actor, id, new Date('2026-11-24T12:00:00Z'));
  await giveTurnBack(world.services, world.lead.actor, id, new Date('2026-11-24T13:00:00Z'));
  const row = await findRow(world, id);
  expect(row).toMatchObject({ turn: 'provider', waitsFor: null, pausedAt: null });
  const types = (await listEvents(world.db, 'legal_request', id)).map(({ type }) => type);
  expect(types.filter((type) => type === 'turn_given_back')).toHaveLength(1);
  expect(await codeOf(giveTurnBack(world.services, world.stranger.actor, id, monday))).toBe('not_found');
});

test('unread is kept for each person, and for the other side’s messages only', async () => {
  const id = await createSubmitted(world);
  await send(world.dpo, id);
  const { messageId } = await send(world.counsel, id, { now: new Date('2026-11-24T11:00:00Z') });
  const unread = (person: TestPerson) => countUnread(world.db, person.actor, id);
  expect([await unread(world.investigator), await unread(world.lead), await unread(world.clerk)]).toEqual([
    2, 2, 0,
  ]);
  await markRead(world.db, world.investigator.actor, id, messageId);
  expect([await unread(world.investigator), await unread(world.lead)]).toEqual([0, 2]);
  await markRead(world.db, world.investigator.actor, id, uuidv7());
  await send(world.dpo, id, { now: new Date('2026-11-24T12:00:00Z') });
  expect(await unread(world.investigator)).toBe(1);
  expect(await codeOf(markRead(world.db, world.stranger.actor, id, messageId))).toBe('not_found');
});

test('the same message sent again is one message; another under its id is refused', async () => {
  const id = await createSubmitted(world);
  const { messageId, sealed } = await send(world.dpo, id);
  await send(world.dpo, id, { messageId, sealed });
  expect(await listMessages(world.db, world.dpo.actor, id)).toHaveLength(1);
  expect(await codeOf(send(world.dpo, id, { messageId }))).toBe('message_exists');
  expect(await codeOf(send(world.counsel, id, { messageId, sealed }))).toBe('message_exists');
  await expect(database.db.update(messages).set({ intent: 'asks' })).rejects.toThrow();
});

test('mails say that there is something, and nothing of it (promise 24)', async () => {
  const id = await createSubmitted(world);
  await send(world.dpo, id, { intent: 'asks' });
  await send(world.investigator, id);
  const to = (template: string) => world.mails.filter((mail) => mail.template === template);
  expect(
    to('message_received')
      .map((mail) => mail.to)
      .sort(),
  ).toEqual(
    [world.investigator, world.lead, world.clerk, world.dpo, world.secondDpo, world.counsel]
      .map(({ actor }) => actor.email)
      .sort(),
  );
  for (const { values } of world.mails)
    expect(Object.keys(values).sort()).toEqual(['intent', 'reference', 'url']);
});

test('what is being written is kept for its writer alone, sealed to the own team, and goes when it is sent', async () => {
  const id = await createSubmitted(world, { status: 'in_review' });
  const { provider, agency, db } = world;
  const keep = async (person: TestPerson, kind: 'message' | 'findings', recipients: PublicKey[]) =>
    codeOf(saveUnsent(db, person.actor, id, kind, await sealJson({ text: 'x' }, recipients), monday));
  expect(await keep(world.dpo, 'findings', [provider.key])).toBe('done');
  expect(await keep(world.dpo, 'message', [provider.key, agency.key])).toBe('message_refused');
  expect(await keep(world.investigator, 'message', [provider.key])).toBe('message_refused');
  expect(await keep(world.investigator, 'findings', [agency.key])).toBe('forbidden');
  expect(await keep(world.stranger, 'message', [agency.key])).toBe('not_found');
  expect(await keep(world.investigator, 'message', [agency.key])).toBe('done');
  const find = (person: TestPerson) => findUnsent(db, person.actor, id, 'message');
  expect(await find(world.lead)).toBeNull();
  expect(await find(world.investigator)).not.toBeNull();
  await send(world.investigator, id);
  expect(await find(world.investigator)).toBeNull();
  expect(await findUnsent(db, world.dpo.actor, id, 'findings')).not.toBeNull();
  await discardUnsent(db, world.dpo.actor, id, 'findings');
  expect(await findUnsent(db, world.dpo.actor, id, 'findings')).toBeNull();
  await keep(world.dpo, 'findings', [provider.key]);
  await removeStaleUnsent(db, new Date('2027-03-01T00:00:00Z'));
  expect(await findUnsent(db, world.dpo.actor, id, 'findings')).toBeNull();
});
