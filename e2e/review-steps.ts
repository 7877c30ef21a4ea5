import { expect, type Page } from '@playwright/test';

import { de as desk } from '#app/text/desk/de.ts';
import { de as words } from '#app/text/messages/de.ts';

import { unlockUntil } from './unlock.ts';

/** What a reviewer does with a legal request. */

/** Opens it from the queue and waits until it is verified and decrypted in this browser. */
export async function openReview(page: Page, reference: string): Promise<void> {
  await page.goto('/desk');
  await page.getByRole('link', { name: reference }).click();
  await unlockUntil(page, page.getByText('Geprüft: Angaben und Dateien sind genau die'));
}

/** Opens one that is not in the queue now, because the agency is to reply. */
export async function openReviewOf(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/requests/${id}`);
  await unlockUntil(page, page.getByText('Geprüft: Angaben und Dateien sind genau die'));
}

/** What a correction changed in the facts, and nothing else of the answers, stands out before the reviewer's eyes. */
export async function expectCorrectedFacts(page: Page, before: string, after: string): Promise<void> {
  await expect(page.getByText(desk.asked.correctionTitle(1))).toBeVisible();
  const facts = page.locator('#asked-facts');
  await expect(facts.getByText(`(${desk.asked.changes.changed})`)).toBeVisible();
  await expect(facts.locator('del')).toHaveText(before);
  await expect(facts.locator('.asked-line')).toHaveText(after);
  await expect(page.locator('.asked-field--changed')).toHaveCount(1);
}

export interface FindingInput {
  /** Label of the field in the form. */
  field: string;
  /** Beginning of the reason's title. */
  reason: string;
  text: string;
}

async function noteFinding(page: Page, finding: FindingInput): Promise<void> {
  await page.getByRole('button', { name: 'Mangel hinzufügen' }).click();
  const group = page.getByRole('group', { name: '1. Mangel' });
  const reasons = group.getByLabel('Grund');
  const reason = await reasons.getByRole('option', { name: new RegExp(`^${finding.reason}`) }).textContent();
  await reasons.selectOption({ label: reason ?? '' });
  await group.getByLabel('Stelle im Formular').selectOption({ label: finding.field });
  await group.getByLabel('Text für die Behörde').fill(finding.text);
}

/** Notes one finding and returns the legal request for correction with one signature. */
export async function returnWithFinding(page: Page, finding: FindingInput): Promise<void> {
  await noteFinding(page, finding);
  await page.getByRole('radio', { name: 'Zur Korrektur zurückgeben' }).check();
  await page.getByRole('button', { name: 'Unterschreiben und zurückgeben' }).click();
  await expect(page.getByText('Ihre Entscheidung ist wirksam.')).toBeVisible();
}

/** First of two signatures under a rejection. */
export async function proposeRejection(page: Page, finding: FindingInput): Promise<void> {
  await noteFinding(page, finding);
  await page.getByRole('radio', { name: 'Ablehnen' }).check();
  await page.getByRole('button', { name: 'Unterschreiben und Ablehnung vorschlagen' }).click();
  await expect(page.getByText('Ihr Vorschlag ist unterschrieben.')).toBeVisible();
}

/** First of two signatures under an acceptance that no automatic check speaks against. */
export async function proposeAcceptance(page: Page): Promise<void> {
  await expect(page.getByText(/^0 nicht in Ordnung/)).toBeVisible();
  await page.getByRole('radio', { name: 'Annehmen' }).check();
  await page.getByRole('button', { name: 'Unterschreiben und Annahme vorschlagen' }).click();
  await expect(page.getByText('Ihr Vorschlag ist unterschrieben.')).toBeVisible();
}

/** Second signature, by the other role. */
export async function signAcceptance(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mitunterschreiben' }).click();
  await expect(page.getByText('Ihre Entscheidung ist wirksam.')).toBeVisible();
}

/** Records that the authority was called back, as an emergency needs it. */
export async function recordCallBack(page: Page, reached: string, day: string): Promise<void> {
  const { emergency: text } = words;
  await page.getByLabel(text.number).fill(`+49 5555 110 ${reached}`);
  await page.getByLabel(text.numberSource).fill(`Amtliches Verzeichnis ${reached}`);
  await page.getByLabel(text.isIndependent).check();
  await page.getByLabel(text.calledBy).fill(`Dora Datenschutz ${reached}`);
  await page.getByLabel(text.reached).fill(reached);
  await page.getByLabel(text.calledAt).fill(`${day}T08:00`);
  await page.getByLabel(text.isConfirmed).check();
  await page.getByRole('button', { name: text.save }).click();
  await expect(page.getByText(/Vollständig, festgehalten von/)).toBeVisible();
}
