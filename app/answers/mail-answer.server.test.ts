import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { and, eq } from 'drizzle-orm';
import type { PrivateKey, PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { saveCorrespondentKey } from '#app/mail-intake/mail-reply.server.ts';
import type { Mail } from '#app/mail/transport.server.ts';
import { readQueueFilter } from '#app/review/queue-filter.ts';
import { listQueue } from '#app/review/queue.server.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import { fingerprintOf, generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { openJson } from '#app/sealing/sealed-json.ts';
import { openOctets, sealOctets } from '#app/sealing/sealed-message.ts';
import { listAnswerFingerprints } from '#app/uploads/recipient-keys.server.ts';
import { openLocalUploadStore, storageKeyOf, type UploadStore } from '#app/uploads/upload-store.server.ts';
import { answers, legalRequests, mailedAnswers, sealedFiles } from '#db/schema.ts';
import { answerNow, makeAnswer, prepareAs, releaseAs, type AnswerWish } from '#test/answers/answer-world.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createSubmissionWorld, now, type SubmissionWorld } from '#test/legal-requests/submission-world.ts';
import { arrive, decideRegistered, register } from '#test/mail-intake/arrivals.ts';

import { keepAnswers } from './keep-answers.server.ts';
import { findAnswerByMail, listMailedAnswers, sendAnswer } from './mail-answer.server.ts';
import { giveUpAnswer, sendAnswerAgain } from './unsent-answer.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
let store: UploadStore;
const queued: unknown[] = [];
const folder = mkdtempSync(join(tmpdir(), 'amtsweg-mailed-'));
const at = (days: number) => new Date(answerNow.getTime() + days * 86_400_000);

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  store = openLocalUploadStore(folder);
  const jobs = {
    queue: async (_tx: unknown, name: string, payload: unknown) => void queued.push([name, payload]),
  };
  world = { ...world, services: { ...world.services, jobs } };
});
beforeEach(() => void (queued.length = 0));
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const clerk = () => world.clerk.actor;
const referenceOf = async (id: string) =>
  (await world.db.select().from(legalRequests).where(eq(legalRequests.id, id)))[0]?.reference;
const typesOf = async (id: string) =>
  (await listEvents(world.db, 'legal_request', id)).map(({ type }) => type);

/** Accepted, from a sender whose key staff has vouched for unless told otherwise. */
async function accepted({ isVouched = true } = {}) {
  const sender = await generatePrivateKey({ name: 'K', email: 'k@polizei.example' });
  const address = `${uuidv7()}@polizei.example`;
  const { id, teamId } = await register(world, await arrive(world, { senderAddress: address }));
  await decideRegistered(world, id, 'accept', now);
  if (isVouched) await vouch(id, sender);
  queued.length = 0;
  return { id, teamId, sender, address };
}

const vouch = (id: string, key: PrivateKey) =>
  saveCorrespondentKey(world.db, clerk(), id, key.toPublic().armor(), new Date());

/** A file of the answer as an upload leaves it, with its octets. */
async function addFile(id: string, teamId: string, text: string, recipients: PublicKey[]): Promise<string> {
  const fileId = uuidv7();
  const sealed = new Uint8Array(await sealOctets(new TextEncoder().encode(text), recipients));
  await store.write(storageKeyOf(fileId), 0, Readable.from([sealed]));
  await world.db.insert(sealedFiles).values({
    id: fileId,
    legalRequestId: id,
    teamId: world.provider.id,
    uploadedBy: clerk().personId,
    purpose: 'answer',
    kind: 'other',
    ciphertextBytes: sealed.length,
    receivedBytes: sealed.length,
    sha256: await sha256(sealed),
    recipients: await listAnswerFingerprints(world.db, { legalRequestId: id, agencyTeamId: teamId }),
    storageKey: storageKeyOf(fileId),
    state: 'complete',
    completedAt: answerNow,
  });
  return fileId;
}

type Accepted = Awaited<ReturnType<typeof accepted>>;

