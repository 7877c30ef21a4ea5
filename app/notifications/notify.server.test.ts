import { armor, decrypt, enums, generateKey, readKey, readMessage, readPrivateKey } from 'openpgp';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import type { JobPayloads } from '#app/jobs.server.ts';
import { composeEncryptedMail } from '#app/mail/encrypted-mail.server.ts';
import { sendQueuedMail } from '#app/mail/send-mail-job.server.ts';
import type { Mail } from '#app/mail/transport.server.ts';
import { digestEntries, mailKeys, notificationChoices, people } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createDeskWorld, type DeskWorld } from '#test/review/desk-world.ts';
import { eq } from 'drizzle-orm';

import { sendDigests } from './digest.server.ts';
import { checkMailKey } from './mail-key.ts';
import {
  findNotificationSettings,
  removeMailKey,
  saveMailKey,
  saveNotificationChoices,
} from './notification-settings.server.ts';
import { notify } from './notify.server.ts';

let database: TestDatabase;
let world: DeskWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  world.mails.length = 0;
  for (const table of [digestEntries, notificationChoices, mailKeys]) await database.db.delete(table);
});

const values = { reference: 'AW-2026-000001', status: 'accepted', url: 'https://desk.example/requests/1' };
const tell = (kind: Parameters<typeof notify>[2]['kind'], ...to: string[]) =>
  database.db.transaction((tx) => notify(tx, world.services.jobs, { kind, to, values }));
const accountServices = () => world.services as never;
/** Tuesday, 7:00 in Berlin. */
const tuesday = new Date('2026-11-24T06:00:00Z');
const digest = (now = tuesday) => sendDigests(world.services, now);

test('everybody is told as they chose', async () => {
  const { lead, investigator, dpo } = world;
  await saveNotificationChoices(database.db, lead.actor, { status_changed: 'off' });
  await saveNotificationChoices(database.db, investigator.actor, { status_changed: 'digest' });
  await tell('status_changed', lead.actor.personId, investigator.actor.personId, dpo.actor.personId);
  expect(world.mails.map(({ to }) => to)).toEqual([dpo.actor.email]);
  expect(world.mails[0]).toMatchObject({ template: 'status_changed', personId: dpo.actor.personId, values });
  expect(await database.db.select().from(digestEntries)).toHaveLength(1);
});

test('an emergency comes at once whatever was chosen, and cannot be chosen away', async () => {
  const { dpo } = world;
  const choices = { emergency_submitted: 'off' as const };
  await expect(saveNotificationChoices(database.db, dpo.actor, choices)).rejects.toThrow('bad_input');
  await database.db
    .insert(notificationChoices)
    .values({ personId: dpo.actor.personId, kind: 'emergency_submitted', timing: 'off' });
  await tell('emergency_submitted', dpo.actor.personId);
  expect(world.mails).toHaveLength(1);
});

test('nobody chooses kinds of another role', async () => {
  const choices = { legal_request_submitted: 'off' as const };
  await expect(saveNotificationChoices(database.db, world.lead.actor, choices)).rejects.toThrow('bad_input');
});

test('the digest comes once, also when the job runs twice or on two nodes', async () => {
  const { investigator } = world;
  await saveNotificationChoices(database.db, investigator.actor, {
    status_changed: 'digest',
    message_received: 'digest',
  });
  await tell('status_changed', investigator.actor.personId);
  await tell('message_received', investigator.actor.personId);
  await Promise.all([digest(), digest()]);
  await digest();
  expect(world.mails).toHaveLength(1);
  expect(world.mails[0]).toMatchObject({ to: investigator.actor.email, template: 'daily_digest' });
  expect(world.mails[0]?.values['lines']).toContain('AW-2026-000001: angenommen');
  expect(world.mails[0]?.values['count']).toBe('2');
});

test('a digest that cannot be queued loses nothing', async () => {
  const { investigator } = world;
  await saveNotificationChoices(database.db, investigator.actor, { status_changed: 'digest' });
  await tell('status_changed', investigator.actor.personId);
  const jobs = { queue: () => Promise.reject(new Error('no queue')) };
  await expect(sendDigests({ ...world.services, jobs }, tuesday)).rejects.toThrow('no queue');
  await digest();
  expect(world.mails).toHaveLength(1);
});

test('no digest on a Sunday or a public holiday; it comes on the next working day', async () => {
  const { investigator } = world;
  await saveNotificationChoices(database.db, investigator.actor, { status_changed: 'digest' });
  await tell('status_changed', investigator.actor.personId);
  await digest(new Date('2026-11-22T06:00:00Z'));
  await digest(new Date('2026-12-25T06:00:00Z'));
  expect(world.mails).toEqual([]);
  await digest(new Date('2026-12-28T06:00:00Z'));
  expect(world.mails).toHaveLength(1);
});

test('what waits of a kind that is switched off does not come any more; suspended people get nothing', async () => {
  const { investigator, lead } = world;
  for (const { actor } of [investigator, lead]) {
    await saveNotificationChoices(database.db, actor, { status_changed: 'digest' });
    await tell('status_changed', actor.personId);
  }
  await saveNotificationChoices(database.db, investigator.actor, { status_changed: 'off' });
  const setStatus = (status: 'active' | 'suspended') =>
    database.db.update(people).set({ status }).where(eq(people.id, lead.actor.personId));
  await setStatus('suspended');
  await digest();
  await tell('status_changed', lead.actor.personId);
  await setStatus('active');
  expect(world.mails).toEqual([]);
});

