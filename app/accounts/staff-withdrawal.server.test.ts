import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createSignInOptions } from '#app/passkeys/sign-in-passkeys.server.ts';
import { people } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createTestServices,
  registerInvited,
  registerSelf,
  type TestPerson,
  type TestServices,
} from '#test/factories.ts';
import { grantOf, keysFrom, openWith, sealTo } from '#test/team-keys.ts';

import { admitPerson, reinstatePerson } from './admission.server.ts';
import { findOpenApproval } from './approvals.server.ts';
import { findIntakeKey } from './intake-key.server.ts';
import { findKeysOverview } from './keys-page.server.ts';
import type { Role } from './permissions.ts';
import { signIn } from './sign-in.server.ts';
import {
  confirmStaffWithdrawal,
  proposeStaffWithdrawal,
  setStaffWithdrawalAside,
} from './staff-withdrawal.server.ts';
import { giveTeamKeys } from './team-grants.server.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;
let dpo: TestPerson;
let counsel: TestPerson;

const refusedByDatabase = { cause: expect.objectContaining({ code: '23001' }) };

/** Somebody of the provider, let in with the intake key. */
async function employ(role: Role): Promise<TestPerson> {
  const person = await registerInvited(services, role);
  const intake = await findIntakeKey(database.db, services.config);
  const grant = await grantOf(services, admin, person.personId, intake?.fingerprint ?? '');
  await admitPerson(
    services,
    await admin.actor(),
    { personId: person.personId, grants: [grant] },
    new Date(),
  );
  return person;
}

const propose = async (by: TestPerson, { personId }: TestPerson) =>
  proposeStaffWithdrawal(services, await by.actor(), personId, new Date());
const openId = async ({ personId }: TestPerson) =>
  (await findOpenApproval(database.db, 'withdraw_staff', { personId }))?.id ?? '';
const confirm = async (by: TestPerson, person: TestPerson) =>
  confirmStaffWithdrawal(services, await by.actor(), await openId(person), new Date());

const overview = async () => findKeysOverview(database.db, services.config, await admin.actor(), new Date());

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
  dpo = await employ('dpo');
  counsel = await employ('counsel');
});
afterAll(() => database.close());
beforeEach(() => {
  services.mails.length = 0;
});

test('the last of administration, data protection and legal is never withdrawn, nor is the last holder', async () => {
  for (const person of [dpo, counsel])
    await expect(propose(admin, person)).rejects.toMatchObject({ code: 'last_of_role' });
  const second = await registerInvited(services, 'admin');
  const input = { personId: second.personId, grants: [] };
  await admitPerson(services, await admin.actor(), input, new Date());
  await propose(second, admin);
  await setStaffWithdrawalAside(services, await second.actor(), await openId(admin), new Date());
  await database.pool.query(`delete from team_key_grants where person_id in ($1, $2)`, [
    dpo.personId,
    counsel.personId,
  ]);
  await expect(propose(second, admin)).rejects.toMatchObject({ code: 'last_key_holder' });
  const intake = await findIntakeKey(database.db, services.config);
  const grant = await grantOf(services, admin, dpo.personId, intake?.fingerprint ?? '');
  await giveTeamKeys(
    database.db,
    await admin.actor(),
    { personId: dpo.personId, grants: [grant] },
    new Date(),
  );
  await propose(admin, second);
  await confirm(dpo, second);
  // Who never held the key takes nothing along.
  expect((await overview()).intake).toMatchObject({ isKnownOutside: false });
});

describe('two people withdraw somebody of the provider', () => {
  test('the proposer cannot confirm, nor the person concerned; who may not, may not', async () => {
    const clerk = await employ('clerk');
    await expect(propose(dpo, clerk)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(propose(admin, admin)).rejects.toMatchObject({ code: 'forbidden' });
    await propose(admin, clerk);
    await expect(propose(admin, clerk)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await expect(confirm(admin, clerk)).rejects.toMatchObject({ code: 'needs_second_person' });
    await expect(confirm(clerk, clerk)).rejects.toMatchObject({ code: 'forbidden' });
    const asConcerned = { ...(await clerk.actor()), role: 'dpo' as const };
    await expect(
      confirmStaffWithdrawal(services, asConcerned, await openId(clerk), new Date()),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await setStaffWithdrawalAside(services, await counsel.actor(), await openId(clerk), new Date());
    expect((await clerk.actor()).status).toBe('active');
  });

  test('the database refuses it without both halves, and to take it back afterwards', async () => {
    const clerk = await employ('clerk');
    const set = (status: 'withdrawn' | 'active') =>
      database.db.update(people).set({ status }).where(eq(people.id, clerk.personId));
    await propose(admin, clerk);
    await expect(set('withdrawn')).rejects.toMatchObject(refusedByDatabase);
    await confirm(dpo, clerk);
    await expect(set('active')).rejects.toMatchObject(refusedByDatabase);
    await expect(
      reinstatePerson(services, await admin.actor(), clerk.personId, new Date()),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('everything ends at once; who remains reads on; the keys page says that the key is known outside', async () => {
    const clerk = await employ('clerk');
    const intake = await findIntakeKey(database.db, services.config);
    const stored = await sealTo(intake?.publicKey ?? '', 'Eingang');
    await propose(admin, clerk);
    services.mails.length = 0;
    await confirm(dpo, clerk);
    await expect(clerk.actor()).rejects.toThrow('ended');
    const options = await createSignInOptions(database.db, services.config, new Date());
    const { response } = clerk.authenticator.get(options);
    await expect(signIn(services, response, 'test', new Date())).rejects.toMatchObject({
      code: 'sign_in_refused',
    });
    for (const table of ['team_key_grants', 'person_key_envelopes', 'sessions']) {
      const { rows } = await database.pool.query(`select 1 from ${table} where person_id = $1`, [
        clerk.personId,
      ]);
      expect(rows, table).toEqual([]);
    }
    expect(services.mails.map(({ to, template }) => [to, template])).toEqual([
      [clerk.email, 'staff_withdrawn'],
      [admin.email, 'intake_key_known_outside'],
    ]);
    expect(await openWith(stored, await keysFrom(services, dpo))).toBe('Eingang');
    expect((await overview()).intake).toMatchObject({ isKnownOutside: true });
  });

  test('of the last two of a role one stays, also when both are confirmed at the same time', async () => {
    const second = await employ('counsel');
    await propose(admin, counsel);
    await propose(admin, second);
    const results = await Promise.allSettled([confirm(dpo, counsel), confirm(dpo, second)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'last_of_role' },
    });
  });

  test('an agency’s person is none of the provider’s', async () => {
    const lead = await registerSelf(services, 'x@amt.example', { choice: 'new', name: 'Amt' });
    await expect(propose(admin, lead)).rejects.toMatchObject({ code: 'not_found' });
  });
});
