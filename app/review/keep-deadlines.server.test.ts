import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { recordConfirmation } from '#app/emergency/confirmations.server.ts';
import { listEvents } from '#app/events/events.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { legalRequests } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  correct,
  createDeskWorld,
  createSubmitted,
  decideAs,
  findRow,
  prepareDecision,
  type DeskWorld,
} from '#test/review/desk-world.ts';

import { claimLegalRequest } from './claims.server.ts';
import { keepDeadlines } from './keep-deadlines.server.ts';

let database: TestDatabase;
let world: DeskWorld;
// Decided on a Tuesday: the correction period ends with 8 December 2026 in Berlin (UTC+1).
const decidedAt = new Date('2026-11-24T10:00:00Z');
const lastSecond = new Date('2026-12-08T22:59:59Z');

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());
beforeEach(() => {
  world.mails.length = 0;
});

const keep = (now: string | Date) => keepDeadlines(world.services, new Date(now));
const typesOf = async (id: string) =>
  (await listEvents(world.db, 'legal_request', id)).map(({ type }) => type);
const mailsOf = async (id: string) => {
  const { reference } = await findRow(world, id);
  return world.mails.filter(({ values }) => values['reference'] === reference);
};

async function returned(): Promise<string> {
  const id = await createSubmitted(world);
  await claimLegalRequest(world.services, world.clerk.actor, id, { takeOver: false }, decidedAt);
  await decideAs(world, world.clerk, id, await prepareDecision(world, id, { decision: 'return' }), {
    now: decidedAt,
  });
  world.mails.length = 0;
  return id;
}

test('a correction period that ended closes the legal request once, and tells the agency', async () => {
  const id = await returned();
  await keep(new Date(lastSecond.getTime() - 1));
  expect((await findRow(world, id)).status).toBe('returned');
  world.mails.length = 0;
  await keep('2026-12-08T23:00:00Z');
  await keep('2026-12-08T23:15:00Z');
  expect(await findRow(world, id)).toMatchObject({ status: 'closed', dueAt: null });
  expect((await typesOf(id)).filter((type) => type === 'closed')).toHaveLength(1);
  expect((await mailsOf(id)).map(({ template, values }) => [template, values['status']])).toEqual([
    ['status_changed', 'closed'],
    ['status_changed', 'closed'],
  ]);
});

test('a rejection closes in the same way; a corrected legal request stays open', async () => {
  const rejected = await createSubmitted(world, { status: 'in_review' });
  const prepared = await prepareDecision(world, rejected, { decision: 'reject' });
  await decideAs(world, world.dpo, rejected, prepared, { now: decidedAt });
  await decideAs(
    world,
    world.counsel,
    rejected,
    { ...prepared, sealedExplanation: null },
    { now: decidedAt },
  );
  const corrected = await returned();
  await correct(world, corrected, new Date('2026-12-08T10:00:00Z'));
  await keep('2026-12-09T08:00:00Z');
  expect((await findRow(world, rejected)).status).toBe('closed');
  expect((await findRow(world, corrected)).status).toBe('submitted');
});

test('reminds once seven and once two days before the last day, at 8 in the morning', async () => {
  const id = await returned();
  await keep('2026-12-01T06:59:00Z');
  expect(await mailsOf(id)).toEqual([]);
  await keep('2026-12-01T07:00:00Z');
  await keep('2026-12-01T07:15:00Z');
  expect((await mailsOf(id)).map(({ template, values }) => [template, values['days']])).toEqual([
    ['correction_reminder', '7'],
    ['correction_reminder', '7'],
  ]);
  await keep('2026-12-06T07:00:00Z');
  await keep('2026-12-07T07:00:00Z');
  expect((await mailsOf(id)).map(({ values }) => values['days'])).toEqual(['7', '7', '2', '2']);
  expect(Object.keys(world.mails[0]?.values ?? {}).sort()).toEqual(['days', 'reference', 'url']);
});

test('after a long standstill only the newer reminder is sent', async () => {
  const id = await returned();
  await keep('2026-12-07T12:00:00Z');
  expect((await mailsOf(id)).map(({ values }) => values['days'])).toEqual(['2', '2']);
});

