import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { verifyReceipt } from '#app/sealing/receipt.ts';
import { receiptKeyOf } from '#app/sealing/receipt-signing.server.ts';
import { legalRequests, revisionFiles, revisions, sealedFiles } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createFile,
  createSubmissionWorld,
  now,
  prepareSubmission,
  sampleAnswers,
  signAs,
  startDraft,
  submitAs,
  submitSample,
  testConfig,
  type SubmissionWish,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';

import { submitLegalRequest } from './submissions.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
});
afterAll(() => database.close());

async function findRow(id: string) {
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  if (!row) throw new Error('no row');
  return row;
}

/** Sends what the wish falsifies, and expects nothing to have happened. */
async function expectRefusal(wish: SubmissionWish, code: string, details: object = {}) {
  const id = await startDraft(world);
  const prepared = await prepareSubmission(world, id, wish);
  const sent = submitAs(world, world.investigator, id, prepared);
  await expect(sent).rejects.toMatchObject({ code, details });
  expect(await findRow(id)).toMatchObject({ status: 'draft', reference: null, version: 1 });
  expect(await world.db.select().from(revisions).where(eq(revisions.legalRequestId, id))).toEqual([]);
}

test('keeps the revision, its files, its status, its event and its receipt', async () => {
  const id = await startDraft(world);
  const file = await createFile(world, id);
  const prepared = await prepareSubmission(world, id, { files: [file] });
  const receipt = await submitAs(world, world.investigator, id, prepared);
  expect(receipt.reference).toMatch(/^AW-2026-\d{6}$/);
  expect(await verifyReceipt(receipt, receiptKeyOf(testConfig).publicKey)).toEqual({
    isValid: true,
    problems: [],
  });
  expect(await findRow(id)).toMatchObject({
    status: 'submitted',
    reference: receipt.reference,
    fileNumber: '274 Js 1234/26',
    currentRevision: 1,
    version: 2,
    // The end of the next working day in Berlin.
    dueAt: new Date('2026-11-25T22:59:59Z'),
  });
  const [last] = (await listEvents(world.db, 'legal_request', id)).slice(-1);
  expect(last).toMatchObject({
    type: 'submitted',
    payload: {
      revision: 1,
      country: 'DE',
      agencyKind: 'police',
      manifestSha256: prepared.manifestSha256,
    },
  });
  const files = await world.db.select().from(revisionFiles).where(eq(revisionFiles.legalRequestId, id));
  expect(files).toMatchObject([{ revision: 1, position: 0, fileId: file.fileId }]);
});

test('keeps the outcome of the automatic checks (§ 174 (7) TKG)', async () => {
  const { id } = await submitSample(world);
  const [row] = await world.db.select().from(revisions).where(eq(revisions.legalRequestId, id));
  expect(row?.checks).toContainEqual({ rule: 'legal_basis_fits', outcome: 'pass' });
});

test('tells the desk, the author and the head of unit, without case data', async () => {
  world.mails.length = 0;
  const { id, receipt } = await submitSample(world);
  expect(world.mails.map(({ template }) => template).sort()).toEqual([
    'legal_request_received',
    ...Array.from({ length: 4 }, () => 'legal_request_submitted'),
    'status_changed',
  ]);
  const sent = JSON.stringify(world.mails);
  expect(sent).toContain(receipt.reference);
  expect(sent).toContain(id);
  expect(sent).not.toContain('274 Js');
});

test('answers the same manifest with the same receipt, whoever asks in the agency', async () => {
  const { id, prepared, receipt } = await submitSample(world);
  const again = await submitAs(world, world.investigator, id, prepared);
  expect(again).toEqual(receipt);
  expect(await findRow(id)).toMatchObject({ currentRevision: 1, version: 2 });
});

describe('promise 3: sealed to exactly the two teams', () => {
  test.each([
    ['an extra recipient', () => [world.provider.key, world.agency.key, world.otherAgency.key]],
    ['a missing recipient', () => [world.agency.key]],
    ['another agency instead', () => [world.provider.key, world.otherAgency.key]],
  ])('refuses %s', (_name, recipients) => expectRefusal({ recipients: recipients() }, 'message_refused'));
});

