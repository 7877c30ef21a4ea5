/** A whole year through the domain, with the shares of 2023, gives the table that was published for 2023. */
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { createDraft } from '#app/legal-requests/drafts.server.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { claimLegalRequest } from '#app/review/claims.server.ts';
import { keepDeadlines } from '#app/review/keep-deadlines.server.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';
import { pgpKeys, teams } from '#db/schema.ts';
import { prepareAs, releaseAs } from '#test/answers/answer-world.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createFile,
  createSubmissionWorld,
  now,
  prepareSubmission,
  submitAs,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import { decideAs, prepareDecision, type DecisionWish } from '#test/review/desk-world.ts';

import { computeYear, recomputeYear } from './compute-year.server.ts';
import { readYears } from './import-years.ts';
import { tenthsOfPercent } from './percent.ts';
import provider from './provider-reports.json' with { type: 'json' };

let database: TestDatabase;
let world: SubmissionWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  await world.db.update(pgpKeys).set({ certifiedBy: 'intake' }).where(eq(pgpKeys.teamId, world.agency.id));
});
afterAll(() => database.close());

const settings = {
  providerName: 'Testpost',
  providerCountry: 'DE',
  reportSmallNumbers: 'off',
} as const;

interface Wish {
  category?: Category;
  /** Of an agency abroad; null for the domestic one. */
  country?: string | null;
}

/** Written, sealed, signed and submitted as a browser does it. @returns id and the hash that decisions name */
async function submit({ category = 'subscriber_data', country = null }: Wish = {}) {
  const person = country === null ? world.investigator : world.stranger;
  const team = country === null ? world.agency : world.otherAgency;
  if (country !== null) await world.db.update(teams).set({ country }).where(eq(teams.id, team.id));
  const id = await createDraft(world.db, person.actor, category, now);
  const files =
    category === 'subscriber_data' && country === null
      ? []
      : [await createFile(world, id, 'judicial_order', person, team)];
  const foreign =
    country === null
      ? {}
      : {
          foreignRoute: 'mutual_legal_assistance' as const,
          foreignRouteReference: 'RH 1/26',
          legalBasis: `irg_${category}`,
          orderDate: '2026-11-20',
        };
  const answers = { ...sampleAnswers(category, '2026-11-24', 'post.example'), ...foreign };
  const prepared = await prepareSubmission(world, id, {
    category,
    answers,
    files,
    team,
    country: country ?? 'DE',
  });
  await submitAs(world, person, id, prepared);
  return { id, manifestSha256: prepared.manifestSha256 };
}

async function decide({ id, manifestSha256 }: Awaited<ReturnType<typeof submit>>, wish: DecisionWish) {
  await claimLegalRequest(world.db, world.clerk.actor, id, { takeOver: false }, now);
  const prepared = await prepareDecision(world, id, { ...wish, changed: { manifestSha256 } });
  await decideAs(world, world.dpo, id, prepared);
  if (wish.decision !== 'return') await decideAs(world, world.counsel, id, prepared);
}

async function answer(id: string) {
  await prepareAs(world, world.clerk, id);
  await releaseAs(world, world.counsel, id);
}

/** Unencrypted mails and faxes: refused, their content not kept; all that is left of them are events. */
async function refuse(channel: 'plain_mail' | 'fax', code: string) {
  const objectId = uuidv7();
  const facts = { country: 'DE', agencyKind: 'police', category: 'subscriber_data' };
  const event = { objectType: 'arrival' as const, objectId, actorId: null, at: now };
  await world.db.transaction(async (tx) => {
    const receivedAt = now.toISOString();
    const senderDomain = channel === 'plain_mail' ? 'polizei.example' : null;
    await appendEvent(tx, {
      ...event,
      type: 'arrived',
      payload: { channel, receivedAt, senderDomain, ...facts },
    });
    await appendEvent(tx, { ...event, type: 'refused', payload: { code } });
  });
}

test('133 requests as in 2023 give the table of 2023', { timeout: 240_000 }, async () => {
  for (let index = 0; index < 36; index += 1) await refuse('plain_mail', 'channel_plaintext');
  for (let index = 0; index < 8; index += 1) await refuse('fax', 'channel_fax');

  const domestic = [];
  for (let index = 0; index < 83; index += 1) domestic.push(await submit());
  for (let index = 0; index < 3; index += 1) domestic.push(await submit({ category: 'mailbox_seizure' }));
  const foreign = [
    await submit({ country: 'FR' }),
    await submit({ country: 'AT' }),
    await submit({ country: 'US' }),
  ];
  // One is rejected and never corrected; of the others some are answered and some still wait for it.
  const [rejected, ...accepted] = domestic;
  await decide(rejected!, { decision: 'reject' });
  for (const one of [...accepted, ...foreign]) await decide(one, { decision: 'accept' });
  for (const { id } of accepted.slice(0, 20)) await answer(id);
  await keepDeadlines(world.services, new Date(now.getTime() + days(30)));

  const { figures, basis } = await computeYear(world.db, settings, 2026, now);
  const published = readYears(JSON.stringify(provider), 'json').find(({ year }) => year === 2023)!;
  expect(figures.total).toBe(published.total);
  // Every figure that was published for 2023, on every axis.
  let compared = 0;
  for (const [axis, counts] of Object.entries(published.axes))
    for (const [key, count] of Object.entries(counts)) {
      if (count === null) continue;
      expect(figures.axes[axis as keyof typeof figures.axes][key], `${axis}.${key}`).toBe(count);
      compared += 1;
    }
  expect(compared).toBe(16);
  expect(figures.inadmissible).toBe(published.inadmissible);
  const percentOf = (count: unknown) => (tenthsOfPercent(Number(count), figures.total) ?? 0) / 10;
  expect(percentOf(figures.axes.channel['plain_mail'])).toBe(27.1);
  expect(percentOf(figures.axes.channel['fax'])).toBe(6);
  expect(percentOf(figures.axes.outcome['finally_rejected'])).toBe(33.8);
  expect(figures.axes.outcome).toMatchObject({ answered: 20, in_process: 68, finally_rejected: 45 });

  // Rebuilt from the same events, also when others have come since.
  await submit();
  expect(canonicalJson(await recomputeYear(world.db, 2026, basis))).toBe(canonicalJson(figures));
  expect((await computeYear(world.db, settings, 2026, now)).figures.total).toBe(134);
});
