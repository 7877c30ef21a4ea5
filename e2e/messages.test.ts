import type { Page } from '@playwright/test';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';

import { makeScan } from './attachments.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { openReview, proposeAcceptance, signAcceptance } from './review-steps.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

const today = () => toDate(new Date());

async function openMessages(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await unlockUntil(page, page.getByLabel('Ihre Nachricht'));
}

async function sendMessage(page: Page, text: string, wish: 'Antworten' | 'Nichts'): Promise<void> {
  await page.getByLabel('Ihre Nachricht').fill(text);
  await page.getByRole('radio', { name: wish }).check();
  await page.getByRole('button', { name: 'Verschlüsseln und senden' }).click();
  await expect(page.getByText('Ihre Nachricht ist gesendet.')).toBeVisible();
}

/** The server takes the next message, but its answer does not arrive. Resolves when that has happened. */
function loseAnswerToSending(page: Page): Promise<true> {
  const lost = Promise.withResolvers<true>();
  const routed = page.route('**/messages/*', async (route) => {
    const isSending = route.request().postData()?.includes('"do":"send"') ?? false;
    if (!isSending) return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
    await page.unroute('**/messages/*');
    lost.resolve(true);
  });
  return routed.then(() => lost.promise);
}

test('both sides exchange messages; a question passes the turn and stops the clock', async ({ world }) => {
  test.setTimeout(480_000);
  const { investigator, dpo } = world;
  const answers = sampleAnswers('subscriber_data', today(), 'beispielpost.example');
  const id = await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answers, []);
  const reference = await submit(investigator.page);

  await openReview(dpo.page, reference);
  await dpo.page.getByRole('button', { name: 'Mangel hinzufügen' }).click();
  await dpo.page.getByLabel('Text für die Behörde').fill('Angefangener Mangel');
  await expect(dpo.page.getByText(/Verschlüsselt gespeichert um/).first()).toBeVisible();

  await openMessages(dpo.page, `/desk/requests/${id}/messages`);
  await dpo.page.getByLabel('Textbaustein').selectOption({ index: 1 });
  await dpo.page.getByRole('button', { name: 'Einfügen' }).click();
  await expect(dpo.page.getByLabel('Ihre Nachricht')).not.toHaveValue('');
  await dpo.page.getByLabel('Ihre Nachricht').fill('Halb geschrieben');
  await expect(dpo.page.getByText(/Verschlüsselt gespeichert um/)).toBeVisible();
  await openMessages(dpo.page, `/desk/requests/${id}/messages`);
  await expect(dpo.page.getByLabel('Ihre Nachricht')).toHaveValue('Halb geschrieben');
  await sendMessage(dpo.page, 'Welches der beiden Konten ist gemeint?', 'Antworten');
  await expect(dpo.page.getByText('Die andere Seite ist am Zug')).toBeVisible();
  await expect(dpo.page.getByText(/Frist des Anbieters ruht seit/)).toBeVisible();

  await investigator.page.goto(`/requests/${id}`);
  await expect(investigator.page.getByText('1 neue Nachricht')).toBeVisible();
  await openMessages(investigator.page, `/requests/${id}/messages`);
  await expect(investigator.page.getByText('Welches der beiden Konten ist gemeint?')).toBeVisible();
  await expect(investigator.page.getByText('Sie sind am Zug')).toBeVisible();
  const scan = makeScan('Übersicht.png', 'Konten');
  await investigator.page.locator('input[type="file"]').setInputFiles(scan);
  await expect(investigator.page.getByText('Verschlüsselt übertragen', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  const isLost = loseAnswerToSending(investigator.page);
  await investigator.page.getByLabel('Ihre Nachricht').fill('Das erste, siehe Übersicht.');
  await investigator.page.getByRole('radio', { name: 'Nichts' }).check();
  await investigator.page.getByRole('button', { name: 'Verschlüsseln und senden' }).click();
  await isLost;
  await expect.poll(() => investigator.complaints.splice(0)).toContainEqual(expect.stringContaining('RESET'));
  await investigator.page.getByRole('button', { name: 'Verschlüsseln und senden' }).click();
  await expect(investigator.page.getByText('Ihre Nachricht ist gesendet.')).toBeVisible();
  await expect(investigator.page.getByText('Das erste, siehe Übersicht.')).toHaveCount(1);
  await expect(investigator.page.getByText('Sie sind am Zug')).toBeHidden();

  await openMessages(dpo.page, `/desk/requests/${id}/messages`);
  await expect(dpo.page.getByText('Das erste, siehe Übersicht.')).toBeVisible();
  await expect(dpo.page.getByText(/Frist des Anbieters ruht seit/)).toBeHidden();
  await dpo.page.getByRole('button', { name: 'Übersicht.png öffnen' }).click();
  await expect(dpo.page.getByRole('link', { name: 'Herunterladen' })).toBeVisible();

  await openReview(dpo.page, reference);
  await expect(dpo.page.getByLabel('Text für die Behörde')).toHaveValue('Angefangener Mangel');
  await expect(dpo.page.getByText('Datei geöffnet')).toBeVisible();
});

test('an emergency is accepted only after the call-back checklist', async ({ world }) => {
  test.setTimeout(480_000);
  const { investigator, dpo, counsel } = world;
  const answers = {
    ...sampleAnswers('subscriber_data', today(), 'beispielpost.example'),
    priority: 'emergency' as const,
    emergencyReason: 'Gefahr für Leib und Leben einer vermissten Person.',
  };
  await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answers, []);
  const reference = await submit(investigator.page);

  await dpo.page.goto('/desk');
  const lane = dpo.page.getByRole('region', { name: 'Eilfälle zuerst' });
  await expect(lane.getByRole('link', { name: reference })).toBeVisible();
  await openReview(dpo.page, reference);
  await expect(dpo.page.getByText('Noch kein Rückruf festgehalten')).toBeVisible();
  await dpo.page.getByRole('radio', { name: 'Annehmen' }).check();
  await dpo.page.getByRole('button', { name: 'Unterschreiben und Annahme vorschlagen' }).click();
  await expect(dpo.page.getByText('Die Behörde muss zuerst zurückgerufen werden.')).toBeVisible();

  await dpo.page.getByLabel('Angerufene Nummer').fill('+49 5555 110');
  await dpo.page.getByLabel('Woher stammt die Nummer?').fill('Amtliches Verzeichnis');
  await dpo.page.getByLabel('Wer hat angerufen?').fill('Dora Datenschutz');
  await dpo.page.getByRole('button', { name: 'Rückruf verschlüsselt festhalten' }).click();
  await expect(dpo.page.getByText('Das muss bestätigt sein.').first()).toBeVisible();
  await dpo.page.getByLabel('Die Nummer stammt aus einer unabhängigen Quelle').check();
  await dpo.page.getByLabel('Wer wurde erreicht?').fill('KHK Beispiel, K 42');
  await dpo.page.getByLabel('Wann?').fill(`${today()}T08:00`);
  await dpo.page.getByLabel('Die erreichte Person hat bestätigt').check();
  await dpo.page.getByRole('button', { name: 'Rückruf verschlüsselt festhalten' }).click();
  await expect(dpo.page.getByText(/Vollständig, festgehalten von Dora Datenschutz/)).toBeVisible();

  await openReview(dpo.page, reference);
  await proposeAcceptance(dpo.page);
  await openReview(counsel.page, reference);
  await signAcceptance(counsel.page);
});
