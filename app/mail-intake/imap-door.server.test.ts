import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';

import { arrivals } from '#db/schema.ts';
import { startDovecot, type Mailbox } from '#test/mail-intake/dovecot.ts';
import { createIntakeWorld, listArrivals, type IntakeWorld } from '#test/mail-intake/intake-world.ts';
import { innerPart, pgpMime, plain, senderAddress, withSender } from '#test/mail-intake/mails.ts';

import { fetchMails, openImapDoor } from './imap-door.server.ts';

let world: IntakeWorld;
let mailbox: Mailbox;

beforeAll(async () => {
  world = await createIntakeWorld();
  mailbox = await startDovecot();
});
afterAll(async () => {
  await mailbox.stop();
  await world.close();
});

const fetchAll = () => fetchMails(world.services, { url: mailbox.url });
const lie = async () => [await mailbox.count('INBOX'), await mailbox.count('Amtsweg')];

test('an encrypted mail is moved away, a plain one deleted and answered', { timeout: 60_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    const message = await sender.encrypt(innerPart('Ersuchen'), { isSigned: true });
    await mailbox.append(pgpMime(message));
    await mailbox.append(
      plain('Klartext', { headers: [`Return-Path: <${senderAddress}>`], messageId: 'imap-1@x.example' }),
    );
    await mailbox.append(plain('Klartext', { headers: ['Return-Path: <>'] }));
    expect(await lie()).toEqual([3, 0]);
    await fetchAll();
    expect(await lie()).toEqual([0, 1]);
    expect(await listArrivals(world)).toMatchObject([
      { state: 'waiting', senderAddress },
      { state: 'refused', answer: 'sent' },
      { state: 'refused', answer: 'withheld' },
    ]);
    expect(world.mails).toEqual([
      { to: senderAddress, template: 'plain_mail_refused', inReplyTo: 'imap-1@x.example' },
    ]);
  });
});

test('a process that died between storing and moving away', { timeout: 60_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    const mail = pgpMime(await sender.encrypt(innerPart('Ersuchen')));
    await mailbox.append(mail);
    await fetchAll();
    // As if the move had not happened.
    await mailbox.append(mail);
    const before = await listArrivals(world);
    await fetchAll();
    expect(await listArrivals(world)).toEqual(before);
    expect((await lie())[0]).toBe(0);
  });
});

test('a mail that could not be stored stays where it is', async () => {
  const broken = await createIntakeWorld();
  await mailbox.append(plain('bleibt'));
  await broken.db.execute('drop table arrivals cascade');
  await expect(fetchMails(broken.services, { url: mailbox.url })).rejects.toThrow();
  expect((await lie())[0]).toBe(1);
  await fetchAll();
  expect((await lie())[0]).toBe(0);
  await broken.close();
});

test('one that cannot be stored does not hold up those behind it', { timeout: 60_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    await mailbox.append(pgpMime(await sender.encrypt(innerPart('klemmt'))));
    await mailbox.append(plain('dahinter', { from: 'dahinter@polizei.example' }));
    const full = { ...world.services.store, write: () => Promise.reject(new Error('no space left')) };
    await expect(fetchMails({ ...world.services, store: full }, { url: mailbox.url })).rejects.toThrow(
      'space',
    );
    expect((await lie())[0]).toBe(1);
    expect((await listArrivals(world)).at(-1)).toMatchObject({ state: 'refused' });
    await fetchAll();
    expect((await lie())[0]).toBe(0);
    expect((await listArrivals(world)).at(-1)).toMatchObject({ state: 'waiting' });
  });
});

test('the open door fetches by itself, and closing waits for it', async () => {
  const messageId = 'von-selbst@x.example';
  await mailbox.append(plain('Klartext', { messageId, from: 'neu@polizei.example' }));
  const before = (await world.db.select().from(arrivals).where(eq(arrivals.state, 'refused'))).length;
  const door = openImapDoor(world.services, { kind: 'imap', url: mailbox.url, pollSeconds: 3600 });
  while ((await lie())[0] !== 0);
  await door.close();
  expect((await world.db.select().from(arrivals).where(eq(arrivals.state, 'refused'))).length).toBe(
    before + 1,
  );
});
