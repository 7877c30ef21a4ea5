import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { legalRequests, revisions, sealedFiles } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createDeskWorld, createSubmitted, findRow, type DeskWorld } from '#test/review/desk-world.ts';

import { claimLegalRequest } from './claims.server.ts';
import { keepDeadlines } from './keep-deadlines.server.ts';
import { noteOpenedFile } from './opened-files.server.ts';

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

const keep = (now: string) => keepDeadlines(world.services, new Date(now));
const countOf = async (id: string, type: string) =>
  (await listEvents(world.db, 'legal_request', id)).filter((event) => event.type === type).length;
const mailsOf = async (id: string, template: string) => {
  const { reference } = await findRow(world, id);
  const found = world.mails.filter(
    (mail) => mail.template === template && mail.values['reference'] === reference,
  );
  return found.map(({ to }) => to).sort();
};
const desk = () =>
  [world.clerk, world.dpo, world.secondDpo, world.counsel].map(({ actor }) => actor.email).sort();

// Submitted on Tuesday 24 November 2026; the first look is due with the end of Wednesday in Berlin.
test('reminds a day before the deadline, once: whoever has claimed it, else everybody', async () => {
  const [free, claimed] = [await createSubmitted(world), await createSubmitted(world)];
  await claimLegalRequest(
    world.services,
    world.dpo.actor,
    claimed,
    { takeOver: false },
    new Date('2026-11-24T09:00:00Z'),
  );
  await keep('2026-11-24T22:00:00Z');
  expect(await mailsOf(free, 'deadline_reminder')).toEqual([]);
  await keep('2026-11-24T23:00:00Z');
  await keep('2026-11-24T23:15:00Z');
  expect(await mailsOf(free, 'deadline_reminder')).toEqual(desk());
  expect(await mailsOf(claimed, 'deadline_reminder')).toEqual([world.dpo.actor.email]);
});

test('tells all reviewers once that a deadline was missed, and anew when another one is', async () => {
  const id = await createSubmitted(world);
  await keep('2026-11-25T22:59:00Z');
  expect(await mailsOf(id, 'deadline_missed')).toEqual([]);
  await Promise.all([keep('2026-11-25T23:00:00Z'), keep('2026-11-25T23:00:00Z')]);
  await keep('2026-11-26T10:00:00Z');
  expect(await mailsOf(id, 'deadline_missed')).toEqual(desk());
  await database.db
    .update(legalRequests)
    .set({ dueAt: new Date('2026-12-01T12:00:00Z') })
    .where(eq(legalRequests.id, id));
  await keep('2026-12-02T10:00:00Z');
  expect(await countOf(id, 'deadline_missed')).toBe(2);
});

test('warns both sides fourteen and three days before an interception ends', async () => {
  const id = await createSubmitted(world, { status: 'accepted', dueAt: null });
  await database.db.update(legalRequests).set({ category: 'interception' }).where(eq(legalRequests.id, id));
  await database.pool.query('alter table revisions disable trigger revisions_append_only');
  await database.db
    .update(revisions)
    .set({ publicPart: { periodEndAt: '2027-01-31T11:00:00Z' } })
    .where(eq(revisions.legalRequestId, id));
  await database.pool.query('alter table revisions enable trigger revisions_append_only');
  await keep('2027-01-17T10:59:00Z');
  expect(await countOf(id, 'interception_ending')).toBe(0);
  await keep('2027-01-17T11:00:00Z');
  await keep('2027-01-18T11:00:00Z');
  expect(await countOf(id, 'interception_ending')).toBe(1);
  expect(await mailsOf(id, 'interception_ending')).toEqual(
    [...desk(), world.investigator.actor.email, world.lead.actor.email].sort(),
  );
  await keep('2027-01-28T11:00:00Z');
  expect(await countOf(id, 'interception_ending')).toBe(2);
});

test('who opened a file is noted once per person, file and day', async () => {
  const id = await createSubmitted(world);
  const fileId = crypto.randomUUID();
  await database.db.insert(sealedFiles).values({
    id: fileId,
    legalRequestId: id,
    teamId: world.agency.id,
    uploadedBy: world.investigator.actor.personId,
    kind: 'other',
    ciphertextBytes: 1,
    storageKey: fileId,
    state: 'complete',
  });
  const open = (who: 'dpo' | 'counsel', at: string) =>
    noteOpenedFile(world.db, world[who].actor, fileId, new Date(at));
  await open('dpo', '2026-11-24T09:00:00Z');
  await open('dpo', '2026-11-24T22:59:00Z');
  await open('counsel', '2026-11-24T10:00:00Z');
  expect(await countOf(id, 'file_opened')).toBe(2);
  await open('dpo', '2026-11-24T23:00:00Z');
  expect(await countOf(id, 'file_opened')).toBe(3);
  const attempt = noteOpenedFile(world.db, world.investigator.actor, fileId, new Date());
  await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
});
