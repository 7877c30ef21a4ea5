import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

import { categories } from '#app/legal-requests/legal-request-values.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
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
import { confirmEmergency, openMessages, sendMessage, writeMessage } from './exchange-steps.ts';
import {
  decryptsWithPrograms,
  exportTeamKey,
  openWithKey,
  queryDatabase,
  storedFilesOf,
} from './gnupg-check.ts';
import { beginCorrection, beginDraft, fillForm, submit } from './legal-request-steps.ts';
import type { Portal } from './portal.ts';
import {
  openReview,
  openReviewOf,
  proposeAcceptance,
  recordCallBack,
  returnWithFinding,
  signAcceptance,
} from './review-steps.ts';
import {
  betrays,
  findInDatabase,
  findInFiles,
  findOnTape,
  isOnTape,
  sentinel,
  sentinelAnswers,
  watchCallsElsewhere,
  writtenFields,
} from './sentinel.ts';
import { expect, test } from './test.ts';

test.use({ isTaped: true });

const letter: Attachment = {
  name: `${sentinel}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(`${sentinel}\n`.repeat(2000)),
};

/**
 * Searches everything that left the browsers. First that it would be found: what is public stands on the tape, and so does
 * the ciphertext of what is not.
 */
async function expectNothingBetrayed(portal: Portal, { fileNumber }: Answers, storedFile: string) {
  expect(isOnTape(portal, fileNumber), 'a public answer on the tape').toBe(true);
  const middle = readFileSync(storedFile).subarray(700, 828);
  expect(isOnTape(portal, middle), 'an uploaded ciphertext on the tape').toBe(true);

  expect.soft(findOnTape(portal), 'requests').toEqual([]);
  expect.soft(await findInDatabase(portal), 'tables').toEqual([]);
  expect.soft(findInFiles(portal), 'files').toEqual([]);
  expect.soft(betrays(portal.printed()), 'what the server wrote to the terminal').toBe(false);
}

/** The sentinel really is in the sealed form, in every field of the category that takes words and applies. */
async function expectInForm(portal: Portal, key: string, id: string, answers: Answers) {
  const [row] = await queryDatabase<{ sealed: Buffer }>(
    portal,
    'select sealed_form as sealed from revisions where legal_request_id = $1 and number = 1',
    [id],
  );
  const form = JSON.parse(await openWithKey(key, row?.sealed ?? Buffer.alloc(0))) as { answers: Answers };
  const { overrides: _overrides, ...typed } = answers;
  expect(form.answers).toMatchObject(typed);
}

test('every sealed field that takes words carries a sentinel in one of the forms below', () => {
  const carrying = new Set(
    categories.flatMap((category) => {
      const answers = sentinelAnswers(category);
      return writtenFields(category).filter((key) =>
        betrays(Buffer.from(JSON.stringify(key === 'attachments' ? '' : answers[key]))),
      );
    }),
  );
  const missing = new Set(categories.flatMap(writtenFields)).difference(carrying);
  expect([...missing]).toEqual([
    // Asked of authorities of other countries only, and typed into the same control as the others.
    'foreignRouteReference',
    'assistingAuthority',
    // A reference AW-… and nothing else.
    'earlierReference',
  ]);
});

test('a sentinel in a form, its files, notes, findings, messages and drafts is found nowhere outside the browsers (promise 1)', async ({
  world,
  portal,
}) => {
  test.setTimeout(480_000);
  const { investigator, lead, dpo } = world;
  const elsewhere = watchCallsElsewhere(portal, [investigator.context, dpo.context]);
  const order = await makeOrderPdf(`${sentinel} Beschluss.pdf`, sentinel);
  const scan = makeScan(`${sentinel}.png`, sentinel);
  const answers = sentinelAnswers('interception');

  const id = await beginDraft(investigator.page, 'interception');
  await fillForm(investigator.page, answers, [
    { ...order, kind: 'judicial_order' },
    { ...scan, kind: 'other' },
    { ...letter, kind: 'request_letter' },
  ]);
  const reference = await submit(investigator.page, {});

  await openReview(dpo.page, reference);
  await expect(dpo.page.getByText(`${sentinel} Beschluss.pdf`).first()).toBeVisible();
  await dpo.page.getByLabel('Neue Notiz').fill(`Notiz ${sentinel}`);
  await dpo.page.getByRole('button', { name: 'Notiz speichern' }).click();
  await expect(dpo.page.getByText(`Notiz ${sentinel}`).first()).toBeVisible();
  for (const [page, path] of [
    [dpo.page, `/desk/requests/${id}/messages`],
    [investigator.page, `/requests/${id}/messages`],
  ] as const) {
    await openMessages(page, path);
    await writeMessage(page, `Nachricht ${sentinel}`);
    await sendMessage(page, letter);
    await writeMessage(page, `Ungesendet ${sentinel}`);
  }
  await openReviewOf(dpo.page, id);
  await returnWithFinding(dpo.page, {
    field: words.fields.facts.label,
    reason: words.reasons.overbroad.title,
    text: `Mangel ${sentinel}`,
  });
  await beginCorrection(investigator.page, id);
  await investigator.page.getByRole('link', { name: words.sections.facts.title }).last().click();
  await investigator.page.locator('#facts').fill(`Korrektur ${sentinel}`);
  await expect(investigator.page.locator('.draft-status')).toHaveAttribute('data-phase', 'saved');

  const files = await storedFilesOf(portal, id);
  await expectNothingBetrayed(portal, answers, files[0] ?? '');
  expect(elsewhere).toEqual([]);
  const [draft] = await queryDatabase<{ sealed: Buffer }>(
    portal,
    'select sealed from drafts where legal_request_id = $1',
    [id],
  );
  expect(isOnTape(portal, draft?.sealed ?? Buffer.alloc(0)), 'the sealed draft on the tape').toBe(true);

  // The agency's exported key opens what was searched.
  const key = await exportTeamKey(lead.page);
  const originals = [order.buffer, scan.buffer, letter.buffer];
  expect(await decryptsWithPrograms(key, files, originals)).toBe(true);
  expect(await openWithKey(key, draft?.sealed ?? Buffer.alloc(0))).toContain(`Korrektur ${sentinel}`);
  await expectInForm(portal, key, id, answers);
});

test('nor is one in an emergency with every kind of target, in its call-back, an answer, mails and the calendar (promise 1)', async ({
  world,
  portal,
}) => {
  test.setTimeout(480_000);
  const { investigator, lead, dpo, counsel, clerk } = world;
  const people = [investigator, dpo, counsel, clerk];
  const elsewhere = watchCallsElsewhere(
    portal,
    people.map(({ context }) => context),
  );
  const answers = sentinelAnswers('subscriber_data');
  const mailbox: Attachment = { ...letter, name: `${sentinel}.mbox` };

  const id = await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answers, []);
  const reference = await submit(investigator.page, { ip_address_allowed: `Geprüft: ${sentinel}` });
  const calendars = await Promise.all([investigator.page, dpo.page].map(openCalendar));
  await openReview(counsel.page, reference);
  await expect(counsel.page.getByText(`Geprüft: ${sentinel}`)).toBeVisible();
  await recordCallBack(counsel.page, sentinel, toDate(new Date()));
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
  await expect(investigator.page.getByText(sentinel, { exact: false }).first()).toBeVisible();

  const files = await storedFilesOf(portal, id);
  await expectNothingBetrayed(portal, answers, files[0] ?? '');
  expect(elsewhere).toEqual([]);
  for (const url of calendars) {
    const calendar = await (await fetch(url)).text();
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(betrays(Buffer.from(calendar)) || calendar.includes(answers.fileNumber)).toBe(false);
  }
  const key = await exportTeamKey(lead.page);
  expect(await decryptsWithPrograms(key, files, [mailbox.buffer])).toBe(true);
  await expectInForm(portal, key, id, answers);
});

test('nor is one in a seizure, in an order of a prosecutor and in its confirmation (promise 1)', async ({
  world,
  portal,
}) => {
  test.setTimeout(480_000);
  const { investigator, lead, dpo } = world;
  const { page } = investigator;
  const key = await exportTeamKey(lead.page);
  for (const category of ['mailbox_seizure', 'traffic_data'] as const) {
    const answers = sentinelAnswers(category);
    const id = await beginDraft(page, category);
    await fillForm(page, answers, [{ ...letter, kind: 'judicial_order' }]);
    const reference = await submit(page, {});
    if (category === 'traffic_data') {
      await page.goto(`/requests/${id}`);
      await confirmEmergency(page, answers.orderDate, sentinel);
      await openReview(dpo.page, reference);
      await confirmEmergency(dpo.page, answers.orderDate, sentinel);
    }
    const [file = ''] = await storedFilesOf(portal, id);
    await expectNothingBetrayed(portal, answers, file);
    await expectInForm(portal, key, id, answers);
  }
});

/** Makes the secret address of the person's deadlines. */
async function openCalendar(page: Page): Promise<string> {
  await page.goto('/account/notifications');
  await page.getByRole('button', { name: notifications.calendar.create }).click();
  return page.getByLabel(notifications.calendar.label).inputValue();
}
