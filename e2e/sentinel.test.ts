import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page, Request } from '@playwright/test';
import pg from 'pg';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as words } from '#app/text/legal-requests/de.ts';
import { de as notifications } from '#app/text/notifications/de.ts';

import {
  beginAnswer,
  chooseAnswerFiles,
  openAnswer,
  releaseAnswer,
  signAnswer,
  untilUploaded,
} from './answer-steps.ts';
import { makeOrderPdf, makeScan, type Attachment } from './attachments.ts';
import { decryptsWithPrograms, exportTeamKey, storedFilesOf } from './gnupg-check.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import type { Portal } from './portal.ts';
import {
  openReview,
  openReviewOf,
  proposeAcceptance,
  returnWithFinding,
  signAcceptance,
} from './review-steps.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

const sentinel = 'Wachposten7391Zitrone';

/** As it would stand in a body, in a row or in a file: plain, in UTF-16, in base64 at each of its three offsets. */
const disguises = [
  Buffer.from(sentinel),
  Buffer.from(sentinel, 'utf16le'),
  ...[0, 1, 2].map((offset) => {
    const encoded = Buffer.from(`${'x'.repeat(offset)}${sentinel}`).toString('base64');
    return Buffer.from(encoded.slice(4, -4));
  }),
];

const betrays = (octets: Buffer) => disguises.some((disguise) => octets.includes(disguise));

/** Every address, header and body that the browsers send. */
function recordRequests(contexts: readonly BrowserContext[]): Request[] {
  const sent: Request[] = [];
  for (const context of contexts) context.on('request', (request) => sent.push(request));
  return sent;
}

function findInRequests(sent: readonly Request[]): string[] {
  return sent
    .filter((request) => {
      const body = request.postDataBuffer();
      return (
        betrays(Buffer.from(`${decodeURI(request.url())}\n${JSON.stringify(request.headers())}`)) ||
        (body !== null && betrays(body))
      );
    })
    .map((request) => `${request.method()} ${request.url()}`);
}

/** Every row of every table, as PostgreSQL writes it, octets in plain. */
async function findInDatabase(portal: Portal): Promise<string[]> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'pgboss', 'drizzle')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
      const isFound = rows.some((row) =>
        Object.values(row).some((value) =>
          betrays(Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '')),
        ),
      );
      if (isFound) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Stored uploads with their names, mails, logs, and PostgreSQL's own files. */
function findInFiles({ dataFolder }: Portal): string[] {
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => betrays(Buffer.from(file)) || betrays(readFileSync(file)));
}

