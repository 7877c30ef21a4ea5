import { expect, type Page } from '@playwright/test';

import { de as words } from '#app/text/messages/de.ts';

import type { Attachment } from './attachments.ts';
import { unlockUntil } from './unlock.ts';

/** What both sides do alike while a legal request runs. */

/** Opens the messages, at the place where one is written. */
export async function openMessages(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await unlockUntil(page, page.getByLabel(words.write.text));
}

/** Writes a message and waits until it is stored, unsent. */
export async function writeMessage(page: Page, text: string): Promise<void> {
  await page.getByLabel(words.write.text).fill(text);
  await expect(page.getByText(/Verschlüsselt gespeichert um/)).toBeVisible();
}

/** Sends what is written, with a file, and asks for a reply. */
export async function sendMessage(page: Page, file: Attachment): Promise<void> {
  const { write } = words;
  await page.getByRole('radio', { name: write.choices.asks.label }).check();
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText('Verschlüsselt übertragen', { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: write.send }).click();
  await expect(page.getByText(write.sent)).toBeVisible();
}

/** Records, on the page of the legal request, that a court confirmed what was ordered in an emergency. */
export async function confirmEmergency(page: Page, day: string, text: string): Promise<void> {
  const { emergency } = words;
  const record = page.getByText(emergency.record, { exact: true });
  await unlockUntil(page, record);
  await record.click();
  await page.getByLabel(emergency.confirmedOn).fill(day);
  await page.getByLabel(emergency.court, { exact: true }).fill(`Amtsgericht ${text}`);
  await page.getByLabel(emergency.courtFileNumber).fill(text);
  await page.getByLabel(emergency.statement).fill(text);
  const shown = await page.getByText(`Amtsgericht ${text}`).count();
  await page.getByRole('button', { name: emergency.saveConfirmation }).click();
  await expect(page.getByText(`Amtsgericht ${text}`)).toHaveCount(shown + 1);
}
