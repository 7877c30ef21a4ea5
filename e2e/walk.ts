/** The whole main job in a real browser with passkeys made of software: `npm run demo -- --walk`. */
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromiumArguments, findChromium } from '#app/operations/chromium.ts';
import { categories, type Category } from '#app/legal-requests/legal-request-values.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { de as words } from '#app/text/legal-requests/de.ts';
import type { ServedFacts } from '#test/served-facts.ts';

import { makeOrderPdf, makeScan } from './attachments.ts';
import { decryptsWithPrograms, exportTeamKey, storedFilesOf } from './gnupg-check.ts';
import {
  beginCorrection,
  beginDraft,
  correctFacts,
  expectStatus,
  fillForm,
  goOnToCheck,
  submit,
} from './legal-request-steps.ts';
import type { Person } from './person.ts';
import {
  expectCorrectedFacts,
  openReview,
  proposeAcceptance,
  returnWithFinding,
  signAcceptance,
} from './review-steps.ts';
import { createWorld, type World } from './world.ts';

/** Prints each step with its time and takes a picture of the page it ended on. */
class Walk {
  #number = 0;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  async step<T>(name: string, page: Page | null, act: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await act();
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    process.stdout.write(`${seconds} s  ${name}\n`);
    if (page) await this.picture(page, name);
    return result;
  }

  async picture(page: Page, name: string): Promise<void> {
    this.#number += 1;
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const file = `${String(this.#number).padStart(2, '0')}-${slug}.png`;
    await page.screenshot({ path: join(this.#folder, file), fullPage: true });
  }
}

/**
 * Registers everybody, sends a legal request of each category, returns, corrects and accepts it, and decrypts a stored
 * attachment with GnuPG.
 * @returns whether all went well
 */
export async function runWalk(facts: ServedFacts): Promise<boolean> {
  const executablePath = findChromium() ?? undefined;
  const folder = join(facts.dataFolder, 'walk');
  const walk = new Walk(folder);
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const people: Person[] = [];
  try {
    const world = await walk.step('Everybody registers and is admitted', null, () =>
      createWorld(browser, facts, (person) => people.push(person)),
    );
    for (const [role, person] of Object.entries(world) as [keyof World, Person][])
      await walk.picture(person.page, `home of ${role}`);
    const originals: Buffer[] = [];
    const stored: string[] = [];
    for (const category of categories) {
      const { id, order } = await walkCategory(walk, world, category);
      originals.push(order);
      stored.push(...(await storedFilesOf(facts, id)));
    }
    const overviews: readonly [string, Person, string][] = [
      ['overview of the agency', world.investigator, '/requests'],
      ['queue of the desk', world.dpo, '/desk'],
      ['mails and letters', world.clerk, '/desk/arrivals'],
      ['audit log', world.admin, '/desk/audit'],
      ['transparency report', world.investigator, '/transparency/2023'],
    ];
    for (const [name, person, path] of overviews) {
      await person.page.goto(path);
      await walk.picture(person.page, name);
    }
    const { page } = world.lead;
    const teamKey = await walk.step('The head of unit exports the agency’s key', page, () =>
      exportTeamKey(page),
    );
    const equal = await walk.step('GnuPG and Sequoia decrypt the stored orders', null, () =>
      decryptsWithPrograms(teamKey, stored, originals),
    );
    const complaints = people.flatMap((person) => person.complaints);
    for (const complaint of complaints) process.stdout.write(`The browser complained: ${complaint}\n`);
    process.stdout.write(
      equal ? 'The decrypted attachment equals the original.\n' : 'The decrypted attachment DIFFERS.\n',
    );
    process.stdout.write(`Pictures of every page: ${folder}\n`);
    return equal && complaints.length === 0;
  } finally {
    for (const person of people) await person.close();
    await browser.close();
  }
}

/** @returns the order that was attached, to compare it later with what the programs make of the stored file */
async function walkCategory(
  walk: Walk,
  { investigator, dpo, counsel }: World,
  category: Category,
): Promise<{ id: string; order: Buffer }> {
  const name = category.replace('_', ' ');
  const { page } = investigator;
  const answers = sampleAnswers(category, toDate(new Date()), 'beispielpost.example');
  const corrected = 'Genauer: Zwei Käufer haben bezahlt und nichts erhalten.';
  const order = await makeOrderPdf('Beschluss.pdf', `Anordnung ${category}`);
  const id = await walk.step(`${name}: begin a draft`, page, () => beginDraft(page, category));
  await walk.step(`${name}: fill the form and attach files`, page, () =>
    fillForm(page, answers, [
      { ...order, kind: 'judicial_order' },
      { ...makeScan('Anschreiben.png', category), kind: 'request_letter' },
    ]),
  );
  const reference = await walk.step(`${name}: sign and submit`, page, () => submit(page));
  await walk.step(`${name}: open in the reviewer’s browser`, dpo.page, () => openReview(dpo.page, reference));
  await walk.step(`${name}: return with a finding`, dpo.page, () =>
    returnWithFinding(dpo.page, {
      field: words.fields.facts.label,
      reason: words.reasons.overbroad.title,
      text: 'Bitte beschreiben Sie den Sachverhalt genauer.',
    }),
  );
  await walk.step(`${name}: read the findings`, page, () => expectStatus(page, id, 'returned'));
  await walk.step(`${name}: begin the correction`, page, () => beginCorrection(page, id));
  await walk.step(`${name}: correct and submit again`, page, async () => {
    await correctFacts(page, corrected);
    await goOnToCheck(page);
    await submit(page);
  });
  await walk.step(`${name}: lawyer proposes acceptance`, counsel.page, async () => {
    await openReview(counsel.page, reference);
    await expectCorrectedFacts(counsel.page, answers.facts, corrected);
    await proposeAcceptance(counsel.page);
  });
  await walk.step(`${name}: data protection officer signs`, dpo.page, async () => {
    await openReview(dpo.page, reference);
    await signAcceptance(dpo.page);
  });
  await walk.step(`${name}: the investigator sees it accepted`, page, () =>
    expectStatus(page, id, 'accepted'),
  );
  return { id, order: order.buffer };
}
