import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

import { de as accounts } from '#app/text/accounts/de.ts';
import { de as layout } from '#app/text/layout/de.ts';
import { de as uploads } from '#app/text/uploads/de.ts';

import { queryDatabase } from './gnupg-check.ts';
import { beginDraft } from './legal-request-steps.ts';
import type { Person } from './person.ts';
import { makeRandomFile } from './random-file.ts';
import { expect, test } from './test.ts';
import { signInUntil, unlockUntil } from './unlock.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-sign-out-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that the portal keeps in the browser's own file system. */
const listFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const walk = async (place: FileSystemDirectoryHandle) => {
      for await (const one of place.values()) {
        // A folder that is removed meanwhile is still one that was there.
        if (one.kind === 'directory') await walk(one).catch(() => found.push(one.name));
        else found.push(one.name);
      }
    };
    await walk(await navigator.storage.getDirectory());
    return found;
  });

/** Opens the attachments of a new draft and stays while a file is on its way. */
async function uploadSlowly({ page, authenticator }: Person): Promise<void> {
  const id = await beginDraft(page, 'mailbox_seizure');
  await page.goto(`/requests/${id}/edit/attachments`);
  await unlockUntil(page, page.getByText(uploads.choose).first());
  await authenticator.session.send('Network.enable');
  await authenticator.session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 2_000_000,
  });
  const path = join(folder, 'Asservat.img');
  makeRandomFile(path, 80 * 1024 * 1024);
  await page.locator('input[type="file"]').first().setInputFiles(path);
  await expect.poll(() => listFiles(page)).not.toEqual([]);
}

async function signInAgain({ page, authenticator, complaints }: Person): Promise<void> {
  await authenticator.session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  const button = page.getByRole('button', { name: accounts.signIn.button, exact: true });
  await signInUntil(page, button, /\/requests$/);
  // Requests that were under way when the window was left.
  const others = complaints.filter((text) => !/net::ERR_/.test(text));
  complaints.splice(0, complaints.length, ...others);
}

test('signing out in one window locks the other one and leaves no file behind (promise 8)', async ({
  world,
}) => {
  test.setTimeout(180_000);
  const { investigator } = world;
  const { page, context } = investigator;
  await uploadSlowly(investigator);
  const second = await context.newPage();
  await second.goto('/requests');
  // No page of the portal's, so that it only looks on.
  const watcher = await context.newPage();
  await watcher.goto('/icon.svg');
  // The server's answer clears as well where the browser knows how; it waits until the windows have done it themselves.
  const emptied: boolean[] = [];
  await context.route('**/sign-out', async (route) => {
    const isEmpty = expect.poll(() => listFiles(watcher)).toEqual([]);
    emptied.push(
      await isEmpty.then(
        () => true,
        () => false,
      ),
    );
    await route.continue();
  });

  await second.getByRole('button', { name: layout.signOut }).click();
  await expect(second).toHaveURL(/\/$/);
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(emptied).toEqual([true, true]);
  await context.unroute('**/sign-out');
  await second.close();
  await watcher.close();
  await signInAgain(investigator);
});

test('a session that has ended locks the keys (promise 8)', async ({ world, portal }) => {
  test.setTimeout(180_000);
  const { investigator } = world;
  const { page } = investigator;
  const id = await beginDraft(page, 'mailbox_seizure');
  await page.goto(`/requests/${id}/edit/procedure`);
  const fileNumber = page.locator('#fileNumber');
  await unlockUntil(page, fileNumber);
  const keyRooms = () => page.workers().filter((worker) => worker.url().includes('/crypto.worker-')).length;
  expect(keyRooms()).toBe(1);
  await queryDatabase(
    portal,
    'delete from sessions where person_id = (select id from people where email = $1)',
    ['ermittlung@polizei.musterstadt.example'],
  );
  await fileNumber.fill('77 Js 1/26');
  await expect.poll(keyRooms).toBe(0);
  // What was typed stays; one touch signs in, unlocks and stores it.
  const status = page.locator('.draft-status');
  await expect(status).toHaveAttribute('data-phase', 'stopped');
  await page.getByRole('dialog').getByRole('button', { name: accounts.unlock.button }).click();
  await expect(status).toHaveAttribute('data-phase', 'saved');
  await expect(fileNumber).toHaveValue('77 Js 1/26');
});
