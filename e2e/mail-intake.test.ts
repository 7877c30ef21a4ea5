import PostalMime from 'postal-mime';

import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as answerWords } from '#app/text/answers/de.ts';
import { de as words } from '#app/text/legal-requests/de.ts';
import { de as intake } from '#app/text/mail-intake/de.ts';
import { handOver, head, pgpMime, senderAddress, signedInside, withSender } from '#test/mail-intake/mails.ts';

import { expectAccessible, expectToFit } from './accessible.ts';
import {
  beginAnswer,
  chooseAnswerFiles,
  openAnswer,
  releaseAnswer,
  signAnswer,
  untilUploaded,
} from './answer-steps.ts';
import { exportTeamKey, openWithPrograms, queryDatabase } from './gnupg-check.ts';
import { fillForm } from './legal-request-steps.ts';
import { address, composeContent, hasWritten, mailsTo, take } from './mail-steps.ts';
import {
  openReview,
  openReviewOf,
  proposeAcceptance,
  returnWithFinding,
  signAcceptance,
} from './review-steps.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';

test('an encrypted mail is registered, corrected by mail, accepted, answered by mail, handed over and answered', async ({
  world,
  portal,
}) => {
  test.setTimeout(900_000);
  const { clerk, dpo, counsel, lead } = world;
  const { page } = clerk;
  const intakeKey = await (await fetch(`${portal.origin}/key.asc`)).text();
  await withSender(intakeKey, async (sender) => {
    const sentinel = 'ZEUGENAUSSAGEGEHEIM';
    const content = await composeContent(`Bitte um Auskunft. ${sentinel}`, sender.publicKey);
    const message = await sender.encrypt(content, { isSigned: true });
    const autocrypt = Buffer.from(sender.publicKey.replace(/-----[^-]+-----|^=.*$/gm, ''), 'base64');
    const headers = [`Autocrypt: addr=${senderAddress}; keydata=${autocrypt.toString('base64')}`];
    await take(portal, pgpMime(message, { headers }));

    await page.goto('/desk');
    await page.getByRole('link', { name: 'Eingänge außerhalb des Portals (1 offen)' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Eingänge außerhalb des Portals' }),
    ).toBeVisible();
    await expectAccessible(page, 'arrivals');
    await page.getByRole('row').filter({ hasText: 'polizei.example' }).getByRole('link').click();
    await unlockUntil(page, page.getByText(sentinel));
    await expect(page.getByText('Gültig unterschrieben mit dem Schlüssel')).toBeVisible();
    await expectAccessible(page, 'arrival');
    await expectToFit(page, 'arrival');
    await page.getByRole('button', { name: 'Ansehen: Anschreiben.pdf' }).click();
    await expect(page.getByRole('region', { name: /Anschreiben\.pdf/ })).toBeVisible();

    await page.getByRole('combobox', { name: 'Behörde', exact: true }).selectOption('new');
    await page.getByLabel('Name der Behörde').fill('Polizeiinspektion Hinterwald');
    await page.getByLabel('Art der Behörde').selectOption('police');
    await page.getByLabel('Was wird verlangt?').selectOption('subscriber_data');
    await page.getByRole('button', { name: 'Formular ausfüllen' }).click();
    await unlockUntil(page, page.getByRole('link', { name: words.sections.procedure.title }));
    await expect(page.getByText(sentinel)).toBeVisible();
    await page.getByRole('button', { name: 'Ins Formular übernehmen: Anschreiben.pdf' }).click();
    const answers = sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example');
    await fillForm(page, answers, [], async (section) => {
      await expectToFit(page, `registering: ${section}`);
      if (section === 'procedure') await expectAccessible(page, 'registering');
      if (section !== 'attachments') return;
      const row = page.getByRole('listitem').filter({ hasText: 'Anschreiben.pdf' }).last();
      await expect(row.getByText('Verschlüsselt übertragen')).toBeVisible({ timeout: 60_000 });
      await row.getByRole('combobox').selectOption('request_letter');
    });
    await page.getByRole('checkbox', { name: 'Die Angaben entsprechen dem Eingang.' }).check();
    await page.getByRole('button', { name: 'Unterschreiben und erfassen' }).click();
    await page.waitForURL(/\/desk\/requests\/[^/]+$/, { timeout: 60_000 });
    const heading = page.getByRole('heading', { level: 1, name: /AW-\d{4}-\d{6}/ });
    await expect(heading).toBeVisible();
    const [reference = ''] = /AW-\d{4}-\d{6}/.exec((await heading.textContent()) ?? '') ?? [];

    await dpo.page.goto('/desk?channel=esb_mail');
    await expect(dpo.page.getByRole('link', { name: reference })).toBeVisible();
    await openReview(dpo.page, reference);
    await expect(dpo.page.getByText('Polizeiinspektion Hinterwald').first()).toBeVisible();
    await returnWithFinding(dpo.page, {
      field: words.fields.facts.label,
      reason: words.reasons.overbroad.title,
      text: 'Bitte nennen Sie den Zeitraum.',
    });
    await dpo.page.getByRole('button', { name: 'Fingerabdruck stimmt, Schlüssel verwenden' }).click();
    await expect(dpo.page.getByLabel('Text der Antwort')).toHaveValue(/Bitte nennen Sie den Zeitraum\./);
    await expectAccessible(dpo.page, 'reply');
    await dpo.page.getByRole('button', { name: 'Versiegeln und senden' }).click();
    await expect(
      dpo.page.getByText(/Die Entscheidung ging am .* verschlüsselt an die Behörde/),
    ).toBeVisible();

    await expect.poll(async () => (await mailsTo(portal, senderAddress)).length).toBe(1);
    const [sent] = await mailsTo(portal, senderAddress);
    const raw = sent?.raw.toString() ?? '';
    expect(raw).not.toMatch(/Zeitraum|AW-\d{4}/);
    const [armored = ''] = /-----BEGIN PGP MESSAGE-----[\s\S]+-----END PGP MESSAGE-----/.exec(raw) ?? [];
    const told = await PostalMime.parse(await sender.decrypt(armored));
    expect(told.text).toContain('Bitte nennen Sie den Zeitraum.');
    expect(told.subject).toContain(reference);

    // The correction comes by mail as well.
    const corrected = await composeContent(`Der Zeitraum ist ergänzt. ${sentinel}`, sender.publicKey);
    await take(portal, pgpMime(await sender.encrypt(await signedInside(sender, corrected))));
    await page.goto('/desk/arrivals');
    await page.getByRole('row').filter({ hasText: 'polizei.example' }).getByRole('link').click();
    await unlockUntil(page, page.getByText('Der Zeitraum ist ergänzt.'));
    await expect(page.getByText('Gültig unterschrieben mit dem Schlüssel')).toBeVisible();
    await expect(page.getByText(intake.register.likely)).toBeVisible();
    await page.getByRole('button', { name: intake.register.start }).click();
    await expect(page.getByRole('link', { name: intake.faults.what_missing })).toBeVisible();
    await page.getByRole('radio', { name: intake.register.isCorrection }).check();
    const choice = page.getByRole('combobox', { name: intake.register.corrects });
    const label = await choice.getByRole('option', { name: new RegExp(reference) }).textContent();
    await choice.selectOption({ label: label ?? '' });
    await expectAccessible(page, 'choosing what is corrected');
    await expectToFit(page, 'choosing what is corrected');
    await page.getByRole('button', { name: intake.register.start }).click();
    await unlockUntil(page, page.getByRole('link', { name: words.sections.procedure.title }));
    await expect(page.getByText('Bitte nennen Sie den Zeitraum.').first()).toBeVisible();
    const more = 'Genauer: Zwei Käufer haben bezahlt und nichts erhalten.';
    await fillForm(page, { ...answers, facts: more }, [], async (section) => {
      if (section === 'facts') await expectAccessible(page, 'correcting');
      if (section !== 'attachments') return;
      const row = page.getByRole('listitem').filter({ hasText: 'Anschreiben.pdf' }).last();
      await expect(row.getByText('Verschlüsselt übertragen')).toBeVisible();
    });
    await page.getByRole('checkbox', { name: 'Die Angaben entsprechen dem Eingang.' }).check();
    await page.getByRole('button', { name: 'Unterschreiben und erfassen' }).click();
    await page.waitForURL(/\/desk\/requests\/[^/]+$/, { timeout: 60_000 });
    const id = page.url().split('/').at(-1) ?? '';
    await openReview(counsel.page, reference);
    await expect(counsel.page.getByText('Was sich seit der 1. Fassung geändert hat')).toBeVisible();
    await expect(counsel.page.getByText(more).first()).toBeVisible();
    await proposeAcceptance(counsel.page);
    await openReview(dpo.page, reference);
    await signAcceptance(dpo.page);

    // A part goes by mail, to the key that was compared.
    await beginAnswer(page, id);
    await expect(page.getByText(answerWords.byMailTitle)).toBeVisible();
    const first = { name: 'Vorabauskunft.txt', mimeType: 'text/plain', buffer: Buffer.from('TEILAUSKUNFT') };
    await chooseAnswerFiles(page, first);
    await untilUploaded(page, first.name);
    await page.getByRole('radio', { name: answerWords.partial }).check();
    await expectAccessible(page, 'answering by mail');
    await expectToFit(page, 'answering by mail');
    await signAnswer(page);
    await releaseAnswer(dpo.page, id);
    await expect.poll(async () => (await mailsTo(portal, senderAddress)).length, { timeout: 60_000 }).toBe(2);
    const answerMail = (await mailsTo(portal, senderAddress)).find(({ mail }) => mail.attachments.length > 2);
    expect(answerMail?.mail.attachments.map(({ filename }) => filename)).toEqual([
      'manifest.pgp',
      '01.pgp',
      '02.pgp',
    ]);
    expect(answerMail?.raw.toString()).not.toMatch(/AW-\d{4}|Vorabauskunft/);
    const data = answerMail?.mail.attachments.at(-1)?.content;
    expect(await sender.decrypt(new Uint8Array(data as ArrayBuffer))).toBe('TEILAUSKUNFT');
    await dpo.page.reload();
    await expect(dpo.page.getByText(/per E-Mail gesendet an .* am/)).toBeVisible();

    // The authority has registered meanwhile: it gets its request, reads it and is answered like any other.
    await openReviewOf(page, id);
    const agencies = page.getByRole('combobox', { name: intake.hand.agency });
    await agencies.selectOption({ label: 'Polizeipräsidium Musterstadt (DE)' });
    await expectAccessible(page, 'handing to an agency');
    await expectToFit(page, 'handing to an agency');
    await page.getByRole('button', { name: intake.hand.hand }).click();
    await page.getByRole('dialog').getByRole('button', { name: intake.hand.hand }).click();
    await expect(agencies).toBeHidden();
    // What was handed over is a packet; before the old ciphertext it makes a message that other programs open.
    const [handed] = await queryDatabase<{ sealed: Buffer }>(
      portal,
      `select packet || sealed_form as sealed from handed_keys join revisions using (legal_request_id)
       where legal_request_id = $1 and kind = 'form' and object_id = number::text order by number desc`,
      [id],
    );
    const key = await exportTeamKey(lead.page);
    const { gnuPg, sequoia } = await openWithPrograms(key, handed?.sealed ?? Buffer.alloc(0));
    expect(gnuPg.toString()).toContain(more);
    expect(sequoia.equals(gnuPg)).toBe(true);
    await lead.page.goto('/requests');
    await lead.page.getByRole('link', { name: reference }).click();
    await unlockUntil(lead.page, lead.page.getByText(more).first());
    await expect(lead.page.getByText('Vom Anbieter ins Portal übergeben')).toBeVisible();
    await lead.page
      .getByRole('button', { name: /Anschreiben\.pdf/ })
      .first()
      .click();
    const viewer = lead.page.getByRole('region', { name: /Anschreiben\.pdf/ });
    await expect(viewer.locator('iframe')).toBeVisible();
    // Within the viewer: where the intake key was changed before, the notice of it can be closed, too.
    await viewer.getByRole('button', { name: 'Schließen' }).click();
    await lead.page.locator('summary', { hasText: 'Fassung 1' }).click();
    await expect(lead.page.getByText('Bitte nennen Sie den Zeitraum.')).toBeVisible();
    await beginAnswer(page, id);
    const answerFile = { name: 'Bestandsdaten.txt', mimeType: 'text/plain', buffer: Buffer.from('Auskunft') };
    await chooseAnswerFiles(page, answerFile);
    await untilUploaded(page, answerFile.name);
    await signAnswer(page);
    await releaseAnswer(dpo.page, id);
    await openAnswer(lead.page, id);
    await expect(lead.page.getByText(first.name)).toBeHidden();
    await expect(lead.page.getByText(answerFile.name).first()).toBeVisible();
    expect(await hasWritten(portal, sentinel)).toEqual([]);
  });
});

test('a plain mail is refused in three languages and forgotten', async ({ portal, world }) => {
  test.setTimeout(120_000);
  const from = 'unverschluesselt@polizei.example';
  const [subject, text] = ['BETREFFOFFEN', 'KLARTEXTOFFEN'];
  const raw = `${head({ subject, from, messageId: 'offen-1@polizei.example' })}Content-Type: text/plain\r\n\r\n${text}\r\n`;
  await handOver(portal.mailPort ?? 0, raw, { lmtp: false, from, to: address });
  await handOver(portal.mailPort ?? 0, raw, { lmtp: false, from, to: address });
  await expect.poll(async () => (await mailsTo(portal, from)).length, { timeout: 60_000 }).toBe(1);
  const [answer] = await mailsTo(portal, from);
  const { mail } = answer ?? {};
  for (const words of [
    '§ 31 TKÜV',
    'wurde nicht angenommen',
    'was not accepted',
    'n’a pas été accepté',
    portal.origin,
  ])
    expect(`${mail?.subject} ${mail?.text}`).toContain(words);
  expect(mail?.inReplyTo).toBe('<offen-1@polizei.example>');
  expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-replied');
  expect(mail?.attachments.map(({ mimeType }) => mimeType)).toEqual(['application/pgp-keys']);
  expect(await hasWritten(portal, subject)).toEqual([]);
  expect(await hasWritten(portal, text)).toEqual([]);

  const { page } = world.clerk;
  await page.goto('/desk/arrivals?lane=refused');
  await page.getByRole('row').filter({ hasText: 'polizei.example' }).getByRole('link').first().click();
  await expect(
    page.getByText('Die E-Mail war nicht verschlüsselt. Ihr Inhalt wurde nicht gespeichert.'),
  ).toBeVisible();
  await expectAccessible(page, 'refused mail');
  await expectToFit(page, 'refused mail');
});

test('a fax gets a letter, a letter becomes a request', async ({ world }) => {
  test.setTimeout(120_000);
  const { page } = world.clerk;
  const record = async (channel: string) => {
    await page.goto('/desk/arrivals/new');
    await page.getByRole('radio', { name: channel }).check();
    await page.getByRole('combobox', { name: 'Behörde', exact: true }).selectOption('new');
    await page.getByLabel('Name der Behörde').fill('Staatsanwaltschaft Hinterwald');
    await page.getByLabel('Art der Behörde').selectOption('prosecution');
    await page.getByLabel('Was wird verlangt?').selectOption('traffic_data');
    await page.getByLabel('Aktenzeichen der Behörde').fill('12 Js 34/26');
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  };
  await record('Telefax');
  await expect(page.getByRole('heading', { level: 1, name: 'Ihr Telefax' })).toBeVisible();
  await expectAccessible(page, 'letter');
  await expectToFit(page, 'letter');
  await page.getByRole('link', { name: 'Zu den Eingängen' }).click();
  await page.getByRole('button', { name: 'Das Schreiben ist verschickt' }).click();
  await expect(page.getByText('beantwortet', { exact: true })).toBeVisible();
  await record('Brief');
  await unlockUntil(page, page.getByRole('link', { name: words.sections.procedure.title }));
  await expect(page.getByText('12 Js 34/26')).toBeVisible();
});
