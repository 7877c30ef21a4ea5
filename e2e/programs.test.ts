import type { Answers } from '#app/legal-requests/form-answers.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { addDays, toDate } from '#app/legal-requests/wall-time.ts';
import { de as desk } from '#app/text/desk/de.ts';
import { de as words } from '#app/text/legal-requests/de.ts';

import { beginAnswer, chooseAnswerFiles, releaseAnswer, signAnswer, untilUploaded } from './answer-steps.ts';
import { makeOrderPdf, makeScan } from './attachments.ts';
import { confirmEmergency, openMessages, sendMessage, writeMessage } from './exchange-steps.ts';
import {
  decryptsWithPrograms,
  exportTeamKey,
  openWithPrograms,
  queryDatabase,
  storedFilesOf,
} from './gnupg-check.ts';
import {
  beginCorrection,
  beginDraft,
  correctFacts,
  fillForm,
  goOnToCheck,
  submit,
} from './legal-request-steps.ts';
import type { Portal } from './portal.ts';
import {
  openReview,
  openReviewOf,
  proposeAcceptance,
  recordCallBack,
  returnWithFinding,
  signAcceptance,
} from './review-steps.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

type Team = 'agency' | 'provider';
const both: readonly Team[] = ['agency', 'provider'];

/** A kind of sealed content that is a column: who must be able to open it, and a word that stands in it. */
interface Kind {
  column: string;
  openedBy: readonly Team[];
  word: string;
  /** Which row, beside that it belongs to the legal request. */
  which?: string;
}

const duringReview: readonly Kind[] = [
  { column: 'revisions.sealed_form', openedBy: both, word: 'Kaufbetrug' },
  { column: 'notes.sealed', openedBy: ['provider'], word: 'Rückfrage beim Gericht' },
  { column: 'call_backs.sealed', openedBy: ['provider'], word: 'KHK Beispiel' },
  { column: 'emergency_confirmations.sealed', openedBy: both, word: 'Amtsgericht Bestätigt' },
  { column: 'messages.sealed', openedBy: both, word: 'Welches Konto?' },
  { column: 'unsent_texts.sealed', openedBy: ['provider'], word: 'Vom Anbieter', which: `kind = 'message'` },
  { column: 'unsent_texts.sealed', openedBy: ['provider'], word: 'Angefangen', which: `kind = 'findings'` },
];
const duringCorrection: readonly Kind[] = [
  { column: 'decisions.sealed_explanation', openedBy: both, word: 'Bitte genauer' },
  { column: 'drafts.sealed', openedBy: ['agency'], word: 'Zwei Kaufbetrug' },
  {
    column: 'unsent_texts.sealed',
    openedBy: ['agency'],
    word: 'Von der Behörde',
    which: `person_id in (select id from people where role = 'investigator')`,
  },
];
const duringAnswer: readonly Kind[] = [
  { column: 'answers.sealed_draft', openedBy: ['provider'], word: 'Postfach.mbox' },
];
const afterAnswer: readonly Kind[] = [
  { column: 'answers.sealed_manifest', openedBy: both, word: 'Postfach.mbox' },
];
/** Of a letter that staff registers; there is no team of the authority yet. */
const draftOfLetter: readonly Kind[] = [
  { column: 'drafts.sealed', openedBy: ['provider'], word: 'Brieflich' },
];
const formOfLetter: readonly Kind[] = [
  { column: 'revisions.sealed_form', openedBy: ['provider'], word: 'Brieflich' },
];
const kinds = [
  ...duringReview,
  ...duringCorrection,
  ...duringAnswer,
  ...afterAnswer,
  ...draftOfLetter,
  ...formOfLetter,
];

type Keys = Record<Team, string>;

