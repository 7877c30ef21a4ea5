import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { minutes } from '#app/durations.ts';
import { people, pgpKeys, registrations, settings } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createTestServices,
  makeRegistration,
  registerInvited,
  registerSelf,
  registerUntilPasskey,
  type TestPerson,
  type TestServices,
} from '#test/factories.ts';

import { completeRegistration } from './complete-registration.server.ts';
import { removeExpired } from './remove-expired.server.ts';
import { acceptInvitation, createInvitation, findInvitation } from './invitations.server.ts';
import { confirmCode, findRegistration, startRegistration } from './registrations.server.ts';
import { hashToken } from './tokens.server.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
});
afterAll(() => database.close());

const visit = { locale: 'de' as const, userAgent: 'test' };
const start = (email: string, now = new Date()) => startRegistration(services, { email, locale: 'de' }, now);
const lastMail = (to: string) => services.mails.findLast((mail) => mail.to === to);
const code = (email: string) => lastMail(email)?.values['code'] ?? '';
const wrongCode = (right: string) => (right === '000000' ? '000001' : '000000');

describe('the code', () => {
  test('confirms the address once', async () => {
    const token = await start('a@lka.example');
    expect(code('a@lka.example')).toMatch(/^\d{6}$/);
    await confirmCode(database.db, token, code('a@lka.example'), new Date());
    const registration = await findRegistration(database.db, token, new Date());
    expect(registration?.progress).toEqual({
      isConfirmed: true,
      hasPerson: false,
      hasAgency: false,
      isReturning: false,
    });
  });

  test('is stored as a hash only', async () => {
    const token = await start('b@lka.example');
    const [row] = await database.db
      .select()
      .from(registrations)
      .where(eq(registrations.tokenHash, hashToken(token)));
    expect(JSON.stringify(row)).not.toContain(code('b@lka.example'));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test('is void after five tries, however many at once', async () => {
    const token = await start('c@lka.example');
    const right = code('c@lka.example');
    const tries = Array.from({ length: 9 }, () =>
      confirmCode(database.db, token, wrongCode(right), new Date()),
    );
    const results = await Promise.allSettled(tries);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(confirmCode(database.db, token, right, new Date())).rejects.toMatchObject({
      code: 'code_expired',
    });
  });

  test('is void after ten minutes', async () => {
    const at = new Date();
    const token = await start('d@lka.example', at);
    const late = new Date(at.getTime() + minutes(10));
    await expect(confirmCode(database.db, token, code('d@lka.example'), late)).rejects.toMatchObject({
      code: 'code_expired',
    });
  });

  test('is not sent to addresses that anybody can have', async () => {
    for (const email of ['a@gmail.com', 'a@web.de', 'a@testpost.example', 'a@sub.posteo.de'])
      await expect(start(email)).rejects.toMatchObject({ code: 'email_free_mail' });
  });
});

describe('promise 12: nothing tells whether an account exists', () => {
  test('a known address gets another mail, and the same answers', async () => {
    const known = await start(admin.email);
    const unknown = await start('unknown@lka.example');
    expect(known).toHaveLength(unknown.length);
    expect(lastMail(admin.email)?.template).toBe('account_exists');
    const [one, two] = await Promise.all(
      [known, unknown].map((token) =>
        confirmCode(database.db, token, '123456', new Date()).catch((error: unknown) => error),
      ),
    );
    // One in a million: the unknown address's code is the one that was guessed.
    expect(one).toMatchObject({ code: 'code_wrong', details: { triesLeft: 4 } });
    expect(two).toMatchObject({ code: 'code_wrong', details: { triesLeft: 4 } });
  });

  test('no code confirms the address of an account', async () => {
    const token = await start(admin.email);
    const [row] = await database.db
      .select({ codeHash: registrations.codeHash })
      .from(registrations)
      .where(eq(registrations.tokenHash, hashToken(token)));
    expect(row?.codeHash).toHaveLength(32);
    const mails = services.mails.filter(({ to }) => to === admin.email);
    expect(JSON.stringify(mails)).not.toMatch(/"code"/);
  });
});

describe('finishing', () => {
  test('the first administrator makes the intake key, which is pinned, and is in at once', async () => {
    const [row] = await database.db.select().from(settings).where(eq(settings.name, 'intake_fingerprint'));
    expect(row?.value).toBe(admin.teamFingerprint);
    expect((await admin.actor()).status).toBe('active');
  });

  test('other staff waits, and gets no key to make', async () => {
    const second = await registerInvited(services, 'admin');
    expect(second.teamFingerprint).toBeNull();
    expect((await second.actor()).status).toBe('waiting');
  });

  test('who describes a new agency leads it, makes its key and waits', async () => {
    const lead = await registerSelf(services, 'lead@lka.nord.example', { choice: 'new', name: 'LKA Nord' });
    const actor = await lead.actor();
    expect(actor).toMatchObject({ role: 'lead', status: 'waiting', teamStatus: 'pending' });
    expect(lead.teamFingerprint).toMatch(/^[0-9A-F]{40}$/);
  });

  test('a further person of that agency is an investigator without its key', async () => {
    const lead = await registerSelf(services, 'lead@lka.ost.example', { choice: 'new', name: 'LKA Ost' });
    const { teamId } = await lead.actor();
    const second = await registerSelf(services, 'second@lka.ost.example', { choice: 'known', teamId });
    expect(await second.actor()).toMatchObject({ role: 'investigator', status: 'waiting', teamId });
    expect(second.teamFingerprint).toBeNull();
  });

  test('an agency whose domains do not fit cannot be chosen', async () => {
    const lead = await registerSelf(services, 'lead@lka.west.example', { choice: 'new', name: 'LKA West' });
    const { teamId } = await lead.actor();
    await expect(
      registerSelf(services, 'spy@lka.fremd.example', { choice: 'known', teamId }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the same registration cannot be finished twice', async () => {
    const token = await registerUntilPasskey(services, 'twice@lka.example', {
      choice: 'new',
      name: 'LKA Zwei',
    });
    const [one, two] = [await makeRegistration(services, token), await makeRegistration(services, token)];
    const finish = (input: typeof one.input) =>
      completeRegistration(services, token, input, visit, new Date());
    const results = await Promise.allSettled([finish(one.input), finish(two.input)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await database.db.select().from(people).where(eq(people.email, 'twice@lka.example'));
    expect(rows).toHaveLength(1);
  });

  test('a private key is refused, whoever sends it', async () => {
    const token = await registerUntilPasskey(services, 'leak@lka.example', {
      choice: 'new',
      name: 'LKA Leck',
    });
    const { input, room, preparation } = await makeRegistration(services, token);
    const armored = await room.call('exportTeamKey', {
      teamFingerprint: input.teamKey?.fingerprint ?? '',
      passphrase: 'correct horse battery staple',
    });
    expect(preparation.teamKey).not.toBeNull();
    const leaking = { ...input, personKey: { ...input.personKey, publicKey: armored } };
    const { completedRegistrationSchema } = await import('./complete-registration.server.ts');
    expect(completedRegistrationSchema.safeParse(input).success).toBe(true);
    expect(completedRegistrationSchema.safeParse(leaking).success).toBe(false);
  });

  test('no stored key is private', async () => {
    const keys = await database.db.select({ publicKey: pgpKeys.publicKey }).from(pgpKeys);
    expect(keys.length).toBeGreaterThan(3);
    for (const { publicKey } of keys) expect(publicKey).not.toContain('PRIVATE');
  });
});

describe('invitations', () => {
  const tokenOf = (path: string) => path.split('/').at(-1) ?? '';
  const invite = (now = new Date()) =>
    createInvitation(database.db, { role: 'clerk', email: `c-${Math.random()}@example.org`, now });

  test('opening one changes nothing; it is used up by finishing', async () => {
    const { path } = await invite();
    const token = tokenOf(path);
    for (let time = 0; time < 3; time++)
      expect(await findInvitation(database.db, token, new Date())).toMatchObject({ role: 'clerk' });
    await acceptInvitation(database.db, token, new Date());
    await expect(acceptInvitation(database.db, token, new Date())).resolves.toBeTypeOf('string');
  });

  test('a used, an expired and an unknown one answer alike', async () => {
    const used = await createInvitation(database.db, {
      role: 'clerk',
      email: 'used@example.org',
      now: new Date(),
    });
    await database.pool.query('update invitations set used_at = now() where id = $1', [used.id]);
    const expired = await invite(new Date(Date.now() - 8 * 24 * 3_600_000));
    for (const token of [tokenOf(used.path), tokenOf(expired.path), 'unknown']) {
      expect(await findInvitation(database.db, token, new Date())).toBeNull();
      await expect(acceptInvitation(database.db, token, new Date())).rejects.toMatchObject({
        code: 'invitation_void',
      });
    }
  });

  test('only the hash of the token is stored', async () => {
    const { path } = await invite();
    const { rows } = await database.pool.query('select * from invitations');
    expect(JSON.stringify(rows)).not.toContain(tokenOf(path));
  });
});

test('what is over is taken away, and nothing else', async () => {
  const token = await start('tidy@lka.example');
  await removeExpired(database.db, new Date());
  expect(await findRegistration(database.db, token, new Date())).not.toBeNull();
  const later = new Date(Date.now() + minutes(13 * 60));
  await removeExpired(database.db, later);
  for (const table of ['registrations', 'challenges', 'sessions']) {
    const { rows } = await database.pool.query(`select count(*)::int as count from ${table}`);
    expect([table, rows]).toEqual([table, [{ count: 0 }]]);
  }
});
