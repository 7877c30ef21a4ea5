import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

import { de as words } from '#app/text/legal-requests/de.ts';
import { de as requestTexts } from '#app/text/requests/de.ts';
import { de as texts } from '#app/text/uploads/de.ts';

import { exportTeamKey, hashWithPrograms, queryDatabase, storedFilesOf } from './gnupg-check.ts';
import { beginDraft } from './legal-request-steps.ts';
import { forgetLineFaults, type Person } from './person.ts';
import { makeRandomFile } from './random-file.ts';
import { watchMemory } from './renderer-memory.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

/** Longer than what may lie ready ahead of the server (64 MiB), so that sealing is still going on. */
const bytes = 120 * 1024 * 1024;
/** Of the file whose server is killed; 500 is what is measured in docs/benchmarks.md. */
const killedMb = Number(process.env['AMTSWEG_ATTACHMENT_MB'] ?? 120);
/** A larger file may take longer; its server is killed after as many octets. */
const patience = Math.max(1, killedMb / 120);
/** What uploading may take above the page at rest, whatever the size of the file (3-architecture §4). */
const mostMemoryMb = 300;
const fileName = 'Asservat 7.img';
const slow = { bytesPerSecond: 6_000_000 };

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-attachments-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with random content and a given time, in a folder of its own, so that two may have the same name. */
function makeFile(place: string, fileBytes = bytes): { path: string; sha256: string } {
  const path = join(folder, place, fileName);
  const sha256 = makeRandomFile(path, fileBytes);
  const time = new Date('2026-03-01T10:00:00Z');
  utimesSync(path, time, time);
  return { path, sha256 };
}

type Line = 'cut' | 'fast' | { bytesPerSecond: number };

/** The person's line: slow, so that there is time to do something while the upload runs, cut, or as fast as it is. */
async function setLine({ authenticator }: Person, line: Line): Promise<void> {
  await authenticator.session.send('Network.enable');
  await authenticator.session.send('Network.emulateNetworkConditions', {
    offline: line === 'cut',
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: typeof line === 'object' ? line.bytesPerSecond : -1,
  });
}

async function openAttachments(page: Page, legalRequestId: string): Promise<void> {
  await page.goto(`/requests/${legalRequestId}/edit/attachments`);
  await unlockUntil(page, page.getByText(texts.choose).first());
}

const rowOf = (page: Page): Locator => page.getByRole('listitem').filter({ hasText: fileName });

/** Waits until the server has acknowledged or received more than `share` of the file. */
async function untilSent(row: Locator, share: number): Promise<void> {
  await expect
    .poll(async () => row.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.position), {
      timeout: 60_000,
    })
    .toBeGreaterThan(share);
}

/** A new draft whose file is on its way, on a slow line, when this resolves. */
async function beginSlowUpload(
  person: Person,
  place: string,
): Promise<{ id: string; row: Locator; path: string }> {
  const { page } = person;
  const { path } = makeFile(place);
  const id = await beginDraft(page, 'mailbox_seizure');
  await openAttachments(page, id);
  const row = rowOf(page);
  await setLine(person, slow);
  await page.locator('input[type="file"]').first().setInputFiles(path);
  await untilSent(row, 0.1);
  return { id, row, path };
}

test('an attachment survives a lost network, a pause and a reload', async ({ world, portal }) => {
  test.setTimeout(300_000);
  const { investigator, lead } = world;
  const { page } = investigator;
  const original = makeFile('original');
  const id = await beginDraft(page, 'mailbox_seizure');
  await openAttachments(page, id);
  const row = rowOf(page);

  await setLine(investigator, slow);
  await page.locator('input[type="file"]').first().setInputFiles(original.path);
  await untilSent(row, 0.05);

  await setLine(investigator, 'cut');
  await expect(row.getByText(texts.states.retrying)).toBeVisible({ timeout: 60_000 });
  await setLine(investigator, slow);
  await expect(row.getByText(texts.states.running)).toBeVisible();
  await untilSent(row, 0.15);

  await row.getByRole('button', { name: texts.actions.pause }).click();
  await expect(row.getByText(texts.states.paused)).toBeVisible();
  await row.getByRole('button', { name: texts.actions.resume }).click();
  await expect(row.getByText(texts.states.running)).toBeVisible();
  await untilSent(row, 0.2);

  await setLine(investigator, 'fast');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await unlockUntil(page, row);
  await expect(row.getByText(texts.states.needs_file)).toBeVisible({ timeout: 60_000 });

  // Same name, same length, same time, but another content: going on would seal it under the same key stream.
  await row.locator('input[type="file"]').setInputFiles(makeFile('other').path);
  await expect(row.getByText(texts.failures.file_changed)).toBeVisible({ timeout: 60_000 });

  await row.locator('input[type="file"]').setInputFiles(original.path);
  await expect(row.getByText(texts.states.complete)).toBeVisible({ timeout: 120_000 });

  forgetLineFaults(investigator);
  const key = await exportTeamKey(lead.page);
  const [stored] = await storedFilesOf(portal, id);
  expect(await hashWithPrograms(key, stored ?? '')).toEqual([original.sha256, original.sha256]);
});

