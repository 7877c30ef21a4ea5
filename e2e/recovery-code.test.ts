import pg from 'pg';
import type { Page } from '@playwright/test';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de } from '#app/text/accounts/de.ts';
import { en } from '#app/text/accounts/en.ts';
import { en as errors } from '#app/text/errors/en.ts';
import { en as layout } from '#app/text/layout/en.ts';

import { expectAccessible } from './accessible.ts';
import { makeOrderPdf } from './attachments.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import type { Portal } from './portal.ts';
import { inviteInvestigator } from './registration.ts';
import { expect, test } from './test.ts';
import { signInUntil, unlockUntil } from './unlock.ts';
import { attachAuthenticator, lose, setInHand } from './virtual-authenticator.ts';
import { admit } from './world.ts';

const agency = 'Polizeipräsidium Musterstadt';
const name = 'Rachel Recovery';
const email = 'rachel.recovery@polizei.musterstadt.example';
const passphrases = {
  first: 'lamp orbit velvet canyon',
  second: 'marble thunder pencil river',
  third: 'copper meadow lantern seven',
};

test('a person whose passkeys have no PRF loses them and comes back by the recovery code', async ({
  world,
  portal,
  newPerson,
}) => {
  test.setTimeout(480_000);
  const { admin, lead, investigator } = world;
  const answers = sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example');
  const order = await makeOrderPdf('Beschluss.pdf', 'Anordnung');
  const older = await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answers, [{ ...order, kind: 'judicial_order' as const }]);
  await submit(investigator.page);

  const link = await inviteInvestigator(admin.page, agency, email);
  const { page, authenticator } = await newPerson({ hasPrf: false, locale: 'en-GB' });
  await page.goto(link);
  await page.getByRole('button', { name: en.invitation.start }).click();
  const { person } = en.register;
  await page.getByLabel(person.name).fill(name);
  await page.getByLabel(person.telephone).fill('+49 5555 204');
  await page.getByLabel(person.rank).fill('Inspector');
  await page.getByLabel(person.unit).fill('K 42');
  await page.getByRole('button', { name: layout.next, exact: true }).click();

  // Whoever takes long over the passphrase begins the step again, without a reload.
  const create = page.getByRole('button', { name: en.register.passkey.create });
  await create.click();
  await expect(page.getByRole('heading', { name: en.passphrase.title })).toBeVisible();
  await expectAccessible(page, 'passphrase');
  await letChallengesEnd(portal);
  await choosePassphrase(page, passphrases.first);
  await expect(page.getByText(errors.codes.challenge_stale)).toBeVisible();
  await create.click();
  await choosePassphrase(page, passphrases.first);
  const code = await noteRecoveryCode(page);

  // A second passkey, with a passphrase of its own; it, too, begins again when that took too long.
  const add = page.getByRole('button', { name: en.register.second.add });
  const makeSecond = async () => {
    const made = await attachAuthenticator(authenticator.session, { hasPrf: false, transport: 'usb' });
    await setInHand(authenticator, false);
    await add.click();
    await expect(page.getByLabel(en.passphrase.repeat)).toBeVisible();
    await setInHand(authenticator, true);
    return made;
  };
  const inVain = await makeSecond();
  await letChallengesEnd(portal);
  await choosePassphrase(page, passphrases.second);
  await expect(page.getByText(errors.codes.challenge_stale)).toBeVisible();
  await lose(inVain);
  const second = await makeSecond();
  await choosePassphrase(page, passphrases.second);
  await page.waitForURL('**/waiting');
  await lead.page.goto('/colleagues');
  await admit(lead.page, name);

  // The first device is lost: the second one signs in, and its passphrase unlocks.
  await signOut(page);
  await lose(authenticator);
  const button = page.getByRole('button', { name: en.signIn.button, exact: true });
  await signInUntil(page, button, /\/requests$/);
  await page.goto(`/requests/${older}`);
  await unlock(page, 'not the passphrase at all');
  await expect(page.getByText(errors.codes.wrong_secret)).toBeVisible();
  await enterPassphrase(page, passphrases.second);
  await expect(page.getByText(answers.facts).first()).toBeVisible();

  // A passkey keeps a name.
  await page.goto('/account');
  await page.getByText(en.account.passkeys.rename).first().click();
  await page
    .getByRole('textbox', { name: /New name for/ })
    .first()
    .fill('  ');
  await page.getByRole('button', { name: layout.save }).nth(1).click();
  await expect(page.getByText(en.fieldErrors.passkey_name_missing)).toBeVisible();

  // The second one is lost as well: the code makes a new one, and somebody else confirms.
  await signOut(page);
  await lose(second);
  await attachAuthenticator(authenticator.session, { hasPrf: false, transport: 'internal' });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: en.signIn.recover }).click();
  const { recover } = en.account;
  await page.getByLabel(recover.label).fill(code.toLowerCase());
  await page.getByRole('button', { name: layout.next, exact: true }).click();
  await create.click();
  await expect(page.getByLabel(en.passphrase.repeat)).toBeVisible();
  await letChallengesEnd(portal);
  await choosePassphrase(page, passphrases.third);
  await expect(page.getByText(errors.codes.challenge_stale)).toBeVisible();
  await create.click();
  await choosePassphrase(page, passphrases.third);
  await expect(page.getByRole('heading', { name: recover.newCodeTitle })).toBeVisible();
  await expectAccessible(page, 'new recovery code');
  expect(await noteRecoveryCode(page)).not.toBe(code);
  await expect(page.getByText(en.waiting.reasons.recovery.title)).toBeVisible();

  await lead.page.goto('/colleagues');
  const row = lead.page.getByRole('row').filter({ hasText: name });
  const confirm = row.getByRole('button', { name: de.desk.people.confirmRecovery });
  await unlockUntil(lead.page, confirm);
  await confirm.click();
  await expect(row.getByText(de.personStatuses.active, { exact: true })).toBeVisible();

  await page.goto(`/requests/${older}`);
  await unlock(page, passphrases.third);
  await expect(page.getByText(answers.facts).first()).toBeVisible();
});

/** What five minutes do, without waiting for them. */
async function letChallengesEnd(portal: Portal): Promise<void> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  await client.query('update challenges set expires_at = now()');
  await client.end();
}

async function choosePassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(en.passphrase.label, { exact: true }).fill(passphrase);
  await page.getByLabel(en.passphrase.repeat).fill(passphrase);
  await page.getByRole('button', { name: layout.next, exact: true }).click();
}

async function noteRecoveryCode(page: Page): Promise<string> {
  const shown = page.getByTestId('recovery-code').getByText(/^[0-9A-Z]{4}$/);
  await expect(shown).toHaveCount(7);
  const groups = await shown.allInnerTexts();
  await page.getByLabel(en.recoveryCode.confirmLabel).fill(groups.at(-1) ?? '');
  await page.getByRole('button', { name: en.recoveryCode.confirm }).click();
  return groups.join('-');
}

/** A touch tells that this passkey unlocks nothing; then the passphrase is asked. */
async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: en.unlock.button }).click();
  await enterPassphrase(page, passphrase);
}

async function enterPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(en.passphrase.label, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: en.unlock.buttonPassphrase, exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: layout.signOut }).click();
  await expect(page).toHaveURL(/\/$/);
}
