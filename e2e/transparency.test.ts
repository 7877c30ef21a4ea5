import AxeBuilder from '@axe-core/playwright';

import { de as words } from '#app/text/transparency/de.ts';

import { expect, test } from './test.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test('a visitor reads the report without JavaScript', async ({ browser, portal }) => {
  const context = await browser.newContext({
    baseURL: portal.origin,
    locale: 'de-DE',
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Transparenzbericht' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Transparenzbericht 2025');

  await page.getByRole('navigation', { name: 'Berichtsjahre' }).getByRole('link', { name: '2023' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Transparenzbericht 2023');
  const channel = page.getByRole('region', { name: 'Weg', exact: true });
  await expect(channel.getByRole('img')).toBeVisible();
  await expect(channel.getByRole('row', { name: /^unverschlüsselte E-Mail/ })).toContainText('36');
  await expect(channel.getByRole('row', { name: /^unverschlüsselte E-Mail/ })).toContainText('27,1');
  await expect(channel.getByRole('row', { name: /^Fax/ })).toContainText('6,0');
  const outcome = page.getByRole('region', { name: 'Ausgang', exact: true });
  await expect(outcome.getByRole('row', { name: /^Endgültig abgelehnt/ })).toContainText('33,8');
  // What was not published is not zero.
  const first = page.getByRole('region', { name: 'Erste Prüfung', exact: true });
  await expect(first.getByRole('row', { name: /^Zunächst zurückgewiesen/ })).toContainText(
    words.notPublished,
  );

  await page.getByRole('button', { name: /^EN/ }).click();
  await page.goto('/transparency/2022');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Transparency report 2022');
  await expect(page.getByRole('row', { name: /^Refused at first/ }).first()).toContainText('25.5%');
  await context.close();
});

test('downloads: CSV, JSON, PDF and feed; what does not exist is not found', async ({
  portal,
  newPerson,
}) => {
  const { page } = await newPerson();
  const get = (path: string) => page.request.get(`${portal.origin}${path}`);
  const csv = await get('/transparency/2023/1/report.csv');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toContain('2023,1,channel,plain_mail,mail,exact,36,,,27.1,yes');
  const json = (await (await get('/transparency/2023/1/report.json')).json()) as {
    content: { figures: { total: number } };
  };
  expect(json.content.figures.total).toBe(133);
  const pdf = await get('/transparency/2023/1/report.de.pdf');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await (await get('/transparency/feed.atom')).text()).toContain('/transparency/2018/1</id>');
  expect((await get('/transparency/years.csv')).status()).toBe(200);
  for (const missing of ['1999', 'abc', '2023/2', '2023/01', '2023/1/report.xx.pdf', '2023/1/report.exe'])
    expect((await get(`/transparency/${missing}`)).status(), missing).toBe(404);
});

test('an administrator proposes, the data protection officer publishes', async ({ world, newPerson }) => {
  test.setTimeout(240_000);
  const year = String(new Date().getFullYear());
  const { admin, dpo } = world;
  await admin.page.goto('/desk/report');
  await admin.page
    .getByRole('row', { name: new RegExp(`^${year}`) })
    .getByRole('link')
    .click();
  await admin.page
    .getByLabel('Text auf Deutsch')
    .fill('# Rückblick\n\nEin **ruhiges** Jahr. <script>alert(1)</script>');
  await admin.page.getByRole('button', { name: 'Speichern und Vorschau zeigen' }).click();
  await expect(admin.page.getByText('Gespeichert')).toBeVisible();
  await expect(admin.page.getByRole('heading', { name: 'Rückblick' })).toBeVisible();
  await expect(admin.page.getByText('<script>alert(1)</script>').last()).toBeVisible();
  await admin.page.getByRole('button', { name: 'Fassung 1 zur Veröffentlichung vorschlagen' }).click();
  await expect(
    admin.page.getByText('Zustimmen muss jetzt die oder der Datenschutzbeauftragte.'),
  ).toBeVisible();
  await expect(admin.page.getByRole('button', { name: 'Zustimmen und veröffentlichen' })).toBeHidden();

  await dpo.page.goto(`/desk/report/${year}`);
  const { violations } = await new AxeBuilder({ page: dpo.page }).withTags(rules).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dpo.page.getByRole('button', { name: 'Zustimmen und veröffentlichen' }).click();
  await expect(dpo.page.getByRole('heading', { level: 1 })).toHaveText(`Transparenzbericht ${year}`);

  const { page } = await newPerson();
  await page.goto('/transparency');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Transparenzbericht ${year}`);
  await expect(page.getByText('Zwischenstand')).toBeVisible();
  await expect(page.getByText('ruhiges')).toBeVisible();
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
