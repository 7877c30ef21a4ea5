import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { keepAnswers } from '#app/answers/keep-answers.server.ts';
import { days } from '#app/durations.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { transitions } from '#app/legal-requests/statuses.ts';
import { withdrawLegalRequest } from '#app/legal-requests/withdrawals.server.ts';
import { withdrawalBytes } from '#app/legal-requests/withdrawal.ts';
import { saveNotificationChoices } from '#app/notifications/notification-settings.server.ts';
import { digestEntries, notificationChoices } from '#db/schema.ts';
import { certifyAgency, createAccepted, prepareAs, releaseAs } from '#test/answers/answer-world.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createSubmissionWorld,
  now,
  prepareSubmission,
  signAs,
  startDraft,
  submitAs,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import {
  createSubmitted,
  decideAs,
  findRow,
  prepareDecision,
  type TestPerson,
} from '#test/review/desk-world.ts';

import { claimLegalRequest } from './claims.server.ts';
import { keepDeadlines } from './keep-deadlines.server.ts';

let database: TestDatabase;
let world: SubmissionWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  await certifyAgency(world, 'intake');
});
afterAll(() => database.close());
beforeEach(() => world.db.delete(notificationChoices));

type Who = 'investigator' | 'lead';
/** What the agency's people get, by whom: the investigator is the author until a colleague corrects. */
type Told = Record<Who, string>;

interface Row {
  from: Status;
  action: (typeof transitions)[number]['action'];
  by: string;
  told: Told;
  /** @returns what does it, once all before it is done */
  prepare: () => Promise<{ id: string; act: () => Promise<unknown> }>;
}

const bothGet = (mail: string): Told => ({ investigator: mail, lead: mail });
const store = { remove: () => Promise.resolve() } as unknown as Parameters<typeof keepAnswers>[0]['store'];
const later = new Date(now.getTime() + days(60));

async function decide(id: string, decision: 'return' | 'reject' | 'accept', manifestSha256?: string) {
  const changed = manifestSha256 === undefined ? {} : { changed: { manifestSha256 } };
  const prepared = await prepareDecision(world, id, { decision, ...changed });
  await decideAs(world, world.dpo, id, prepared);
  if (decision !== 'return') await decideAs(world, world.counsel, id, prepared);
}

const claim = (id: string) =>
  claimLegalRequest(world.services, world.dpo.actor, id, { takeOver: false }, now);

async function submittedFirst(person: TestPerson) {
  const id = await startDraft(world);
  const prepared = await prepareSubmission(world, id);
  return { id, act: () => submitAs(world, person, id, prepared) };
}

async function corrected(person: TestPerson, decision: 'return' | 'reject') {
  const { id, prepared: first } = await submitSample(world);
  await claim(id);
  await decide(id, decision, first.manifestSha256);
  const again = { revision: 2, previousManifestSha256: first.manifestSha256 };
  const prepared = await prepareSubmission(world, id, again);
  return { id, act: () => submitAs(world, person, id, prepared) };
}

async function withdrawn(person: TestPerson, from: Status) {
  const { id, prepared } = await submitSample(world);
  if (from !== 'submitted') await claim(id);
  if (from === 'returned') await decide(id, 'return', prepared.manifestSha256);
  const statement = { revision: 1, manifestSha256: prepared.manifestSha256 };
  const assertion = await signAs(world, person, 'withdraw', withdrawalBytes(id, statement));
  return {
    id,
    act: () => withdrawLegalRequest(world.services, person.actor, id, { ...statement, assertion }, now),
  };
}

async function inStatus(status: Status, act: (id: string) => Promise<unknown>) {
  const id = await createSubmitted(world, { status });
  return { id, act: () => act(id) };
}

async function uncorrected(decision: 'return' | 'reject') {
  const id = await createSubmitted(world, { status: 'in_review' });
  await decide(id, decision);
  return { id, act: () => keepDeadlines(world.services, later) };
}

async function accepted() {
  const id = await createAccepted(world);
  await prepareAs(world, world.clerk, id);
  return { id, release: () => releaseAs(world, world.counsel, id) };
}

