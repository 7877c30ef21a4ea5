import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { endOfDay } from '#app/legal-requests/wall-time.ts';
import { costs, events, legalRequests } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createSubmissionWorld,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';

import type { CostsChange } from './costs.ts';
import { findCosts, listBilled, listOpenClaims, remindOfCostClaims, saveCosts } from './costs.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
let id: string;
const now = new Date('2026-11-24T09:00:00Z');
const change = (patch: Partial<CostsChange> = {}): CostsChange => ({
  version: 0,
  positions: [{ code: 'subscriber_record', count: 2, unitCents: 2500 }],
  viaContactPoint: true,
  measureEndedOn: '2026-11-20',
  claimedOn: null,
  ...patch,
});
const setStatus = (status: string) =>
  database.db.update(legalRequests).set({ status }).where(eq(legalRequests.id, id));
const save = (patch: Partial<CostsChange> = {}, person = world.clerk) =>
  saveCosts(database.db, person.actor, id, change(patch), now);
const eventsOf = () =>
  database.db
    .select({ type: events.type, payload: events.payload })
    .from(events)
    .where(and(eq(events.objectId, id), inArray(events.type, ['costs_changed', 'costs_claim_reminded'])))
    .orderBy(events.version);

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(costs);
  ({ id } = await submitSample(world));
  await setStatus('accepted');
  world.mails.length = 0;
});

test('costs are kept with an event that says how much and nothing else', async () => {
  await save();
  expect((await findCosts(database.db, world.dpo.actor, id))?.saved).toEqual({
    version: 1,
    positions: change().positions,
    viaContactPoint: true,
    totalCents: 4000,
    measureEndedOn: '2026-11-20',
    claimedOn: null,
    claimEndsAt: endOfDay('2027-02-20').toISOString(),
  });
  expect(await eventsOf()).toEqual([
    { type: 'costs_changed', payload: { totalCents: 4000, positions: 1, isClaimed: false } },
  ]);
});

test('of two who save at once, the later one is told', async () => {
  await save();
  await expect(save()).rejects.toThrow('changed_meanwhile');
  await save({ version: 1, claimedOn: '2026-11-23' });
});

test('there are no costs before the acceptance', async () => {
  await setStatus('in_review');
  expect(await findCosts(database.db, world.dpo.actor, id)).toBeNull();
  await expect(save()).rejects.toThrow('status_forbids');
});

test('only the provider sees costs; the administrator may not change them, the auditor sees none', async () => {
  await expect(save({}, world.lead)).rejects.toThrow('forbidden');
  await expect(save({}, world.admin)).rejects.toThrow('forbidden');
  expect((await findCosts(database.db, world.admin.actor, id))?.canChange).toBe(false);
  for (const { actor } of [world.lead, world.auditor]) {
    await expect(findCosts(database.db, actor, id)).rejects.toThrow('forbidden');
    await expect(listOpenClaims(database.db, actor)).rejects.toThrow('forbidden');
    await expect(listBilled(database.db, actor, { from: '2026-01-01', to: '2026-12-31' })).rejects.toThrow(
      'forbidden',
    );
  }
});

test('open claims are listed until they are sent; the period for invoices is inclusive', async () => {
  await save();
  expect((await listOpenClaims(database.db, world.dpo.actor)).map((claim) => claim.id)).toEqual([id]);
  const billed = (from: string, to: string) => listBilled(database.db, world.dpo.actor, { from, to });
  expect(await billed('2026-11-20', '2026-11-20')).toHaveLength(1);
  expect(await billed('2026-11-21', '2026-12-31')).toEqual([]);
  await save({ version: 1, claimedOn: '2026-11-24' });
  expect(await listOpenClaims(database.db, world.dpo.actor)).toEqual([]);
  expect(await billed('2026-11-01', '2026-11-30')).toHaveLength(1);
});

test('the desk is reminded once, 14 days before the claim lapses, on however many nodes', async () => {
  await save();
  const remind = (at: string) => remindOfCostClaims(world.services, new Date(at));
  await remind('2027-02-06T22:59:58Z');
  expect(world.mails).toEqual([]);
  await Promise.all([remind('2027-02-06T23:00:00Z'), remind('2027-02-06T23:00:00Z')]);
  await remind('2027-02-10T09:00:00Z');
  const told = world.mails.filter(({ template }) => template === 'costs_claim_ending');
  expect(told.map(({ to }) => to).sort()).toEqual(
    [world.clerk, world.counsel, world.dpo, world.secondDpo].map(({ actor }) => actor.email).sort(),
  );
  expect((await eventsOf()).filter(({ type }) => type === 'costs_claim_reminded')).toHaveLength(1);
});

test('nobody is reminded of what was sent or has lapsed', async () => {
  await save({ claimedOn: '2026-11-24' });
  await remindOfCostClaims(world.services, new Date('2027-02-10T09:00:00Z'));
  await save({ version: 1 });
  await remindOfCostClaims(world.services, new Date('2027-03-10T09:00:00Z'));
  expect(world.mails).toEqual([]);
});
