import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import type { PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { beginAnswer } from '#app/answers/answer-drafts.server.ts';
import { listOwnAnswers, listReleasedAnswers } from '#app/answers/find-answers.server.ts';
import { listEvents } from '#app/events/events.server.ts';
import { findHandedKeys } from '#app/legal-requests/handed-keys.server.ts';
import { listLegalRequests } from '#app/legal-requests/legal-requests.server.ts';
import { listDecisions, listRevisions } from '#app/legal-requests/revisions.server.ts';
import { listTimeline } from '#app/legal-requests/timeline.server.ts';
import { fromBase64Url, toBase64Url } from '#app/sealing/base64url.ts';
import { fingerprintOf } from '#app/sealing/openpgp-keys.ts';
import { openJson } from '#app/sealing/sealed-json.ts';
import { openOctets, sealOctets } from '#app/sealing/sealed-message.ts';
import { sealSessionKeyTo } from '#app/sealing/session-key-packets.ts';
import { listAgencyFingerprint } from '#app/uploads/recipient-keys.server.ts';
import { readCiphertext } from '#app/uploads/sealed-files.server.ts';
import { openLocalUploadStore, storageKeyOf, type UploadStore } from '#app/uploads/upload-store.server.ts';
import {
  answers,
  approvals,
  handedKeys,
  legalRequests,
  mailedAnswers,
  pgpKeys,
  sealedFiles,
  teams,
} from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createFile,
  createSubmissionWorld,
  now,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import { arrive, decideRegistered, register } from '#test/mail-intake/arrivals.ts';

import { handToAgency, listHandableAgencies, listPacketsToHand } from './hand-to-agency.server.ts';
import type { HandToAgency } from './hand-to-agency.ts';
import { findMailReply } from './mail-reply.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
let store: UploadStore;
const folder = mkdtempSync(join(tmpdir(), 'amtsweg-handed-'));

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  store = openLocalUploadStore(folder);
  await certify(fingerprintOf(world.provider.key));
  // Two people have verified the agency.
  await world.db.insert(approvals).values({
    id: uuidv7(),
    action: 'verify_agency',
    teamId: world.agency.id,
    details: {},
    proposedBy: world.admin.actor.personId,
    confirmedBy: world.dpo.actor.personId,
    confirmedAt: now,
  });
  await setAgency({ status: 'verified', domains: ['polizei.example'] });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const config = () => ({ ...world.services.config, intakeFingerprint: fingerprintOf(world.provider.key) });
const clerk = () => world.clerk.actor;
const setAgency = (values: Partial<typeof teams.$inferInsert>) =>
  world.db.update(teams).set(values).where(eq(teams.id, world.agency.id));
const certify = (certifiedBy: string | null) =>
  world.db.update(pgpKeys).set({ certifiedBy }).where(eq(pgpKeys.teamId, world.agency.id));

/** A mail that was registered with one sealed file, returned once with words, and accepted. */
async function accepted() {
  const plain = new TextEncoder().encode('Beschluss');
  const registered = await register(world, await arrive(world), async (id, teamId) => {
    const team = { id: teamId, key: world.agency.key };
    const file = await createFile(world, id, 'request_letter', world.clerk, team);
    const sealed = await sealOctets(plain, [world.provider.key]);
    await store.write(storageKeyOf(file.fileId), 0, Readable.from([sealed]));
    await world.db
      .update(sealedFiles)
      .set({ teamId: world.provider.id })
      .where(eq(sealedFiles.id, file.fileId));
    return [file];
  });
  await decideRegistered(world, registered.id, 'accept', now);
  return { ...registered, plain, fileId: registered.files[0]?.fileId ?? '' };
}

/** What the browser of staff makes of the list. */
async function sealKeys(id: string, to: PublicKey = world.agency.key): Promise<HandToAgency> {
  const listed = await listPacketsToHand(world.db, store, clerk(), id);
  const keys = await Promise.all(
    listed.map(async ({ kind, objectId, packets }) => {
      const packet = await sealSessionKeyTo(fromBase64Url(packets), [world.provider.privateKey], to);
      return { kind, objectId, packet: toBase64Url(packet) };
    }),
  );
  return { agencyId: world.agency.id, fingerprint: fingerprintOf(world.agency.key), keys };
}

const hand = (id: string, sent: HandToAgency, actor = clerk()) =>
  handToAgency({ ...world.services, config: config() }, actor, id, sent, now);

const filter = { status: null, category: null, fileNumber: '', mine: false };
const idsOf = async (actor = world.lead.actor) =>
  (await listLegalRequests(world.db, actor, filter, null)).rows.map(({ id }) => id);

test('the agency reads what was sealed before it was there, and can be answered', async () => {
  const { id, fileId, plain } = await accepted();
  expect(await idsOf()).not.toContain(id);
  const [agency] = await listHandableAgencies(world.db, config(), clerk(), 'k@polizei.example');
  expect(agency).toMatchObject({ id: world.agency.id, isOfSender: true });
  world.mails.length = 0;
  await hand(id, await sealKeys(id));

  expect(await idsOf()).toContain(id);
  expect(await idsOf(world.stranger.actor)).not.toContain(id);
  const timeline = await listTimeline(world.db, world.lead.actor, id);
  expect(timeline.map(({ type }) => type).slice(-2)).toEqual(['accepted', 'handed_to_agency']);
  const [revision] = await listRevisions(world.db, world.lead.actor, id);
  const own = [world.agency.privateKey];
  const form = await openJson(fromBase64Url(revision?.sealedForm ?? ''), own);
  expect(form).toMatchObject({ legalRequestId: id, revision: 1 });
  const handed = await findHandedKeys(world.db, world.lead.actor, id);
  const stored = await readCiphertext(world.db, store, world.lead.actor, fileId);
  const ciphertext = Buffer.concat(await stored.open().toArray());
  const packet = fromBase64Url(handed.files[fileId] ?? '');
  expect(Buffer.from(await openOctets(Buffer.concat([packet, ciphertext]), own))).toEqual(Buffer.from(plain));

  expect(await findMailReply(world.db, clerk(), id)).toBeNull();
  await expect(listAgencyFingerprint(world.db, world.agency.id)).resolves.toHaveLength(40);
  expect(new Set(world.mails.map(({ template }) => template))).toEqual(new Set(['status_changed']));
  const event = (await listEvents(world.db, 'legal_request', id)).at(-1);
  expect(event).toMatchObject({
    type: 'handed_to_agency',
    actorId: clerk().personId,
    payload: { toTeamId: world.agency.id },
  });
  // Once it is the agency's, there is nothing to hand.
  await expect(sealKeys(id)).rejects.toMatchObject({ code: 'status_forbids' });
});

test('words of decisions are handed as well; the provider reads everything as it was sealed', async () => {
  const registered = await register(world, await arrive(world));
  await decideRegistered(world, registered.id, 'return', now);
  await expect(sealKeys(registered.id)).rejects.toMatchObject({ code: 'status_forbids' });
  await world.db.update(legalRequests).set({ status: 'accepted' }).where(eq(legalRequests.id, registered.id));
  await hand(registered.id, await sealKeys(registered.id));
  const [decision] = await listDecisions(world.db, world.lead.actor, registered.id);
  const words = await openJson(fromBase64Url(decision?.sealedExplanation ?? ''), [world.agency.privateKey]);
  expect(words).toMatchObject({ texts: ['Bitte § 100j Abs. 2 StPO wählen.'] });
  const [asSealed] = await listDecisions(world.db, clerk(), registered.id);
  const opening = openJson(fromBase64Url(asSealed?.sealedExplanation ?? ''), [world.agency.privateKey]);
  await expect(opening).rejects.toMatchObject({ code: 'not_for_us' });
});

test('only to a verified agency whose very key the intake key has certified', async () => {
  const { id } = await accepted();
  const sent = await sealKeys(id);
  await expect(hand(id, { ...sent, fingerprint: 'A'.repeat(40) })).rejects.toMatchObject({
    code: 'changed_meanwhile',
  });
  await certify(null);
  await expect(hand(id, sent)).rejects.toMatchObject({ code: 'agency_missing' });
  expect(await listHandableAgencies(world.db, config(), clerk(), null)).toEqual([]);
  await certify(fingerprintOf(world.provider.key));
  await setAgency({ status: 'suspended' });
  await expect(hand(id, sent)).rejects.toMatchObject({ code: 'agency_missing' });
  expect(await listHandableAgencies(world.db, config(), clerk(), null)).toEqual([]);
  await setAgency({ status: 'verified' });
  await expect(hand(id, { ...sent, agencyId: world.otherAgency.id })).rejects.toMatchObject({
    code: 'agency_missing',
  });
  await expect(hand(id, sent)).resolves.toBeUndefined();
});

test('exactly the keys to everything, for exactly this agency', async () => {
  const { id } = await accepted();
  const sent = await sealKeys(id);
  const differ = { code: 'changed_meanwhile', status: 409 };
  const [first] = sent.keys;
  if (!first) throw new Error('no keys');
  await expect(hand(id, { ...sent, keys: sent.keys.slice(1) })).rejects.toMatchObject(differ);
  await expect(hand(id, { ...sent, keys: [...sent.keys, first] })).rejects.toMatchObject(differ);
  const foreign = { ...first, objectId: uuidv7() };
  await expect(hand(id, { ...sent, keys: [foreign, ...sent.keys.slice(1)] })).rejects.toMatchObject(differ);
  const toOthers = await sealKeys(id, world.otherAgency.key);
  await expect(hand(id, toOthers)).rejects.toMatchObject({ code: 'message_refused' });
  expect(await world.db.select().from(handedKeys).where(eq(handedKeys.legalRequestId, id))).toEqual([]);
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  expect(row?.teamId).not.toBe(world.agency.id);
});

test('an answer by mail: one that is being written is begun anew, a signed one comes first, one that went out stays out of the portal', async () => {
  const { id } = await accepted();
  const { answerId } = await beginAnswer(world.db, clerk(), id, now);
  const signed = {
    isFinal: false,
    outcome: 'delivered' as const,
    keepDays: 30,
    statement: '{}',
    sealedManifest: new Uint8Array([1]),
    preparedBy: clerk().personId,
    preparedAt: now,
    preparedProof: {},
  };
  const set = (values: Partial<typeof answers.$inferInsert>) =>
    world.db.update(answers).set(values).where(eq(answers.id, answerId));
  await set({ state: 'prepared', ...signed });
  const sent = await sealKeys(id);
  await expect(hand(id, sent)).rejects.toMatchObject({ code: 'answer_prepared', status: 409 });
  await set({
    state: 'released',
    releasedBy: world.dpo.actor.personId,
    releasedAt: now,
    releasedProof: {},
    expiresAt: now,
  });
  await world.db.insert(mailedAnswers).values({
    answerId,
    toAddress: 'k@polizei.example',
    fingerprint: 'A'.repeat(40),
    queuedAt: now,
  });
  const next = await beginAnswer(world.db, clerk(), id, now);
  await hand(id, sent);
  const [row] = await world.db.select().from(answers).where(eq(answers.id, next.answerId));
  expect(row?.state).toBe('discarded');
  expect(await listOwnAnswers(world.db, world.lead.actor, id)).toEqual([]);
  expect(await listReleasedAnswers(world.db, clerk(), id)).toHaveLength(1);
  expect(await beginAnswer(world.db, clerk(), id, now)).toMatchObject({ number: 3 });
});

test('only the desk, only what is outside of the portal, and once', async () => {
  const { id } = await accepted();
  const sent = await sealKeys(id);
  for (const person of [world.admin, world.auditor, world.lead])
    await expect(hand(id, sent, person.actor)).rejects.toMatchObject({ code: 'forbidden' });
  const fromPortal = await submitSample(world);
  await world.db.update(legalRequests).set({ status: 'accepted' }).where(eq(legalRequests.id, fromPortal.id));
  await expect(hand(fromPortal.id, sent)).rejects.toMatchObject({ code: 'status_forbids' });
  const both = await Promise.allSettled([hand(id, sent), hand(id, sent, world.dpo.actor)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
