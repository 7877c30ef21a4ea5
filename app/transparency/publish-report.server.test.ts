import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { listEvents, verifyEventChain } from '#app/events/events.server.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';
import { approvals, reportEditions, reportProposals, reportYears } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createSubmissionWorld,
  testConfig,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import { createSubmitted, type TestPerson } from '#test/review/desk-world.ts';

import { noWords, verifyEdition } from './edition.ts';
import { findEdition, isRebuilt, keepEdition, listEditionsOf } from './editions.server.ts';
import { importYear } from './import-report.server.ts';
import { readYears } from './import-years.ts';
import {
  confirmPublication,
  findOpenProposal,
  proposePublication,
  saveReportWords,
  setPublicationAside,
} from './publish-report.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
let services: Parameters<typeof proposePublication>[0];

const now = new Date('2027-01-15T09:00:00Z');
const year = 2026;
const words = { de: '## Rückblick', en: '## Review', fr: '## Bilan' };
const refusal = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  services = {
    ...world.services,
    config: { ...testConfig, providerName: 'Testpost', reportSmallNumbers: 'suppress' },
  } as unknown as typeof services;
});
afterAll(() => database.close());

const rowOf = async () => {
  const row = await world.db.query.reportYears.findFirst({ where: (table, { eq }) => eq(table.year, year) });
  return row ?? { version: 0, id: '' };
};
const propose = async (person: TestPerson) =>
  proposePublication(services, person.actor, { year, version: (await rowOf()).version }, now);
const save = async (person: TestPerson, note = noWords) =>
  saveReportWords(world.db, person.actor, { year, words, note, version: (await rowOf()).version }, now);
const openId = async () => (await findOpenProposal(world.db, year))?.approvalId ?? '';
const confirm = async (person: TestPerson) => confirmPublication(services, person.actor, await openId(), now);

test('years from before the portal: imported once, corrected with a note, the old version stays', async () => {
  const file = (total: number) => readYears(JSON.stringify({ year: 2019, total }), 'json')[0]!;
  const settings = services.config;
  expect(await importYear(world.db, settings, file(79), '', now)).toBe('imported');
  expect(await importYear(world.db, settings, file(79), '', now)).toBe('unchanged');
  await expect(importYear(world.db, settings, file(80), '', now)).rejects.toEqual(refusal('note_missing'));
  expect(await importYear(world.db, settings, file(80), 'Zählfehler', now)).toBe('corrected');
  const versions = await listEditionsOf(world.db, 2019);
  expect(versions.map(({ content }) => [content.version, content.figures.total])).toEqual([
    [1, 79],
    [2, 80],
  ]);
  for (const edition of versions) expect(await verifyEdition(edition, edition.publicKey)).toBe(true);
});

test('an administrator and a data protection officer publish; nobody else, and nobody alone', async () => {
  for (let index = 0; index < 7; index += 1) await createSubmitted(world, { now: new Date('2026-05-01') });
  for (const person of [world.clerk, world.counsel, world.auditor, world.lead]) {
    await expect(save(person)).rejects.toEqual(refusal('forbidden'));
    await expect(propose(person)).rejects.toEqual(refusal('forbidden'));
  }
  await save(world.admin);
  world.mails.length = 0;
  await propose(world.dpo);
  expect(world.mails.map(({ template, to }) => [template, to])).toEqual([
    ['report_proposed', world.admin.actor.email],
  ]);
  // Neither the same person nor somebody in the same role.
  await expect(confirm(world.dpo)).rejects.toEqual(refusal('needs_second_person'));
  await expect(confirm(world.secondDpo)).rejects.toEqual(refusal('needs_second_person'));
  await expect(confirm(world.counsel)).rejects.toEqual(refusal('forbidden'));
  // What was proposed cannot be changed meanwhile.
  await expect(save(world.admin)).rejects.toEqual(refusal('report_proposed'));
  await expect(propose(world.admin)).rejects.toEqual(refusal('report_proposed'));
  expect(await findEdition(world.db, year, null)).toBeNull();

  // What happens after the proposal is not in it.
  await createSubmitted(world, { now: new Date('2026-06-01') });
  await confirm(world.admin);
  const edition = (await findEdition(world.db, year, null))!;
  expect(edition.content).toMatchObject({ version: 1, source: 'events', words, figures: { total: 7 } });
  expect(edition.content.basis?.smallNumbers).toBe('suppress');
  expect(edition.content.figures.axes.category['interception']).toBe('withheld');
  expect(await verifyEdition(edition, edition.publicKey)).toBe(true);
  expect(await isRebuilt(world.db, edition.content)).toBe(true);
  expect((await listEvents(world.db, 'report', (await rowOf()).id)).map(({ type }) => type)).toEqual([
    'words_changed',
    'publication_proposed',
    'published',
  ]);
});

