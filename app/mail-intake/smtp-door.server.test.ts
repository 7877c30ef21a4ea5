import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import { approvals, arrivals, teams } from '#db/schema.ts';
import {
  createIntakeWorld,
  everythingWritten,
  listArrivals,
  listParts,
  listTypes,
  openDoor,
  type IntakeWorld,
} from '#test/mail-intake/intake-world.ts';
import {
  handOver,
  head,
  inline,
  innerPart,
  pgpMime,
  plain,
  senderAddress,
  withFiles,
  withSender,
} from '#test/mail-intake/mails.ts';

let world: IntakeWorld;
let door: Awaited<ReturnType<typeof openDoor>>;

beforeAll(async () => {
  world = await createIntakeWorld();
  door = await openDoor(world);
});
afterAll(async () => {
  await door.close();
  await world.close();
});

/** Hands it over and finds what became of it. */
async function arrive(raw: string | Buffer, from?: string) {
  const before = new Set((await listArrivals(world)).map(({ id }) => id));
  await handOver(door.port, raw, from === undefined ? {} : { from });
  const [arrival, ...others] = (await listArrivals(world)).filter(({ id }) => !before.has(id));
  expect(others).toEqual([]);
  if (!arrival) throw new Error('nothing arrived');
  return { ...arrival, types: await listTypes(world, arrival.id), parts: await listParts(world, arrival.id) };
}

const stored = ({ storageKey }: { storageKey: string }) =>
  readFile(join(world.folder, 'uploads', storageKey));

test('PGP/MIME becomes an arrival, its ciphertext as it came', { timeout: 60_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    const message = await sender.encrypt(innerPart('Ersuchen um Bestandsdaten'), { isSigned: true });
    const arrival = await arrive(pgpMime(message, { subject: 'betrifft Erika Mustermann' }));
    expect(arrival).toMatchObject({
      channel: 'esb_mail',
      state: 'waiting',
      senderAddress,
      senderDomain: 'polizei.example',
      answer: 'none',
      droppedParts: 0,
      types: ['arrived'],
      parts: [{ isArmored: true, isMime: true }],
    });
    const octets = await stored(arrival.parts[0] ?? { storageKey: '' });
    expect(octets.toString().replaceAll('\r\n', '\n').trim()).toBe(message.toString().trim());
    expect(octets.length).toBe(arrival.parts[0]?.storedBytes);
  });
});

test('inline, as a file, binary, hidden, in ISO-8859-1', { timeout: 60_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    const body = await sender.encrypt('Grüße aus Köln', { isSigned: true });
    const file = await sender.encrypt('Beschluss', { isBinary: true });
    expect(await arrive(inline(body, { charset: 'iso-8859-1' }))).toMatchObject({
      state: 'waiting',
      parts: [{ isArmored: true, isMime: false }],
    });
    const mixed = withFiles(body.toString(), [{ name: 'beschluss.pdf.gpg', content: file }]);
    const arrival = await arrive(mixed);
    expect(arrival).toMatchObject({ state: 'waiting', parts: [{ isArmored: true }, { isArmored: false }] });
    expect(await stored(arrival.parts[1] ?? { storageKey: '' })).toEqual(file);
    const onlyFile = withFiles('Siehe Anlage', [{ name: 'ersuchen.asc', content: body }]);
    expect(await arrive(onlyFile)).toMatchObject({ state: 'waiting', droppedParts: 1, parts: [{}] });
    const hidden = await sender.encrypt('verdeckt', { isHidden: true });
    expect(await arrive(inline(hidden))).toMatchObject({ state: 'waiting' });
  });
});

test('a key that came with the mail is kept', { timeout: 60_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    const body = await sender.encrypt('Text');
    const mail = withFiles(body.toString(), [{ name: 'key.asc', content: Buffer.from(sender.publicKey) }]);
    expect((await arrive(mail)).senderKey).toContain('BEGIN PGP PUBLIC KEY BLOCK');
  });
});

test('20 MB pass', { timeout: 120_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    const file = Buffer.alloc(20_000_000);
    for (let at = 0; at < file.length; at += 4) file.writeInt32LE(Math.imul(at, 2_654_435_761) | 0, at);
    const message = await sender.encrypt(Buffer.concat([innerPart('groß'), file]));
    expect(message.length).toBeGreaterThan(20_000_000);
    const arrival = await arrive(pgpMime(message));
    expect(arrival).toMatchObject({ state: 'waiting', parts: [{ isArmored: true }] });
  });
});

