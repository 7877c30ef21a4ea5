import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as words } from '#app/text/legal-requests/de.ts';

import { makeOrderPdf, makeScan } from './attachments.ts';
import {
  decryptsWithPrograms,
  exportTeamKey,
  openWithPrograms,
  queryDatabase,
  storedFilesOf,
} from './gnupg-check.ts';
import { beginCorrection, beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { openReview, returnWithFinding } from './review-steps.ts';
import { expect, test } from './test.ts';

/** Each kind of sealed content that is a row: who must be able to open it, and a word that stands in it. */
const kinds: readonly {
  name: string;
  statement: string;
  openedBy: readonly ('agency' | 'provider')[];
  word: string;
}[] = [
  {
    name: 'submitted form',
    statement: 'select sealed_form as sealed from revisions where legal_request_id = $1',
    openedBy: ['agency', 'provider'],
    word: 'Kaufbetrug',
  },
  {
    name: 'explanation of the findings',
    statement: 'select sealed_explanation as sealed from decisions where legal_request_id = $1',
    openedBy: ['agency', 'provider'],
    word: 'Bitte genauer',
  },
  {
    name: 'draft of the correction',
    statement: 'select sealed from drafts where legal_request_id = $1',
    openedBy: ['agency'],
    word: 'Zwei Kaufbetrug',
  },
  {
    name: 'internal note',
    statement: 'select sealed from notes where legal_request_id = $1',
    openedBy: ['provider'],
    word: 'Rückfrage beim Gericht',
  },
];

test('GnuPG and Sequoia open every kind of sealed content with the exported keys', async ({
  world,
  portal,
}) => {
  test.setTimeout(480_000);
  const { admin, dpo, investigator, lead } = world;
  const { page } = investigator;
  const answers = {
    ...sampleAnswers('mailbox_seizure', toDate(new Date()), 'beispielpost.example'),
    facts: 'Kaufbetrug in zwölf Fällen.',
  };
  const order = await makeOrderPdf('Beschluss.pdf', 'Anordnung');
  const scan = makeScan('Anschreiben.png', 'Scan');
  const id = await beginDraft(page, 'mailbox_seizure');
  await fillForm(page, answers, [
    { ...order, kind: 'judicial_order' },
    { ...scan, kind: 'request_letter' },
  ]);
  const reference = await submit(page);

  await openReview(dpo.page, reference);
  await dpo.page.getByLabel('Neue Notiz').fill('Rückfrage beim Gericht');
  await dpo.page.getByRole('button', { name: 'Notiz speichern' }).click();
  await expect(dpo.page.getByText('Rückfrage beim Gericht').first()).toBeVisible();
  await returnWithFinding(dpo.page, {
    field: words.fields.facts.label,
    reason: words.reasons.overbroad.title,
    text: 'Bitte genauer.',
  });

  await beginCorrection(page, id);
  await page.getByRole('link', { name: words.sections.facts.title }).last().click();
  await page.locator('#facts').fill('Zwei Kaufbetrugsfälle.');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/edit/facts'));
  await page.getByRole('heading', { level: 1 }).first().waitFor();

  const keys = { agency: await exportTeamKey(lead.page), provider: await exportTeamKey(admin.page) };
  const files = await storedFilesOf(portal, id);
  for (const key of Object.values(keys))
    expect(await decryptsWithPrograms(key, files, [order.buffer, scan.buffer])).toBe(true);

  for (const { name, statement, openedBy, word } of kinds) {
    const [row] = await queryDatabase<{ sealed: Buffer }>(portal, statement, [id]);
    for (const team of openedBy) {
      const { gnuPg, sequoia } = await openWithPrograms(keys[team], row?.sealed ?? Buffer.alloc(0));
      expect(gnuPg.toString(), name).toContain(word);
      expect(sequoia.equals(gnuPg), name).toBe(true);
    }
  }
});
