/** What the desk's people share: who looks at what, and lists that say what they show. */
import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';

import { queryDatabase } from './gnupg-check.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import type { Portal } from './portal.ts';
import { expect, test } from './test.ts';

test('two reviewers see who looks at a legal request, and one takes it over', async ({ world }) => {
  const { investigator, dpo, counsel } = world;
  const id = await beginDraft(investigator.page, 'subscriber_data');
  const today = toDate(new Date());
  await fillForm(investigator.page, sampleAnswers('subscriber_data', today, 'beispielpost.example'), []);
  const reference = await submit(investigator.page);

  const says = (page: Page, words: string) => expect(page.getByText(words, { exact: true })).toBeVisible();
  const mine = 'Sie sehen sich dieses Ersuchen gerade an. Die anderen sehen das.';
  // The first look changes the status, and the page is asked for anew: what else it had asked for then would be broken off.
  const costs: string[] = [];
  dpo.page.on('request', (sent) => void (/\/costs/.test(sent.url()) && costs.push(sent.url())));
  await dpo.page.goto(`/desk/requests/${id}`);
  await says(dpo.page, mine);
  await expect(dpo.page.getByText('In Prüfung', { exact: true }).first()).toBeVisible();
  expect(costs.filter((url) => !url.includes('/assets/'))).toEqual([]);

  await counsel.page.goto('/desk');
  const row = counsel.page.getByRole('row').filter({ hasText: reference });
  await expect(row).toContainText('Dora Datenschutz');
  await row.getByRole('link', { name: reference }).click();
  await says(counsel.page, 'Dora Datenschutz sieht sich dieses Ersuchen gerade an.');
  await counsel.page.getByRole('button', { name: 'Trotzdem übernehmen' }).click();
  await says(counsel.page, mine);

  await dpo.page.reload();
  await says(dpo.page, 'Robert Recht sieht sich dieses Ersuchen gerade an.');
  await counsel.page.getByRole('button', { name: 'Wieder freigeben' }).click();
  await says(counsel.page, 'Gerade sieht sich niemand dieses Ersuchen an.');
  await dpo.page.reload();
  await says(dpo.page, mine);
});

test('each filter shows as many as it says, and a view of it can be saved, used and removed', async ({
  world,
  portal,
}) => {
  const { page } = world.counsel;
  const ids = await insertListed(portal);
  try {
    for (const group of ['Wer am Zug ist', 'Schnellfilter']) {
      await page.goto('/desk');
      const names = await page.getByRole('navigation', { name: group }).getByRole('link').allTextContents();
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) await expectCounted(page, name);
    }
    await page.goto('/desk?turn=all');
    await page.getByText('Stand, Datenart, Behörde', { exact: true }).click();
    const field = page.getByLabel('Stand', { exact: true });
    const returned = await field.getByRole('option', { name: /^Zur Korrektur/ }).textContent();
    await field.selectOption({ label: returned ?? '' });
    await page.getByRole('button', { name: 'Anzeigen' }).click();
    await expect(page).toHaveURL(/status=returned/);
    await expectShown(page, returned ?? '');

    await page.goto('/desk?turn=all&emergency=1');
    await page.getByText('Diese Ansicht speichern').click();
    await page.getByLabel('Name der Ansicht').fill('Alle Eilfälle');
    await page.getByRole('button', { name: 'Speichern' }).click();
    const view = page.getByRole('link', { name: 'Alle Eilfälle', exact: true });
    await expect(view).toHaveAttribute('aria-current', 'true');
    await page.reload();
    await expect(view).toBeVisible();
    await page.goto('/desk');
    await view.click();
    await expect(page).toHaveURL(/turn=all&emergency=1/);
    // Others do not see it.
    await world.dpo.page.goto('/desk?turn=all&emergency=1');
    await expect(world.dpo.page.getByText('Diese Ansicht speichern')).toBeVisible();
    await expect(world.dpo.page.getByText('Alle Eilfälle', { exact: true })).toBeHidden();
    await page.getByRole('button', { name: 'Ansicht „Alle Eilfälle“ entfernen' }).click();
    await expect(view).toBeHidden();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(view).toBeHidden();
  } finally {
    await queryDatabase(portal, 'delete from legal_requests where id = any($1)', [ids]);
  }
});

/** Legal requests that stand in lists only: nobody opens them. */
async function insertListed(portal: Portal): Promise<string[]> {
  const kinds = [
    { status: 'submitted', priority: 'emergency', due: '2 hours' },
    { status: 'accepted', priority: 'emergency', due: '-1 hour' },
    { status: 'returned', priority: 'normal', due: '9 days' },
    { status: 'in_review', priority: 'normal', due: '-1 day' },
  ];
  const ids = kinds.map(() => uuidv7());
  for (const [index, { status, priority, due }] of kinds.entries())
    await queryDatabase(
      portal,
      `insert into legal_requests (id, reference, team_id, author_id, category, status, priority, file_number,
         current_revision, version, received_at, status_since, due_at)
       select $1, $2, team_id, id, 'traffic_data', $3, $4, '1 Js 1/26', 1, 1, now(), now(), now() + $5::interval
       from people where email = 'ermittlung@polizei.musterstadt.example'`,
      [ids[index], `AW-2026-90000${index}`, status, priority, due],
    );
  return ids;
}

/** Follows a filter's link, compares, and goes back to the plain list. */
async function expectCounted(page: Page, name: string): Promise<void> {
  await page.goto('/desk');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'true');
  await expectShown(page, name);
}

/** The list has as many rows as the number in brackets behind a filter's name says. */
async function expectShown(page: Page, name: string): Promise<void> {
  const count = Number(/\((\d+)\)$/.exec(name)?.[1]);
  expect(count, name).not.toBeNaN();
  await expect(page.getByRole('status').filter({ hasText: /Ersuchen$/ })).toHaveText(
    count === 1 ? '1 Ersuchen' : `${count} Ersuchen`,
  );
  await expect(page.getByRole('rowheader')).toHaveCount(Math.min(count, 25));
}