test('a killed server loses nothing of an attachment', async ({ world, portal }, testInfo) => {
  test.setTimeout(300_000 * patience);
  const { investigator, lead } = world;
  const { page } = investigator;
  const original = makeFile('for-the-killed-server', killedMb * 1024 * 1024);
  const id = await beginDraft(page, 'mailbox_seizure');
  await openAttachments(page, id);
  const row = rowOf(page);
  await setLine(investigator, slow);
  const memory = await watchMemory(investigator.context.browser());
  await page.locator('input[type="file"]').first().setInputFiles(original.path);
  await untilSent(row, 0.2 / patience);
  await portal.killAndRestart();
  await setLine(investigator, 'fast');
  // The browser tries again by itself; nobody has to do anything.
  await expect(row.getByText(texts.states.complete)).toBeVisible({ timeout: 120_000 * patience });
  const { idleMb, peakMb } = memory.stop();
  expect(peakMb - idleMb).toBeLessThan(mostMemoryMb);
  testInfo.annotations.push({ type: 'memory', description: JSON.stringify({ idleMb, peakMb }) });
  forgetLineFaults(...Object.values(world));
  const key = await exportTeamKey(lead.page);
  const [stored] = await storedFilesOf(portal, id);
  expect(await hashWithPrograms(key, stored ?? '')).toEqual([original.sha256, original.sha256]);
});

test('an upload goes on while its form is left and opened again, and nothing of either is lost', async ({
  world,
}) => {
  test.setTimeout(300_000);
  const { investigator } = world;
  const { page } = investigator;
  const { id, row } = await beginSlowUpload(investigator, 'left-alone');

  // Out of the form, and in again by its first page: no list of attachments is on any of them.
  await page.getByRole('link', { name: requestTexts.list.title }).first().click();
  await page.locator(`a[href="/requests/${id}/edit"]`).click();
  await page.getByRole('link', { name: words.sections.procedure.title }).click();
  const fileNumber = page.locator('#fileNumber');
  await fileNumber.fill('123 Js 456/26');

  await setLine(investigator, 'fast');
  await page.getByRole('link', { name: requestTexts.section.back }).click();
  await page.getByRole('link', { name: words.sections.attachments.title }).click();
  await expect(row.getByText(texts.states.complete)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.draft-status')).toHaveAttribute('data-phase', 'saved');

  await page.goto(`/requests/${id}/edit/procedure`);
  await unlockUntil(page, fileNumber);
  await expect(fileNumber).toHaveValue('123 Js 456/26');
});

test('a file that another window is uploading is left alone', async ({ world, portal }) => {
  test.setTimeout(300_000);
  const { investigator } = world;
  const { page, context } = investigator;
  const { id, row, path } = await beginSlowUpload(investigator, 'in-two-windows');
  const [file] = await queryDatabase<{ id: string }>(
    portal,
    'select id from sealed_files where legal_request_id = $1',
    [id],
  );

  // The other window takes the file as soon as this one is left; it has no passkey of its own, so it only holds it.
  const second = await context.newPage();
  await second.goto('/requests');
  await second.evaluate((name) => {
    void navigator.locks.request(name, () => new Promise(() => undefined));
  }, `amtsweg-upload ${file?.id}`);
  await setLine(investigator, 'fast');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await unlockUntil(page, row);
  await expect(row.getByText(texts.failures.open_elsewhere)).toBeVisible();
  await expect(row.getByRole('button')).toHaveCount(0);

  await second.close();
  await page.reload();
  await unlockUntil(page, row);
  await row.locator('input[type="file"]').setInputFiles(path, { timeout: 60_000 });
  await expect(row.getByText(texts.states.complete)).toBeVisible({ timeout: 120_000 });
  forgetLineFaults(investigator);
});