const keyOf = async (options: object = {}) =>
  generateKey({ userIDs: [{ email: 'x@example.org' }], format: 'armored', ...options } as {
    userIDs: { email: string }[];
    format: 'armored';
  });
const sendNow = async (job: JobPayloads['send_mail'], now: Date) => {
  const sent: Mail[] = [];
  const send = (mail: Mail) => Promise.resolve(void sent.push(mail));
  await sendQueuedMail({ send, db: database.db, origin: 'https://desk.example' }, job, now);
  return sent[0];
};

test('a notification is encrypted to the own key, as RFC 3156 says, and opens with it', async () => {
  const { lead } = world;
  const { publicKey, privateKey } = await keyOf();
  await saveMailKey(accountServices(), lead.actor, publicKey, new Date());
  expect(world.mails.map(({ template, personId }) => [template, personId])).toEqual([
    ['mail_key_changed', undefined],
  ]);
  world.mails.length = 0;
  await tell('status_changed', lead.actor.personId);
  const mail = await sendNow(world.mails[0]!, new Date());
  if (!mail || !('pgpMessage' in mail)) throw new Error('not encrypted');
  const about = { from: 'Amtsweg <amtsweg@example.org>', to: lead.actor.email, headers: {} };
  const raw = await composeEncryptedMail(mail.pgpMessage, about);
  expect(raw.toString()).not.toContain('AW-2026-000001');
  expect(raw.toString()).toMatch(
    /Content-Type: multipart\/encrypted;\s+protocol="application\/pgp-encrypted"/,
  );
  const outer = await PostalMime.parse(raw);
  expect(outer.subject).toBe('Amtsweg');
  expect(outer.attachments.map(({ mimeType }) => mimeType)).toEqual([
    'application/pgp-encrypted',
    'application/octet-stream',
  ]);
  const armoredMessage = new TextDecoder().decode(outer.attachments[1]!.content as ArrayBuffer);
  const { data } = await decrypt({
    message: await readMessage({ armoredMessage }),
    decryptionKeys: await readPrivateKey({ armoredKey: privateKey }),
  });
  const inner = await PostalMime.parse(data as string);
  expect(inner.subject).toBe('AW-2026-000001: angenommen');
  expect(inner.text).toContain('https://desk.example/requests/1');
});

test('with a key that has expired meanwhile, nothing of the notification goes out in the clear', async () => {
  const { lead } = world;
  const { publicKey } = await keyOf({ keyExpirationTime: 3600 });
  await saveMailKey(accountServices(), lead.actor, publicKey, new Date());
  world.mails.length = 0;
  await tell('status_changed', lead.actor.personId);
  const mail = await sendNow(world.mails[0]!, new Date(Date.now() + 7_200_000));
  expect(JSON.stringify(mail)).not.toContain('AW-2026');
  expect(mail).toMatchObject({ subject: 'Ihr OpenPGP-Schlüssel ist nicht mehr brauchbar' });
});

test('mails about the account stay readable, and removing the key is told of', async () => {
  const { lead } = world;
  await saveMailKey(accountServices(), lead.actor, (await keyOf()).publicKey, new Date());
  expect(await sendNow(world.mails[0]!, new Date())).toHaveProperty('text');
  await removeMailKey(accountServices(), lead.actor);
  await removeMailKey(accountServices(), lead.actor);
  expect(world.mails.map(({ template }) => template)).toEqual(['mail_key_changed', 'mail_key_changed']);
  expect((await findNotificationSettings(database.db, lead.actor)).mailKey).toBeNull();
});

test('only a public key that can encrypt is taken', async () => {
  const { publicKey, privateKey } = await keyOf();
  const expiring = await keyOf({ keyExpirationTime: 3600 });
  const signing = await keyOf({ subkeys: [{ sign: true }] });
  // Later than the keys, which would be from the future otherwise when a second ends between.
  const now = new Date();
  const faultOf = async (text: string, at = now) => {
    const checked = await checkMailKey(text, at);
    return checked.ok ? null : checked.fault;
  };
  expect(await faultOf(publicKey)).toBeNull();
  expect(await faultOf(' ')).toBe('key_empty');
  expect(await faultOf('nonsense')).toBe('key_not_readable');
  expect(await faultOf(privateKey)).toBe('key_private');
  expect(await faultOf(publicKey.slice(0, 400))).toBe('key_not_readable');
  expect(await faultOf(expiring.publicKey)).toBeNull();
  expect(await faultOf(expiring.publicKey, new Date(now.getTime() + 7_200_000))).toBe('key_unusable');
  expect(await faultOf(signing.publicKey)).toBe('key_unusable');
  const other = await readKey({ armoredKey: (await keyOf()).publicKey });
  const both = [await readKey({ armoredKey: publicKey }), other].map((key) => key.toPacketList().write());
  expect(await faultOf(armor(enums.armor.publicKey, Buffer.concat(both)))).toBe('key_several');
});
