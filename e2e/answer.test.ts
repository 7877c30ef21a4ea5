import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as words } from '#app/text/answers/de.ts';
import { de as desk } from '#app/text/desk/de.ts';

import { expectAccessible, expectToFit } from './accessible.ts';
import {
  beginAnswer,
  chooseAnswerFiles,
  openAnswer,
  releaseAnswer,
  signAnswer,
  untilUploaded,
} from './answer-steps.ts';
import { exportTeamKey, hashFile, hashWithPrograms, queryDatabase } from './gnupg-check.ts';
import { beginDraft, expectStatus, fillForm, submit } from './legal-request-steps.ts';
import { forgetLineFaults } from './person.ts';
import { makeRandomFile } from './random-file.ts';
import { watchMemory } from './renderer-memory.ts';
import { openReview, proposeAcceptance, signAcceptance } from './review-steps.ts';
import { expect, test } from './test.ts';
import type { World } from './world.ts';

/** Size of the delivered file; 1000 and more take a few minutes. */
const megabytes = Number(process.env['AMTSWEG_ANSWER_MB'] ?? 30);
const bytes = megabytes * 1024 * 1024;
const fileName = 'Postfach.mbox';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-answer-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What delivering and saving may take above the page at rest, whatever the size of the file (3-architecture §4). */
const mostMemoryMb = 300;

async function createAccepted({ investigator, dpo, counsel }: World): Promise<string> {
  const id = await beginDraft(investigator.page, 'subscriber_data');
  const answers = sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example');
  await fillForm(investigator.page, answers, []);
  const reference = await submit(investigator.page);
  await openReview(counsel.page, reference);
  await proposeAcceptance(counsel.page);
  await openReview(dpo.page, reference);
  await signAcceptance(dpo.page);
  return id;
}

test('an answer survives a killed server, is released by a second person, verified and saved', async ({
  world,
  portal,
}, testInfo) => {
  test.setTimeout(megabytes > 100 ? 1_800_000 : 480_000);
  const { clerk, dpo, investigator, lead } = world;
  const id = await createAccepted(world);
  const original = join(folder, fileName);
  const originalSha256 = makeRandomFile(original, bytes);

  await beginAnswer(clerk.page, id);
  await expectAccessible(clerk.page, 'writing an answer');
  await expectToFit(clerk.page, 'writing an answer');
  const { session } = clerk.authenticator;
  const line = (uploadThroughput: number) =>
    session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await session.send('Network.enable');
  await line(3_000_000);
  const sealing = await watchMemory(clerk.context.browser());
  await chooseAnswerFiles(clerk.page, original);
  const bar = clerk.page.getByRole('listitem').filter({ hasText: fileName }).getByRole('progressbar');
  await expect
    .poll(() => bar.evaluate((element: HTMLProgressElement) => element.position), { timeout: 60_000 })
    .toBeGreaterThan(0.05);
  await portal.killAndRestart();
  await line(-1);
  await untilUploaded(clerk.page, fileName, 600_000);
  const sealed = sealing.stop();
  expect(sealed.peakMb - sealed.idleMb).toBeLessThan(mostMemoryMb);
  forgetLineFaults(...Object.values(world));
  await signAnswer(clerk.page);
  await expectAccessible(clerk.page, 'signed answer');
  await expectStatus(investigator.page, id, 'accepted');
  await expect(investigator.page.getByRole('link', { name: words.open })).toHaveCount(0);

  await releaseAnswer(dpo.page, id);
  await expectAccessible(dpo.page, 'released answer');
  await expectToFit(dpo.page, 'released answer');
  await expectStatus(investigator.page, id, 'answered');

  await openAnswer(investigator.page, id);
  await expectAccessible(investigator.page, 'answer');
  await expectToFit(investigator.page, 'answer');
  // As in browsers that can ask where to save: the file is one of the browser's own storage, so that the test can read it.
  await investigator.page.evaluate(() => {
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('picked', { create: true }),
    });
  });
  const saving = await watchMemory(investigator.context.browser());
  const save = investigator.page.getByRole('button', { name: words.saveFor(fileName) });
  await save.click();
  await expect(investigator.page.getByText(words.savedFile)).toBeVisible({ timeout: 600_000 });
  const pickedBytes = await investigator.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const { size } = await (await root.getFileHandle('picked')).getFile();
    // It stands for the person's disk; in the portal's own storage it would be found by others.
    await root.removeEntry('picked');
    return size;
  });
  expect(pickedBytes).toBe(bytes);

  // As in browsers that cannot.
  await investigator.page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await save.click();
  const keep = investigator.page.getByRole('link', { name: words.keep });
  await expect(keep).toBeVisible({ timeout: 600_000 });
  const saved = saving.stop();
  expect(saved.peakMb - saved.idleMb).toBeLessThan(mostMemoryMb);
  testInfo.annotations.push({ type: 'memory', description: JSON.stringify({ sealed, saved }) });
  const download = investigator.page.waitForEvent('download');
  await keep.click();
  expect(await hashFile(await (await download).path())).toBe(originalSha256);

  // The certificate opens in the portal, beside the data.
  await investigator.page
    .getByRole('button', { name: new RegExp(`^${words.certificateKind}.*ansehen`) })
    .click();
  await expect(investigator.page.locator('iframe')).toBeVisible({ timeout: 60_000 });

  const [stored] = await queryDatabase<{ storage_key: string }>(
    portal,
    `select storage_key from sealed_files where legal_request_id = $1 and purpose = 'answer'
     order by ciphertext_bytes desc limit 1`,
    [id],
  );
  const key = await exportTeamKey(lead.page);
  const path = join(portal.dataFolder, 'uploads', stored?.storage_key ?? '');
  expect(await hashWithPrograms(key, path)).toEqual([originalSha256, originalSha256]);

  await dpo.page.goto(`/desk/requests/${id}`);
  await expect(dpo.page.getByText(desk.history.events.answer_file_downloaded)).toHaveCount(3);
});