/** What the browser makes of an answer by mail: sealed to the provider and to whoever wrote. */
async function wishFor({ id, teamId, sender }: Accepted, change: AnswerWish = {}): Promise<AnswerWish> {
  const recipients = [world.provider.key, sender.toPublic()];
  const files = change.files ?? [
    await addFile(id, teamId, 'Bescheinigung', recipients),
    await addFile(id, teamId, 'Auskunft', recipients),
  ];
  const rows = await Promise.all(
    files.map((fileId) => world.db.select().from(sealedFiles).where(eq(sealedFiles.id, fileId))),
  );
  return {
    recipients,
    ...change,
    files,
    changed: {
      recipients: { provider: fingerprintOf(world.provider.key), agency: fingerprintOf(sender) },
      files: rows.flatMap(([row], position) =>
        row
          ? [{ fileId: row.id, position, ciphertextBytes: row.ciphertextBytes, sha256: row.sha256 ?? '' }]
          : [],
      ),
      ...change.changed,
    },
  };
}

async function released(place: Accepted): Promise<string> {
  const answerId = await prepareAs(world, world.clerk, place.id, await wishFor(place));
  await releaseAs(world, world.dpo, place.id);
  return answerId;
}

const mailIntake = { address: 'ersuchen@post.example' };
const send = (answerId: string, take: (mail: Mail) => Promise<void>, when = at(0)) =>
  sendAnswer(
    {
      send: take,
      db: world.db,
      jobs: world.services.jobs,
      store,
      config: { origin: 'https://portal.example', providerName: 'Post', mailIntake } as never,
    },
    { answerId },
    when,
  );

async function octetsOf(content: unknown): Promise<Uint8Array> {
  return content instanceof Readable ? Buffer.concat(await content.toArray()) : (content as Uint8Array);
}

test('two people release it, one mail takes it, only the sender and the provider can open it', async () => {
  const place = await accepted();
  const { id, sender, address } = place;
  const byMail = await findAnswerByMail(world.db, world.services.config, clerk(), id);
  expect(byMail).toMatchObject({
    address,
    key: { fingerprint: fingerprintOf(sender) },
    limitBytes: 1_000_000,
  });
  const answerId = await released(place);
  const recipients = await listAnswerFingerprints(world.db, {
    legalRequestId: id,
    agencyTeamId: place.teamId,
  });
  const subkeys = await Promise.all([sender, world.provider.key].map((key) => key.getEncryptionKey()));
  expect(recipients).toEqual(subkeys.map((key) => key.getFingerprint().toUpperCase()).toSorted());
  expect(queued).toEqual([['send_answer', { answerId }]]);
  const untried = { answerId, address, sentAt: null, failed: null, isGivenUp: false };
  expect(await listMailedAnswers(world.db, clerk(), id)).toEqual([untried]);

  const sent: Mail[] = [];
  await send(answerId, async (mail) => void sent.push(mail));
  await send(answerId, async (mail) => void sent.push(mail));
  expect(sent).toHaveLength(1);
  const [mail] = sent;
  if (!mail || !('text' in mail)) throw new Error('no words');
  expect(mail).toMatchObject({ to: address, from: mailIntake.address });
  expect(mail.attachments?.map(({ filename }) => filename)).toEqual(['manifest.pgp', '01.pgp', '02.pgp']);
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  for (const secret of [row?.reference ?? '', row?.fileNumber ?? '', 'Hinterwald', 'Auskunft'])
    expect(JSON.stringify([mail.subject, mail.text])).not.toContain(secret);
  const [manifest, , data] = await Promise.all(
    (mail.attachments ?? []).map(({ content }) => octetsOf(content)),
  );
  for (const key of [sender, world.provider.privateKey]) {
    expect(await openJson(manifest ?? new Uint8Array(), [key])).toEqual({ manifest: '{}' });
    const text = await openOctets(data ?? new Uint8Array(), [key]);
    expect(new TextDecoder().decode(text)).toBe('Auskunft');
  }
  expect((await typesOf(id)).slice(-3)).toEqual(['answer_prepared', 'answer_released', 'answer_mailed']);
  expect(row?.status).toBe('answered');
  const [mailed] = await listMailedAnswers(world.db, clerk(), id);
  expect(mailed?.sentAt).toBe(at(0).toISOString());
});