test('a sentinel in every sealed place is found nowhere outside the browsers (promise 1)', async ({
  world,
  portal,
}) => {
  test.setTimeout(480_000);
  const { investigator, lead, dpo } = world;
  const sent = recordRequests([investigator.context, dpo.context]);
  const order = await makeOrderPdf(`${sentinel} Beschluss.pdf`, sentinel);
  const scan = makeScan(`${sentinel}.png`, sentinel);
  const letter: Attachment = {
    name: `${sentinel}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${sentinel}\n`.repeat(2000)),
  };
  const answers = {
    ...sampleAnswers('interception', toDate(new Date()), 'beispielpost.example'),
    orderingBodyName: `Amtsgericht ${sentinel}`,
    orderFileNumber: `Gs ${sentinel}`,
    facts: sentinel,
    deliveryPoint: sentinel,
    deliveryReference: sentinel,
    contactName: sentinel,
    contactRank: sentinel,
    contactEmail: `${sentinel}@polizei.musterstadt.example`,
    targets: [{ kind: 'email' as const, address: `${sentinel.toLowerCase()}@beispielpost.example` }],
  };

  const id = await beginDraft(investigator.page, 'interception');
  await fillForm(investigator.page, answers, [
    { ...order, kind: 'judicial_order' },
    { ...scan, kind: 'other' },
    { ...letter, kind: 'request_letter' },
  ]);
  const reference = await submit(investigator.page);

  await openReview(dpo.page, reference);
  await expect(dpo.page.getByText(`Amtsgericht ${sentinel}`).first()).toBeVisible();
  await expect(dpo.page.getByText(`${sentinel} Beschluss.pdf`).first()).toBeVisible();
  await dpo.page.getByLabel('Neue Notiz').fill(`Notiz ${sentinel}`);
  await dpo.page.getByRole('button', { name: 'Notiz speichern' }).click();
  await expect(dpo.page.getByText(`Notiz ${sentinel}`).first()).toBeVisible();
  await dpo.page.goto(`/desk/requests/${id}/messages`);
  await unlockUntil(dpo.page, dpo.page.getByLabel('Ihre Nachricht'));
  await dpo.page.getByLabel('Ihre Nachricht').fill(`Nachricht ${sentinel}`);
  await dpo.page.getByRole('radio', { name: 'Antworten' }).check();
  await dpo.page.locator('input[type="file"]').setInputFiles(letter);
  await expect(dpo.page.getByText('Verschlüsselt übertragen', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect(dpo.page.getByText(/Verschlüsselt gespeichert um/)).toBeVisible();
  await dpo.page.getByRole('button', { name: 'Verschlüsseln und senden' }).click();
  await expect(dpo.page.getByText('Ihre Nachricht ist gesendet.')).toBeVisible();
  await expect(dpo.page.getByText(`Nachricht ${sentinel}`)).toBeVisible();
  await openReviewOf(dpo.page, id);
  await returnWithFinding(dpo.page, {
    field: words.fields.facts.label,
    reason: words.reasons.overbroad.title,
    text: `Mangel ${sentinel}`,
  });

  expect(sent.length).toBeGreaterThan(20);
  expect(findInRequests(sent), 'requests').toEqual([]);
  expect(await findInDatabase(portal), 'tables').toEqual([]);
  expect(findInFiles(portal), 'files').toEqual([]);

  // The test can find what it looks for: the agency's exported key opens the stored files.
  const key = await exportTeamKey(lead.page);
  const originals = [order.buffer, scan.buffer, letter.buffer];
  expect(await decryptsWithPrograms(key, await storedFilesOf(portal, id), originals)).toBe(true);
  expect(betrays(letter.buffer) && betrays(Buffer.from(JSON.stringify(answers)))).toBe(true);
});

test('nor is one in an answer, its manifest and its certificate, in mails and in the calendar (promise 1)', async ({
  world,
  portal,
}) => {
  test.setTimeout(480_000);
  const { investigator, lead, dpo, counsel, clerk } = world;
  const people = [investigator, dpo, counsel, clerk];
  const sent = recordRequests(people.map(({ context }) => context));
  const address = `${sentinel.toLowerCase()}@beispielpost.example`;
  const answers = {
    ...sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example'),
    facts: sentinel,
    targets: [{ kind: 'email' as const, address }],
  };
  const mailbox: Attachment = {
    name: `${sentinel}.mbox`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${sentinel}\n`.repeat(2000)),
  };

  const id = await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answers, []);
  const reference = await submit(investigator.page);
  const calendars = await Promise.all([investigator.page, dpo.page].map(openCalendar));
  await openReview(counsel.page, reference);
  await proposeAcceptance(counsel.page);
  await openReview(dpo.page, reference);
  await signAcceptance(dpo.page);
  await beginAnswer(clerk.page, id);
  await chooseAnswerFiles(clerk.page, mailbox);
  await untilUploaded(clerk.page, mailbox.name);
  await signAnswer(clerk.page);
  await releaseAnswer(dpo.page, id);
  await openAnswer(investigator.page, id);
  await expect(investigator.page.getByText(mailbox.name).first()).toBeVisible();
  await expect(investigator.page.getByText(address, { exact: false }).first()).toBeVisible();

  expect(findInRequests(sent), 'requests').toEqual([]);
  expect(await findInDatabase(portal), 'tables').toEqual([]);
  expect(findInFiles(portal), 'files').toEqual([]);
  for (const url of calendars) {
    const calendar = await (await fetch(url)).text();
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(calendar.includes(sentinel) || calendar.includes(answers.fileNumber)).toBe(false);
  }
  const key = await exportTeamKey(lead.page);
  expect(await decryptsWithPrograms(key, await storedFilesOf(portal, id), [mailbox.buffer])).toBe(true);
});

/** Makes the secret address of the person's deadlines. */
async function openCalendar(page: Page): Promise<string> {
  await page.goto('/account/notifications');
  await page.getByRole('button', { name: notifications.calendar.create }).click();
  return page.getByLabel(notifications.calendar.label).inputValue();
}
