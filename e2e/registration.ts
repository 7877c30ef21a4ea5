import { expect, type Page } from '@playwright/test';

import type { Person } from './person.ts';

/** What people say of themselves when they register. */
export interface Details {
  name: string;
  telephone: string;
  rank?: string;
  unit?: string;
}

/** Opens a one-time link and goes through to the end; leaves the page where the portal leads. */
export async function acceptInvitation(
  { page }: Person,
  url: string,
  details: Details,
): Promise<{ recoveryCode: string }> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Konto einrichten' }).click();
  await describePerson(page, details);
  return makePasskey(page);
}

/** Invites an investigator on the agency's page of the desk. @returns the one-time link that the page shows once */
export async function inviteInvestigator(page: Page, agency: string, email: string): Promise<string> {
  await page.goto('/desk/agencies');
  await page.getByRole('link', { name: agency }).click();
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Rolle', { exact: true }).selectOption({ label: 'Ermittlerin oder Ermittler' });
  await page.getByRole('button', { name: 'Einladung verschicken' }).click();
  const link = /https?:\/\/\S+\/invitation\S+/;
  await expect(page.getByText(link)).toBeVisible();
  return link.exec(await page.getByRole('main').innerText())?.[0] ?? '';
}

async function describePerson(page: Page, details: Details): Promise<void> {
  await page.waitForURL('**/register/person');
  await page.getByLabel('Vor- und Nachname').fill(details.name);
  await page.getByLabel('Telefon').fill(details.telephone);
  if (details.rank !== undefined) await page.getByLabel('Amts- oder Dienstbezeichnung').fill(details.rank);
  if (details.unit !== undefined) await page.getByLabel('Dienststelle oder Referat').fill(details.unit);
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
}

/** Passkey, recovery code typed back, second passkey declined. */
export async function makePasskey(page: Page): Promise<{ recoveryCode: string }> {
  await page.waitForURL('**/register/passkey');
  await page.getByRole('button', { name: 'Passkey einrichten' }).click();
  await expect(page.getByRole('heading', { name: 'Ihr Wiederherstellungscode' })).toBeVisible();
  const shown = await page.getByRole('main').innerText();
  const recoveryCode = /([0-9A-Z]{4}\s+){6}[0-9A-Z]{4}/.exec(shown)?.[0] ?? '';
  await page.getByRole('textbox').fill(recoveryCode.slice(-4));
  await page.getByRole('button', { name: 'Ich habe den Code notiert' }).click();
  return { recoveryCode };
}