test('what the mail server does not take is sent again, and noted only then; each failed try is counted', async () => {
  const place = await accepted();
  const answerId = await released(place);
  const mailed = async () => (await listMailedAnswers(world.db, clerk(), place.id))[0];
  for (const tries of [1, 2]) {
    const failing = send(answerId, () => Promise.reject(greylisted()), at(tries));
    await expect(failing).rejects.toThrow('greylisted');
    expect(await mailed()).toMatchObject({
      sentAt: null,
      failed: { tries, at: at(tries).toISOString(), fault: 'not_taken' },
      isGivenUp: false,
    });
  }
  expect(await typesOf(place.id)).not.toContain('answer_mailed');
  await send(answerId, () => Promise.resolve());
  expect(await typesOf(place.id)).toContain('answer_mailed');
  expect(queued).toEqual([['send_answer', { answerId }]]);
});

/** What nodemailer throws; the words of a mail server may name whom they like. */
const refusal = (responseCode: number) =>
  Object.assign(new Error('greylisted: k@polizei.example'), { code: 'EENVELOPE', responseCode });
const greylisted = () => refusal(450);
const services = () => ({
  db: world.db,
  jobs: world.services.jobs,
  config: { origin: 'https://portal.example' },
});

test('refused for good, it is given up at once: an event, and mails to everybody who reviews', async () => {
  const place = await accepted();
  const { id } = place;
  const answerId = await released(place);
  queued.length = 0;
  await send(answerId, () => Promise.reject(refusal(550)));
  expect(await listMailedAnswers(world.db, clerk(), id)).toMatchObject([
    { sentAt: null, failed: { tries: 1, at: at(0).toISOString(), fault: 'refused' }, isGivenUp: true },
  ]);
  const [row] = await world.db.select().from(mailedAnswers).where(eq(mailedAnswers.answerId, answerId));
  expect(JSON.stringify(row)).not.toMatch(/greylisted|k@polizei/);
  const event = (await listEvents(world.db, 'legal_request', id)).at(-1);
  expect(event).toMatchObject({
    type: 'answer_mail_failed',
    payload: { answerId, number: 1 },
    actorId: null,
  });
  const told = queued as [string, { template: string; to: string; values: Record<string, string> }][];
  expect(told.map(([name, { template }]) => [name, template])).toEqual(
    told.map(() => ['send_mail', 'answer_mail_failed']),
  );
  const emails = [world.clerk, world.dpo, world.secondDpo, world.counsel].map(({ actor }) => actor.email);
  expect(told.map(([, { to }]) => to).toSorted()).toEqual(emails.toSorted());
  const [request] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  const values = { reference: request?.reference, url: `https://portal.example/desk/requests/${id}/answer` };
  expect(told[0]?.[1].values).toEqual(values);
  await giveUpAnswer(services(), { answerId }, at(1));
  expect((await typesOf(id)).filter((type) => type === 'answer_mail_failed')).toHaveLength(1);
});

