import { de as words } from '#app/text/legal-requests/de.ts';

import { beginDraft } from './legal-request-steps.ts';
import { expect, test } from './test.ts';

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
