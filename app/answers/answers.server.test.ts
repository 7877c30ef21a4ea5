import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import { listEvents } from '#app/events/events.server.ts';
import { transitions } from '#app/legal-requests/statuses.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { findReview } from '#app/review/find-review.server.ts';
import { fingerprintOf, generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { answerFiles, answers, legalRequests, pgpKeys, sealedFiles } from '#db/schema.ts';
import type { makeAnswer } from '#test/answers/answer-world.ts';
import {
  answerNow as now,
  certifyAgency,
  createAccepted,
  createAnswerFile,
  createAnswerWorld,
  findNewest,
  prepareAs,
  releaseAs,
  setAsideAs,
} from '#test/answers/answer-world.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { findRow, type DeskWorld, type TestPerson } from '#test/review/desk-world.ts';

import { beginAnswer, saveAnswerDraft } from './answer-drafts.server.ts';
import { findOpenAnswer, listOwnAnswers, requireOwnAnswer } from './find-answers.server.ts';
import { keepAnswers } from './keep-answers.server.ts';
import { noteAnswerDownload, noteAnswerOpened } from './note-reading.server.ts';

let database: TestDatabase;
let world: DeskWorld;
const removed: string[] = [];
const store = {
  remove: (key: string) => Promise.resolve(void removed.push(key)),
  write: () => Promise.reject(new Error('not used')),
  read: () => {
    throw new Error('not used');
  },
  list: () => {
    throw new Error('not used');
  },
};

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createAnswerWorld(database.db);
});
afterAll(() => database.close());

const refusal = (code: string) => expect.objectContaining({ code });
const typesOf = async (id: string) =>
  (await listEvents(world.db, 'legal_request', id)).map(({ type }) => type).slice(1);
const keepAt = (at: Date) => keepAnswers({ ...world.services, store }, at);

describe('two people', () => {
  test('prepare and release; the final answer changes the status, with event and mail', async () => {
    const id = await createAccepted(world);
    await prepareAs(world, world.clerk, id);
    expect((await findRow(world, id)).status).toBe('accepted');
    expect(await listOwnAnswers(world.db, world.investigator.actor, id)).toEqual([]);
    world.mails.length = 0;
    await releaseAs(world, world.counsel, id);
    const row = await findRow(world, id);
    expect(row).toMatchObject({ status: 'answered', dueAt: null });
    expect(await typesOf(id)).toEqual(['answer_prepared', 'answer_released']);
    expect(world.mails.map(({ template }) => template)).toContain('status_changed');
    const [answer] = await listOwnAnswers(world.db, world.investigator.actor, id);
    expect(answer).toMatchObject({ state: 'released', outcome: 'delivered', isFinal: true });
    // The end of the 30th day in Berlin.
    expect(answer?.expiresAt).toBe('2026-12-24T22:59:59.000Z');
  });

  test('are demanded by the domain and by the database', async () => {
    const id = await createAccepted(world);
    const answerId = await prepareAs(world, world.dpo, id);
    await expect(releaseAs(world, world.dpo, id)).rejects.toEqual(refusal('two_people_needed'));
    const { personId: releasedBy } = world.dpo.actor;
    const release = { state: 'released' as const, releasedAt: now, releasedProof: {}, expiresAt: now };
    const byHand = world.db
      .update(answers)
      .set({ ...release, releasedBy })
      .where(eq(answers.id, answerId));
    await expect(byHand).rejects.toMatchObject({ cause: { constraint: 'answers_two_people' } });
    await expect(world.db.update(answers).set(release).where(eq(answers.id, answerId))).rejects.toMatchObject(
      { cause: { constraint: 'answers_released' } },
    );
  });

  test('are people of the desk', async () => {
    const id = await createAccepted(world);
    for (const person of [world.admin, world.auditor, world.investigator, world.lead, world.stranger])
      await expect(prepareAs(world, person, id)).rejects.toEqual(refusal('forbidden'));
    await prepareAs(world, world.clerk, id);
    for (const person of [world.admin, world.auditor, world.investigator, world.lead])
      await expect(releaseAs(world, person, id)).rejects.toEqual(refusal('forbidden'));
  });
});

