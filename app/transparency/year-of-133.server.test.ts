/** A whole year through the domain, mails and faxes included, with the shares of 2023, gives the table that was published for 2023. */
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import { createDraft } from '#app/legal-requests/drafts.server.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { describeArrival } from '#app/mail-intake/change-arrivals.server.ts';
import { recordPaper } from '#app/mail-intake/register.server.ts';
import { takeInMail } from '#app/mail-intake/take-in-mail.server.ts';
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
import { createIntakeServices } from '#test/mail-intake/intake-world.ts';
import { decideAs, prepareDecision, type DecisionWish } from '#test/review/desk-world.ts';

import { computeYear, recomputeYear } from './compute-year.server.ts';
import { readYears } from './import-years.ts';
import { tenthsOfPercent } from './percent.ts';
import provider from './provider-reports.json' with { type: 'json' };

let database: TestDatabase;
let world: SubmissionWorld;
let intake: Awaited<ReturnType<typeof createIntakeServices>>;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  intake = await createIntakeServices(database.db);
  await world.db.update(pgpKeys).set({ certifiedBy: 'intake' }).where(eq(pgpKeys.teamId, world.agency.id));
});
afterAll(async () => {
  await database.close();
  await intake.removeFolder();
});

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
  await claimLegalRequest(world.services, world.clerk.actor, id, { takeOver: false }, now);
  const prepared = await prepareDecision(world, id, { ...wish, changed: { manifestSha256 } });
  await decideAs(world, world.dpo, id, prepared);
  if (wish.decision !== 'return') await decideAs(world, world.counsel, id, prepared);
}

async function answer(id: string) {
  await prepareAs(world, world.clerk, id);
  await releaseAs(world, world.counsel, id);
}

/** An unencrypted mail, refused as it comes in; staff says afterwards what it was about. */
async function refuseMail(index: number) {
  const mail = [
    'From: Kripo Musterstadt <kripo@polizei.example>',
    'To: ersuchen@post.example',
    `Message-ID: <${index}@polizei.example>`,
    `Subject: Bestandsdaten ${index}`,
    '',
    'Bitte nennen Sie den Inhaber von erika@post.example.',
  ].join('\r\n');
  const { arrivalId, state } = await takeInMail(
    intake.services,
    Readable.from([Buffer.from(mail)]),
    'kripo@polizei.example',
    now,
  );
  expect(state).toBe('refused');
  const description = {
    country: 'DE',
    agencyKind: 'police',
    category: 'subscriber_data',
    reference: '',
  } as const;
  await describeArrival(world.db, world.clerk.actor, arrivalId, description, now);
}

/** A fax as the clerk records it. */
const refuseFax = () =>
  recordPaper(
    world.db,
    world.clerk.actor,
    {
      channel: 'fax',
      what: 'new',
      agency: 'new',
      name: 'Polizei Hinterwald',
      country: 'DE',
      agencyKind: 'police',
      category: 'subscriber_data',
      receivedOn: '2026-11-24',
      fileNumber: '',
    },
    now,
  );

test('133 requests as in 2023 give the table of 2023', { timeout: 240_000 }, async () => {
  for (let index = 0; index < 36; index += 1) await refuseMail(index);
  for (let index = 0; index < 8; index += 1) await refuseFax();

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
