import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { endOfDay } from '#app/legal-requests/wall-time.ts';
import { calendarFeeds, legalRequests, people } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createSubmissionWorld,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';

import { composeCalendar, deadlineKinds, type DeadlineKind } from './calendar-file.ts';
import { createCalendarFeed, findFeedOwner, removeCalendarFeed } from './calendar-feeds.server.ts';
import { listCalendarDeadlines } from './deadlines.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
const now = new Date('2026-11-24T09:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  await verifyTeams();
});
afterAll(() => database.close());

/** Verifying takes two people; here the guard of the database is stepped over. */
const verifyTeams = () =>
  database.pool.query(
    `alter table teams disable trigger all; update teams set status = 'verified'; alter table teams enable trigger all`,
  );
const tokenOf = (path: string) => /^\/calendar\/(.{43})\.ics$/.exec(path)?.[1] ?? '';
const makeFeed = async (person = world.lead) =>
  tokenOf((await createCalendarFeed(database.db, person.actor, now)).path);
const ownerOf = (token: string) => findFeedOwner(database.db, token);

test('only the hash of the token is kept', async () => {
  const token = await makeFeed();
  expect(token).toHaveLength(43);
  const rows = await database.db.select().from(calendarFeeds);
  expect(JSON.stringify(rows.map((row) => Buffer.from(row.tokenHash).toString('latin1')))).not.toContain(
    token,
  );
  expect((await ownerOf(token))?.personId).toBe(world.lead.actor.personId);
});

test('a new address and removing it end the old one', async () => {
  const first = await makeFeed();
  const second = await makeFeed();
  expect(await ownerOf(first)).toBeNull();
  expect(await ownerOf(second)).not.toBeNull();
  await removeCalendarFeed(database.db, world.lead.actor);
  expect(await ownerOf(second)).toBeNull();
});

test('the feed of a suspended person ends', async () => {
  const token = await makeFeed();
  const setStatus = (status: 'active' | 'suspended') =>
    database.db.update(people).set({ status }).where(eq(people.id, world.lead.actor.personId));
  await setStatus('suspended');
  expect(await ownerOf(token)).toBeNull();
  await setStatus('active');
  expect(await ownerOf(token)).not.toBeNull();
});

test('who sees no legal requests has no calendar', async () => {
  await expect(createCalendarFeed(database.db, world.auditor.actor, now)).rejects.toThrow('forbidden');
  await expect(createCalendarFeed(database.db, world.admin.actor, now)).rejects.toThrow('forbidden');
});

test('each side sees its own deadlines, an agency none of another', async () => {
  const { id } = await submitSample(world);
  const read = async (person = world.lead) => {
    const owner = await ownerOf(await makeFeed(person));
    if (!owner) throw new Error('no owner');
    return (await listCalendarDeadlines(database.db, owner, now)).map(({ kind, at }) => [kind, at]);
  };
  const due = endOfDay('2026-11-25');
  expect(await read(world.dpo)).toContainEqual(['first_look', due]);
  expect(await read()).not.toContainEqual(['first_look', due]);
  const correctionEndsAt = endOfDay('2026-12-08');
  await database.db
    .update(legalRequests)
    .set({ status: 'returned', correctionEndsAt, dueAt: correctionEndsAt })
    .where(eq(legalRequests.id, id));
  expect(await read()).toContainEqual(['correction', correctionEndsAt]);
  expect(await read(world.stranger)).toEqual([]);
  expect((await read(world.dpo)).map(([kind]) => kind)).not.toContain('correction');
});

test('the feed names kind and reference and nothing of the case (promise 24)', async () => {
  const { id } = await submitSample(world);
  const fileNumber = 'SENTINEL 1 Js 2/26';
  await database.db.update(legalRequests).set({ fileNumber }).where(eq(legalRequests.id, id));
  const owner = await ownerOf(await makeFeed(world.dpo));
  if (!owner) throw new Error('no owner');
  const deadlines = await listCalendarDeadlines(database.db, owner, now);
  expect(deadlines.every((deadline) => Object.keys(deadline).sort().join() === 'at,id,kind,reference')).toBe(
    true,
  );
  const kinds = Object.fromEntries(deadlineKinds.map((kind) => [kind, kind])) as Record<DeadlineKind, string>;
  const text = composeCalendar(deadlines, { name: 'x', kinds }, { host: 'x.example', now });
  expect(text).toContain('first_look – AW-2026-');
  expect(text).not.toContain('SENTINEL');
});
