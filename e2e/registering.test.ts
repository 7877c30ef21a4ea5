/** The open way in: an authority that nobody knows yet registers, two of the provider's people check it, a colleague follows. */
import type { Page } from '@playwright/test';

import { askAgainMs } from '#app/accounts/use-asking-again.ts';
import { de as words } from '#app/text/accounts/de.ts';
import { de as layout } from '#app/text/layout/de.ts';

import { expectAccessible, expectToFit } from './accessible.ts';
import { beginDraft } from './legal-request-steps.ts';
import { mailsTo } from './mail-steps.ts';
import { forgetLineFaults } from './person.ts';
import type { Portal } from './portal.ts';
import { makePasskey } from './registration.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';
import { admit } from './world.ts';

const agency = 'Staatsanwaltschaft Neustadt';
const { register } = words;

/** The code of the newest mail to an address. */
async function readCode(portal: Portal, email: string): Promise<string> {
  let code = '';
  await expect
    .poll(async () => {
      const mails = await mailsTo(portal, email);
      code = /\b\d{6}\b/.exec(mails.at(-1)?.mail.text ?? '')?.[0] ?? '';
      return code;
    })
    .not.toBe('');
  return code;
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await expectToFit(page, name);
}

const goOn = (page: Page) => page.getByRole('button', { name: layout.next, exact: true }).click();

async function confirmAddress(page: Page, portal: Portal, email: string): Promise<void> {
  await page.goto('/register');
  await page.getByLabel(register.email.label).fill(email);
  await page.getByRole('button', { name: register.email.submit }).click();
  await page.waitForURL('**/register/code');
  await page.getByLabel(register.code.label).fill(await readCode(portal, email));
  await goOn(page);
  await page.waitForURL('**/register/person');
}

async function describe(page: Page, name: string): Promise<void> {
  await page.getByLabel(register.person.name).fill(name);
  await page.getByLabel(register.person.rank).fill('Staatsanwältin');
  await page.getByLabel(register.person.unit).fill('Abteilung 3');
  await page.getByLabel(register.person.telephone).fill('+49 5555 300');
  await goOn(page);
  await page.waitForURL('**/register/agency');
}

test('an unknown authority registers, is checked by two people, and admits a colleague', async ({
  world,
  portal,
  newPerson,
}) => {
  test.setTimeout(480_000);
  const { admin, dpo } = world;
  const first = await newPerson();
  const { page } = first;

  await page.goto('/register');
  await page.getByLabel(register.email.label).fill('staatsanwaltschaft.neustadt@gmail.com');
  await page.getByRole('button', { name: register.email.submit }).click();
  await expect(page.getByText(words.fieldErrors.email_free_mail).first()).toBeVisible();
  await look(page, 'refused address');

  const email = 'paula.prozess@sta-neustadt.example';
  await page.getByLabel(register.email.label).fill(email);
  await page.getByRole('button', { name: register.email.submit }).click();
  await page.waitForURL('**/register/code');
  const code = await readCode(portal, email);
  await page.getByLabel(register.code.label).fill(code === '000000' ? '111111' : '000000');
  await goOn(page);
  await expect(page.getByText(words.fieldErrors.code_wrong).first()).toBeVisible();
  await look(page, 'wrong code');
  await page.getByLabel(register.code.label).fill(code);
  await goOn(page);
  await page.waitForURL('**/register/person');

  await page.getByLabel(register.person.name).fill('Paula Prozess');
  await goOn(page);
  await expect(page.getByText(words.fieldErrors.unit_missing).first()).toBeVisible();
  await expect(page.getByLabel(register.person.name)).toHaveValue('Paula Prozess');
  await look(page, 'person incomplete');
  await describe(page, 'Paula Prozess');

  await page.getByLabel(register.agency.name).fill(agency);
  await page.getByLabel(register.agency.kind).selectOption({ label: words.agencyKinds.prosecution });
  await look(page, 'unknown agency');
  await goOn(page);
  await page.waitForURL('**/register/passkey');
  await look(page, 'passkey');
  await makePasskey(page);
  await look(page, 'second passkey');
  await page.getByRole('button', { name: register.second.later }).click();
  await page.waitForURL('**/waiting');
  await expect(page.getByText(words.waiting.reasons.agency.title)).toBeVisible();
  await look(page, 'waiting');
  // What is to be read out on the telephone, also after a reload, when the keys were locked.
  const readOut = page.locator('.fingerprint');
  const fingerprint = await readOut.innerText();
  await page.reload();
  await unlockUntil(page, readOut);
  await expect(readOut).toHaveText(fingerprint);
  await page.goto('/requests/new');
  await expect(page).toHaveURL(/\/waiting$/);

  const { verification } = words.desk;
  await admin.page.goto('/desk/agencies');
  await look(admin.page, 'agencies');
  await admin.page.getByRole('link', { name: agency }).click();
  await look(admin.page, 'agency to be checked');
  await expect(admin.page.getByText(fingerprint)).toBeVisible();
  await admin.page.getByRole('button', { name: verification.propose }).click();
  await expect(admin.page.getByText(words.fieldErrors.method_missing).first()).toBeVisible();
  await admin.page.getByLabel(verification.method).selectOption({ label: verification.methods.call_back });
  await admin.page.getByLabel(verification.number).fill('+49 5555 0');
  await admin.page.getByLabel(verification.source).fill('Justizportal des Bundes und der Länder');
  await admin.page.getByRole('button', { name: verification.propose }).click();
  await expect(admin.page.getByText(verification.needsSecond, { exact: true })).toBeVisible();
  await look(admin.page, 'waits for the second person');
  await expect(admin.page.getByRole('button', { name: verification.confirm })).toHaveCount(0);

  await dpo.page.goto(new URL(admin.page.url()).pathname);
  const confirm = dpo.page.getByRole('button', { name: verification.confirm });
  await unlockUntil(dpo.page, confirm);
  await look(dpo.page, 'second person');
  await confirm.click();
  await expect(dpo.page.getByText(words.desk.agency.certified)).toBeVisible();
  await look(dpo.page, 'checked agency');

  await page.goto('/waiting');
  await page.waitForURL('**/requests');
  await look(page, 'first visit');

  const second = await newPerson();
  await confirmAddress(second.page, portal, 'karl.kollege@sta-neustadt.example');
  await describe(second.page, 'Karl Kollege');
  await look(second.page, 'known agency');
  await second.page.getByRole('radio', { name: agency }).check();
  await goOn(second.page);
  await makePasskey(second.page);
  await second.page.getByRole('button', { name: register.second.later }).click();
  await expect(second.page.getByText(words.waiting.reasons.colleague.title)).toBeVisible();

  // The page asks again by itself; that nobody answers once does not end it.
  await second.page.clock.install();
  await second.page.reload();
  await expect(second.page.getByText(words.waiting.reasons.colleague.title)).toBeVisible();
  await second.context.setOffline(true);
  const unanswered = second.page.waitForEvent('requestfailed');
  await second.page.clock.fastForward(askAgainMs);
  await unanswered;
  await second.context.setOffline(false);
  await expect(second.page.getByText(words.waiting.reasons.colleague.title)).toBeVisible();
  forgetLineFaults(second);

  await page.goto('/colleagues');
  await admit(page, 'Karl Kollege');
  await second.page.clock.fastForward(askAgainMs);
  await second.page.waitForURL('**/requests');
  await beginDraft(second.page, 'subscriber_data');
});