test('a next revision that is returned gets reminders of its own', async () => {
  const id = await returned();
  await keep('2026-12-01T07:00:00Z');
  await correct(world, id, new Date('2026-12-02T08:00:00Z'));
  const again = new Date('2026-12-02T10:00:00Z');
  await claimLegalRequest(world.services, world.clerk.actor, id, { takeOver: false }, again);
  await decideAs(world, world.clerk, id, await prepareDecision(world, id, { decision: 'return' }), {
    now: again,
  });
  world.mails.length = 0;
  await keep('2026-12-09T07:00:00Z');
  expect((await mailsOf(id)).map(({ values }) => values['days'])).toEqual(['7', '7']);
});

test('an emergency order that was not confirmed in time is flagged once', async () => {
  const id = await createSubmitted(world, { priority: 'emergency', emergencyConfirmationDue: '2026-11-27' });
  const calm = await createSubmitted(world, { priority: 'emergency' });
  await keep('2026-11-27T22:59:00Z');
  expect(await typesOf(id)).not.toContain('emergency_lapsed');
  await keep('2026-11-27T23:00:00Z');
  await keep('2026-11-28T08:00:00Z');
  expect((await typesOf(id)).filter((type) => type === 'emergency_lapsed')).toHaveLength(1);
  expect((await findRow(world, id)).status).toBe('submitted');
  expect(await typesOf(calm)).not.toContain('emergency_lapsed');
});

test('an answer that was given does not keep an emergency order from being flagged', async () => {
  const id = await createSubmitted(world, {
    priority: 'emergency',
    status: 'answered',
    emergencyConfirmationDue: '2026-11-27',
  });
  await keep('2026-11-28T08:00:00Z');
  expect(await typesOf(id)).toContain('emergency_lapsed');
});

test('a confirmation holds for the revisions after it, too', async () => {
  const id = await createSubmitted(world, { priority: 'emergency', emergencyConfirmationDue: '2026-11-27' });
  const sealed = await sealJson({}, [world.provider.key, world.agency.key]);
  const confirmation = { confirmedOn: '2026-11-24', sealed };
  await recordConfirmation(world.db, world.investigator.actor, id, confirmation, decidedAt);
  await world.db.update(legalRequests).set({ status: 'returned' }).where(eq(legalRequests.id, id));
  await correct(world, id, new Date('2026-11-25T08:00:00Z'), { emergencyConfirmationDue: '2026-11-27' });
  await keep('2026-11-28T08:00:00Z');
  expect(await typesOf(id)).not.toContain('emergency_lapsed');
});

test('an order that does not lapse by law is never flagged as lapsed', async () => {
  const id = await createSubmitted(world, {
    priority: 'emergency',
    emergencyConfirmationDue: '2026-11-27',
    legalBasis: 'stpo_94_95_98',
  });
  await keep('2026-11-28T08:00:00Z');
  expect(await typesOf(id)).not.toContain('emergency_lapsed');
});

test('two nodes at once do each thing once', async () => {
  const id = await returned();
  await Promise.all([keep('2026-12-06T08:00:00Z'), keep('2026-12-06T08:00:00Z')]);
  await Promise.all([keep('2026-12-09T08:00:00Z'), keep('2026-12-09T08:00:00Z')]);
  expect((await typesOf(id)).slice(-2)).toEqual(['correction_reminded', 'closed']);
});

test('one fault holds up neither the other legal requests nor the other steps, and fails the job', async () => {
  const [faulty, other] = [await returned(), await returned()];
  const overdue = await createSubmitted(world, { dueAt: new Date('2026-11-25T22:59:59Z') });
  const { reference: broken } = await findRow(world, faulty);
  const jobs: typeof world.services.jobs = {
    async queue(tx, name, payload) {
      if (JSON.stringify(payload).includes(String(broken))) throw new Error('not queued');
      return world.services.jobs.queue(tx, name, payload);
    },
  };
  const now = new Date('2026-12-08T23:00:00Z');
  await expect(keepDeadlines({ ...world.services, jobs }, now)).rejects.toThrow('not queued');
  expect((await findRow(world, faulty)).status).toBe('returned');
  expect((await findRow(world, other)).status).toBe('closed');
  expect(await typesOf(overdue)).toContain('deadline_missed');
  await keep(now);
  expect((await findRow(world, faulty)).status).toBe('closed');
});
