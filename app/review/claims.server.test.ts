import { afterAll, beforeAll, expect, test } from 'vitest';

import { minutes } from '#app/durations.ts';
import { listEvents } from '#app/events/events.server.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createDeskWorld, createSubmitted, findRow, type DeskWorld } from '#test/review/desk-world.ts';

import { claimLegalRequest, releaseClaim } from './claims.server.ts';

let database: TestDatabase;
let world: DeskWorld;
const start = new Date('2026-11-24T10:00:00Z');
const after = (time: number) => new Date(start.getTime() + time);

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());

const typesOf = async (id: string) =>
  (await listEvents(world.db, 'legal_request', id)).map(({ type }) => type);
const claim = (person: DeskWorld['clerk'], id: string, now: Date, takeOver = false) =>
  claimLegalRequest(world.services, person.actor, id, { takeOver }, now);

test('the first look starts the review and claims; renewing says nothing new', async () => {
  const id = await createSubmitted(world);
  expect((await claim(world.clerk, id, start)).claim).toMatchObject({ isMine: true });
  const row = await findRow(world, id);
  expect(row).toMatchObject({ status: 'in_review', claimedBy: world.clerk.actor.personId });
  const renewed = await claim(world.clerk, id, after(minutes(5)));
  expect(renewed.version).toBe(row.version);
  expect((await findRow(world, id)).claimedUntil).toEqual(after(minutes(20)));
  expect(await typesOf(id)).toEqual(['submitted', 'review_started', 'claimed']);
});

test('somebody else is told, and may take over', async () => {
  const id = await createSubmitted(world);
  await claim(world.clerk, id, start);
  const seen = await claim(world.dpo, id, after(minutes(1)));
  expect(seen.claim).toEqual({
    personId: world.clerk.actor.personId,
    name: world.clerk.actor.name,
    isMine: false,
  });
  expect((await claim(world.dpo, id, after(minutes(2)), true)).claim?.isMine).toBe(true);
  expect((await claim(world.clerk, id, after(minutes(3)))).claim).toMatchObject({ isMine: false });
});

test('a claim ends by itself after 15 minutes, or when it is given back', async () => {
  const id = await createSubmitted(world);
  await claim(world.clerk, id, start);
  expect((await claim(world.dpo, id, after(minutes(15)))).claim?.isMine).toBe(true);
  await releaseClaim(world.db, world.clerk.actor, id, start);
  expect((await findRow(world, id)).claimedBy).toBe(world.dpo.actor.personId);
  await releaseClaim(world.db, world.dpo.actor, id, after(minutes(16)));
  expect((await findRow(world, id)).claimedBy).toBeNull();
  expect((await claim(world.counsel, id, after(minutes(16)))).claim?.isMine).toBe(true);
});

test('nothing is claimed when it is not the provider’s turn', async () => {
  const id = await createSubmitted(world, { status: 'returned' });
  expect(await claim(world.clerk, id, start)).toEqual({ claim: null, version: 1 });
  expect((await findRow(world, id)).claimedBy).toBeNull();
});

test('two who open it at once: one starts the review, one claims', async () => {
  const id = await createSubmitted(world);
  await Promise.all([
    claim(world.clerk, id, start),
    claim(world.dpo, id, start),
    claim(world.counsel, id, start),
  ]);
  expect(await typesOf(id)).toEqual(['submitted', 'review_started', 'claimed']);
});

test('only the desk’s people, only what was submitted', async () => {
  const id = await createSubmitted(world);
  for (const person of [world.admin, world.auditor, world.investigator, world.stranger])
    await expect(claim(person, id, start)).rejects.toMatchObject({ code: 'forbidden' });
  const draft = await createSubmitted(world, { status: 'draft' });
  await expect(claim(world.clerk, draft, start)).rejects.toMatchObject({ code: 'not_found' });
  expect((await findRow(world, id)).status).toBe('submitted');
});