test('what was signed cannot be changed, not even in the database', async () => {
  const id = await createAccepted(world);
  const answerId = await prepareAs(world, world.clerk, id);
  const change = (set: Partial<typeof answers.$inferInsert>) =>
    world.db.update(answers).set(set).where(eq(answers.id, answerId));
  const guarded = { cause: { code: '23001' } };
  await expect(change({ statement: '{}' })).rejects.toMatchObject(guarded);
  await releaseAs(world, world.dpo, id);
  await expect(change({ keepDays: 45 })).rejects.toMatchObject(guarded);
  await expect(change({ expiresAt: new Date() })).rejects.toMatchObject(guarded);
  await expect(change({ state: 'drafting' })).rejects.toMatchObject(guarded);
  await expect(world.db.delete(answerFiles).where(eq(answerFiles.answerId, answerId))).rejects.toMatchObject(
    guarded,
  );
  await expect(world.db.delete(answers).where(eq(answers.id, answerId))).rejects.toMatchObject(guarded);
});

test('takes only a true statement, files that have arrived and a manifest for exactly both teams', async () => {
  const id = await createAccepted(world);
  const other = await createAccepted(world);
  const prepare = (wish: Parameters<typeof makeAnswer>[2]) => prepareAs(world, world.clerk, id, wish);
  await expect(prepare({ changed: { number: 7 } })).rejects.toEqual(refusal('statement_differs'));
  await expect(prepare({ changed: { sealedManifestSha256: 'x'.repeat(43) } })).rejects.toEqual(
    refusal('statement_differs'),
  );
  const foreign = [await createAnswerFile(world, other), await createAnswerFile(world, id)];
  await expect(prepare({ files: foreign })).rejects.toEqual(refusal('files_incomplete'));
  await expect(prepare({ recipients: [world.provider.key] })).rejects.toEqual(refusal('message_refused'));
  const intruder = (await generatePrivateKey({ name: 'x', email: 'x@example.org' })).toPublic();
  await expect(prepare({ recipients: [world.provider.key, world.agency.key, intruder] })).rejects.toEqual(
    refusal('message_refused'),
  );
});

test('prepares nothing for an agency whose key the intake key has not certified', async () => {
  const id = await createAccepted(world);
  const files = [await createAnswerFile(world, id), await createAnswerFile(world, id)];
  await certifyAgency(world, null);
  await expect(prepareAs(world, world.clerk, id, { files })).rejects.toEqual(refusal('team_keys_missing'));
  expect((await findReview(world.db, world.clerk.actor, id, now)).agency.key).toBeNull();
  await certifyAgency(world, 'intake');
  expect((await findReview(world.db, world.clerk.actor, id, now)).agency.key).not.toBeNull();
});

test('releases nothing that is sealed to a key which the agency has replaced since', async () => {
  const id = await createAccepted(world);
  await prepareAs(world, world.clerk, id);
  const ofAgency = eq(pgpKeys.teamId, world.agency.id);
  const next = (await generatePrivateKey({ name: 'x', email: 'x@example.org' })).toPublic();
  await world.db.update(pgpKeys).set({ state: 'retired' }).where(ofAgency);
  const fingerprint = fingerprintOf(next);
  await world.db.insert(pgpKeys).values({
    id: uuidv7(),
    teamId: world.agency.id,
    publicKey: next.armor(),
    fingerprint,
    certifiedBy: 'intake',
  });
  await expect(releaseAs(world, world.dpo, id)).rejects.toEqual(refusal('statement_differs'));
  expect((await findRow(world, id)).status).toBe('accepted');
  await world.db.delete(pgpKeys).where(eq(pgpKeys.fingerprint, fingerprint));
  await world.db.update(pgpKeys).set({ state: 'active' }).where(ofAgency);
  await releaseAs(world, world.dpo, id);
});

