import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { teams } from '#db/schema.ts';
import { createAccessWorld, type AccessWorld } from '#test/access-world.ts';

import { changeDomains } from './agency-status.server.ts';
import { invitePerson } from './invite-people.server.ts';

let world: AccessWorld;
beforeAll(async () => {
  world = await createAccessWorld();
});
afterAll(() => world.database.close());

async function invite(email: string, teamId: string | null = world.agencyId) {
  const { services, admin } = world;
  const role = teamId === null ? 'clerk' : 'investigator';
  return invitePerson(services, await admin.actor(), { teamId, role, email }, new Date());
}

test('people of an agency are invited at an address of its domains, or below one', async () => {
  await invite('a@amt1.example');
  await invite('b@k42.amt1.example');
  for (const email of ['c@example.org', 'c@notamt1.example'])
    await expect(invite(email)).rejects.toMatchObject({ code: 'email_other_domain', status: 422 });
  expect(world.services.mails.some(({ to }) => to.startsWith('c@'))).toBe(false);
});

test('never where anybody gets an address, even if the domain was entered', async () => {
  const { services, admin, agencyId } = world;
  const domains = ['amt1.example', 'gmail.com', 'testpost.example'];
  await changeDomains(services, await admin.actor(), agencyId, domains, new Date());
  for (const email of ['d@gmail.com', 'd@testpost.example'])
    await expect(invite(email)).rejects.toMatchObject({ code: 'email_free_mail', status: 422 });
});

test('nobody is invited to an agency that does not use the portal: it could let nobody in', async () => {
  const [outside] = await world.database.db
    .insert(teams)
    .values({
      id: uuidv7(),
      kind: 'agency',
      name: 'Amt',
      country: 'DE',
      status: 'outside',
      domains: ['a.example'],
    })
    .returning({ id: teams.id });
  await expect(invite('f@a.example', outside?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
});

test('staff is invited wherever the provider has its mailboxes', async () => {
  await invite('e@testpost.example', null);
});
