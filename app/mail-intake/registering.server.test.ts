import { eq } from 'drizzle-orm';
import { createMessage, encrypt, generateKey } from 'openpgp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';

import { appendEvent, listEvents } from '#app/events/events.server.ts';
import { discardDraft, saveDraft } from '#app/legal-requests/drafts.server.ts';
import { listLegalRequests } from '#app/legal-requests/legal-requests.server.ts';
import { listTeamKeys } from '#app/legal-requests/message-recipients.server.ts';
import { generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { type arrivals, legalRequests, sealedMails, teams } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createSubmissionWorld, now, type SubmissionWorld } from '#test/legal-requests/submission-world.ts';
import { arrive as arriveIn, hinterwald, register as registerIn } from '#test/mail-intake/arrivals.ts';

import { findArrival, listArrivals } from './arrivals.server.ts';
import {
  answerRefusal,
  describeArrival,
  dismissArrival,
  refuseUnreadable,
} from './change-arrivals.server.ts';
import {
  findMailReply,
  saveCorrespondentKey,
  sendDecisionMail,
  writeToCorrespondent,
} from './mail-reply.server.ts';
import { recordPaper, startRegistration } from './register.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
const queued: unknown[] = [];
const jobs = { queue: async (_tx: unknown, _name: string, payload: unknown) => void queued.push(payload) };

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
});
afterAll(() => database.close());

const arrive = (over?: Partial<typeof arrivals.$inferInsert>) => arriveIn(world, over);
const register = (arrivalId: string) => registerIn(world, arrivalId);
const typesOf = async (id: string) => (await listEvents(world.db, 'arrival', id)).map(({ type }) => type);
const clerk = () => world.clerk.actor;

test('a mail becomes a legal request of an agency outside of the portal', async () => {
  const arrivalId = await arrive();
  const { id, teamId } = await register(arrivalId);
  expect(await listTeamKeys(world.db, teamId)).toHaveLength(1);
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  expect(row).toMatchObject({
    channel: 'esb_mail',
    status: 'submitted',
    receivedAt: new Date('2026-11-20T08:00:00Z'),
  });
  const submitted = (await listEvents(world.db, 'legal_request', id)).find(
    ({ type }) => type === 'submitted',
  );
  expect(submitted?.payload).toMatchObject({ channel: 'esb_mail', country: 'AT', agencyKind: 'police' });
  expect(await typesOf(arrivalId)).toEqual(['arrived', 'registered']);
  expect(await findArrival(world.db, clerk(), arrivalId)).toMatchObject({
    state: 'registered',
    legalRequestId: id,
  });
});

test('the same agency is described once, and begun twice is begun once', async () => {
  const [one, other] = [await arrive(), await arrive()];
  const id = await startRegistration(world.db, clerk(), one, hinterwald, now);
  expect(await startRegistration(world.db, clerk(), one, hinterwald, now)).toBe(id);
  await startRegistration(world.db, clerk(), other, hinterwald, now);
  expect(await world.db.select().from(teams).where(eq(teams.name, hinterwald.name))).toHaveLength(1);
});

test('a draft of staff is sealed to the provider; thrown away, the mail waits again', async () => {
  const arrivalId = await arrive();
  const id = await startRegistration(world.db, clerk(), arrivalId, hinterwald, now);
  const save = async (recipients: Parameters<typeof sealJson>[1]) =>
    saveDraft(world.db, clerk(), id, { version: 0, sealed: await sealJson({}, recipients) }, now);
  await expect(save([world.agency.key])).rejects.toMatchObject({ code: 'message_refused' });
  await expect(save([world.provider.key])).resolves.toMatchObject({ version: expect.any(Number) as number });
  await discardDraft(world.db, world.dpo.actor, id, now);
  expect(await findArrival(world.db, clerk(), arrivalId)).toMatchObject({
    state: 'waiting',
    legalRequestId: null,
  });
});

