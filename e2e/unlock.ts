import { expect, type Page } from '@playwright/test';

/** After a reload the keys are locked: one touch of the passkey. Does nothing when they are not. */
export async function unlock(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Mit Passkey aufschließen' });
  const ready = page.locator('main h1');
  await button.or(ready).first().waitFor();
  if (!(await button.isVisible())) return;
  await button.click();
  await expect(button).toBeHidden();
}
