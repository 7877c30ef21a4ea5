import type { Page } from '@playwright/test';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de } from '#app/text/accounts/de.ts';
import { page as requestPage } from '#app/text/requests/page/de.ts';

import { makeOrderPdf } from './attachments.ts';
import { exportTeamKey, openWithKey, queryDatabase } from './gnupg-check.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { acceptInvitation, inviteInvestigator } from './registration.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';
import { admit, certifyAgencyKey } from './world.ts';

const agency = 'Polizeipräsidium Musterstadt';
const name = 'Karl Kollege';
const { people: words } = de.desk;
const { handOver } = requestPage;

test('a colleague reads an older request, is withdrawn, and reads no newer one', async ({
  world,
  portal,
  newPerson,
}) => {
  test.setTimeout(480_000);
  const { admin, lead, investigator } = world;
  const answers = sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example');
  const order = await makeOrderPdf('Beschluss.pdf', 'Anordnung');
  const attachments = [{ ...order, kind: 'judicial_order' as const }];
  const older = await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answers, attachments);
  await submit(investigator.page);

  const url = await inviteInvestigator(admin.page, agency, 'karl.kollege@polizei.musterstadt.example');
  const colleague = await newPerson();
  await acceptInvitation(colleague, url, {
    name,
    telephone: '+49 5555 202',
    rank: 'Kriminalkommissar',
    unit: 'K 42 Cybercrime',
  });
  await colleague.page.getByRole('button', { name: 'Später' }).click();
  await lead.page.goto('/colleagues');
  await admit(lead.page, name);
  await colleague.page.goto(`/requests/${older}`);
  await unlockUntil(colleague.page, colleague.page.getByText(answers.facts).first());

  // What the colleague holds and could have kept: the team's key of that time.
  const oldKey = await exportTeamKey(lead.page);
  await lead.page.goto('/colleagues');
  const withdraw = lead.page
    .getByRole('row')
    .filter({ hasText: name })
    .getByRole('button', { name: words.withdraw });
  await unlockUntil(lead.page, withdraw);
  await withdraw.click();
  await lead.page.getByRole('dialog').getByRole('button', { name: words.withdraw }).click();
  await expect(lead.page.getByText(de.desk.colleagues.uncertified)).toBeVisible();
  await colleague.page.reload();
  await colleague.page.waitForURL('**/sign-in**');
  await certifyAgencyKey(admin.page, agency);

  // Those who remain read the older one and go on.
  await investigator.page.goto(`/requests/${older}`);
  await unlockUntil(investigator.page, investigator.page.getByText(answers.facts).first());
  const newer = await beginDraft(investigator.page, 'subscriber_data');
  await giveDraftAwayAndTakeItBack(investigator.page);
  await fillForm(investigator.page, { ...answers, facts: 'Was danach geschah.' }, attachments);
  await submit(investigator.page);

  const sealedForm = async (id: string) => {
    const statement = 'select sealed_form from revisions where legal_request_id = $1';
    const [row] = await queryDatabase<{ sealed_form: Buffer }>(portal, statement, [id]);
    return row?.sealed_form ?? Buffer.alloc(0);
  };
  expect(await openWithKey(oldKey, await sealedForm(older))).toContain(answers.facts);
  await expect(openWithKey(oldKey, await sealedForm(newer))).rejects.toThrow(/No decryption key/);
  const newKey = await exportTeamKey(lead.page);
  expect(await openWithKey(newKey, await sealedForm(newer))).toContain('Was danach geschah.');
});

/** On the draft's task list. */
async function giveDraftAwayAndTakeItBack(page: Page): Promise<void> {
  await unlockUntil(page, page.getByLabel(handOver.to));
  await page.getByLabel(handOver.to).selectOption({ label: 'Lena Leitung' });
  await page.getByRole('button', { name: handOver.give }).click();
  await page.getByRole('button', { name: handOver.take }).click();
  await expect(page.getByLabel(handOver.to)).toBeVisible();
  await expect(page.getByRole('button', { name: handOver.take })).toBeHidden();
}