/** Both programs open what is stored, and the other team opens nothing that is not for it. */
async function expectOpened(portal: Portal, keys: Keys, legalRequestId: string, wanted: readonly Kind[]) {
  for (const { column, openedBy, word, which = 'true' } of wanted) {
    const [table = '', name = ''] = column.split('.');
    const [row] = await queryDatabase<{ sealed: Buffer }>(
      portal,
      `select ${name} as sealed from ${table} where legal_request_id = $1 and ${which}`,
      [legalRequestId],
    );
    for (const team of both) {
      const opened = openWithPrograms(keys[team], row?.sealed ?? Buffer.alloc(0));
      if (!openedBy.includes(team)) {
        await expect(opened, `${column} for the ${team}`).rejects.toThrow();
        continue;
      }
      const { gnuPg, sequoia } = await opened;
      expect(gnuPg.toString(), column).toContain(word);
      expect(sequoia.equals(gnuPg), column).toBe(true);
    }
  }
}

test('no sealed column of the database is forgotten below', async ({ portal }) => {
  const columns = await queryDatabase<{ name: string }>(
    portal,
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name like 'sealed%'`,
  );
  const withoutTeamKey = [
    // Sealed to a person's own key, which is never exported.
    'people.sealed_settings',
    // A private key under a passkey's secret, a recovery code or a passphrase: AES-GCM, not OpenPGP.
    'person_key_envelopes.sealed',
  ];
  expect(columns.map(({ name }) => name).sort()).toEqual(
    [...new Set([...kinds.map(({ column }) => column), ...withoutTeamKey])].sort(),
  );
});

test('GnuPG and Sequoia open every kind of sealed content with the exported keys', async ({
  world,
  portal,
}) => {
  test.setTimeout(600_000);
  const { admin, clerk, counsel, dpo, investigator, lead } = world;
  const { page } = investigator;
  const today = toDate(new Date());
  const answers: Answers = {
    ...sampleAnswers('traffic_data', today, 'beispielpost.example'),
    priority: 'emergency',
    emergencyReason: 'Es eilt.',
    orderingBodyKind: 'prosecution',
    emergencyConfirmationDue: addDays(today, 1),
    facts: 'Kaufbetrug in zwölf Fällen.',
  };
  const order = await makeOrderPdf('Beschluss.pdf', 'Anordnung');
  const scan = makeScan('Anschreiben.png', 'Scan');
  const overview = makeScan('Übersicht.png', 'Konten');
  const mailbox = {
    name: 'Postfach.mbox',
    mimeType: 'text/plain',
    buffer: Buffer.from('Auskunft\n'.repeat(99)),
  };
  const keys = { agency: await exportTeamKey(lead.page), provider: await exportTeamKey(admin.page) };

  const id = await beginDraft(page, 'traffic_data');
  await fillForm(page, answers, [
    { ...order, kind: 'judicial_order' },
    { ...scan, kind: 'request_letter' },
  ]);
  const reference = await submit(page);

  await openReview(dpo.page, reference);
  await dpo.page.getByLabel('Neue Notiz').fill('Rückfrage beim Gericht');
  await dpo.page.getByRole('button', { name: 'Notiz speichern' }).click();
  await expect(dpo.page.getByText('Rückfrage beim Gericht').first()).toBeVisible();
  await recordCallBack(dpo.page, 'KHK Beispiel', today);
  await confirmEmergency(dpo.page, answers.orderDate, 'Bestätigt');
  await dpo.page.getByRole('button', { name: 'Mangel hinzufügen' }).click();
  await dpo.page.getByLabel('Text für die Behörde').fill('Angefangen');
  await expect(dpo.page.getByText(/Verschlüsselt gespeichert um/).first()).toBeVisible();
  await openMessages(dpo.page, `/desk/requests/${id}/messages`);
  await writeMessage(dpo.page, 'Welches Konto?');
  await sendMessage(dpo.page, overview);
  await writeMessage(dpo.page, 'Vom Anbieter');
  await expectOpened(portal, keys, id, duringReview);

  await openMessages(page, `/requests/${id}/messages`);
  await writeMessage(page, 'Von der Behörde');
  await openReviewOf(counsel.page, id);
  await returnWithFinding(counsel.page, {
    field: words.fields.facts.label,
    reason: words.reasons.overbroad.title,
    text: 'Bitte genauer.',
  });
  await beginCorrection(page, id);
  await correctFacts(page, 'Zwei Kaufbetrugsfälle.');
  await goOnToCheck(page);
  await expect(page.locator('.draft-status')).toHaveAttribute('data-phase', 'saved');
  await expectOpened(portal, keys, id, duringCorrection);

  await submit(page);
  await openReview(counsel.page, reference);
  await proposeAcceptance(counsel.page);
  await openReview(dpo.page, reference);
  await signAcceptance(dpo.page);
  await beginAnswer(clerk.page, id);
  await chooseAnswerFiles(clerk.page, mailbox);
  await untilUploaded(clerk.page, mailbox.name);
  await expect(async () => expectOpened(portal, keys, id, duringAnswer)).toPass({ timeout: 30_000 });
  await signAnswer(clerk.page);
  await releaseAnswer(dpo.page, id);
  await expectOpened(portal, keys, id, afterAnswer);

  const files = await storedFilesOf(portal, id);
  expect(
    await decryptsWithPrograms(keys.agency, files, [
      order.buffer,
      scan.buffer,
      overview.buffer,
      mailbox.buffer,
    ]),
  ).toBe(true);
});

test('the provider’s key opens what staff registers; its faults are accepted only knowingly', async ({
  world,
  portal,
}) => {
  test.setTimeout(300_000);
  const { admin, clerk, dpo, lead } = world;
  const { page } = clerk;
  const keys = { agency: await exportTeamKey(lead.page), provider: await exportTeamKey(admin.page) };
  await page.goto('/desk/arrivals/new');
  await page.getByRole('radio', { name: 'Brief' }).check();
  await page.getByRole('combobox', { name: 'Behörde', exact: true }).selectOption('new');
  await page.getByLabel('Name der Behörde').fill('Staatsanwaltschaft Hinterwald');
  await page.getByLabel('Art der Behörde').selectOption('prosecution');
  await page.getByLabel('Was wird verlangt?').selectOption('traffic_data');
  await page.getByLabel('Aktenzeichen der Behörde').fill('99 Js 34/26');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await unlockUntil(page, page.getByRole('link', { name: words.sections.procedure.title }));
  const answers = {
    ...sampleAnswers('traffic_data', toDate(new Date()), 'beispielpost.example'),
    facts: 'Brieflich angefragt.',
  };
  await fillForm(page, answers, []);
  await expect(page.locator('.draft-status')).toHaveAttribute('data-phase', 'saved');
  const [draft] = await queryDatabase<{ id: string }>(
    portal,
    'select legal_request_id as id from drafts order by saved_at desc limit 1',
  );
  const id = draft?.id ?? '';
  await expectOpened(portal, keys, id, draftOfLetter);
  await page.getByRole('checkbox', { name: 'Die Angaben entsprechen dem Eingang.' }).check();
  await page.getByRole('button', { name: 'Unterschreiben und erfassen' }).click();
  await page.waitForURL(/\/desk\/requests\/[^/]+$/, { timeout: 60_000 });
  await expectOpened(portal, keys, id, formOfLetter);

  // There is no order beside it.
  await dpo.page.goto(`/desk/requests/${id}`);
  await unlockUntil(dpo.page, dpo.page.getByText(/^1 nicht in Ordnung/));
  await expect(dpo.page.getByText(words.checks.order_attached.problem).first()).toBeVisible();
  await dpo.page.getByRole('radio', { name: 'Annehmen' }).check();
  await dpo.page.getByRole('button', { name: desk.decision.sign.accept }).click();
  await expect(dpo.page.getByText(desk.decision.errors.fails_not_confirmed).first()).toBeVisible();
  await dpo.page.getByRole('checkbox', { name: desk.decision.confirmFails }).check();
  await dpo.page.getByRole('button', { name: desk.decision.sign.accept }).click();
  await expect(dpo.page.getByText('Ihr Vorschlag ist unterschrieben.')).toBeVisible();
});
