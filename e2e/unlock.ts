import { expect, type Locator, type Page } from '@playwright/test';

/**
 * After a reload the keys are locked: one touch of the passkey, until `wanted` is there. Does nothing when it is there
 * already. Repeats the touch, because a click on a page that is not alive yet is lost, for people as for tests.
 */
export async function unlockUntil(page: Page, wanted: Locator): Promise<void> {
  const button = page.getByRole('button', { name: 'Mit Passkey aufschließen' });
  await expect(async () => {
    await button.or(wanted).first().waitFor({ timeout: 10_000 });
    if (await button.isVisible()) await button.click({ timeout: 2000 });
    await expect(wanted).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
}

/**
 * Signs in by a touch, until the page `home` is there. A virtual device may choose its passkey from the list on the page by
 * itself, and be faster than the click.
 */
export async function signInUntil(page: Page, button: Locator, home: RegExp): Promise<void> {
  await page.goto('/sign-in');
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 2000 });
    await expect(page).toHaveURL(home, { timeout: 5000 });
  }).toPass({ timeout: 60_000 });
}
