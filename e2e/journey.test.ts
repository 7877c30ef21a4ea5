import { categories, type Category } from '#app/legal-requests/legal-request-values.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as words } from '#app/text/legal-requests/de.ts';

import { expectAccessible, expectToFit } from './accessible.ts';
import { makeOrderPdf, makeScan } from './attachments.ts';
import {
  attach,
  beginCorrection,
  beginDraft,
  correctFacts,
  expectStatus,
  fillForm,
  goOnToCheck,
  submit,
  type KindOfAttachment,
} from './legal-request-steps.ts';
import {
  expectCorrectedFacts,
  openReview,
  proposeAcceptance,
  returnWithFinding,
  signAcceptance,
} from './review-steps.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

const attachmentsOf = async (category: Category): Promise<KindOfAttachment[]> => [
  { ...(await makeOrderPdf(`Beschluss ${category}.pdf`, `Anordnung ${category}`)), kind: 'judicial_order' },
  { ...makeScan(`Anschreiben ${category}.png`, `Scan ${category}`), kind: 'request_letter' },
];

for (const category of categories) {
  test(`${category}: submitted, returned, corrected, accepted`, async ({ world }) => {
    test.setTimeout(480_000);
    const { investigator, dpo, counsel } = world;
    const answers = {
      ...sampleAnswers(category, toDate(new Date()), 'beispielpost.example'),
      // Not one of other tests, of which the portal would warn.
      fileNumber: `101 Js 77/26 ${category}`,
    };
    const corrected = 'Genauer: Zwei Käufer haben bezahlt und nichts erhalten.';

    const id = await beginDraft(investigator.page, category);
    await fillForm(investigator.page, answers, await attachmentsOf(category));
    const reference = await submit(investigator.page, {});
    await expectStatus(investigator.page, id, 'submitted');

    await openReview(dpo.page, reference);
    await expect(dpo.page.getByText(answers.facts).first()).toBeVisible();
    await expect(dpo.page.getByText(/^0 nicht in Ordnung, 0 bitte ansehen/)).toBeVisible();
    await returnWithFinding(dpo.page, {
      field: words.fields.facts.label,
      reason: words.reasons.overbroad.title,
      text: 'Bitte beschreiben Sie den Sachverhalt genauer.',
    });

    await expectStatus(investigator.page, id, 'returned');
    await expectAccessible(investigator.page, 'returned');
    await expectToFit(investigator.page, 'returned');
    await beginCorrection(investigator.page, id);
    await expect(investigator.page.getByText('Bitte beschreiben Sie den Sachverhalt genauer.')).toBeVisible();
    await expectAccessible(investigator.page, 'correction');
    await expectToFit(investigator.page, 'correction');
    await correctFacts(investigator.page, corrected);
    await expect(investigator.page.getByText(`Beschluss ${category}.pdf`)).toBeVisible();
    await attach(investigator.page, [{ ...makeScan('Nachtrag.png', 'Nachtrag'), kind: 'other' }]);
    await goOnToCheck(investigator.page);
    expect(await submit(investigator.page, {})).toBe(reference);

    await openReview(counsel.page, reference);
    await expectCorrectedFacts(counsel.page, answers.facts, corrected);
    const files = counsel.page.locator('.attached-file');
    await expect(files.filter({ hasText: 'Nachtrag.png' })).toContainText('(neu)');
    await expect(files.filter({ hasText: /\((neu|entfernt)\)/ })).toHaveCount(1);
    await proposeAcceptance(counsel.page);
    await openReview(dpo.page, reference);
    await signAcceptance(dpo.page);
    await expectStatus(investigator.page, id, 'accepted');
  });
}

test('what was typed a moment ago is stored by leaving with a click, and asked about before the tab goes', async ({
  world,
}) => {
  const { page } = world.investigator;
  await beginDraft(page, 'subscriber_data');
  const address = page.url();
  const facts = page.locator('#facts');
  const open = async () => {
    await page.goto(`${address}/facts`);
    await unlockUntil(page, facts);
  };
  const storedNext = () =>
    page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await open();
  const storedOnLeaving = storedNext();
  await facts.fill('Gleich weitergeklickt.');
  await page.getByRole('navigation').getByRole('link', { name: 'Ersuchen', exact: true }).first().click();
  await page.waitForURL(/\/requests$/);
  await storedOnLeaving;
  await open();
  await expect(facts).toHaveValue('Gleich weitergeklickt.');

  const asked = page.waitForEvent('dialog');
  const stored = storedNext();
  await facts.fill('Gleich geschlossen.');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await stored;
  await open();
  await expect(facts).toHaveValue('Gleich geschlossen.');
});