test('what is wrong with a mail is said', { timeout: 60_000 }, async () => {
  await withSender(world.intakeKey, async (sender) => {
    const message = await sender.encrypt('Inhalt'.repeat(2000), { isBinary: false });
    const foreign = await sender.encrypt('für andere', { to: [sender.fingerprint] });
    const text = pgpMime(message);
    const reasonOf = async (raw: string) => {
      const { state, reason, types } = await arrive(raw);
      expect(types).toEqual(['arrived', 'quarantined']);
      return `${state} ${reason}`;
    };
    expect(await reasonOf(pgpMime(foreign))).toBe('quarantined other_key');
    expect(await reasonOf(pgpMime(Buffer.from('nur Text')))).toBe('quarantined no_encrypted_part');
    expect(await reasonOf(text.slice(0, text.indexOf('-----END') - 40))).toBe('quarantined cut_off');
    expect(await reasonOf(pgpMime(message, { namedBoundary: 'andere' }))).toBe(
      'quarantined no_encrypted_part',
    );
    expect(await reasonOf(inline(Buffer.from('-----BEGIN PGP MESSAGE-----\n\nGeheimes im Klartext\n')))).toBe(
      'quarantined unreadable_armor',
    );
    const smime = `${head()}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3DQEHA6CAMIACAQAx\r\n`;
    expect(await reasonOf(smime)).toBe('quarantined smime');
  });
});

test('a plain mail is refused, answered once, and forgotten', async () => {
  const mail = plain('SENTINELTEXT Auskunft zu Erika', {
    subject: 'SENTINELSUBJECT',
    messageId: 'einmal@polizei.example',
  });
  const sent = world.mails.length;
  const arrival = await arrive(mail);
  expect(arrival).toMatchObject({
    channel: 'plain_mail',
    state: 'refused',
    reason: 'channel_plaintext',
    answer: 'sent',
    senderAddress: null,
    messageId: null,
    senderDomain: 'polizei.example',
    types: ['arrived', 'refused', 'refusal_sent'],
    parts: [],
  });
  await handOver(door.port, mail);
  expect(world.mails.slice(sent)).toEqual([
    { to: senderAddress, template: 'plain_mail_refused', inReplyTo: 'einmal@polizei.example' },
  ]);
  expect((await everythingWritten(world)).toString('latin1')).not.toMatch(/SENTINEL/);
});

test('a known agency is recognised by its domain, and a unit by what is below it', async () => {
  const { agency, admin, counsel } = world.desk;
  const { id } = agency;
  const now = new Date();
  await world.db.insert(approvals).values({
    id: uuidv7(),
    action: 'verify_agency',
    teamId: id,
    details: {},
    proposedBy: admin.actor.personId,
    proposedAt: now,
    confirmedBy: counsel.actor.personId,
    confirmedAt: now,
  });
  await world.db
    .update(teams)
    .set({ status: 'verified', verifiedAt: now, domains: ['land.example'] })
    .where(eq(teams.id, id));
  const facts = { teamId: id, country: 'DE', agencyKind: 'police' };
  for (const address of ['a@land.example', 'b@k42.land.example'])
    expect(await arrive(plain('Text', { from: address }), address)).toMatchObject(facts);
  const other = 'c@vorland.example';
  expect(await arrive(plain('Text', { from: other }), other)).toMatchObject({ teamId: null, country: null });
});

test('what only looks like a message never touches the disk', async () => {
  const fake = `-----BEGIN PGP MESSAGE-----\n\n${Buffer.from('SENTINELFAKE im Klartext').toString('base64')}\n-----END PGP MESSAGE-----\n`;
  expect(await arrive(inline(Buffer.from(fake)))).toMatchObject({ state: 'quarantined', parts: [] });
  const written = (await everythingWritten(world)).toString('latin1');
  expect(written).not.toContain('SENTINELFAKE');
  expect(written).not.toContain(Buffer.from('SENTINELFAKE').toString('base64').slice(0, 12));
});

test.each([
  ['the null sender', { headers: [] }, '', 'null_sender'],
  ['an absence notice', { headers: ['Auto-Submitted: auto-replied'] }, undefined, 'automatic_mail'],
  ['bulk mail', { headers: ['Precedence: bulk'] }, undefined, 'automatic_mail'],
  ['a list', { headers: ['List-Id: <liste.polizei.example>'] }, undefined, 'list_mail'],
  ['our own address', { from: 'portal@post.example' }, 'portal@post.example', 'own_address'],
  ['a machine', {}, 'MAILER-DAEMON@polizei.example', 'automatic_mail'],
])('%s is not answered', async (_what, mail, from, because) => {
  const sent = world.mails.length;
  const arrival = await arrive(plain('Text', mail), from);
  expect(arrival).toMatchObject({ state: 'refused', answer: 'withheld' });
  expect(world.mails.length).toBe(sent);
  const [event] = await world.db.query.events.findMany({
    where: (table, { and }) => and(eq(table.objectId, arrival.id), eq(table.type, 'refusal_sent')),
  });
  expect(event?.payload).toEqual({ by: null, because });
});

