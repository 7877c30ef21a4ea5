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
  expectStatus,
  fillForm,
  submit,
  type KindOfAttachment,
} from './legal-request-steps.ts';
import { openReview, proposeAcceptance, returnWithFinding, signAcceptance } from './review-steps.ts';
import { expect, test } from './test.ts';

const attachmentsOf = async (category: Category): Promise<KindOfAttachment[]> => [
  { ...(await makeOrderPdf(`Beschluss ${category}.pdf`, `Anordnung ${category}`)), kind: 'judicial_order' },
  { ...makeScan(`Anschreiben ${category}.png`, `Scan ${category}`), kind: 'request_letter' },
];

for (const category of categories) {
  test(`${category}: submitted, returned, corrected, accepted`, async ({ world }) => {
    test.setTimeout(480_000);
    const { investigator, dpo, counsel } = world;
    const answers = sampleAnswers(category, toDate(new Date()), 'beispielpost.example');

    const id = await beginDraft(investigator.page, category);
    await fillForm(investigator.page, answers, await attachmentsOf(category));
    const reference = await submit(investigator.page);
    await expectStatus(investigator.page, id, 'submitted');

    await openReview(dpo.page, reference);
    await expect(dpo.page.getByText(answers.facts).first()).toBeVisible();
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
    await investigator.page.getByRole('link', { name: words.sections.facts.title }).last().click();
    await investigator.page.locator('#facts').fill('Genauer: Zwei Käufer haben bezahlt und nichts erhalten.');
    await investigator.page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await expect(investigator.page.getByText(`Beschluss ${category}.pdf`)).toBeVisible();
    await attach(investigator.page, [{ ...makeScan('Nachtrag.png', 'Nachtrag'), kind: 'other' }]);
    await investigator.page.goto(`/requests/${id}/edit/check`);
    expect(await submit(investigator.page)).toBe(reference);

    await openReview(counsel.page, reference);
    await expect(counsel.page.getByText('Was sich seit der 1. Fassung geändert hat')).toBeVisible();
    await expect(counsel.page.getByText('Genauer: Zwei Käufer').first()).toBeVisible();
    await proposeAcceptance(counsel.page);
    await openReview(dpo.page, reference);
    await signAcceptance(dpo.page);
    await expectStatus(investigator.page, id, 'accepted');
  });
}
