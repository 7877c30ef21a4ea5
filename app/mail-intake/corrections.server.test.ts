import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { openForEditing } from '#app/legal-requests/corrections.server.ts';
import { discardDraft, saveDraft } from '#app/legal-requests/drafts.server.ts';
import { findReview } from '#app/review/find-review.server.ts';
import { keepDeadlines } from '#app/review/keep-deadlines.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { computeYear } from '#app/transparency/compute-year.server.ts';
import { countOf } from '#app/transparency/figures.ts';
import { arrivals, legalRequests, teams } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createFile,
  createSubmissionWorld,
  now,
  sampleAnswers,
  startDraft,
  submitAs,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import {
  arrive,
  decideRegistered,
  hinterwald,
  prepareRegistered,
  register,
} from '#test/mail-intake/arrivals.ts';

import { findArrival } from './arrivals.server.ts';
import { describeArrival, dismissArrival } from './change-arrivals.server.ts';
import { listCorrectable, releaseMailedCorrection, startMailedCorrection } from './corrections.server.ts';
import { recordPaper, startRegistration } from './register.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
});
afterAll(() => database.close());

const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const clerk = () => world.clerk.actor;
const typesOf = async (id: string) => (await listEvents(world.db, 'arrival', id)).map(({ type }) => type);
const start = (arrivalId: string, id: string) => startMailedCorrection(world.db, clerk(), arrivalId, id);

/** Registered with one file, and turned down. */
async function turnedDown(decision: 'return' | 'reject' = 'return', over: Parameters<typeof arrive>[1] = {}) {
  const registered = await register(world, await arrive(world, over), async (id, teamId) => [
    await createFile(world, id, 'request_letter', world.clerk, { id: teamId, key: world.agency.key }),
  ]);
  await decideRegistered(world, registered.id, decision, now);
  return registered;
}

async function submitCorrection(
  registered: Awaited<ReturnType<typeof turnedDown>>,
  at = days(2),
  files = registered.files,
) {
  const prepared = await prepareRegistered(world, registered, {
    revision: 2,
    previousManifestSha256: registered.manifestSha256,
    files,
    answers: sampleAnswers({ legalBasis: 'stpo_100j_2' }),
  });
  return submitAs(world, world.clerk, registered.id, prepared, at);
}

const correctableFor = async (mail: Parameters<typeof listCorrectable>[2]) =>
  listCorrectable(world.db, clerk(), mail);

