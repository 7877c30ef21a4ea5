import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';

import { listEvents } from '#app/events/events.server.ts';
import { keepDeadlines } from '#app/review/keep-deadlines.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { legalRequests } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createDeskWorld,
  createSubmitted,
  decideAs,
  findRow,
  prepareDecision,
  type DeskWorld,
  type TestPerson,
} from '#test/review/desk-world.ts';

import { findCallBack, recordCallBack } from './call-backs.server.ts';
import { findEmergency, recordConfirmation } from './confirmations.server.ts';

let database: TestDatabase;
let world: DeskWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());

const now = new Date('2026-11-24T10:00:00Z');
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );
const emergency = (emergencyConfirmationDue: string | null = null) =>
  createSubmitted(world, { status: 'in_review', priority: 'emergency', emergencyConfirmationDue });
const callBack = async (person: TestPerson, id: string, recipients = [world.provider.key]) =>
  recordCallBack(world.db, person.actor, id, await sealJson({}, recipients), now);

test('an emergency is accepted only after the authority was called back', async () => {
  const id = await emergency();
  const prepared = await prepareDecision(world, id, { decision: 'accept' });
  expect(await codeOf(decideAs(world, world.dpo, id, prepared))).toBe('call_back_missing');
  await callBack(world.clerk, id);
  expect(await findCallBack(world.db, world.dpo.actor, id)).toMatchObject({
    recordedByName: world.clerk.actor.name,
  });
  await decideAs(world, world.dpo, id, prepared);
  await decideAs(world, world.counsel, id, { ...prepared, sealedExplanation: null });
  // Accepted at 11 in the morning in Berlin: the answer is due within six hours.
  expect(await findRow(world, id)).toMatchObject({
    status: 'accepted',
    dueAt: new Date('2026-11-24T16:00:00Z'),
  });
});

test('the database refuses it too', async () => {
  const id = await emergency();
  const accept = () =>
    database.db.update(legalRequests).set({ status: 'accepted' }).where(eq(legalRequests.id, id));
  await expect(accept()).rejects.toThrow();
  await callBack(world.dpo, id);
  await accept();
  expect((await findRow(world, id)).status).toBe('accepted');
});

test('an emergency can be returned and rejected without a call', async () => {
  const id = await emergency();
  const prepared = await prepareDecision(world, id, { decision: 'return' });
  expect(await codeOf(decideAs(world, world.clerk, id, prepared))).toBe('done');
});

test('the checklist is for the intake key and the desk alone, and for emergencies', async () => {
  const id = await emergency();
  const { provider, agency } = world;
  expect(await codeOf(callBack(world.dpo, id, [provider.key, agency.key]))).toBe('message_refused');
  for (const person of [world.investigator, world.admin, world.auditor])
    expect(await codeOf(callBack(person, id))).toBe('forbidden');
  expect(await codeOf(findCallBack(world.db, world.investigator.actor, id))).toBe('forbidden');
  expect(await codeOf(callBack(world.dpo, await createSubmitted(world)))).toBe('no_emergency');
});

test('either side records the confirmation; what is not confirmed in time is flagged', async () => {
  const id = await emergency('2026-11-27');
  const late = await emergency('2026-11-27');
  const { provider, agency, db } = world;
  const record = async (person: TestPerson, confirmedOn: string, recipients = [provider.key, agency.key]) =>
    recordConfirmation(db, person.actor, id, { confirmedOn, sealed: await sealJson({}, recipients) }, now);
  expect(await codeOf(record(world.investigator, '2026-11-25'))).toBe('confirmed_on_invalid');
  expect(await codeOf(record(world.investigator, '2026-11-31'))).toBe('confirmed_on_invalid');
  expect(await codeOf(record(world.stranger, '2026-11-24'))).toBe('not_found');
  expect(await codeOf(record(world.admin, '2026-11-24'))).toBe('forbidden');
  expect(await codeOf(record(world.lead, '2026-11-24', [provider.key]))).toBe('message_refused');
  await record(world.investigator, '2026-11-24');
  const after = new Date('2026-11-27T23:00:00Z');
  await keepDeadlines(world.services, after);
  const typesOf = async (one: string) => (await listEvents(db, 'legal_request', one)).map(({ type }) => type);
  expect(await typesOf(id)).not.toContain('emergency_lapsed');
  expect(await typesOf(late)).toContain('emergency_lapsed');
  expect(await findEmergency(db, world.dpo.actor, id, after)).toMatchObject({
    confirmationDue: '2026-11-27',
    lapses: true,
    isOverdue: false,
    confirmations: [{ side: 'agency', confirmedOn: '2026-11-24' }],
  });
  expect(await findEmergency(db, world.lead.actor, late, after)).toMatchObject({ isOverdue: true });
  expect(await findEmergency(db, world.lead.actor, await createSubmitted(world), after)).toBeNull();
});