describe('promise 6: the manifest tells the truth', () => {
  const wrongHash = `${'x'.repeat(42)}A`;
  test.each([
    ['form_differs', { sealedFormSha256: wrongHash }],
    ['form_differs', { sealedFormBytes: 1 }],
    ['public_part_differs', { publicPartSha256: wrongHash }],
    ['category_differs', { category: 'traffic_data' }],
    ['request_differs', { legalRequestId: '01938b1e-7a2c-7000-8000-000000000001' }],
    ['revision_differs', { revision: 2, previousManifestSha256: wrongHash }],
  ])('%s', async (difference, manifest) => {
    await expectRefusal({ manifest }, 'manifest_mismatch', {
      differences: expect.arrayContaining([difference]) as string[],
    });
  });

  test('other keys than those of the two teams', () =>
    expectRefusal(
      { manifest: { recipients: [{ team: 'provider', fingerprint: 'A'.repeat(40) }] } },
      'manifest_mismatch',
      { differences: ['recipients_differ'] },
    ));

  test('a file that is not there, not finished, or of another legal request', async () => {
    const other = await startDraft(world);
    const foreign = await createFile(world, other);
    await expectRefusal({ files: [foreign] }, 'files_incomplete', { fileId: foreign.fileId });

    const id = await startDraft(world);
    const file = await createFile(world, id);
    await world.db.update(sealedFiles).set({ state: 'uploading' }).where(eq(sealedFiles.id, file.fileId));
    const prepared = await prepareSubmission(world, id, { files: [file] });
    await expect(submitAs(world, world.investigator, id, prepared)).rejects.toMatchObject({
      code: 'files_incomplete',
    });
  });

  test('more files than the operator allows, whichever revision brought them', async () => {
    const id = await startDraft(world);
    const files = [await createFile(world, id), await createFile(world, id)];
    const prepared = await prepareSubmission(world, id, { files });
    const config = { ...world.services.config, maxFiles: 1 };
    const strict = { ...world, services: { ...world.services, config } };
    await expect(submitAs(strict, world.investigator, id, prepared)).rejects.toMatchObject({
      code: 'too_many_files',
      details: { maxFiles: 1 },
    });
    await submitAs(world, world.investigator, id, prepared);
  });

  test('a file with another hash or length than what is stored', async () => {
    const id = await startDraft(world);
    const file = await createFile(world, id);
    for (const wrong of [{ sha256: wrongHash }, { ciphertextBytes: 999 }]) {
      const prepared = await prepareSubmission(world, id, { files: [{ ...file, ...wrong }] });
      await expect(submitAs(world, world.investigator, id, prepared)).rejects.toMatchObject({
        code: 'manifest_mismatch',
        details: { differences: ['file_differs'] },
      });
    }
  });

  test('anything but the canonical octets', async () => {
    const id = await startDraft(world);
    const prepared = await prepareSubmission(world, id);
    const spaced = { ...prepared, manifest: prepared.manifest.replace(',', ', ') };
    await expect(submitAs(world, world.investigator, id, spaced)).rejects.toMatchObject({
      code: 'manifest_invalid',
    });
  });
});

describe('promise 13: signed by a fresh assertion of the acting person', () => {
  test('refuses an assertion that was used for another legal request', async () => {
    const first = await startDraft(world);
    const prepared = await prepareSubmission(world, first);
    const octets = new TextEncoder().encode(prepared.manifest);
    const assertion = await signAs(world, world.investigator, 'submit', octets);
    const second = await startDraft(world);
    const { manifestSha256: _hash, ...other } = await prepareSubmission(world, second);
    const replay = submitLegalRequest(
      world.services,
      world.investigator.actor,
      second,
      { ...other, assertion },
      now,
    );
    await expect(replay).rejects.toMatchObject({ code: 'signature_stale' });
    expect(await findRow(second)).toMatchObject({ status: 'draft' });
  });

  test('refuses an assertion that the server was not asked for', async () => {
    const id = await startDraft(world);
    const { manifestSha256: _hash, ...sent } = await prepareSubmission(world, id);
    const { actor, passkey } = world.investigator;
    const assertion = await passkey.sign('submit', new TextEncoder().encode(sent.manifest), testConfig);
    const unasked = submitLegalRequest(world.services, actor, id, { ...sent, assertion }, now);
    await expect(unasked).rejects.toMatchObject({ code: 'signature_stale' });
  });

  test("refuses a colleague's assertion", async () => {
    const id = await startDraft(world);
    const { manifestSha256: _hash, ...sent } = await prepareSubmission(world, id);
    const octets = new TextEncoder().encode(sent.manifest);
    const theirs = await signAs(world, world.lead, 'submit', octets);
    await signAs(world, world.investigator, 'submit', octets);
    const foreign = submitLegalRequest(
      world.services,
      world.investigator.actor,
      id,
      { ...sent, assertion: theirs },
      now,
    );
    await expect(foreign).rejects.toMatchObject({ code: 'signature_invalid' });
    expect(await findRow(id)).toMatchObject({ status: 'draft' });
  });

  test('refuses an assertion that was asked for more than five minutes ago', async () => {
    const id = await startDraft(world);
    const { manifestSha256: _hash, ...sent } = await prepareSubmission(world, id);
    const octets = new TextEncoder().encode(sent.manifest);
    const assertion = await signAs(world, world.investigator, 'submit', octets);
    const later = new Date(now.getTime() + 6 * 60_000);
    const stale = submitLegalRequest(
      world.services,
      world.investigator.actor,
      id,
      { ...sent, assertion },
      later,
    );
    await expect(stale).rejects.toMatchObject({ code: 'signature_stale' });
  });
});

