import { expect, test } from './test.ts';

test('staff and an agency register, get their keys and are admitted', async ({ world }) => {
  await expect(world.investigator.page.getByRole('banner')).toContainText('Ina Ermittlung');
  await world.dpo.page.goto('/desk');
  await expect(world.dpo.page.getByRole('heading', { level: 1 })).toBeVisible();
});
