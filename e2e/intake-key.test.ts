import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de } from '#app/text/accounts/de.ts';

import { expectAccessible, expectToFit } from './accessible.ts';
import {
  beginAnswer,
  chooseAnswerFiles,
  openAnswer,
  releaseAnswer,
  signAnswer,
  untilUploaded,
} from './answer-steps.ts';
import { exportTeamKey, openWithKey, queryDatabase } from './gnupg-check.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import type { Portal } from './portal.ts';
import { openReview, openReviewOf, proposeAcceptance, signAcceptance } from './review-steps.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';
import type { World } from './world.ts';

const { keyChange: words } = de.desk;
const { intakeKeyFollowed: notice } = de;

const answersWith = (facts: string) => ({
  ...sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example'),
  facts,
});

async function submitRequest(
  { investigator }: World,
  facts: string,
): Promise<{ id: string; reference: string }> {
  const id = await beginDraft(investigator.page, 'subscriber_data');
  await fillForm(investigator.page, answersWith(facts), []);
  return { id, reference: await submit(investigator.page) };
}

/** Accepts it and delivers one file, signed with the intake key of today. */
async function answer({ clerk, counsel, dpo }: World, { id, reference }: { id: string; reference: string }) {
  await openReview(counsel.page, reference);
  await proposeAcceptance(counsel.page);
  await openReview(dpo.page, reference);
  await signAcceptance(dpo.page);
  await beginAnswer(clerk.page, id);
  const name = 'Bestandsdaten.txt';
  await chooseAnswerFiles(clerk.page, { name, mimeType: 'text/plain', buffer: Buffer.from('Erika Muster') });
  await untilUploaded(clerk.page, name);
  await signAnswer(clerk.page);
  await releaseAnswer(dpo.page, id);
}

/** Two people on the telephone. @returns the new fingerprint */
async function changeKey({ admin, dpo }: World): Promise<string> {
  await admin.page.goto('/desk/keys');
  const make = admin.page.getByRole('button', { name: words.make });
  await unlockUntil(admin.page, make);
  await make.click();
  await admin.page.getByRole('dialog').getByRole('button', { name: words.make }).click();
  await expect(admin.page.getByText(words.ownText)).toBeVisible();
  const shown = admin.page.locator('#key-change .fingerprint');
  const fingerprint = ((await shown.last().textContent()) ?? '').replaceAll(' ', '');
  expect(fingerprint).toMatch(/^[0-9A-F]{40}$/);

  await dpo.page.goto('/desk/keys');
  const groups = dpo.page.getByLabel(words.lastGroups);
  await unlockUntil(dpo.page, groups);
  await expect(dpo.page.getByText(fingerprint.slice(-4))).toHaveCount(0);
  await groups.fill('0000 0000 0000 0000');
  await dpo.page.getByRole('button', { name: words.confirm }).click();
  await expect(dpo.page.getByText(words.lastGroupsWrong)).toBeVisible();
  await expectAccessible(dpo.page, 'a new key waits');
  await expectToFit(dpo.page, 'a new key waits');
  await groups.fill(fingerprint.slice(-16).toLowerCase());
  await dpo.page.getByRole('button', { name: words.confirm }).click();
  await expect(dpo.page.getByText(words.former)).toBeVisible();
  await expect(dpo.page.getByText(notice.text)).toBeVisible();
  await expectAccessible(dpo.page, 'the key was changed');
  await expectToFit(dpo.page, 'the key was changed');
  return fingerprint;
}

/** As if the server handed out a key that the old one did not hand over to: the signature of the line is spoilt. */
async function withSpoiltLine(portal: Portal, work: () => Promise<void>): Promise<void> {
  const trigger = (state: 'disable' | 'enable') =>
    queryDatabase(portal, `alter table intake_key_changes ${state} trigger all`, []);
  const swap = `update intake_key_changes
    set predecessor_signature = successor_signature, successor_signature = predecessor_signature`;
  await trigger('disable');
  await queryDatabase(portal, swap, []);
  await work();
  await queryDatabase(portal, swap, []);
  await trigger('enable');
}

test('the intake key is changed: browsers follow it, old and new requests are read, a spoilt line raises the alarm', async ({
  world,
  portal,
}) => {
  test.setTimeout(600_000);
  const { admin, clerk, investigator, lead } = world;
  const older = await submitRequest(world, 'Was vorher geschah.');
  await answer(world, older);
  const answered = await submitRequest(world, 'Was kurz vorher geschah.');
  // What somebody who leaves could have kept.
  const oldKey = await exportTeamKey(admin.page);
  await changeKey(world);

  // Without the handover the browser of the head of unit, which remembers the old key, seals nothing and raises the alarm.
  await withSpoiltLine(portal, async () => {
    await lead.page.goto('/requests/new');
    await lead.page.getByRole('radio').first().check();
    await lead.page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await unlockUntil(lead.page, lead.page.getByText(de.sealingBlocked.intake_key_changed.title));
    await expect(async () => {
      const alarms = await queryDatabase(portal, `select 1 from events where type = 'key_alarm'`, []);
      expect(alarms).toHaveLength(1);
    }).toPass();
  });

  // With it the investigator is told once and goes on.
  const newer = await beginDraft(investigator.page, 'subscriber_data');
  await expect(investigator.page.getByText(notice.text)).toBeVisible();
  await fillForm(investigator.page, answersWith('Was danach geschah.'), []);
  const reference = await submit(investigator.page);
  await investigator.page.goto(`/requests/${newer}`);
  await unlockUntil(investigator.page, investigator.page.getByText('Was danach geschah.').first());
  await expect(investigator.page.getByText(notice.text)).toHaveCount(0);
  await openAnswer(investigator.page, older.id);

  await openReview(clerk.page, answered.reference);
  await expect(clerk.page.getByText('Was kurz vorher geschah.').first()).toBeVisible();
  await openReview(clerk.page, reference);
  await expect(clerk.page.getByText('Was danach geschah.').first()).toBeVisible();
  await openReviewOf(clerk.page, older.id);

  // The old key opens the older request only.
  const sealedForm = async (id: string) => {
    const statement = 'select sealed_form from revisions where legal_request_id = $1';
    const [row] = await queryDatabase<{ sealed_form: Buffer }>(portal, statement, [id]);
    return row?.sealed_form ?? Buffer.alloc(0);
  };
  expect(await openWithKey(oldKey, await sealedForm(older.id))).toContain('Was vorher geschah.');
  await expect(openWithKey(oldKey, await sealedForm(newer))).rejects.toThrow(/No decryption key/);
});
