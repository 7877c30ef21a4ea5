import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { claimLegalRequest } from '#app/review/claims.server.ts';
import { decideLegalRequest } from '#app/review/decide.server.ts';
import { statementBytes } from '#app/review/decision-statement.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { v7 as uuidv7 } from 'uuid';
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
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import { signAs as signDecision, type TestPerson } from '#test/review/desk-world.ts';

import { openForEditing, startCorrection } from './corrections.server.ts';
import { discardDraft, findDraft, saveDraft } from './drafts.server.ts';
import { requireLegalRequest } from './legal-requests.server.ts';
import { requireReceipt } from './receipts.server.ts';
import { listDecisions, listRevisions } from './revisions.server.ts';
import { listTimeline } from './timeline.server.ts';
import { withdrawLegalRequest } from './withdrawals.server.ts';
import { withdrawalBytes } from './withdrawal.ts';

let database: TestDatabase;
let world: SubmissionWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
});
afterAll(() => database.close());

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const days = (count: number) => hours(24 * count);

/** The desk returns or rejects the newest revision at field `legalBasis`. */
async function turnDown(id: string, manifestHash: string, decision: 'return' | 'reject') {
  await claimLegalRequest(world.services, world.dpo.actor, id, { takeOver: false }, hours(1));
  const found = await requireLegalRequest(world.db, world.lead.actor, id);
  const explanation = { texts: ['Bitte § 100j Abs. 2 StPO wählen.'], general: '' };
  const sealed = await sealJson(explanation, [world.provider.key, world.agency.key]);
  const statement = {
    version: 'amtsweg.decision.v1',
    decisionId: uuidv7(),
    legalRequestId: id,
    reference: found.reference ?? '',
    revision: found.currentRevision,
    manifestSha256: manifestHash,
    decision,
    findings: [{ field: 'legalBasis', code: 'legal_basis_wrong' }],
    sealedExplanationSha256: await sha256(new Uint8Array(sealed)),
  } as const;
  const text = new TextDecoder().decode(statementBytes({ ...statement, findings: [...statement.findings] }));
  const sign = async (person: TestPerson, sealedExplanation: Uint8Array | null) => {
    const { version } = await requireLegalRequest(world.db, world.lead.actor, id);
    const assertion = await signDecision(world, person, text, hours(2));
    await decideLegalRequest(
      world.services,
      person.actor,
      id,
      { statement: text, sealedExplanation, assertion, expectedVersion: version },
      hours(2),
    );
  };
  await sign(world.dpo, sealed);
  if (decision === 'reject') await sign(world.counsel, null);
}

async function submitCorrection(id: string, previousManifestSha256: string, at: Date) {
  const answers = sampleAnswers({ legalBasis: 'stpo_100j_2', fileNumber: '274 Js 9999/26' });
  const wish = { revision: 2, previousManifestSha256, answers };
  const prepared = await prepareSubmission(world, id, wish);
  return { prepared, receipt: await submitAs(world, world.investigator, id, prepared, at) };
}

describe.each(['return', 'reject'] as const)('after a %s', (decision) => {
  test('the agency reads why, and corrects it under the same reference', async () => {
    const { id, prepared, receipt } = await submitSample(world);
    await turnDown(id, prepared.manifestSha256, decision);
    const correction = await startCorrection(world.db, world.lead.actor, id, days(1));
    expect(correction.revision.number).toBe(1);
    expect(fromBase64Url(correction.revision.sealedForm)).toEqual(fromBase64Url(prepared.sealedForm));
    expect(correction.decision?.findings).toEqual([{ field: 'legalBasis', code: 'legal_basis_wrong' }]);
    expect(correction.decision?.sealedExplanation).not.toBeNull();

    const corrected = await submitCorrection(id, prepared.manifestSha256, days(2));
    expect(corrected.receipt.reference).toBe(receipt.reference);
    const found = await requireLegalRequest(world.db, world.lead.actor, id);
    expect(found).toMatchObject({ status: 'submitted', currentRevision: 2, correctionEndsAt: null });
    expect((await listRevisions(world.db, world.lead.actor, id)).map(({ number }) => number)).toEqual([1, 2]);
    expect((await listDecisions(world.db, world.lead.actor, id)).map((one) => one.revision)).toEqual([1]);
    const first = await requireReceipt(world.db, world.lead.actor, id, 1);
    expect(first.receipt).toEqual(receipt);
    expect(first.fileNumber).toBe(sampleAnswers().fileNumber);
    const second = await requireReceipt(world.db, world.lead.actor, id, null);
    expect(second).toMatchObject({ revision: 2, fileNumber: '274 Js 9999/26' });
  });

  test('a draft of the correction is kept, with versions of its own', async () => {
    const { id, prepared } = await submitSample(world);
    await turnDown(id, prepared.manifestSha256, decision);
    const sealed = await sealJson({}, [world.agency.key]);
    const { version } = await saveDraft(world.db, world.lead.actor, id, { version: 0, sealed }, days(1));
    const opened = await openForEditing(world.db, world.investigator.actor, id, days(1));
    expect(opened.draft).toMatchObject({ version });
    await submitCorrection(id, prepared.manifestSha256, days(2));
    expect(await findDraft(world.db, world.lead.actor, id)).toBeNull();
  });

  test('nothing can be corrected after the correction period', async () => {
    const { id, prepared } = await submitSample(world);
    await turnDown(id, prepared.manifestSha256, decision);
    const over = { code: 'correction_period_over', status: 409 };
    const sealed = await sealJson({}, [world.agency.key]);
    await expect(startCorrection(world.db, world.lead.actor, id, days(16))).rejects.toMatchObject(over);
    await expect(
      saveDraft(world.db, world.lead.actor, id, { version: 0, sealed }, days(16)),
    ).rejects.toMatchObject(over);
    await expect(submitCorrection(id, prepared.manifestSha256, days(16))).rejects.toMatchObject(over);
    await expect(submitCorrection(id, prepared.manifestSha256, days(13))).resolves.toBeDefined();
  });
});