const rows: Row[] = [
  {
    from: 'draft',
    action: 'submit',
    by: 'the author',
    told: { investigator: 'legal_request_received', lead: 'status_changed submitted' },
    prepare: () => submittedFirst(world.investigator),
  },
  ...(['returned', 'rejected'] as const).map((from) => ({
    from,
    action: 'submit' as const,
    by: 'a colleague',
    told: { investigator: 'status_changed submitted', lead: 'legal_request_received' },
    prepare: () => corrected(world.lead, from === 'returned' ? 'return' : 'reject'),
  })),
  ...(['submitted', 'in_review', 'returned'] as const).map((from) => ({
    from,
    action: 'withdraw' as const,
    by: from === 'in_review' ? 'the author' : 'the head of unit',
    told: bothGet('status_changed withdrawn'),
    prepare: () => withdrawn(from === 'in_review' ? world.investigator : world.lead, from),
  })),
  {
    from: 'submitted',
    action: 'claim',
    by: 'the desk',
    told: bothGet('digest: review_started in_review'),
    prepare: () => inStatus('submitted', claim),
  },
  ...(['return', 'reject', 'accept'] as const).map((action) => ({
    from: 'in_review' as const,
    action,
    by: 'the desk',
    told: bothGet(`status_changed ${{ return: 'returned', reject: 'rejected', accept: 'accepted' }[action]}`),
    prepare: () => inStatus('in_review', (id) => decide(id, action)),
  })),
  ...(['returned', 'rejected'] as const).map((from) => ({
    from,
    action: 'close' as const,
    by: 'time',
    told: bothGet('status_changed closed'),
    prepare: () => uncorrected(from === 'returned' ? 'return' : 'reject'),
  })),
  {
    from: 'accepted',
    action: 'answer',
    by: 'the desk',
    told: bothGet('status_changed answered'),
    prepare: async () => {
      const { id, release } = await accepted();
      return { id, act: release };
    },
  },
  {
    from: 'answered',
    action: 'close',
    by: 'time',
    told: bothGet('status_changed closed'),
    prepare: async () => {
      const { id, release } = await accepted();
      await release();
      return { id, act: () => keepAnswers({ ...world.services, store }, later) };
    },
  },
];

test('the table below has each change of status that a person or time can make', () => {
  const isListed = ({ from, action }: { from: string; action: string }) =>
    rows.some((row) => row.from === from && row.action === action);
  const changes = transitions.filter(({ from, to }) => to !== null && to !== from);
  expect(changes.filter((one) => !isListed(one))).toEqual([]);
});

test.each(rows)('$from, $action by $by: author and head of unit are told, each once', async (row) => {
  const { id, act } = await row.prepare();
  const before = await findRow(world, id);
  expect(before.status).toBe(row.from);
  world.mails.length = 0;
  await world.db.delete(digestEntries);
  await act();
  expect((await findRow(world, id)).status).not.toBe(row.from);
  expect(await toldAbout(id)).toEqual({
    investigator: [row.told.investigator],
    lead: [row.told.lead],
  });
});

test('each as they chose: a head of unit who wants none gets none, and may have the review at once', async () => {
  const { actor } = world.lead;
  await saveNotificationChoices(world.db, actor, { status_changed: 'off', review_started: 'now' });
  world.mails.length = 0;
  await world.db.delete(digestEntries);
  const { id } = await submitSample(world);
  await claim(id);
  expect(await toldAbout(id)).toEqual({
    investigator: ['legal_request_received', 'digest: review_started in_review'],
    lead: ['status_changed in_review'],
  });
});

test('nobody of another agency, and nobody of the desk by these mails', async () => {
  world.mails.length = 0;
  const { id } = await submitSample(world);
  const atDesk = world.mails.filter(({ values }) => values['url']?.endsWith(`/desk/requests/${id}`));
  const agency = world.mails.filter(({ values }) => values['url']?.endsWith(`example/requests/${id}`));
  expect(agency.map(({ to }) => to).toSorted()).toEqual(
    [world.investigator, world.lead].map(({ actor }) => actor.email).toSorted(),
  );
  expect(new Set(atDesk.map(({ template }) => template))).toEqual(new Set(['legal_request_submitted']));
});

/** What each of the agency got about this legal request, in mails and, marked, for the next digest. */
async function toldAbout(id: string): Promise<Record<Who, string[]>> {
  const listFor = async ({ actor }: TestPerson) => {
    const isAboutIt = (values: Record<string, string>) => values['url']?.includes(id) ?? false;
    const mails = world.mails.filter(({ to, values }) => to === actor.email && isAboutIt(values));
    const waiting = await world.db
      .select()
      .from(digestEntries)
      .where(eq(digestEntries.personId, actor.personId));
    return [
      ...mails.map(({ template, values }) => named(template, values)),
      ...waiting
        .filter(({ values }) => isAboutIt(values))
        .map(({ kind, values }) => `digest: ${named(kind, values)}`),
    ];
  };
  return { investigator: await listFor(world.investigator), lead: await listFor(world.lead) };
}

const named = (name: string, { status }: Record<string, string>) =>
  status === undefined ? name : `${name} ${status}`;
