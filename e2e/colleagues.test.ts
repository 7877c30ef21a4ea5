import type { Page } from '@playwright/test';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { fingerprintOf, generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { de } from '#app/text/accounts/de.ts';
import { de as layout } from '#app/text/layout/de.ts';
import { page as requestPage } from '#app/text/requests/page/de.ts';
import type { ServedFacts } from '#test/served-facts.ts';

import { expectAccessible, expectToFit } from './accessible.ts';
import { makeOrderPdf } from './attachments.ts';
import { exportTeamKey, openWithKey, queryDatabase } from './gnupg-check.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { acceptInvitation, inviteInvestigator } from './registration.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';
import { admit, certifyAgencyKey } from './world.ts';

const agency = 'Polizeipräsidium Musterstadt';
const name = 'Karl Kollege';
const { people: words, keyGiving } = de.desk;
const { teamKeyNotice } = de;
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
  // Whom the new key is for, before it is made.
  const receivers = lead.page.getByRole('dialog').getByRole('listitem');
  await expect(receivers.filter({ hasText: 'Ina Ermittlung' }).locator('.fingerprint')).toBeVisible();
  await expect(receivers.filter({ hasText: name })).toHaveCount(0);
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

/** What somebody with the database alone can do: a member of the agency whom nobody let in, with a key of their own. */
async function insertMember(portal: ServedFacts, memberName: string) {
  const email = 'ingo.eingefuegt@polizei.musterstadt.example';
  const key = await generatePrivateKey({ name: memberName, email });
  const [row] = await queryDatabase<{ id: string }>(
    portal,
    `insert into people (id, team_id, role, status, email, name, user_handle)
     select gen_random_uuid(), id, 'investigator', 'active', $2, $3, $2 from teams where name = $1 returning id`,
    [agency, email, memberName],
  );
  const id = row?.id ?? '';
  const statement = `insert into pgp_keys (id, person_id, public_key, fingerprint) values (gen_random_uuid(), $1, $2, $3)`;
  await queryDatabase(portal, statement, [id, key.toPublic().armor(), fingerprintOf(key)]);
  return { id, fingerprint: fingerprintOf(key) };
}

/** How many of the agency's keys the server keeps for a member. */
async function countGrants(portal: ServedFacts, memberName: string): Promise<number> {
  const statement = `select 1 from team_key_grants g join people p on p.id = g.person_id where p.name = $1`;
  return (await queryDatabase(portal, statement, [memberName])).length;
}

test('no browser gives the agency’s key to a row of the database, until somebody who was shown it does', async ({
  world,
  portal,
}) => {
  const { page } = world.lead;
  const inserted = 'Ingo Eingefügt';
  const { id, fingerprint } = await insertMember(portal, inserted);
  const sent: string[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes(id) || body.includes('grant')) sent.push(`${request.url()} ${body}`);
  });
  await page.goto('/colleagues');
  const give = page.getByRole('button', { name: keyGiving.give });
  await unlockUntil(page, give);
  await expectAccessible(page, 'somebody waits for the key');
  await expectToFit(page, 'somebody waits for the key');
  // Unlocked, and on from page to page.
  await page.getByRole('link', { name: layout.menu.requests, exact: true }).click();
  await expect(page.getByText(teamKeyNotice.waits.agency([inserted]))).toBeVisible();
  await expectAccessible(page, 'notice of somebody who waits for the key');
  await page.getByRole('link', { name: teamKeyNotice.toPeople, exact: true }).click();
  await give.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(fingerprint.match(/.{4}/g)?.join(' ') ?? '')).toBeVisible();
  expect(sent).toEqual([]);
  expect(await countGrants(portal, inserted)).toBe(0);

  await dialog.getByRole('button', { name: keyGiving.give }).click();
  await expect(give).toHaveCount(0);
  expect(sent).toHaveLength(1);
  expect(await countGrants(portal, inserted)).toBeGreaterThan(0);
  await page.getByRole('link', { name: layout.menu.requests, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(teamKeyNotice.waits.agency([inserted]))).toHaveCount(0);
});

test('let in by the administration of the portal, a colleague waits for somebody of the agency who gives the key', async ({
  world,
  portal,
  newPerson,
}) => {
  test.setTimeout(240_000);
  const { admin, investigator } = world;
  const waiting = 'Wanda Wartend';
  const url = await inviteInvestigator(admin.page, agency, 'wanda.wartend@polizei.musterstadt.example');
  const { page, ...colleague } = await newPerson();
  const details = { name: waiting, telephone: '+49 5555 204', rank: 'Kriminalkommissarin', unit: 'K 42' };
  await acceptInvitation({ page, ...colleague }, url, details);
  await page.getByRole('button', { name: 'Später' }).click();
  await admin.page.reload();
  await admit(admin.page, waiting);

  await page.goto('/requests');
  await expect(page.getByText(teamKeyNotice.lacks.agency.title)).toBeVisible();
  await expectAccessible(page, 'who waits for the key');
  await expectToFit(page, 'who waits for the key');
  await page.getByRole('link', { name: teamKeyNotice.toFingerprint }).click();
  const own = page.getByRole('heading', { name: de.account.keys.person });
  const readOut = page.locator('div', { has: own }).last().locator('.fingerprint');
  await unlockUntil(page, readOut);
  const fingerprint = await readOut.innerText();

  // Not only the head of unit: whoever holds the key.
  await investigator.page.goto('/colleagues');
  const give = investigator.page
    .getByRole('listitem')
    .filter({ hasText: waiting })
    .getByRole('button', { name: keyGiving.give });
  await unlockUntil(investigator.page, give);
  await give.click();
  const dialog = investigator.page.getByRole('dialog');
  await expect(dialog.getByText(fingerprint)).toBeVisible();
  await dialog.getByRole('button', { name: keyGiving.give }).click();
  await expect(give).toHaveCount(0);
  const keys = await queryDatabase(
    portal,
    'select 1 from pgp_keys k join teams t on t.id = k.team_id where t.name = $1',
    [agency],
  );
  expect(await countGrants(portal, waiting)).toBe(keys.length);

  await page.goto('/requests');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(teamKeyNotice.lacks.agency.title)).toHaveCount(0);
  await beginDraft(page, 'subscriber_data');
});