test('nobody is answered for ever', async () => {
  const sent = world.mails.length;
  const answers: string[] = [];
  for (let count = 0; count < 6; count += 1)
    answers.push(
      (await arrive(plain('Text', { from: 'eifrig@polizei.example' }), 'eifrig@polizei.example')).answer,
    );
  expect(answers).toEqual(['sent', 'sent', 'sent', 'sent', 'withheld', 'withheld']);
  expect(world.mails.length - sent).toBe(4);
});

test('10,000 headers, 50 MB of plain text and too much of everything', { timeout: 120_000 }, async () => {
  const manyHeaders = Array.from({ length: 10_000 }, (_, index) => `X-Kopf-${index}: ${index}`);
  expect(await arrive(plain('Text', { headers: manyHeaders }))).toMatchObject({ state: 'refused' });
  const tooMany = Array.from({ length: 60_000 }, (_, index) => `X-Kopf-${index}: ${index}`);
  expect(await arrive(plain('Text', { headers: tooMany }))).toMatchObject({
    state: 'quarantined',
    reason: 'malformed',
  });
  const before = process.memoryUsage().arrayBuffers;
  let highest = 0;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().arrayBuffers)), 5);
  const large = Buffer.alloc(50_000_000, 'Zeile mit Text, wie sie in Mails steht.\r\n');
  expect(await arrive(Buffer.concat([Buffer.from(plain('')), large]))).toMatchObject({ state: 'refused' });
  clearInterval(watch);
  // The mail itself and the client's copies of it are here, too; what is taken in is not held.
  expect(highest - before).toBeLessThan(400_000_000);
  const tooLarge = Buffer.alloc(70_000_000, 'Zeile mit Text, wie sie in Mails steht.\r\n');
  expect(await arrive(Buffer.concat([Buffer.from(plain('')), tooLarge]))).toMatchObject({
    state: 'quarantined',
    reason: 'too_large',
  });
});

test('the same mail from two servers at once is one arrival', async () => {
  const mail = plain('Text', { messageId: 'doppelt@polizei.example', from: 'zwei@polizei.example' });
  const before = await listArrivals(world);
  await Promise.all([1, 2, 3].map(() => handOver(door.port, mail, { from: 'zwei@polizei.example' })));
  expect((await listArrivals(world)).length - before.length).toBe(1);
});

test('what could not be stored is not acknowledged', async () => {
  const broken = await createIntakeWorld();
  const closing = await openDoor(broken);
  await broken.db.execute('drop table arrivals cascade');
  await expect(handOver(closing.port, plain('Text'))).rejects.toMatchObject({ responseCode: 451 });
  await closing.close();
  await broken.close();
});

test('a sender that breaks off leaves nothing behind', async () => {
  const before = await listArrivals(world);
  const socket = connect(door.port, '127.0.0.1');
  const say = (text: string) => new Promise((resolve) => socket.write(text, resolve));
  const hear = () =>
    new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())));
  await hear();
  for (const line of ['LHLO a', `MAIL FROM:<${senderAddress}>`, 'RCPT TO:<ersuchen@post.example>', 'DATA']) {
    await say(`${line}\r\n`);
    await hear();
  }
  await say(plain('halb'));
  socket.destroy();
  // Another mail goes its way, so the broken one was dealt with.
  expect(
    await arrive(plain('ganz', { from: 'andere@polizei.example' }), 'andere@polizei.example'),
  ).toMatchObject({
    state: 'refused',
  });
  expect((await listArrivals(world)).length - before.length).toBe(1);
});

test('no other address is served', async () => {
  const other = await openDoor(world, 'smtp');
  await handOver(other.port, plain('Text', { from: 'smtp@polizei.example' }), { lmtp: false });
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ host: '127.0.0.1', port: other.port, ignoreTLS: true });
  const envelope = { from: senderAddress, to: 'jemand@anderswo.example' };
  await expect(transport.sendMail({ envelope, raw: plain('Text') })).rejects.toMatchObject({
    responseCode: 550,
  });
  await other.close();
});

test('an operator confirms each answer', async () => {
  const careful = await createIntakeWorld({ answersItself: false });
  const closing = await openDoor(careful);
  await handOver(closing.port, plain('Text'));
  expect(careful.mails).toEqual([]);
  expect(await careful.db.select().from(arrivals)).toMatchObject([
    { state: 'refused', answer: 'open', senderAddress },
  ]);
  await closing.close();
  await careful.close();
});
