import type { Page } from '@playwright/test';

import type { Answers } from '#app/legal-requests/form-answers.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as words } from '#app/text/legal-requests/de.ts';
import { draft, targets, taskList } from '#app/text/requests/form/de.ts';
import { start } from '#app/text/requests/list/de.ts';
import { sending } from '#app/text/requests/sending/de.ts';

import { makeOrderPdf } from './attachments.ts';
import { queryDatabase } from './gnupg-check.ts';
import {
  beginCorrection,
  beginDraft,
  expectStatus,
  fillForm,
  goOnToCheck,
  submit,
} from './legal-request-steps.ts';
import { openReview, proposeRejection, signAcceptance as signProposal } from './review-steps.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

test('after a failed attempt the errors change while somebody types, and the focus stays', async ({
  world,
}) => {
  const { page } = world.investigator;
  await beginDraft(page, 'traffic_data');
  await page.getByRole('link', { name: words.sections.targets.title }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie Ihre Angaben' });
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(words.fieldErrors.required);

  const first = page.locator('#targets-0');
  await first.pressSequentially('max');
  await expect(summary).toContainText(words.fieldErrors.email_invalid);
  await first.pressSequentially('.muster@beispielpost.example');
  await expect(first).toHaveValue('max.muster@beispielpost.example');
  await expect(first).toBeFocused();
  await expect(summary).toBeHidden();
});

/** Pastes a table of a hundred rows, one of them without a time zone, and puts that one right. */
async function pasteTable(page: Page): Promise<void> {
  const addresses = Array.from({ length: 99 }, (_, n) => `kunde${n}@beispielpost.example;;`);
  const table = ['E-Mail;IP-Adresse;Zeitpunkt;Zeitzone', ...addresses.map((row) => `${row};`)];
  const field = page.getByLabel('Zeilen aus einer Tabelle');
  const take = page.getByRole('button', { name: 'Zeilen übernehmen' });
  await page.getByText('Viele Kennungen auf einmal').click();
  await field.fill([...table, ';192.0.2.44;01.03.2026 14:30:05;'].join('\n'));
  await take.click();
  await expect(page.getByText('99 Kennungen übernommen')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '1 Zeile wurde nicht übernommen' })).toContainText(
    words.targetErrors.time_zone_missing,
  );
  await expect(field).toHaveValue(`${table[0] ?? ''}\n;192.0.2.44;01.03.2026 14:30:05;`);
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.getByRole('button', { name: targets.leaving.stay }).click();
  await field.fill(`${await field.inputValue()}Europe/Berlin`);
  await take.click();
  await expect(field).toHaveValue('');
  await expect(page.getByText('100 Kennungen', { exact: true })).toBeVisible();
}

/** A colleague throws away what somebody else is writing. */
async function discardCorrection(page: Page, id: string): Promise<void> {
  await page.goto(`/requests/${id}/edit`);
  const discard = page.getByRole('button', { name: taskList.discardCorrection });
  await unlockUntil(page, discard);
  await discard.click();
  await page.getByRole('button', { name: taskList.discardYes }).click();
  await page.waitForURL(`**/requests/${id}`);
}

