import de from '#app/text/de.ts';

import { expect, test } from './test.ts';

test('where an answer cannot be read, the page says so and leads on', async ({ world }) => {
  const { page, complaints } = world.investigator;
  await page.goto('/requests');
  const menu = page.getByRole('navigation', { name: de.layout.navigation });
  const colleagues = menu.getByRole('link', { name: de.layout.menu.colleagues });
  await page.route('**/colleagues.data*', (route) =>
    route.fulfill({ status: 200, body: 'not what it says' }),
  );
  await colleagues.click();
  await expect(page.getByRole('heading', { level: 1, name: de.errors.titles.failed })).toBeVisible();
  // The failure itself is told; nothing of the policy's.
  expect(complaints.splice(0).filter((text) => /Trusted|Security Policy/.test(text))).toEqual([]);

  await page.getByRole('link', { name: de.errors.toStart }).click();
  await expect(page.getByRole('heading', { level: 1, name: de.publicPages.start.title })).toBeVisible();
  await expect(colleagues).toBeVisible();
});
