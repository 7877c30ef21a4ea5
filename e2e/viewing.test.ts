import type { Page } from '@playwright/test';
import { PDFDocument } from '@cantoo/pdf-lib';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as desk } from '#app/text/desk/de.ts';
import { de as uploads } from '#app/text/uploads/de.ts';

import { makeOrderPdf, type Attachment } from './attachments.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { openReview } from './review-steps.ts';
import { expect, test } from './test.ts';

/** What a hostile file would do if it could; the address is asked for nowhere else. */
const script = `parent.document.title = 'pwned'; alert(1); fetch('/leak')`;
const markup = `<script>${script}</script><img src="/leak" onerror="${script}"><form action="/leak"></form>`;

const textOf = (name: string, mimeType: string, text: string): Attachment => ({
  name,
  mimeType,
  buffer: Buffer.from(text),
});

/** A multi-page order with scripts for its opening and for each page. */
async function makeHostilePdf(name: string): Promise<Attachment> {
  const { buffer } = await makeOrderPdf(name, 'Anordnung mit Programm', 3);
  const document = await PDFDocument.load(buffer);
  document.addJavaScript(
    'open',
    `app.alert('pwned'); app.launchURL('/leak', true); this.submitForm('/leak');`,
  );
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

/** Opens a file on the page of the review and gives the frame in which it is shown. */
async function openFile(page: Page, name: string) {
  await page.getByRole('button', { name: desk.files.open(name) }).click();
  const viewer = page.getByRole('region', { name: uploads.viewer.document(name) });
  const frame = viewer.locator('iframe');
  await expect(frame).toBeVisible({ timeout: 60_000 });
  // No permission at all: no scripts, no forms, no pop-ups, an origin of its own.
  await expect(frame).toHaveAttribute('sandbox', '');
  return { viewer, frame };
}

test('hostile files are shown as pictures and as text, without scripts and without the network', async ({
  world,
}) => {
  test.setTimeout(300_000);
  const { investigator, counsel } = world;
  const { page } = counsel;
  const hostile = [
    textOf('Vermerk.txt', 'text/plain', `<!doctype html>${markup}`),
    textOf(
      'Scan.png',
      'image/png',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script></svg>`,
    ),
    await makeHostilePdf('Beschluss.pdf'),
  ];
  await beginDraft(investigator.page, 'mailbox_seizure');
  const answers = sampleAnswers('mailbox_seizure', toDate(new Date()), 'beispielpost.example');
  await fillForm(
    investigator.page,
    answers,
    hostile.map((file) => ({ ...file, kind: 'judicial_order' as const })),
  );
  const reference = await submit(investigator.page);
  await openReview(page, reference);

  const asked: string[] = [];
  const answered: string[] = [];
  const onRequest = (sent: { url(): string }) => void asked.push(sent.url());
  // What the policy stops is asked for, too, but never sent.
  const onResponse = (received: { url(): string }) => void answered.push(received.url());
  const dialogs: string[] = [];
  counsel.context.on('request', onRequest).on('response', onResponse);
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const title = await page.title();

  for (const name of ['Vermerk.txt', 'Scan.png']) {
    const { viewer } = await openFile(page, name);
    const shown = viewer.frameLocator('iframe');
    await expect(shown.locator('pre')).toContainText('<script>');
    await expect(shown.locator('script, img, form, svg')).toHaveCount(0);
    await viewer.getByRole('button', { name: uploads.viewer.close }).click();
  }

  const { viewer, frame } = await openFile(page, 'Beschluss.pdf');
  await viewer.getByRole('button', { name: uploads.viewer.next }).click();
  await expect(frame).toHaveAttribute('title', new RegExp(`${uploads.viewer.pageTitle(2, 3)}$`));
  await expect(viewer.getByRole('group')).toContainText('Seite 2 von 3');
  await expect(viewer.frameLocator('iframe').locator('img')).toHaveAttribute(
    'src',
    /^data:image\/png;base64,/,
  );

  expect(asked.filter((url) => url.includes('leak'))).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(await page.title()).toBe(title);

  // Had the document taken over the worker that draws it: the portal does not even hear of it, with the person's cookies.
  const worker = page.workers().find((one) => one.url().includes('/document.worker-'));
  const tryFrom = (path: string) =>
    worker?.evaluate(async (address) => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'answered',
          () => 'refused',
        );
      return [await outcome(fetch(address)), await outcome(import(address))];
    }, path);
  expect(await tryFrom('/account/unlock')).toEqual(['refused', 'refused']);
  expect(await tryFrom(worker?.url() ?? '')).toEqual(['answered', 'answered']);
  expect(answered).toContain(worker?.url());
  expect(answered.filter((url) => url.includes('/account/'))).toEqual([]);
  counsel.context.off('request', onRequest).off('response', onResponse);
  const others = counsel.complaints.filter((text) => !/(connect|script)-src/.test(text));
  counsel.complaints.splice(0, counsel.complaints.length, ...others);
});