test('a file of the earlier revision is used again, and a chain of manifests shows what came before', async () => {
  const id = await startDraft(world);
  const file = await createFile(world, id);
  const first = await prepareSubmission(world, id, { files: [file] });
  await submitAs(world, world.investigator, id, first);
  await turnDown(id, first.manifestSha256, 'return');
  const wish = { revision: 2, files: [file], answers: sampleAnswers({ facts: 'neu' }) };
  const broken = await prepareSubmission(world, id, { ...wish, previousManifestSha256: 'A'.repeat(43) });
  await expect(submitAs(world, world.investigator, id, broken, days(1))).rejects.toMatchObject({
    code: 'manifest_mismatch',
    details: { differences: ['previous_manifest_differs'] },
  });
  const second = await prepareSubmission(world, id, {
    ...wish,
    previousManifestSha256: first.manifestSha256,
  });
  const receipt = await submitAs(world, world.investigator, id, second, days(1));
  expect(receipt.manifest.files[0]?.fileId).toBe(file.fileId);
});

test('what is being looked at cannot be edited', async () => {
  const { id } = await submitSample(world);
  const editing = openForEditing(world.db, world.investigator.actor, id, now);
  await expect(editing).rejects.toMatchObject({ code: 'not_editable', status: 409 });
});

test('what is written after a colleague discarded the correction can be saved anew', async () => {
  const { id, prepared } = await submitSample(world);
  await turnDown(id, prepared.manifestSha256, 'return');
  const message = await sealJson({ any: 'thing' }, [world.agency.key]);
  const save = (version: number) =>
    saveDraft(world.db, world.investigator.actor, id, { version, sealed: message }, now);
  const { version } = await save(0);
  await discardDraft(world.db, world.lead.actor, id, now);
  await expect(save(version)).rejects.toMatchObject({
    code: 'draft_changed_meanwhile',
    details: { version: 0, savedAt: null, savedBy: null },
  });
  const again = await save(0);
  // A tab that still has the discarded one does not overwrite what a colleague has begun since.
  await expect(save(version)).rejects.toMatchObject({
    code: 'draft_changed_meanwhile',
    details: { version: again.version },
  });
});

test('the timeline shows the agency what concerns it, and names nobody of the provider', async () => {
  const { id, prepared } = await submitSample(world);
  await turnDown(id, prepared.manifestSha256, 'reject');
  const timeline = await listTimeline(world.db, world.lead.actor, id);
  expect(timeline.map(({ type }) => type)).toEqual([
    'draft_created',
    'submitted',
    'review_started',
    'rejected',
  ]);
  expect(JSON.stringify(timeline)).not.toContain(world.dpo.actor.name);
});

describe('withdrawing', () => {
  async function withdrawAs(person: TestPerson, id: string, manifestHash: string, revision = 1) {
    const statement = { revision, manifestSha256: manifestHash };
    const assertion = await signAs(world, person, 'withdraw', withdrawalBytes(id, statement));
    await withdrawLegalRequest(world.services, person.actor, id, { ...statement, assertion }, now);
  }

  test('ends it, signed, and tells the desk and the agency', async () => {
    const { id, prepared } = await submitSample(world);
    world.mails.length = 0;
    await withdrawAs(world.lead, id, prepared.manifestSha256);
    const found = await requireLegalRequest(world.db, world.lead.actor, id);
    expect(found).toMatchObject({ status: 'withdrawn', dueAt: null });
    expect(new Set(world.mails.map(({ template }) => template))).toEqual(
      new Set(['legal_request_withdrawn', 'status_changed']),
    );
    await withdrawAs(world.lead, id, prepared.manifestSha256);
    expect(await requireLegalRequest(world.db, world.lead.actor, id)).toMatchObject({
      version: found.version,
    });
  });

  test('not after the decision, not another revision, not a foreign one', async () => {
    const rejected = await submitSample(world);
    await turnDown(rejected.id, rejected.prepared.manifestSha256, 'reject');
    await expect(withdrawAs(world.lead, rejected.id, rejected.prepared.manifestSha256)).rejects.toMatchObject(
      { code: 'status_forbids', status: 409 },
    );

    const { id, prepared } = await submitSample(world);
    await expect(withdrawAs(world.lead, id, 'A'.repeat(43))).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await expect(withdrawAs(world.stranger, id, prepared.manifestSha256)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await requireLegalRequest(world.db, world.lead.actor, id)).toMatchObject({ status: 'submitted' });
  });

  test('an assertion for submitting is none for withdrawing', async () => {
    const { id, prepared } = await submitSample(world);
    const statement = { revision: 1, manifestSha256: prepared.manifestSha256 };
    const octets = withdrawalBytes(id, statement);
    await signAs(world, world.lead, 'withdraw', octets);
    const assertion = await signAs(world, world.lead, 'submit', octets);
    await expect(
      withdrawLegalRequest(world.services, world.lead.actor, id, { ...statement, assertion }, now),
    ).rejects.toMatchObject({ code: 'signature_invalid' });
  });
});
