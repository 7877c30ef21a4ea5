import { expect, type Page } from '@playwright/test';

import { de as words } from '#app/text/answers/de.ts';
import { de as uploads } from '#app/text/uploads/de.ts';

import { unlockUntil } from './unlock.ts';

/** What the desk and the agency do with an answer. */

/** Begins the answer to an accepted legal request, and says that data is delivered for every target. */
export async function beginAnswer(page: Page, legalRequestId: string): Promise<void> {
  await page.goto(`/desk/requests/${legalRequestId}/answer`);
  const begin = page.getByRole('button', { name: words.begin });
  await unlockUntil(page, begin);
  await begin.click();
  const outcomes = page.getByRole('combobox', { name: new RegExp(`^${words.outcome}`) });
  await expect(outcomes.first()).toBeVisible();
  for (const outcome of await outcomes.all()) await outcome.selectOption('delivered');
}

export const chooseAnswerFiles = (page: Page, files: Parameters<Page['setInputFiles']>[1]) =>
  page.locator('input[type="file"]').first().setInputFiles(files);

export const untilUploaded = (page: Page, name: string, timeout = 120_000) =>
  expect(page.getByRole('listitem').filter({ hasText: name }).getByText(uploads.states.complete)).toBeVisible(
    { timeout },
  );

/** Checks and signs as the first of two people. */
export async function signAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.check }).click();
  await page.getByRole('button', { name: words.sign }).click();
  await expect(page.getByText(words.mine)).toBeVisible({ timeout: 60_000 });
}

/** Verifies and releases as the second. */
export async function releaseAnswer(page: Page, legalRequestId: string): Promise<void> {
  await page.goto(`/desk/requests/${legalRequestId}/answer`);
  await unlockUntil(page, page.getByText(words.valid));
  await page.getByRole('button', { name: words.release }).click();
  // The heading alone says nothing where an earlier answer was released.
  await expect(page.getByText(words.valid)).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('heading', { name: words.released })).toBeVisible({ timeout: 60_000 });
}

/** Opens the newest answer on the agency's side and waits until it is verified there. */
export async function openAnswer(page: Page, legalRequestId: string): Promise<void> {
  await page.goto(`/requests/${legalRequestId}`);
  await page.getByRole('link', { name: words.open }).last().click();
  await unlockUntil(page, page.getByText(words.valid));
}