test('a prepared answer is set aside with a note, and can be prepared again', async () => {
  const id = await createAccepted(world);
  const files = [await createAnswerFile(world, id), await createAnswerFile(world, id)];
  const first = await prepareAs(world, world.clerk, id, { files });
  await setAsideAs(world, world.dpo, id);
  expect(await findOpenAnswer(world.db, world.clerk.actor, id)).toMatchObject({
    state: 'drafting',
    prepared: null,
  });
  await expect(releaseAs(world, world.counsel, id)).rejects.toEqual(refusal('answer_gone'));
  expect(await prepareAs(world, world.dpo, id, { files })).toBe(first);
  await releaseAs(world, world.clerk, id);
  expect((await typesOf(id)).filter((type) => type.startsWith('answer'))).toEqual([
    'answer_prepared',
    'answer_set_aside',
    'answer_prepared',
    'answer_released',
  ]);
});

test('several partial answers leave the legal request accepted until the final one', async () => {
  const id = await createAccepted(world);
  for (const number of [1, 2]) {
    await prepareAs(world, world.clerk, id, { isFinal: false });
    world.mails.length = 0;
    await releaseAs(world, world.dpo, id);
    expect(world.mails.map(({ template }) => template)).toContain('answer_partial');
    expect(await findRow(world, id)).toMatchObject({ status: 'accepted' });
    expect((await findNewest(world, id)).number).toBe(number);
  }
  await prepareAs(world, world.clerk, id);
  await releaseAs(world, world.dpo, id);
  expect(await findRow(world, id)).toMatchObject({ status: 'answered' });
  await expect(beginAnswer(world.db, world.clerk.actor, id, now)).rejects.toEqual(refusal('status_forbids'));
});

test('drafts are sealed to the intake key, and two tabs do not overwrite each other', async () => {
  const id = await createAccepted(world);
  await beginAnswer(world.db, world.clerk.actor, id, now);
  const sealed = await sealJson({ version: 1 }, [world.provider.key]);
  const save = (version: number, octets = sealed) =>
    saveAnswerDraft(world.db, world.clerk.actor, id, { version, sealed: octets }, now);
  expect((await save(0)).version).toBe(1);
  await expect(save(0)).rejects.toEqual(refusal('draft_changed_meanwhile'));
  const forBoth = await sealJson({ version: 1 }, [world.provider.key, world.agency.key]);
  await expect(save(1, forBoth)).rejects.toEqual(refusal('message_refused'));
  await prepareAs(world, world.clerk, id);
  await expect(save(1)).rejects.toEqual(refusal('answer_prepared'));
});

test('only the own agency sees a released answer; opening and every download are noted', async () => {
  const id = await createAccepted(world);
  const answerId = await prepareAs(world, world.clerk, id);
  const { actor } = world.investigator;
  await expect(requireOwnAnswer(world.db, actor, id, answerId)).rejects.toEqual(refusal('not_found'));
  await releaseAs(world, world.dpo, id);
  await expect(requireOwnAnswer(world.db, world.stranger.actor, id, answerId)).rejects.toEqual(
    refusal('not_found'),
  );
  const place = { legalRequestId: id, answerId };
  await noteAnswerOpened(world.db, actor, place, now);
  await noteAnswerOpened(world.db, actor, place, now);
  const [file] = await world.db.select().from(answerFiles).where(eq(answerFiles.answerId, answerId));
  const download = { legalRequestId: id, fileId: file!.fileId };
  await noteAnswerDownload(world.db, actor, { ...download, isContinued: false }, now);
  await noteAnswerDownload(world.db, actor, { ...download, isContinued: true }, now);
  await noteAnswerDownload(world.db, actor, { ...download, isContinued: false }, now);
  await noteAnswerDownload(world.db, world.dpo.actor, { ...download, isContinued: false }, now);
  expect(await typesOf(id)).toEqual([
    'answer_prepared',
    'answer_released',
    'answer_opened',
    'answer_file_downloaded',
    'answer_file_downloaded',
  ]);
});