test('after the last try it is given up, stands so in the queue, and is sent again by who may release', async () => {
  const place = await accepted();
  const { id } = place;
  const answerId = await released(place);
  const again = (actor = clerk(), wanted = { answerId }) =>
    sendAnswerAgain(services(), actor, id, wanted, at(2));
  const isUnsent = async () => {
    const all = new URLSearchParams({ turn: 'all', search: (await referenceOf(id)) ?? '' });
    const { rows } = await listQueue(world.db, clerk(), readQueueFilter(all), null, at(1));
    return rows.map(({ isAnswerUnsent }) => isAnswerUnsent);
  };
  await expect(send(answerId, () => Promise.reject(greylisted()))).rejects.toThrow();
  await expect(again()).rejects.toMatchObject({ code: 'changed_meanwhile' });
  expect(await isUnsent()).toEqual([false]);
  await giveUpAnswer(services(), { answerId }, at(1));
  expect(await isUnsent()).toEqual([true]);

  await expect(again(world.auditor.actor)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(again(clerk(), { answerId: uuidv7() })).rejects.toMatchObject({ code: 'not_found' });
  queued.length = 0;
  await again();
  expect(queued).toEqual([['send_answer', { answerId }]]);
  const event = (await listEvents(world.db, 'legal_request', id)).at(-1);
  expect(event).toMatchObject({
    type: 'answer_mail_queued_again',
    payload: { answerId, number: 1 },
    actorId: clerk().personId,
  });
  expect(await listMailedAnswers(world.db, clerk(), id)).toMatchObject([
    { sentAt: null, failed: null, isGivenUp: false },
  ]);
  expect(await isUnsent()).toEqual([false]);
  await expect(again()).rejects.toMatchObject({ code: 'changed_meanwhile' });
  await send(answerId, () => Promise.resolve(), at(3));
  expect((await typesOf(id)).at(-1)).toBe('answer_mailed');
  await giveUpAnswer(services(), { answerId }, at(4));
  expect((await typesOf(id)).at(-1)).toBe('answer_mailed');
});

test('what has been destroyed is not sent again', async () => {
  const place = await accepted();
  const answerId = await released(place);
  await send(answerId, () => Promise.reject(refusal(552)));
  await keepAnswers({ ...world.services, store }, at(40));
  const again = sendAnswerAgain(services(), clerk(), place.id, { answerId }, at(41));
  await expect(again).rejects.toMatchObject({ code: 'answer_expired', status: 409 });
});

test('after its days the ciphertext is destroyed, and not mailed any more', async () => {
  const place = await accepted();
  const answerId = await released(place);
  await keepAnswers({ ...world.services, store }, at(40));
  const rows = await world.db
    .select()
    .from(sealedFiles)
    .where(and(eq(sealedFiles.legalRequestId, place.id), eq(sealedFiles.purpose, 'answer')));
  expect(rows.map(({ state }) => state)).toEqual(['removed', 'removed']);
  for (const { storageKey } of rows) await expect(store.read(storageKey).toArray()).rejects.toThrow('ENOENT');
  await send(answerId, () => Promise.reject(new Error('must not be sent')));
});

test('not without a key that somebody has checked', async () => {
  const place = await accepted({ isVouched: false });
  const { id, teamId } = place;
  expect(await findAnswerByMail(world.db, world.services.config, clerk(), id)).toBeNull();
  const missing = { code: 'key_missing', status: 409 };
  await expect(addFile(id, teamId, 'x', [world.provider.key])).rejects.toMatchObject(missing);
  const unsealed = { files: [uuidv7(), uuidv7()], recipients: [world.provider.key] };
  await expect(prepareAs(world, world.clerk, id, unsealed)).rejects.toMatchObject(missing);
});

test('sealed to exactly the two, with the key of the day of the release', async () => {
  const place = await accepted();
  const { id, sender } = place;
  const stranger = await generatePrivateKey({ name: 'X', email: 'x@polizei.example' });
  const refused = { code: 'message_refused' };
  for (const recipients of [
    [world.provider.key],
    [sender.toPublic()],
    [world.provider.key, sender.toPublic(), stranger.toPublic()],
  ])
    await expect(
      prepareAs(world, world.clerk, id, await wishFor(place, { recipients })),
    ).rejects.toMatchObject(refused);
  const wish = await wishFor(place);
  const wrong = { provider: fingerprintOf(world.provider.key), agency: fingerprintOf(stranger) };
  const named = { ...wish, changed: { ...wish.changed, recipients: wrong } };
  await expect(prepareAs(world, world.clerk, id, named)).rejects.toMatchObject({ code: 'statement_differs' });
  await prepareAs(world, world.clerk, id, wish);
  await expect(releaseAs(world, world.clerk, id)).rejects.toMatchObject({ code: 'two_people_needed' });
  await vouch(id, stranger);
  await expect(releaseAs(world, world.dpo, id)).rejects.toMatchObject({ code: 'statement_differs' });
  expect(queued).toEqual([]);
  expect(
    await world.db.select().from(mailedAnswers).where(eq(mailedAnswers.toAddress, place.address)),
  ).toEqual([]);
});

test('not more than a mail takes', async () => {
  const place = await accepted();
  const { id } = place;
  const wish = await wishFor(place);
  const { sealedManifest } = await makeAnswer(world, id, wish);
  const bytes = (wish.changed?.files ?? []).reduce((sum, one) => sum + one.ciphertextBytes, 0);
  const limited = (answerMailBytes: number) => ({
    ...world,
    services: { ...world.services, config: { ...world.services.config, answerMailBytes } },
  });
  const large = { code: 'answer_too_large_for_mail', status: 413 };
  await expect(prepareAs(limited(bytes), world.clerk, id, wish)).rejects.toMatchObject(large);
  const enough = bytes + sealedManifest.length + 100;
  await expect(prepareAs(limited(enough), world.clerk, id, wish)).resolves.toBeTypeOf('string');
  const [row] = await world.db.select().from(answers).where(eq(answers.legalRequestId, id));
  expect(row?.state).toBe('prepared');
});
