import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hours } from '#app/durations.ts';
import { people } from '#db/schema.ts';
import { createAccessWorld, type AccessWorld } from '#test/access-world.ts';
import {
  linkFor,
  makeRegistration,
  registerInvited,
  returnByLink,
  type TestPerson,
  type TestServices,
} from '#test/factories.ts';
import { grantOf, unlockAs } from '#test/team-keys.ts';

import { admitPerson } from './admission.server.ts';
import { findAgency } from './agencies.server.ts';
import { certifyAgencyKey } from './certification.server.ts';
import { completeRegistration } from './complete-registration.server.ts';
import { findIntakeKey } from './intake-key.server.ts';
import { acceptInvitation, findInvitation } from './invitations.server.ts';
import { setNewAccessAside } from './new-access.server.ts';
import { findTeamKey } from './stored-keys.server.ts';
import { giveTeamKeys } from './team-grants.server.ts';

let world: AccessWorld;
let database: AccessWorld['database'];
let services: TestServices;
let admin: TestPerson;
let dpo: TestPerson;
let lead: TestPerson;
let foundAgency: AccessWorld['foundAgency'];
let propose: AccessWorld['propose'];
let openId: AccessWorld['openId'];
let confirm: AccessWorld['confirm'];
let agree: AccessWorld['agree'];

const admitColleague = async (by = lead) => world.admitColleague(by);
const visit = { locale: 'de' as const, userAgent: 'test' };

beforeAll(async () => {
  world = await createAccessWorld();
  ({ database, services, admin, dpo, lead } = world);
  ({ foundAgency, propose, openId, confirm, agree } = world);
});
afterAll(() => world.database.close());

describe('the link', () => {
  test('is void after 24 hours, once it was used, and once another was sent', async () => {
    const person = await admitColleague();
    await agree(person, [lead, dpo]);
    const first = linkFor(services, person.email);
    const later = new Date(Date.now() + hours(24));
    expect(await findInvitation(database.db, first, later)).toBeNull();
    await expect(acceptInvitation(database.db, first, later)).rejects.toMatchObject({
      code: 'invitation_void',
    });
    const begun = await acceptInvitation(database.db, first, new Date());
    const made = await makeRegistration(services, begun);
    await agree(person, [admin, dpo]);
    expect(await findInvitation(database.db, first, new Date())).toBeNull();
    await expect(completeRegistration(services, begun, made.input, visit, new Date())).rejects.toMatchObject({
      code: 'invitation_void',
    });
    await returnByLink(services, person.email);
    const second = linkFor(services, person.email);
    await expect(acceptInvitation(database.db, second, new Date())).rejects.toMatchObject({
      code: 'invitation_void',
    });
  });

  test('works once, also when used twice at the same time', async () => {
    const person = await admitColleague();
    await agree(person, [lead, dpo]);
    const results = await Promise.allSettled([
      returnByLink(services, person.email),
      returnByLink(services, person.email),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('opens nothing for somebody who was suspended meanwhile', async () => {
    const person = await admitColleague();
    await agree(person, [lead, dpo]);
    await database.db.update(people).set({ status: 'suspended' }).where(eq(people.id, person.personId));
    await expect(returnByLink(services, person.email)).rejects.toMatchObject({ code: 'invitation_void' });
  });
});

test('where nobody else holds the agency’s key, the person makes a new one, without a predecessor', async () => {
  const alone = await foundAgency('Einpersonenamt');
  const { teamId } = await alone.actor();
  const former = await findTeamKey(database.db, teamId);
  await agree(alone, [admin, dpo]);
  const back = await returnByLink(services, alone.email);
  await admitPerson(services, await admin.actor(), { personId: back.personId, grants: [] }, new Date());
  const agency = await findAgency(database.db, await admin.actor(), teamId, new Date());
  expect(agency.key).toMatchObject({ isCertified: false, predecessor: null });
  expect(agency.key?.fingerprint).not.toBe(former?.fingerprint);
  await certifyAgencyKey(services, await admin.actor(), teamId, await world.certify(teamId), new Date());
  expect(await unlockAs(services, back)).toMatchObject({ teamKeys: [agency.key?.fingerprint] });
});

describe('the provider’s people', () => {
  test('an administrator proposes, data protection confirms, never for oneself', async () => {
    const counsel = await registerInvited(services, 'counsel');
    await admitPerson(services, await admin.actor(), { personId: counsel.personId, grants: [] }, new Date());
    await propose(admin, counsel);
    await expect(confirm(admin, counsel)).rejects.toMatchObject({ code: 'needs_second_person' });
    await expect(confirm(lead, counsel)).rejects.toMatchObject({ code: 'not_found' });
    await confirm(dpo, counsel);
    const back = await returnByLink(services, counsel.email);
    expect(await back.actor()).toMatchObject({ status: 'waiting', role: 'counsel' });
    await admitPerson(services, await admin.actor(), { personId: back.personId, grants: [] }, new Date());
  });

  test('the last holder of the intake key keeps it', async () => {
    const second = await registerInvited(services, 'admin');
    await admitPerson(services, await admin.actor(), { personId: second.personId, grants: [] }, new Date());
    await expect(propose(second, admin)).rejects.toMatchObject({ code: 'last_key_holder' });
    const intake = await findIntakeKey(database.db, services.config);
    const grant = await grantOf(services, admin, second.personId, intake?.fingerprint ?? '');
    const stored = { personId: second.personId, grants: [grant] };
    await giveTeamKeys(database.db, await admin.actor(), stored, new Date());
    await propose(second, admin);
    await setNewAccessAside(services, await second.actor(), await openId(admin), new Date());
  });
});
