import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createSubmissionWorld,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import { legalRequests } from '#db/schema.ts';

import { findHandOver, handOver } from './hand-over.server.ts';
import { findLegalRequest } from './legal-requests.server.ts';
import { listTimeline } from './timeline.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
const now = new Date('2026-11-24T10:00:00Z');
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
});
afterAll(() => database.close());

async function personInCharge(id: string) {
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  return row?.authorId;
}

test('a colleague takes a legal request over, and the timeline says so', async () => {
  const { investigator, lead } = world;
  const { id, receipt } = await submitSample(world);
  world.mails.length = 0;
  await handOver(world.services, lead.actor, id, { to: lead.actor.personId }, now);
  await handOver(world.services, lead.actor, id, { to: lead.actor.personId }, now);
  expect(await personInCharge(id)).toBe(lead.actor.personId);
  const [last] = (await listEvents(world.db, 'legal_request', id)).slice(-1);
  expect(last).toMatchObject({
    type: 'handed_over',
    version: 3,
    payload: { from: investigator.actor.personId, to: lead.actor.personId },
  });
  const timeline = await listTimeline(world.db, investigator.actor, id);
  expect(timeline.at(-1)).toMatchObject({ type: 'handed_over', toName: lead.actor.name, by: 'agency' });
  expect(world.mails).toMatchObject([
    { to: investigator.actor.email, values: { reference: receipt.reference } },
  ]);
});

test('an investigator gives away only what is theirs; the head of unit gives anything to anybody', async () => {
  const { investigator, lead } = world;
  const { id } = await submitSample(world);
  await handOver(world.services, investigator.actor, id, { to: lead.actor.personId }, now);
  const stranger = world.stranger.actor.personId;
  await expect(handOver(world.services, investigator.actor, id, { to: stranger }, now)).rejects.toMatchObject(
    {
      code: 'forbidden',
    },
  );
  await expect(handOver(world.services, lead.actor, id, { to: stranger }, now)).rejects.toMatchObject({
    code: 'person_not_active',
  });
  await expect(
    handOver(world.services, world.stranger.actor, id, { to: stranger }, now),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
  await handOver(world.services, lead.actor, id, { to: investigator.actor.personId }, now);
  expect(await personInCharge(id)).toBe(investigator.actor.personId);
  expect(await findHandOver(world.db, lead.actor, id)).toMatchObject({ isMine: false, mayGive: true });
  expect(await findHandOver(world.db, investigator.actor, id)).toMatchObject({ isMine: true });
});

test('what has ended is not handed over', async () => {
  const { investigator, lead } = world;
  const { id } = await submitSample(world);
  await world.db.update(legalRequests).set({ status: 'closed' }).where(eq(legalRequests.id, id));
  await expect(
    handOver(world.services, investigator.actor, id, { to: lead.actor.personId }, now),
  ).rejects.toMatchObject({ code: 'status_forbids' });
  expect(await findHandOver(world.db, investigator.actor, id)).toBeNull();
});

test('an agency learns no name of the provider’s people, and takes over what they registered', async () => {
  const { investigator, clerk } = world;
  const { id } = await submitSample(world);
  await world.db
    .update(legalRequests)
    .set({ authorId: clerk.actor.personId })
    .where(eq(legalRequests.id, id));
  expect(await findLegalRequest(world.db, investigator.actor, id)).toMatchObject({ authorName: null });
  expect(JSON.stringify(await findLegalRequest(world.db, investigator.actor, id))).not.toContain(
    clerk.actor.name,
  );
  await handOver(world.services, investigator.actor, id, { to: investigator.actor.personId }, now);
  expect(await findLegalRequest(world.db, investigator.actor, id)).toMatchObject({
    authorName: investigator.actor.name,
  });
});