test('a hundred identifiers from a table; the next category; a correction after a rejection', async ({
  world,
}) => {
  const { investigator, lead, dpo, counsel } = world;
  const { page } = investigator;
  const answers: Answers = {
    ...sampleAnswers('subscriber_data', toDate(new Date())),
    fileNumber: '300 Js 77/26',
    legalBasis: 'stpo_100j_2',
    targets: [],
  };
  const id = await beginDraft(page, 'subscriber_data');
  await fillForm(page, answers, [], async (section) => {
    if (section === 'targets') await pasteTable(page);
  });
  const reference = await submit(page, {});

  await page.getByRole('button', { name: `Weiter mit ${words.categories.traffic_data.name}` }).click();
  await page.waitForURL(/edit\?from=/);
  const procedure = page.getByRole('link', { name: words.sections.procedure.title });
  await unlockUntil(page, procedure);
  await procedure.click();
  await expect(page.locator('#fileNumber')).toHaveValue('300 Js 77/26');
  await page.getByRole('link', { name: 'Zur Übersicht' }).click();
  await page.getByRole('link', { name: words.sections.targets.title }).click();
  await expect(page.getByText('99 Kennungen', { exact: true })).toBeVisible();

  await openReview(dpo.page, reference);
  await proposeRejection(dpo.page, {
    field: words.fields.facts.label,
    reason: words.reasons.overbroad.title,
    text: 'So viele Kennungen trägt der Sachverhalt nicht.',
  });
  await openReview(counsel.page, reference);
  await signProposal(counsel.page);
  await expectStatus(page, id, 'rejected');
  await beginCorrection(page, id);
  await expect(page.getByText('So viele Kennungen trägt der Sachverhalt nicht.')).toBeVisible();
  await page.getByRole('link', { name: words.sections.facts.title }).last().click();
  await page.locator('#facts').fill('Alle hundert Konten');
  await expect(page.getByText(/^Gespeichert um/)).toBeVisible();
  await discardCorrection(lead.page, id);
  await page.locator('#facts').fill('Alle hundert Konten haben dieselbe Ware angeboten.');
  await page.getByRole('button', { name: draft.discarded.keepMine }).click();
  await expect(page.getByText(/^Gespeichert um/)).toBeVisible();
  await goOnToCheck(page);
  expect(await submit(page, {})).toBe(reference);
  await expectStatus(page, id, 'submitted');
});

test('an authority of another member state: its routes, its legal basis, its order', async ({
  world,
  portal,
}) => {
  const { page } = world.investigator;
  const moveTo = (country: string) =>
    queryDatabase(portal, `update teams set country = $1 where kind = 'agency'`, [country]);
  await moveTo('FR');
  try {
    await page.goto('/requests/new');
    await page.getByRole('radio', { name: words.options.foreignRoute.epoc.label }).check();
    await page.getByRole('radio', { name: words.categories.interception.name }).check();
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(start.routeUnfit);
    await page.getByRole('radio', { name: words.categories.subscriber_data.name }).check();
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    const route = page.getByRole('link', { name: words.sections.authority_route.title });
    await unlockUntil(page, route);
    await route.click();
    await expect(page.getByRole('radio', { name: words.options.foreignRoute.epoc.label })).toBeChecked();
    await page.locator('#foreignRouteReference').fill('EPOC-2026-FR-004711');
    await page.getByRole('link', { name: 'Zur Übersicht' }).click();

    const today = toDate(new Date());
    const answers: Answers = {
      ...sampleAnswers('subscriber_data', today, 'beispielpost.example'),
      // Nobody else's, so that there is no warning of a duplicate.
      fileNumber: '004711/26 EPOC',
      legalBasis: 'epoc_subscriber_data',
      orderingBodyKind: 'prosecution',
      orderFileNumber: '12 P 34/26',
      orderDate: today,
    };
    const order = { ...(await makeOrderPdf('EPOC.pdf', 'Anordnung')), kind: 'judicial_order' as const };
    await fillForm(page, answers, [order], async (section) => {
      if (section === 'legal_basis') await expect(page.locator('input[name="legalBasis"]')).toHaveCount(1);
    });
    await page.getByRole('checkbox', { name: /Ich bin befugt/ }).check();
    const refusal = { code: 'submission_forbidden', details: { rules: ['order_not_too_old'] } };
    await page.route('**/submission', (sent) => sent.fulfill({ status: 422, json: refusal }), { times: 1 });
    await page.getByRole('button', { name: sending.button }).click();
    await expect(page.getByRole('alert').filter({ hasText: sending.failedTitle })).toContainText(
      words.checks.order_not_too_old.problem,
    );
    expect(await submit(page)).toMatch(/^AW-/);
  } finally {
    await moveTo('DE');
  }
});