test('a falsified edition is found out', async () => {
  const edition = (await findEdition(world.db, year, 1))!;
  const falsified = structuredClone(edition);
  falsified.content.figures.total = 6;
  expect(await verifyEdition(falsified, edition.publicKey)).toBe(false);
  expect(await isRebuilt(world.db, falsified.content)).toBe(false);
  expect(
    await verifyEdition({ ...edition, publishedAt: '2027-01-16T09:00:00.000Z' }, edition.publicKey),
  ).toBe(false);
  const other = (await import('#app/sealing/receipt-signing.server.ts')).createReceiptKeyPem();
  const { publicKey } = (await import('#app/sealing/receipt-signing.server.ts')).readReceiptKey(other);
  expect(await verifyEdition(edition, publicKey)).toBe(false);
});

test('a correction needs a note and is the next version; the old one stays as it was', async () => {
  const before = await findEdition(world.db, year, 1);
  await expect(propose(world.admin)).rejects.toEqual(refusal('note_missing'));
  const note = { de: 'Nachgezählt', en: 'Recounted', fr: 'Recompté' };
  await save(world.dpo, note);
  await propose(world.admin);
  await setPublicationAside(services, world.dpo.actor, await openId(), now);
  await propose(world.admin);
  await confirm(world.dpo);
  expect((await findEdition(world.db, year, null))?.content).toMatchObject({
    version: 2,
    note,
    figures: { total: 8 },
  });
  expect(await findEdition(world.db, year, 1)).toEqual(before);
});

test('two confirmations at once publish once', async () => {
  await save(world.dpo, { de: 'a', en: 'a', fr: 'a' });
  await propose(world.dpo);
  const results = await Promise.allSettled([confirm(world.admin), confirm(world.admin)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await listEditionsOf(world.db, year)).toHaveLength(3);
});

test('a page that was loaded before a change changes nothing', async () => {
  const change = { year, words, note: noWords, version: 1 };
  await expect(saveReportWords(world.db, world.admin.actor, change, now)).rejects.toEqual(
    refusal('changed_meanwhile'),
  );
  await expect(proposePublication(services, world.admin.actor, { year, version: 1 }, now)).rejects.toEqual(
    refusal('changed_meanwhile'),
  );
});

test('there is no report of a year without events, of the future or of an imported year', async () => {
  for (const other of [1999, 2019, 2025, 2028])
    await expect(
      proposePublication(services, world.admin.actor, { year: other, version: 0 }, now),
    ).rejects.toEqual(refusal('not_found'));
});

test('a year of the portal is not imported, nor one that runs', async () => {
  const running = readYears(JSON.stringify({ year: 2025, total: 1 }), 'json')[0]!;
  const then = new Date('2025-06-01T09:00:00Z');
  await expect(importYear(world.db, services.config, running, '', then)).rejects.toEqual(
    refusal('year_of_portal'),
  );
  const figures = readYears(JSON.stringify({ year: 2027, total: 1 }), 'json')[0]!;
  await expect(importYear(world.db, services.config, figures, '', now)).rejects.toEqual(
    refusal('year_of_portal'),
  );
});

test('the database itself refuses what the application must not do', async () => {
  const denied = expect.objectContaining({ cause: expect.objectContaining({ code: '23001' }) });
  await expect(world.db.update(reportEditions).set({ content: '{}' })).rejects.toEqual(denied);
  await expect(world.db.delete(reportEditions)).rejects.toEqual(denied);
  await expect(world.db.update(reportProposals).set({ content: '{}' })).rejects.toEqual(denied);
  const { content: first } = (
    await world.db
      .select()
      .from(reportEditions)
      .where(sql`year = ${year}`)
  )[0]!;
  const next = canonicalJson({ ...(JSON.parse(first) as object), version: 4 });
  const keep = (content: string, approvalId: string | null) =>
    world.db.transaction((tx) => keepEdition(tx, services.config, { content, approvalId }, now));
  const approve = async (proposedBy: TestPerson, confirmedBy: TestPerson, contentSha256: string) => {
    const id = uuidv7();
    await world.db.insert(approvals).values({
      id,
      action: 'publish_report',
      details: { year: String(year), version: '4', contentSha256 },
      proposedBy: proposedBy.actor.personId,
      confirmedBy: confirmedBy.actor.personId,
      confirmedAt: now,
    });
    return id;
  };
  const hash = createHash('sha256').update(next).digest('hex');
  const { admin, dpo, secondDpo } = world;
  await expect(keep(next, await approve(dpo, secondDpo, hash))).rejects.toEqual(denied);
  await expect(keep(next, await approve(dpo, admin, 'f'.repeat(64)))).rejects.toEqual(denied);
  await expect(keep(first, await approve(dpo, admin, hash))).rejects.toEqual(denied);
  const asImported = canonicalJson({ ...(JSON.parse(next) as object), source: 'imported', basis: null });
  await expect(keep(asImported, null)).rejects.toEqual(denied);
  await keep(next, await approve(dpo, admin, hash));
  expect(await world.db.select().from(reportYears)).toHaveLength(2);
});

test('the chain of events is whole', async () => {
  expect(await verifyEventChain(world.db)).toBeNull();
});
