import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de } from '#app/text/accounts/de.ts';

import { makeOrderPdf } from './attachments.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { mailsTo } from './mail-steps.ts';
import { acceptInvitation, inviteInvestigator, makePasskey } from './registration.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';
import { admit } from './world.ts';

const agency = 'Polizeipräsidium Musterstadt';
const name = 'Rita Rückkehr';
const email = 'rita.rueckkehr@polizei.musterstadt.example';
const { people: words } = de.desk;

test('somebody who lost passkey and code gets new access by two people and reads an older request', async ({
  world,
  portal,
  newPerson,
}) => {
  test.setTimeout(480_000);
  const { admin, dpo, lead, investigator } = world;
  const answers = sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example');
  const order = await makeOrderPdf('Beschluss.pdf', 'Anordnung');
  const older = await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answers, [{ ...order, kind: 'judicial_order' as const }]);
  await submit(investigator.page);

  const invitation = await inviteInvestigator(admin.page, agency, email);
  const former = await newPerson();
  const details = { name, telephone: '+49 5555 203', rank: 'Kriminalkommissarin', unit: 'K 42 Cybercrime' };
  await acceptInvitation(former, invitation, details);
  await former.page.getByRole('button', { name: 'Später' }).click();
  await lead.page.goto('/colleagues');
  await admit(lead.page, name);
  await former.page.goto(`/requests/${older}`);
  await unlockUntil(former.page, former.page.getByText(answers.facts).first());

  // The page for people without passkeys says whom to ask.
  const { page: asking } = await newPerson();
  await asking.goto('/recover');
  await expect(asking.getByRole('heading', { name: de.account.recover.lostTooTitle })).toBeVisible();

  // First half by the head of unit, second by data protection; a proposal alone changes nothing.
  await lead.page.goto('/colleagues');
  const own = lead.page.getByRole('row').filter({ hasText: name });
  await unlockUntil(lead.page, own.getByRole('button', { name: words.access }));
  await own.getByRole('button', { name: words.access }).click();
  await lead.page.getByRole('dialog').getByRole('button', { name: words.propose, exact: true }).click();
  await expect(own.getByText(words.accessProposed)).toBeVisible();
  await expect(own.getByRole('button', { name: words.confirmAccess })).toHaveCount(0);
  await former.page.goto('/requests');
  await expect(former.page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(former.page.url()).toContain('/requests');

  await dpo.page.goto('/desk/agencies');
  await dpo.page.getByRole('link', { name: agency }).click();
  const atDesk = dpo.page.getByRole('row').filter({ hasText: name });
  await atDesk.getByRole('button', { name: words.confirmAccess }).click();
  await dpo.page.getByRole('dialog').getByRole('button', { name: words.confirmAccess }).click();
  await expect(atDesk.getByText(words.linkSent)).toBeVisible();

  // The old passkey is dead.
  await former.page.reload();
  await former.page.waitForURL('**/sign-in**');
  await former.page.getByRole('button', { name: de.signIn.button, exact: true }).click();
  await expect(former.page.getByText(de.signIn.failed)).toBeVisible();

  // The mail's link leads to a new passkey, and to waiting.
  const back = await newPerson();
  let link: string | undefined;
  await expect(async () => {
    const texts = (await mailsTo(portal, email)).map(({ mail }) => mail.text ?? '');
    const mail = texts.find((text) => text.includes('24 Stunden'));
    link = /https?:\/\/\S+\/invitation\/\S+/.exec(mail ?? '')?.[0];
    expect(link).toBeDefined();
  }).toPass({ timeout: 60_000 });
  await back.page.goto(link ?? '');
  await expect(back.page.getByRole('heading', { name: de.invitation.newAccess.title })).toBeVisible();
  await back.page.getByRole('button', { name: de.invitation.newAccess.start }).click();
  await makePasskey(back.page);
  await back.page.getByRole('button', { name: 'Später' }).click();
  await expect(back.page.getByText(de.waiting.reasons.return.title)).toBeVisible();
  await back.page.goto(`/requests/${older}`);
  await back.page.waitForURL('**/waiting');
  const readOut = back.page.locator('.fingerprint');
  await unlockUntil(back.page, readOut);

  await lead.page.goto('/colleagues');
  // What the person reads out on the telephone is what the head of unit sees.
  const returning = lead.page.getByRole('row').filter({ hasText: name });
  const seen = returning.getByText(de.desk.people.fingerprint);
  await unlockUntil(lead.page, seen);
  await expect(returning.getByText(await readOut.innerText())).toBeVisible();
  await admit(lead.page, name);
  await back.page.goto(`/requests/${older}`);
  await unlockUntil(back.page, back.page.getByText(answers.facts).first());
});