test.each(['return', 'reject'] as const)(
  'a mail after a %s becomes the next revision of the same legal request',
  async (decision) => {
    const registered = await turnedDown(decision);
    const { id } = registered;
    const mail = await arrive(world, { receivedAt: days(1) });
    await start(mail, id);
    await start(mail, id);
    expect(await findArrival(world.db, clerk(), mail)).toMatchObject({
      state: 'waiting',
      legalRequestId: id,
      correction: { isOver: false },
      country: 'AT',
    });
    const opened = await openForEditing(world.db, clerk(), id, days(1));
    expect(opened.correction?.revision.number).toBe(1);
    expect(opened.correction?.decision?.findings).toHaveLength(1);

    const added = await createFile(world, id, 'judicial_order', world.clerk, {
      id: registered.teamId,
      key: world.agency.key,
    });
    await submitCorrection(registered, days(2), [...registered.files, added]);
    expect(await typesOf(mail)).toEqual(['arrived', 'registered']);
    const [registeredEvent] = (await listEvents(world.db, 'arrival', mail)).slice(1);
    expect(registeredEvent?.payload).toEqual({ legalRequestId: id });
    const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
    expect(row).toMatchObject({
      status: 'submitted',
      currentRevision: 2,
      correctionEndsAt: null,
      receivedAt: new Date('2026-11-20T08:00:00Z'),
    });
    const { revisions } = await findReview(world.db, world.dpo.actor, id, days(2));
    expect(revisions.map(({ number, files }) => [number, files.length])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const again = submitCorrection(registered, days(2), [...registered.files, added]);
    await expect(again).rejects.toMatchObject({ code: 'not_editable' });
  },
);

test('the report counts a mail and its correction as one request, corrected', async () => {
  const settings = { providerName: 'Post', providerCountry: 'DE', reportSmallNumbers: 'off' as const };
  const count = async () => {
    const { figures } = await computeYear(world.db, settings, 2026, days(4));
    return {
      total: figures.total,
      byMail: countOf(figures, 'channel', 'esb_mail'),
      corrected: countOf(figures, 'first_check', 'corrected'),
    };
  };
  const before = await count();
  // Of a known sender: each mail would count by itself.
  const known = { country: 'AT', agencyKind: 'police' };
  const registered = await turnedDown('return', known);
  await start(await arrive(world, { ...known, receivedAt: days(1) }), registered.id);
  await submitCorrection(registered);
  await decideRegistered(world, registered.id, 'accept', days(3));
  expect(await count()).toEqual({
    total: Number(before.total) + 1,
    byMail: Number(before.byMail) + 1,
    corrected: Number(before.corrected) + 1,
  });
});

test('a letter corrects, too; a fax is refused and counts with what it would have corrected', async () => {
  const registered = await turnedDown();
  const paper = {
    what: 'correction' as const,
    corrects: registered.id,
    receivedOn: '2026-11-24',
    fileNumber: '',
  };
  const fax = await recordPaper(world.db, clerk(), { ...paper, channel: 'fax' }, now);
  expect(fax.legalRequestId).toBeNull();
  expect(await typesOf(fax.arrivalId)).toEqual(['arrived', 'refused', 'corrected']);
  const letter = await recordPaper(world.db, clerk(), { ...paper, channel: 'post' }, now);
  expect(letter.legalRequestId).toBe(registered.id);
  const found = await findArrival(world.db, clerk(), letter.arrivalId);
  expect(found).toMatchObject({ fileNumber: '274 Js 1234/26', correction: { isOver: false } });
  await submitCorrection(registered);
  expect(await typesOf(letter.arrivalId)).toEqual(['arrived', 'registered']);
  expect(await typesOf(fax.arrivalId)).toHaveLength(3);
});

test('offers what runs, first of all what the same sender sent', async () => {
  const { id } = await turnedDown();
  const mail = (senderAddress: string | null, senderDomain: string | null, receivedAt = days(1)) => ({
    senderAddress,
    senderDomain,
    receivedAt,
  });
  const sender = mail('k@polizei.example', 'polizei.example');
  const offered = (await correctableFor(sender)).find((one) => one.id === id);
  expect(offered).toMatchObject({ isOfSender: true, status: 'returned', agencyName: 'Polizei Hinterwald' });
  const isOfSender = async (other: ReturnType<typeof mail> | null) =>
    (await correctableFor(other)).find((one) => one.id === id)?.isOfSender;
  expect(await isOfSender(mail('anders@polizei.example', 'polizei.example'))).toBe(true);
  expect(await isOfSender(mail('k@anders.example', 'anders.example'))).toBe(false);
  expect(await isOfSender(null)).toBe(false);
  const late = { ...sender, receivedAt: days(16) };
  expect((await correctableFor(late)).map((one) => one.id)).not.toContain(id);
  await expect(listCorrectable(world.db, world.admin.actor, null)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('only what was registered, is turned down and in time can be corrected by mail', async () => {
  const mail = await arrive(world);
  const fromPortal = await submitSample(world);
  await expect(start(mail, fromPortal.id)).rejects.toMatchObject({ code: 'forbidden' });
  const inReview = await register(world, await arrive(world));
  await expect(start(mail, inReview.id)).rejects.toMatchObject({ code: 'not_editable' });
  const begun = await startRegistration(world.db, clerk(), await arrive(world), hinterwald, now);
  await expect(start(mail, begun)).rejects.toMatchObject({ code: 'not_editable' });
  const { id } = await turnedDown();
  await expect(startMailedCorrection(world.db, world.auditor.actor, mail, id)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await start(mail, id);
  const other = await turnedDown();
  await expect(start(mail, other.id)).rejects.toMatchObject({ code: 'status_forbids' });
});

test('staff writes no correction that nobody has sent', async () => {
  const registered = await turnedDown();
  await expect(submitCorrection(registered)).rejects.toMatchObject({ code: 'arrival_missing' });
  await start(await arrive(world), registered.id);
  await expect(submitCorrection(registered)).resolves.toMatchObject({ version: 'amtsweg.receipt.v1' });
});

test('a wrong choice is taken back with what was written; the mail waits again', async () => {
  const { id } = await turnedDown();
  const [one, other] = [await arrive(world), await arrive(world)];
  await start(one, id);
  await start(other, id);
  const sealed = await sealJson({}, [world.provider.key]);
  await saveDraft(world.db, clerk(), id, { version: 0, sealed }, days(1));
  const release = (arrivalId: string) => releaseMailedCorrection(world.db, clerk(), arrivalId);
  const draft = async () => (await openForEditing(world.db, clerk(), id, days(1))).draft;
  await release(one);
  expect(await draft()).not.toBeNull();
  await release(other);
  expect(await draft()).toBeNull();
  await expect(release(other)).rejects.toMatchObject({ code: 'status_forbids' });
  for (const arrivalId of [one, other])
    expect(await findArrival(world.db, clerk(), arrivalId)).toMatchObject({
      state: 'waiting',
      legalRequestId: null,
      correction: null,
    });
  await start(one, id);
  await discardDraft(world.db, clerk(), id, days(1));
  expect(await findArrival(world.db, clerk(), one)).toMatchObject({ legalRequestId: null });
  // What has become part of the legal request stays with it.
  const rows = await world.db.select().from(arrivals).where(eq(arrivals.legalRequestId, id));
  expect(rows.map(({ state }) => state)).toEqual(['registered']);
});

test('an agency of the portal and staff do not write the same correction at once', async () => {
  const { id, teamId } = await turnedDown();
  await world.db.update(legalRequests).set({ teamId: world.agency.id }).where(eq(legalRequests.id, id));
  const elsewhere = { code: 'written_elsewhere', status: 409 };
  const save = async (actor = clerk(), key = world.provider.key) =>
    saveDraft(world.db, actor, id, { version: 0, sealed: await sealJson({}, [key]) }, days(1));
  await save(world.lead.actor, world.agency.key);
  await expect(save()).rejects.toMatchObject(elsewhere);
  await expect(start(await arrive(world), id)).rejects.toMatchObject(elsewhere);
  await expect(discardDraft(world.db, clerk(), id, days(1))).rejects.toMatchObject(elsewhere);
  await discardDraft(world.db, world.lead.actor, id, days(1));
  await start(await arrive(world), id);
  await save();
  await expect(openForEditing(world.db, world.lead.actor, id, days(1))).rejects.toMatchObject(elsewhere);
  await expect(save(world.lead.actor, world.agency.key)).rejects.toMatchObject(elsewhere);
  await world.db.update(legalRequests).set({ teamId }).where(eq(legalRequests.id, id));
  expect(await world.db.select().from(teams).where(eq(teams.id, teamId))).toHaveLength(1);
  await startDraft(world);
});

const keep = (at: Date) => keepDeadlines(world.services, at);
const statusOf = async (id: string) =>
  (await world.db.select().from(legalRequests).where(eq(legalRequests.id, id)))[0]?.status;
/** With the last second of the 14th day in Berlin. */
const lastMoment = new Date('2026-12-08T22:59:59Z');
const tooLate = new Date('2026-12-08T23:00:01Z');

test('a mail that came in time corrects, however late it is registered; one that did not makes a new legal request', async () => {
  const registered = await turnedDown();
  const { id } = registered;
  const late = await arrive(world, { receivedAt: tooLate });
  await expect(start(late, id)).rejects.toMatchObject({ code: 'correction_period_over', status: 409 });
  const mail = await arrive(world, { receivedAt: lastMoment });
  await start(mail, id);
  // Not even beside one that came in time.
  await expect(start(late, id)).rejects.toMatchObject({ code: 'correction_period_over' });
  expect(await findArrival(world.db, clerk(), mail)).toMatchObject({ correction: { isOver: false } });
  await keep(days(30));
  const opened = await openForEditing(world.db, clerk(), id, days(30));
  expect(opened.correction?.revision.number).toBe(1);
  const sealed = await sealJson({}, [world.provider.key]);
  await saveDraft(world.db, clerk(), id, { version: 0, sealed }, days(30));
  await submitCorrection(registered, days(30));
  expect(await statusOf(id)).toBe('submitted');
  expect(await typesOf(mail)).toEqual(['arrived', 'registered']);
});

test('a letter counts with the day of its stamp', async () => {
  const registered = await turnedDown();
  const record = (receivedOn: string) =>
    recordPaper(
      world.db,
      clerk(),
      { what: 'correction', corrects: registered.id, receivedOn, fileNumber: '', channel: 'post' },
      new Date('2026-12-10T09:00:00Z'),
    );
  await expect(record('2026-12-09')).rejects.toMatchObject({ code: 'correction_period_over' });
  await keep(new Date('2026-12-10T08:00:00Z'));
  expect((await record('2026-12-08')).legalRequestId).toBe(registered.id);
  await submitCorrection(registered, new Date('2026-12-14T09:00:00Z'));
});

test('an agency of the portal has no longer than before, whatever lies at the desk', async () => {
  const { id, teamId } = await turnedDown();
  await start(await arrive(world, { receivedAt: days(1) }), id);
  await world.db.update(legalRequests).set({ teamId: world.agency.id }).where(eq(legalRequests.id, id));
  const open = openForEditing(world.db, world.lead.actor, id, tooLate);
  await expect(open).rejects.toMatchObject({ code: 'correction_period_over' });
  await world.db.update(legalRequests).set({ teamId }).where(eq(legalRequests.id, id));
});

describe('closing', () => {
  beforeEach(async () => {
    // What other tests left at the desk.
    await world.db.update(arrivals).set({ state: 'dismissed' }).where(isUndescribed);
  });
  const isUndescribed = inArray(arrivals.state, ['waiting', 'quarantined']);
  const describeAs = { country: 'AT', agencyKind: 'police', category: null, reference: '' } as const;

  test('waits for what came in time until somebody has said what it is', async () => {
    const { id } = await turnedDown();
    const mail = await arrive(world, { receivedAt: lastMoment });
    await keep(days(30));
    expect(await statusOf(id)).toBe('returned');
    const quarantined = await arrive(world, { receivedAt: days(3), state: 'quarantined' });
    await dismissArrival(world.db, clerk(), mail, days(30));
    await keep(days(30));
    expect(await statusOf(id)).toBe('returned');
    await describeArrival(world.db, clerk(), quarantined, describeAs, days(30));
    await keep(days(30));
    expect(await statusOf(id)).toBe('closed');
    await expect(start(await arrive(world), id)).rejects.toMatchObject({ code: 'not_editable' });
  });

  test('waits for its correction, and for none that is being registered as something else', async () => {
    const [one, other] = [await turnedDown(), await turnedDown('reject')];
    await start(await arrive(world, { receivedAt: days(2) }), one.id);
    await keep(days(30));
    expect([await statusOf(one.id), await statusOf(other.id)]).toEqual(['returned', 'closed']);
    await submitCorrection(one, days(30));
    expect(await statusOf(one.id)).toBe('submitted');
  });

  test('does not wait for what came before the decision or after the period', async () => {
    const { id } = await turnedDown();
    await arrive(world, { receivedAt: days(-1) });
    await arrive(world, { receivedAt: tooLate });
    await keep(days(30));
    expect(await statusOf(id)).toBe('closed');
  });

  test('leaves three days to record a letter of the last day; in the portal it comes at once', async () => {
    const [{ id }, inPortal] = [await turnedDown(), await turnedDown()];
    await world.db.update(legalRequests).set({ channel: 'portal' }).where(eq(legalRequests.id, inPortal.id));
    await keep(new Date('2026-12-11T22:59:00Z'));
    expect([await statusOf(id), await statusOf(inPortal.id)]).toEqual(['returned', 'closed']);
    await keep(new Date('2026-12-11T23:00:00Z'));
    expect(await statusOf(id)).toBe('closed');
  });
});