test('who is not of the desk does none of it', async () => {
  const arrivalId = await arrive();
  const start = (actor = clerk()) => startRegistration(world.db, actor, arrivalId, hinterwald, now);
  for (const person of [world.admin, world.auditor, world.investigator])
    await expect(start(person.actor)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listArrivals(world.db, world.admin.actor, 'waiting')).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('what staff is still writing does not stand in the list of a known agency', async () => {
  const arrivalId = await arrive();
  await world.db.update(teams).set({ status: 'outside' }).where(eq(teams.id, world.agency.id));
  const choice = { what: 'new' as const, agency: world.agency.id, category: 'subscriber_data' as const };
  const id = await startRegistration(world.db, clerk(), arrivalId, choice, now);
  await world.db.update(teams).set({ status: 'pending' }).where(eq(teams.id, world.agency.id));
  const filter = { status: null, category: null, fileNumber: '', mine: false };
  const { rows } = await listLegalRequests(world.db, world.lead.actor, filter, null);
  expect(rows.map((row) => row.id)).not.toContain(id);
});

test('a fax is refused and answered by letter, a letter is begun', async () => {
  const paper = { ...hinterwald, receivedOn: '2026-11-23', fileNumber: '1 Js 2/26' };
  const fax = await recordPaper(world.db, clerk(), { ...paper, channel: 'fax' }, now);
  expect(fax.legalRequestId).toBeNull();
  await answerRefusal({ db: world.db, jobs }, clerk(), fax.arrivalId, 'printed', now);
  expect(await typesOf(fax.arrivalId)).toEqual(['arrived', 'refused', 'refusal_sent']);
  const again = answerRefusal({ db: world.db, jobs }, clerk(), fax.arrivalId, 'printed', now);
  await expect(again).rejects.toMatchObject({ code: 'already_answered' });
  const letter = await recordPaper(world.db, clerk(), { ...paper, channel: 'post' }, now);
  expect(letter.legalRequestId).not.toBeNull();
  const tomorrow = recordPaper(
    world.db,
    clerk(),
    { ...paper, channel: 'post', receivedOn: '2026-11-25' },
    now,
  );
  await expect(tomorrow).rejects.toMatchObject({ code: 'date_in_future' });
});

test('an answer that waits is sent or withheld once, then nobody is remembered', async () => {
  const open = {
    channel: 'plain_mail',
    state: 'refused',
    answer: 'open',
    reason: 'channel_plaintext',
  } as const;
  const [one, other] = [await arrive(open), await arrive(open)];
  queued.length = 0;
  await answerRefusal({ db: world.db, jobs }, clerk(), one, 'send', now);
  await answerRefusal({ db: world.db, jobs }, clerk(), other, 'withhold', now);
  expect(queued).toMatchObject([{ to: 'k@polizei.example', template: 'plain_mail_refused' }]);
  for (const id of [one, other])
    expect(await findArrival(world.db, clerk(), id)).toMatchObject({ senderAddress: null });
});

test('what cannot be opened is asked for again; what is no request does not count', async () => {
  const [one, other] = [
    await arrive({ state: 'quarantined', reason: 'cut_off' }),
    await arrive({ state: 'quarantined', reason: 'cut_off' }),
  ];
  await refuseUnreadable({ db: world.db, jobs }, clerk(), one, now);
  expect(await typesOf(one)).toEqual(['arrived', 'refused', 'refusal_sent']);
  const { id } = await register(await arrive());
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  const facts = { country: 'DE', agencyKind: 'police', category: null } as const;
  await describeArrival(world.db, clerk(), one, { ...facts, reference: row?.reference ?? '' }, now);
  expect((await typesOf(one)).slice(3)).toEqual(['described', 'corrected']);
  await expect(
    describeArrival(world.db, clerk(), one, { ...facts, reference: 'AW-2020-000001' }, now),
  ).rejects.toMatchObject({ code: 'reference_unknown' });
  await dismissArrival(world.db, clerk(), other, now);
  expect(await findArrival(world.db, clerk(), other)).toMatchObject({
    state: 'dismissed',
    isLegalRequest: false,
  });
});

test('a decision goes once, to the key that staff vouched for, and to nobody else', async () => {
  // Keys are made now, not at the time of the other tests.
  const at = new Date();
  const sender = await generatePrivateKey({ name: 'K', email: 'k@polizei.example' });
  const stranger = await generatePrivateKey({ name: 'X', email: 'x@polizei.example' });
  const { id } = await register(await arrive({ senderKey: sender.toPublic().armor() }));
  const reply = await findMailReply(world.db, clerk(), id);
  expect(reply).toMatchObject({ address: 'k@polizei.example', key: { isKnown: false }, sent: [] });
  const decisionId = uuidv7();
  const sealTo = async (...keys: (typeof sender)[]) =>
    encrypt({
      message: await createMessage({ binary: new TextEncoder().encode('Text') }),
      encryptionKeys: keys.map((key) => key.toPublic()),
      format: 'binary',
    });
  const send = async (...keys: (typeof sender)[]) =>
    sendDecisionMail({ db: world.db, jobs }, clerk(), id, { decisionId, sealed: await sealTo(...keys) }, at);
  await expect(send(sender)).rejects.toMatchObject({ code: 'key_missing' });
  const weak = await generateKey({ type: 'rsa', rsaBits: 2048, userIDs: [{ name: 'K' }], format: 'armored' });
  await expect(saveCorrespondentKey(world.db, clerk(), id, weak.publicKey, at)).rejects.toMatchObject({
    code: 'key_unusable',
  });
  await saveCorrespondentKey(world.db, clerk(), id, sender.toPublic().armor(), at);
  await expect(send(sender)).rejects.toMatchObject({ code: 'nothing_to_tell' });
  await decide(id, decisionId);
  await expect(send(stranger)).rejects.toMatchObject({ code: 'message_refused' });
  await expect(send(sender, stranger)).rejects.toMatchObject({ code: 'message_refused' });
  queued.length = 0;
  await send(sender);
  await expect(send(sender)).rejects.toMatchObject({ code: 'already_told' });
  const [mail] = await world.db.select().from(sealedMails).where(eq(sealedMails.legalRequestId, id));
  expect(queued).toMatchObject([{ sealedMailId: mail?.id }]);
  expect(mail?.message).toContain('BEGIN PGP MESSAGE');
});

test('the same address is asked or invited only so often, whoever of the staff writes', async () => {
  const services = { db: world.db, jobs, config: { sessionSecret: Buffer.alloc(32, 1) } };
  const [one, other] = [
    await register(await arrive({ senderAddress: 'oft@polizei.example' })),
    await register(await arrive({ senderAddress: 'oft@polizei.example' })),
  ];
  const write = (id: string, actor = clerk(), template: 'key_wanted' | 'portal_invitation' = 'key_wanted') =>
    writeToCorrespondent(services, actor, id, template);
  queued.length = 0;
  await write(one.id);
  await write(other.id, world.dpo.actor);
  await write(one.id, clerk(), 'portal_invitation');
  expect(queued[2]).toMatchObject({ to: 'oft@polizei.example', template: 'portal_invitation' });
  const often = { code: 'written_often', status: 429 };
  await expect(write(other.id, world.counsel.actor, 'portal_invitation')).rejects.toMatchObject(often);
  expect(queued).toHaveLength(3);
  const third = await register(await arrive({ senderAddress: 'selten@polizei.example' }));
  await expect(write(third.id)).resolves.toBeUndefined();
});

/** The event with which a decision takes effect, as deciding leaves it. */
async function decide(legalRequestId: string, decisionId: string): Promise<void> {
  await world.db.transaction(async (tx) => {
    await appendEvent(tx, {
      objectType: 'legal_request',
      objectId: legalRequestId,
      type: 'returned',
      actorId: world.dpo.actor.personId,
      payload: { revision: 1, decisionId, codes: [], correctionEndsAt: now.toISOString() },
      at: now,
    });
  });
}
