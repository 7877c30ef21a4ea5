import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';

import { expectAccessible, expectToFit } from './accessible.ts';
import { makeOrderPdf } from './attachments.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { visitedPages } from './pages.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

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
