import { expect as playwrightExpect, test as base } from '@playwright/test';

import { findFreePort } from '#app/operations/ports.ts';

import { openPerson, type Person, type PersonOptions } from './person.ts';
import { startPortal, type Portal } from './portal.ts';
import { createWorld, type World } from './world.ts';

interface TestFixtures {
  /** Opens a browser for somebody new; closed after the test. */
  newPerson: (options?: PersonOptions) => Promise<Person>;
  /** Fails the test when any browser of the worker complained about anything: policy, script, console. */
  noComplaints: undefined;
}

interface WorkerFixtures {
  /** Records what the browsers send, for tests that look into it: `test.use({ isTaped: true })`. */
  isTaped: boolean;
  portal: Portal;
  /** The provider's staff and one agency, registered through the pages once per worker. */
  world: World;
}

/** Persons of this worker, whose complaints are looked at after each test. */
const everybody = new Set<Person>();

export const test = base.extend<TestFixtures, WorkerFixtures>({
  isTaped: [false, { option: true, scope: 'worker' }],
  portal: [
    async ({ isTaped }, use) => {
      const portal = await startPortal(await findFreePort(), isTaped);
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  world: [
    async ({ browser, portal }, use) => {
      const world = await createWorld(browser, portal, (person) => everybody.add(person));
      await use(world);
      for (const person of Object.values(world) as Person[]) await person.close();
    },
    { scope: 'worker', timeout: 480_000 },
  ],
  newPerson: async ({ browser, portal }, use) => {
    const opened: Person[] = [];
    await use(async (options) => {
      const person = await openPerson(browser, portal, options);
      opened.push(person);
      everybody.add(person);
      return person;
    });
    for (const person of opened) {
      await person.close();
      everybody.delete(person);
    }
  },
  noComplaints: [
    async ({}, use) => {
      await use(undefined);
      const complaints = [...everybody].flatMap((person) => person.complaints.splice(0));
      playwrightExpect(complaints, 'what the browsers complained about').toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = test;
