import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { drafts, legalRequests } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createSubmissionWorld,
  now,
  startDraft,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';

import { maxDraftBytes } from './draft-content.ts';
import { createDraft, discardDraft, findDraft, saveDraft } from './drafts.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
let sealed: Uint8Array;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  sealed = await sealJson({ any: 'thing' }, [world.agency.key]);
});
afterAll(() => database.close());

const save = (id: string, version: number, person = world.investigator, message = sealed) =>
  saveDraft(world.db, person.actor, id, { version, sealed: message }, now);

test('begins with an event and without a draft', async () => {
  const id = await createDraft(world.db, world.investigator.actor, 'traffic_data', now);
  expect(await findDraft(world.db, world.investigator.actor, id)).toBeNull();
  expect(await listEvents(world.db, 'legal_request', id)).toMatchObject([
    { type: 'draft_created', version: 1, payload: { category: 'traffic_data' } },
  ]);
});

test('saves version by version and gives back what was saved, also to a colleague', async () => {
  const id = await startDraft(world);
  const { version, savedAt } = await save(id, 0);
  expect(savedAt).toBe(now.toISOString());
  expect(await save(id, version, world.lead)).toMatchObject({ version: version + 1 });
  const stored = await findDraft(world.db, world.investigator.actor, id);
  expect(stored).toMatchObject({ version: version + 1, savedBy: world.lead.actor.name });
  expect(fromBase64Url(stored?.sealed ?? '')).toEqual(new Uint8Array(sealed));
});

test('a stale version overwrites nothing and is told who was faster', async () => {
  const id = await startDraft(world);
  const { version } = await save(id, 0, world.lead);
  const newer = { version, savedBy: world.lead.actor.name, savedAt: now.toISOString() };
  const stale = { code: 'draft_changed_meanwhile', status: 409, details: newer };
  await expect(save(id, 0)).rejects.toMatchObject(stale);
  await save(id, version);
  await expect(save(id, version, world.lead)).rejects.toMatchObject({ code: 'draft_changed_meanwhile' });
  expect(await findDraft(world.db, world.lead.actor, id)).toMatchObject({ version: version + 1 });
});

test('of two first saves at once one wins', async () => {
  const id = await startDraft(world);
  const results = await Promise.allSettled([save(id, 0), save(id, 0, world.lead)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('takes only a message to the agency and to nobody else (promise 3)', async () => {
  const id = await startDraft(world);
  const toBoth = await sealJson({}, [world.agency.key, world.provider.key]);
  const toOther = await sealJson({}, [world.otherAgency.key]);
  const plain = new TextEncoder().encode('{"facts":"readable"}');
  for (const message of [toBoth, toOther, plain, new Uint8Array(0), sealed.slice(0, -1)])
    await expect(save(id, 0, world.investigator, message)).rejects.toMatchObject({ code: 'message_refused' });
  expect(await world.db.select().from(drafts).where(eq(drafts.legalRequestId, id))).toEqual([]);
});

test('refuses what is too long before looking at it', async () => {
  const id = await startDraft(world);
  const long = new Uint8Array(maxDraftBytes + 1);
  await expect(save(id, 0, world.investigator, long)).rejects.toMatchObject({ code: 'draft_too_large' });
});

test('a foreign draft, a missing one and a made-up id are answered alike (promise 14)', async () => {
  const id = await startDraft(world);
  await save(id, 0);
  const missing = { code: 'not_found', status: 404 };
  for (const wrong of [id, '01938b1e-7a2c-7000-8000-000000000001', "' or 1=1"]) {
    await expect(save(wrong, 1, world.stranger)).rejects.toMatchObject(missing);
    await expect(findDraft(world.db, world.stranger.actor, wrong)).rejects.toMatchObject(missing);
    await expect(discardDraft(world.db, world.stranger.actor, wrong, now)).rejects.toMatchObject(missing);
  }
  await expect(findDraft(world.db, world.dpo.actor, id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a discarded draft is gone for everybody', async () => {
  const id = await startDraft(world);
  await save(id, 0);
  await discardDraft(world.db, world.lead.actor, id, now);
  await expect(findDraft(world.db, world.investigator.actor, id)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(save(id, 1)).rejects.toMatchObject({ code: 'not_found' });
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  expect(row).toMatchObject({ discardedAt: now, version: 2 });
});

test('after the submission nothing is saved any more, and the draft is gone', async () => {
  const { id } = await submitSample(world);
  expect(await findDraft(world.db, world.investigator.actor, id)).toBeNull();
  await expect(save(id, 0)).rejects.toMatchObject({ code: 'not_editable', status: 409 });
});
