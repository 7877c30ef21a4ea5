import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { allowedFeatures, refusedFeatures } from '#app/middleware/security-headers.server.ts';

import { expectAccessible } from './accessible.ts';
import { queryDatabase } from './gnupg-check.ts';
import { beginDraft, fillForm, submit } from './legal-request-steps.ts';
import { visitedPages } from './pages.ts';
import type { Portal } from './portal.ts';
import { expect, test } from './test.ts';
import { unlockUntil } from './unlock.ts';
import type { World } from './world.ts';

async function createSubmitted({ investigator: { page } }: World): Promise<string> {
  const id = await beginDraft(page, 'subscriber_data');
  await fillForm(page, sampleAnswers('subscriber_data', toDate(new Date()), 'beispielpost.example'), []);
  await submit(page);
  return id;
}

/** Every address of `visitedPages` that somebody signed in opens, as a page and as the data that the browser fetches for it. */
function readAddresses(id: string): { role: keyof World; path: string }[] {
  return visitedPages.flatMap(({ role, path }) => {
    const address = path.replace(':id', id);
    return role === null ? [] : [address, `${address}.data`].map((one) => ({ role, path: one }));
  });
}

/** What of each table must stay as it is; sessions note when they were last used, limits count. */
async function printOfDatabase(portal: Portal): Promise<Record<string, string>> {
  const tables = await queryDatabase<{ name: string }>(
    portal,
    `select tablename as name from pg_tables where schemaname = 'public'
     and tablename not in ('sessions', 'rate_limits') order by tablename`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await queryDatabase<{ print: string }>(
      portal,
      `select coalesce(md5(string_agg(one::text, '|' order by one::text)), '') as print from ${name} one`,
    );
    prints[name] = row?.print ?? '';
  }
  return prints;
}

test('reading changes nothing, and no answer to somebody signed in is kept by the browser (promise 19)', async ({
  world,
  portal,
}) => {
  test.setTimeout(300_000);
  const id = await createSubmitted(world);
  const before = await printOfDatabase(portal);
  for (const { role, path } of readAddresses(id)) {
    const answer = await world[role].page.request.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBe(200);
    expect.soft(answer.headers()['cache-control'], path).toBe('no-store');
  }
  expect(await printOfDatabase(portal)).toEqual(before);
});

test('the browser holds cookies that no script and no other host gets (promise 19)', async ({ world }) => {
  const cookies = await world.dpo.context.cookies();
  expect(cookies.map(({ name }) => name)).toContain('__Host-session');
  for (const { name, ...cookie } of cookies) {
    expect(name).toMatch(/^__Host-/);
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, path: '/', domain: 'localhost' });
    expect(cookie.sameSite, name).toMatch(/^(Lax|Strict)$/);
  }
  expect(await world.dpo.page.evaluate(() => document.cookie)).toBe('');
});

test('of what a browser could do for a page, ours may do three things (promise 18)', async ({ world }) => {
  const { page } = world.investigator;
  await page.goto('/requests');
  const { known, allowed } = await page.evaluate(() => {
    const { featurePolicy } = document as Document & {
      featurePolicy: { features(): string[]; allowedFeatures(): string[] };
    };
    return { known: featurePolicy.features(), allowed: featurePolicy.allowedFeatures() };
  });
  // What a newer browser has learned is not named yet; the header must hold for all that it does name.
  const named = [...allowedFeatures, ...refusedFeatures].filter((feature) => known.includes(feature));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((feature) => allowed.includes(feature)).sort()).toEqual([...allowedFeatures].sort());
});

test('axe finds nothing in the dark either', async ({ world }) => {
  test.setTimeout(240_000);
  const id = await createSubmitted(world);
  const inTheDark = ['start', 'sign-in', 'requests', 'request', 'queue', 'review', 'audit', 'report'];
  for (const { name, path, role, shows } of visitedPages.filter((one) => inTheDark.includes(one.name))) {
    const { page } = world[role ?? 'investigator'];
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(path.replace(':id', id));
    if (shows !== undefined) await unlockUntil(page, page.getByText(shows).first());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, `${name}, dark`);
    await page.emulateMedia({ colorScheme: null });
  }
});