test('warns once before an answer expires, destroys its files, keeps the manifest, closes the legal request', async () => {
  const id = await createAccepted(world);
  await prepareAs(world, world.clerk, id);
  await releaseAs(world, world.dpo, id);
  const { expiresAt, id: answerId } = await findNewest(world, id);
  const before = (count: number) => new Date(expiresAt!.getTime() - days(count));
  world.mails.length = 0;
  await keepAt(before(8));
  expect(world.mails).toEqual([]);
  await keepAt(before(7));
  await keepAt(before(6));
  expect(world.mails.filter(({ values }) => values['url']?.includes(id))).toSatisfy(
    (mails: { template: string }[]) =>
      mails.length > 0 && mails.every(({ template }) => template === 'answer_expires'),
  );
  expect((await typesOf(id)).at(-1)).toBe('answer_expiry_warned');
  removed.length = 0;
  await keepAt(expiresAt!);
  expect(await findNewest(world, id)).toMatchObject({ state: 'destroyed', destroyedAt: expiresAt });
  expect((await findNewest(world, id)).sealedManifest).not.toBeNull();
  const states = await world.db
    .select({ state: sealedFiles.state })
    .from(answerFiles)
    .innerJoin(sealedFiles, eq(sealedFiles.id, answerFiles.fileId))
    .where(eq(answerFiles.answerId, answerId));
  expect(states).toEqual([{ state: 'removed' }, { state: 'removed' }]);
  expect(removed.length).toBeGreaterThanOrEqual(2);
  expect(await findRow(world, id)).toMatchObject({ status: 'closed' });
  expect((await typesOf(id)).slice(-2)).toEqual(['answer_destroyed', 'closed']);
});

type Step = { action: 'prepare' | 'prepare_partial' | 'set_aside' | 'release' | 'expire'; by: number };

test('no sequence of actions by any mix of roles leaves the status table or delivers without two people', async () => {
  const everybody: TestPerson[] = [
    world.clerk,
    world.dpo,
    world.secondDpo,
    world.counsel,
    world.admin,
    world.auditor,
    world.investigator,
    world.lead,
  ];
  const step = fc.record<Step>({
    action: fc.constantFrom('prepare', 'prepare_partial', 'set_aside', 'release', 'expire'),
    by: fc.nat(everybody.length - 1),
  });
  const take = async (id: string, { action, by }: Step, at: Date) => {
    const person = everybody[by]!;
    if (action === 'prepare') return prepareAs(world, person, id, {}, at);
    if (action === 'prepare_partial') return prepareAs(world, person, id, { isFinal: false }, at);
    if (action === 'set_aside') return setAsideAs(world, person, id, at);
    if (action === 'release') return releaseAs(world, person, id, at);
    return keepAt(new Date(at.getTime() + days(50)));
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
      const id = await createAccepted(world);
      let status: Status = 'accepted';
      let at = now;
      for (const one of steps) {
        at = new Date(at.getTime() + 1000);
        await take(id, one, at).catch(() => undefined);
        const next = (await findRow(world, id)).status as Status;
        const isListed =
          next === status ||
          transitions.some(({ from, to }) => from === status && to === next) ||
          // Expiring destroys and closes in one run.
          (status === 'answered' && next === 'closed');
        expect(isListed, `${status} → ${next}`).toBe(true);
        status = next;
        const rows = await world.db.select().from(answers).where(eq(answers.legalRequestId, id));
        const delivered = rows.filter(({ state }) => state === 'released' || state === 'destroyed');
        for (const { preparedBy, releasedBy } of delivered) {
          expect(releasedBy).not.toBeNull();
          expect(releasedBy).not.toBe(preparedBy);
          const staff = [world.clerk, world.dpo, world.secondDpo, world.counsel].map(
            ({ actor }) => actor.personId,
          );
          expect(staff).toContain(preparedBy);
          expect(staff).toContain(releasedBy);
        }
        const isAnswered = status === 'answered' || status === 'closed';
        expect(isAnswered).toBe(delivered.some(({ isFinal }) => isFinal === true));
      }
      await world.db.update(legalRequests).set({ status: 'closed' }).where(eq(legalRequests.id, id));
    }),
    { numRuns: 25 },
  );
});