describe('what the rules forbid', () => {
  test('a legal basis of another authority', () =>
    expectRefusal({ answers: sampleAnswers({ legalBasis: 'bverfschg_8d' }) }, 'submission_forbidden', {
      rules: expect.arrayContaining(['legal_basis_fits']) as string[],
    }));

  test('a legal basis that does not exist', () =>
    expectRefusal({ publicPart: { legalBasis: 'made_up' } }, 'submission_forbidden'));

  test('a warning that was not overridden', async () => {
    const past = { nonDisclosure: 'until', nonDisclosureUntil: '2026-11-01' } as const;
    await expectRefusal({ answers: sampleAnswers(past) }, 'submission_forbidden', {
      rules: ['non_disclosure_plausible'],
    });
    const overrides = [{ rule: 'non_disclosure_plausible', reason: 'Frist bereits beantragt' } as const];
    const { receipt } = await submitSample(world, { answers: sampleAnswers({ ...past, overrides }) });
    expect(receipt.reference).toMatch(/^AW-/);
  });

  test('a public part with an unknown key, or of another category', async () => {
    await expectRefusal({ publicPart: { facts: 'secret' } as object }, 'public_part_invalid');
    await expectRefusal({ publicPart: { category: 'traffic_data' } }, 'public_part_invalid', {
      fields: ['category'],
    });
  });
});

describe('promise 14: whose it is', () => {
  test('a foreign legal request is missing', async () => {
    const id = await startDraft(world);
    const prepared = await prepareSubmission(world, id);
    const foreign = submitAs(world, world.stranger, id, prepared);
    await expect(foreign).rejects.toMatchObject({ code: 'not_found', status: 404 });
  });

  test('staff of the provider may not submit', async () => {
    const id = await startDraft(world);
    const prepared = await prepareSubmission(world, id);
    await expect(submitAs(world, world.dpo, id, prepared)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a colleague may', async () => {
    const id = await startDraft(world);
    const prepared = await prepareSubmission(world, id);
    expect((await submitAs(world, world.lead, id, prepared)).reference).toMatch(/^AW-/);
  });
});

test('references have no gaps, also when submissions run at once and some fail', async () => {
  const prepared = await Promise.all(
    Array.from({ length: 8 }, async (_, at) => {
      const id = await startDraft(world);
      const wish = at % 3 === 2 ? { recipients: [world.agency.key] } : {};
      return { id, prepared: await prepareSubmission(world, id, wish) };
    }),
  );
  const results = await Promise.allSettled(
    prepared.map((one) => submitAs(world, world.investigator, one.id, one.prepared)),
  );
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  const rows = await world.db.select({ reference: legalRequests.reference }).from(legalRequests);
  const numbers = rows
    .flatMap(({ reference }) => (reference === null ? [] : Number(reference.slice(-6))))
    .sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
});

test('of two revisions submitted at once one wins', async () => {
  const id = await startDraft(world);
  const one = await prepareSubmission(world, id);
  const two = await prepareSubmission(world, id, { answers: sampleAnswers({ facts: 'anders' }) });
  const results = await Promise.allSettled([
    submitAs(world, world.investigator, id, one),
    submitAs(world, world.lead, id, two),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const isAuthorFirst = results[0].status === 'fulfilled';
  const happened = ['draft_created', 'submitted', ...(isAuthorFirst ? [] : ['handed_over'])];
  expect((await listEvents(world.db, 'legal_request', id)).map(({ type }) => type)).toEqual(happened);
  expect(await findRow(id)).toMatchObject({ currentRevision: 1, version: happened.length });
});

test('whoever submits a colleague’s draft is in charge of it afterwards', async () => {
  const id = await startDraft(world);
  await submitAs(world, world.lead, id, await prepareSubmission(world, id));
  expect(await findRow(id)).toMatchObject({ authorId: world.lead.actor.personId, version: 3 });
});
