import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';

import { makeOrderPdf } from './attachments.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { visitedPages } from './pages.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, name).toEqual([]);
}

async function expectToFit(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name} at 360 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('axe finds nothing and nothing overflows, on every page', async ({ world, newPerson }) => {
  test.setTimeout(900_000);
  const guest = await newPerson();
  const { page: investigator } = world.investigator;
  const answers = sampleAnswers('traffic_data', toDate(new Date()), 'beispielpost.example');
  const id = await beginDraft(investigator, 'traffic_data');
  await expectAccessible(investigator, 'task list');
  await expectToFit(investigator, 'task list');
  const order = { ...(await makeOrderPdf('Beschluss.pdf', 'Anordnung')), kind: 'judicial_order' as const };
  await fillForm(investigator, answers, [order], async (section) => {
    await expectAccessible(investigator, section);
    await expectToFit(investigator, section);
  });
  await expectAccessible(investigator, 'check your answers');
  await submit(investigator);
  for (const { name, path, role, shows } of visitedPages) {
    const { page } = role === null ? guest : world[role];
    await page.goto(path.replace(':id', id));
    if (shows !== undefined) await unlockUntil(page, page.getByText(shows).first());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, name);
    await expectToFit(page, name);
  }
});
