import { expect, type Page } from '@playwright/test';

import type { CheckRule } from '#app/legal-requests/check-rules.ts';
import { formOf } from '#app/legal-requests/categories/categories.ts';
import type { Answers, Target } from '#app/legal-requests/form-answers.ts';
import type { AttachmentKind, Category } from '#app/legal-requests/legal-request-values.ts';
import type { Field } from '#app/legal-requests/sections.ts';
import { de as words } from '#app/text/legal-requests/de.ts';

import type { Attachment } from './attachments.ts';
import { unlockUntil } from './unlock.ts';

/** What an investigator does with a legal request, page by page. */

export type KindOfAttachment = Attachment & { kind: AttachmentKind };

/** Begins a draft and leaves the page at its task list. @returns the legal request's id */
export async function beginDraft(page: Page, category: Category): Promise<string> {
  await page.goto('/requests/new');
  await page.getByRole('radio', { name: words.categories[category].name }).check();
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.waitForURL(/\/requests\/[^/]+\/edit$/);
  await unlockUntil(page, page.getByRole('link', { name: words.sections.procedure.title }));
  return /requests\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';
}

/** Goes through the form section by section, as "continue" leads, until "check your answers". */
export async function fillForm(
  page: Page,
  answers: Answers,
  attachments: readonly KindOfAttachment[],
  onSection: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { sections } = formOf(answers.category);
  const procedure = words.sections.procedure.title;
  await page.getByRole('link', { name: procedure }).click();
  await page.waitForURL(/\/(edit|form)\/procedure$/);
  for (;;) {
    const key = new URL(page.url()).pathname.split('/').at(-1);
    const section = sections.find((one) => one.key === key);
    if (!section) throw new Error(`${key} is no section of ${answers.category}`);
    await expect(
      page.getByRole('heading', { level: 1, name: words.sections[section.key].title }),
    ).toBeVisible();
    for (const field of section.fields) await answer(page, field, answers, attachments);
    await onSection(section.key);
    await goOn(page);
    if (page.url().endsWith('/check')) return;
  }
}

/** Answers one question with the control of its kind; questions that do not apply are not on the page. */
async function answer(
  page: Page,
  field: Field,
  answers: Answers,
  attachments: readonly KindOfAttachment[],
): Promise<void> {
  if (field.kind === 'attachments') return attach(page, attachments);
  if (field.kind === 'targets') return enterTargets(page, answers.targets);
  const value = (answers as unknown as Record<string, string | string[]>)[field.key];
  if (Array.isArray(value)) {
    for (const one of value) await page.locator(`input[name="${field.key}"][value="${one}"]`).check();
    return;
  }
  if (value === undefined || value === '') return;
  if (field.kind === 'radio' || field.kind === 'legal_basis')
    return page.locator(`input[name="${field.key}"][value="${value}"]`).check();
  const control = page.locator(`#${field.key}`);
  if (field.kind === 'select' || field.kind === 'time_zone') {
    await control.selectOption(value);
    return;
  }
  await control.fill(value);
}

async function enterTargets(page: Page, targets: readonly Target[]): Promise<void> {
  for (const [row, target] of targets.entries()) {
    if (row > 0) await page.getByRole('button', { name: 'Weitere Kennung' }).click();
    const { kind, ...parts } = target;
    const kinds = page.locator(`#targets-${row}-kind`);
    if (await kinds.isVisible()) await kinds.selectOption(kind);
    for (const [part, value] of Object.entries(parts)) {
      const control = page.locator(`[name="targets-${row}-${part}"]`);
      if (part === 'timeZone') await control.selectOption(value);
      else await control.fill(value);
    }
  }
}

/** Chooses files, says what each is, and waits until all have arrived. */
export async function attach(page: Page, attachments: readonly KindOfAttachment[]): Promise<void> {
  for (const { kind, ...file } of attachments) {
    await page.locator('input[type="file"]').first().setInputFiles(file);
    const row = page.getByRole('listitem').filter({ hasText: file.name });
    await row.getByRole('combobox').selectOption(kind);
    await expect(row.getByText('Verschlüsselt übertragen')).toBeVisible({ timeout: 60_000 });
  }
}

/** The samples of all tests of a worker have one file number. */
const usualReasons: Reasons = { not_a_duplicate: 'Mit der Dienststelle abgestimmt.' };
type Reasons = Partial<Record<CheckRule, string>>;

/**
 * Declares and signs with the passkey.
 * @param reasons for the warnings that are expected; the portal submits nothing with any other one
 * @returns the reference AW-… of the receipt
 */
export async function submit(page: Page, reasons: Reasons = usualReasons): Promise<string> {
  const declaration = page.getByRole('checkbox', { name: /Ich bin befugt/ });
  await unlockUntil(page, declaration);
  for (const [rule, reason] of Object.entries(reasons)) {
    const field = page.locator(`#reason-${rule}`);
    if (reasons !== usualReasons || (await field.isVisible())) await field.fill(reason);
  }
  await declaration.check();
  await page.getByRole('button', { name: 'Unterschreiben und einreichen' }).click();
  await page.waitForURL(/\/receipt/, { timeout: 60_000 });
  const shown = page
    .getByRole('main')
    .getByText(/AW-\d{4}-\d{6}/)
    .first();
  const [reference = ''] = /AW-\d{4}-\d{6}/.exec((await shown.textContent()) ?? '') ?? [];
  return reference;
}

/** Opens a returned legal request for correction and leaves the page at its task list. */
export async function beginCorrection(page: Page, legalRequestId: string): Promise<void> {
  await page.goto(`/requests/${legalRequestId}`);
  await page
    .getByRole('link', { name: 'Ersuchen korrigieren' })
    .or(page.getByRole('button', { name: 'Ersuchen korrigieren' }))
    .click();
  await page.waitForURL(/\/edit$/);
  await unlockUntil(page, page.getByRole('link', { name: words.sections.procedure.title }));
}

/** Corrects the facts of a legal request whose task list is open, and goes on to the next section. */
export async function correctFacts(page: Page, facts: string): Promise<void> {
  await page.getByRole('link', { name: words.sections.facts.title }).last().click();
  await page.locator('#facts').fill(facts);
  await goOn(page);
}

/**
 * Goes on to "check your answers" by clicks, as people do: what was typed last is stored only after a moment, and an address
 * that is typed into the browser is faster.
 */
export async function goOnToCheck(page: Page): Promise<void> {
  while (!page.url().endsWith('/check')) await goOn(page);
}

async function goOn(page: Page): Promise<void> {
  const { pathname: here } = new URL(page.url());
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== here);
}

/** Waits until the status stands on the page of the legal request. */
export async function expectStatus(
  page: Page,
  legalRequestId: string,
  status: keyof typeof words.statuses,
): Promise<void> {
  await page.goto(`/requests/${legalRequestId}`);
  await expect(page.getByRole('main').getByText(words.statuses[status].name).first()).toBeVisible();
}
