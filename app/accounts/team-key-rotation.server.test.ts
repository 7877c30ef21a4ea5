import { readKey } from 'openpgp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSignInOptions } from '#app/passkeys/sign-in-passkeys.server.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createTestServices,
  registerInvited,
  registerSelf,
  returnByLink,
  type TestPerson,
  type TestServices,
} from '#test/factories.ts';
import { grantOf, keysFrom, openWith, sealTo } from '#test/team-keys.ts';

import { admitPerson } from './admission.server.ts';
import { confirmVerification, proposeVerification } from './agency-verification.server.ts';
import { findOpenApproval } from './approvals.server.ts';
import { certifyAgencyKey } from './certification.server.ts';
import { findIntakeKey, recipientsOfTeam } from './intake-key.server.ts';
import { confirmNewAccess, proposeNewAccess } from './new-access.server.ts';
import { signIn } from './sign-in.server.ts';
import { findTeamKey } from './stored-keys.server.ts';
import { giveTeamKeys } from './team-grants.server.ts';
import { findRotation, rotateTeamKey } from './team-key-rotation.server.ts';
import type { Rotation } from './team-key-rotation.ts';
import { listColleagues } from './team-people.server.ts';
import { withdrawPerson } from './withdrawal-of-people.server.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;
let dpo: TestPerson;
let lead: TestPerson;
let agencyId: string;
let count = 0;

async function certified(): Promise<{ publicKey: string; fingerprint: string }> {
  const key = await findTeamKey(database.db, agencyId);
  const intake = await findIntakeKey(database.db, services.config);
  if (!key || !intake) throw new Error('no key');
  const input = { publicKey: key.publicKey, fingerprint: key.fingerprint };
  const { publicKey } = await admin.room.call('certifyTeamKey', {
    ...input,
    intakeFingerprint: intake.fingerprint,
  });
  return { publicKey, fingerprint: key.fingerprint };
}

/** A colleague whom the lead let in, with the present key. */
async function admitColleague(): Promise<TestPerson> {
  count += 1;
  const email = `kollege${count}@lka.nord.example`;
  const person = await registerSelf(services, email, { choice: 'known', teamId: agencyId });
  const key = await findTeamKey(database.db, agencyId);
  const grant = await grantOf(services, lead, person.personId, key?.fingerprint ?? '');
  await admitPerson(services, await lead.actor(), { personId: person.personId, grants: [grant] }, new Date());
  return person;
}

/** What `makeRotation` does in the lead's browser. */
async function makeRotation(withdrawnId: string | null): Promise<Rotation> {
  const needs = await findRotation(database.db, services, await lead.actor());
  if (!needs) throw new Error('may not');
  const own = await lead.room.call('createTeamKey', needs.owner);
  const { publicKey } = await lead.room.call('certifyTeamKey', {
    publicKey: own.publicKey,
    fingerprint: own.fingerprint,
    intakeFingerprint: needs.predecessor,
  });
  const grants = [{ personId: lead.personId, envelope: own.envelope }];
  for (const { personId } of needs.holders)
    if (personId !== lead.personId && personId !== withdrawnId)
      grants.push({
        personId,
        envelope: (await grantOf(services, lead, personId, own.fingerprint)).envelope,
      });
  return { key: { publicKey, fingerprint: own.fingerprint }, predecessor: needs.predecessor, grants };
}

async function withdraw(person: TestPerson, rotation: Rotation | null) {
  const change = { personId: person.personId, rotation };
  await withdrawPerson(services, await lead.actor(), change, new Date());
}

async function sealToAgency(text: string): Promise<Uint8Array> {
  return sealTo((await findTeamKey(database.db, agencyId))?.publicKey ?? '', text);
}

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
  dpo = await registerInvited(services, 'dpo');
  await admitPerson(services, await admin.actor(), { personId: dpo.personId, grants: [] }, new Date());
  lead = await registerSelf(services, 'lead@lka.nord.example', { choice: 'new', name: 'LKA Nord' });
  agencyId = (await lead.actor()).teamId;
  const verification = { method: 'call_back', number: '040 1', source: 'Verzeichnis', note: '' } as const;
  await proposeVerification(services, await admin.actor(), agencyId, verification, new Date());
  const proposal = await findOpenApproval(database.db, 'verify_agency', { teamId: agencyId });
  const half = { approvalId: proposal?.id ?? '', certified: await certified() };
  await confirmVerification(services, await dpo.actor(), half, new Date());
});
afterAll(() => database.close());

describe('withdrawing a colleague', () => {
  test('a withdrawn colleague opens the older ciphertext and never the newer one, with all keys ever held', async () => {
    const gone = await admitColleague();
    const stays = await admitColleague();
    const older = await sealToAgency('älter');
    const kept = await keysFrom(services, gone);
    await withdraw(gone, await makeRotation(gone.personId));
    const newer = await sealToAgency('neuer');

    expect(kept).toHaveLength(2);
    expect(await openWith(older, kept)).toBe('älter');
    await expect(openWith(newer, kept)).rejects.toThrow(/session key|decrypt/i);
    // Who remains reads both.
    const remaining = await keysFrom(services, stays);
    expect(await openWith(older, remaining)).toBe('älter');
    expect(await openWith(newer, remaining)).toBe('neuer');
  });

  test('the session ends, the passkey signs nobody in, and nothing sealed for the person stays on the server', async () => {
    const gone = await admitColleague();
    const rotation = await makeRotation(gone.personId);
    services.mails.length = 0;
    await withdraw(gone, rotation);
    await expect(gone.actor()).rejects.toThrow('ended');
    for (const table of ['team_key_grants', 'person_key_envelopes', 'sessions']) {
      const { rows } = await database.pool.query(`select 1 from ${table} where person_id = $1`, [
        gone.personId,
      ]);
      expect(rows, table).toEqual([]);
    }
    expect(services.mails.map(({ to, template }) => [to, template])).toEqual([
      [gone.email, 'person_withdrawn'],
      [admin.email, 'agency_key_rotated'],
    ]);
    const { rows } = await database.pool.query(
      `select type from events where object_id = $1 order by version desc limit 1`,
      [gone.personId],
    );
    expect(rows).toEqual([{ type: 'withdrawn' }]);
  });

  test('nobody seals to the new key before it is certified; the old key stays on record as retired', async () => {
    const gone = await admitColleague();
    await withdraw(gone, await makeRotation(gone.personId));
    const before = await recipientsOfTeam(database.db, services.config, agencyId);
    expect(before.agency?.isCertified).toBe(false);
    await certifyAgencyKey(services, await admin.actor(), agencyId, await certified(), new Date());
    const after = await recipientsOfTeam(database.db, services.config, agencyId);
    expect(after.agency?.isCertified).toBe(true);
  });

  test('a new key must be signed by the old one, and be sealed to exactly those who remain', async () => {
    const gone = await admitColleague();
    const rotation = await makeRotation(gone.personId);
    const [own, ...others] = rotation.grants;
    if (!own) throw new Error('no grant');
    const bare = await readKey({ armoredKey: rotation.key.publicKey });
    for (const user of bare.users) user.otherCertifications = [];
    const unsigned = { ...rotation, key: { ...rotation.key, publicKey: bare.armor() } };
    await expect(withdraw(gone, unsigned)).rejects.toMatchObject({ code: 'key_refused' });
    const forGone = { personId: gone.personId, envelope: own.envelope };
    for (const grants of [[own], [...rotation.grants, forGone], [...others]].filter((one) => one.length > 0))
      await expect(withdraw(gone, { ...rotation, grants })).rejects.toMatchObject({
        code: 'changed_meanwhile',
      });
    await withdraw(gone, rotation);
  });

  test('an administrator withdraws without the key: the lead is told, and makes the new one', async () => {
    const gone = await admitColleague();
    const change = { personId: gone.personId, rotation: null };
    await expect(rotateTeamKey(services, await lead.actor(), await makeRotation(null), new Date()))
      .rejects // nobody left
      .toMatchObject({ code: 'changed_meanwhile' });
    services.mails.length = 0;
    await withdrawPerson(services, await admin.actor(), change, new Date());
    expect(services.mails.map(({ template }) => template)).toEqual(['person_withdrawn', 'team_key_due']);
    expect(await findRotation(database.db, services, await lead.actor())).toMatchObject({ isDue: true });
    await rotateTeamKey(services, await lead.actor(), await makeRotation(null), new Date());
    expect(await findRotation(database.db, services, await lead.actor())).toMatchObject({ isDue: false });
  });

  test('only a lead of the own agency or an administrator withdraws, and nobody oneself', async () => {
    const person = await admitColleague();
    const other = await registerSelf(services, `x${count}@amt.example`, { choice: 'new', name: 'Amt' });
    const attempt = async (actor: TestPerson, personId: string) =>
      withdrawPerson(services, await actor.actor(), { personId, rotation: null }, new Date());
    await expect(attempt(person, lead.personId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(lead, lead.personId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(other, person.personId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(attempt(lead, admin.personId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(attempt(admin, dpo.personId)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

/** All that the lead's browser can give somebody, as the lists of people show it. */
async function grantsFor(personId: string) {
  const people = await listColleagues(database.db, await lead.actor());
  const keys = people.find(({ id }) => id === personId)?.keysToGive ?? [];
  return Promise.all(keys.map((fingerprint) => grantOf(services, lead, personId, fingerprint)));
}

test('who comes after a change of keys is given the older key with the admission, and reads what is older', async () => {
  const gone = await admitColleague();
  const older = await sealToAgency('älter');
  await withdraw(gone, await makeRotation(gone.personId));
  const { teamId } = await lead.actor();
  const later = await registerSelf(services, 'spaeter@lka.nord.example', { choice: 'known', teamId });
  const grants = await grantsFor(later.personId);
  expect(grants.length).toBeGreaterThan(1);
  expect(grants[0]?.fingerprint).toBe((await findTeamKey(database.db, teamId))?.fingerprint);
  await admitPerson(services, await lead.actor(), { personId: later.personId, grants }, new Date());
  expect(await openWith(older, await keysFrom(services, later))).toBe('älter');
  expect(await grantsFor(later.personId)).toEqual([]);
});

test('a change of keys gives the new key to nobody who was not given the present one', async () => {
  const gone = await admitColleague();
  const { teamId } = await lead.actor();
  const keyless = await registerSelf(services, 'ohne@lka.nord.example', { choice: 'known', teamId });
  await admitPerson(services, await admin.actor(), { personId: keyless.personId, grants: [] }, new Date());
  const needs = await findRotation(database.db, services, await lead.actor());
  expect(needs?.holders.map(({ personId }) => personId)).not.toContain(keyless.personId);
  await withdraw(gone, await makeRotation(gone.personId));
  expect(await keysFrom(services, keyless)).toHaveLength(1);
  // Somebody's act gives it, with the older ones at once.
  const grants = await grantsFor(keyless.personId);
  expect(grants.length).toBeGreaterThan(1);
  const input = { personId: keyless.personId, grants };
  await giveTeamKeys(database.db, await lead.actor(), input, new Date());
  expect(await keysFrom(services, keyless)).toHaveLength(1 + grants.length);
});

test('who comes back by new access after a change of keys reads what is older and what is newer', async () => {
  const gone = await admitColleague();
  const person = await admitColleague();
  const older = await sealToAgency('älter');
  await withdraw(gone, await makeRotation(gone.personId));
  const newer = await sealToAgency('neuer');
  await proposeNewAccess(services, await lead.actor(), person.personId, new Date());
  const proposal = await findOpenApproval(database.db, 'renew_access', { personId: person.personId });
  await confirmNewAccess(services, await dpo.actor(), proposal?.id ?? '', new Date());
  const back = await returnByLink(services, person.email);
  const grants = await grantsFor(back.personId);
  await admitPerson(services, await lead.actor(), { personId: back.personId, grants }, new Date());
  const keys = await keysFrom(services, back);
  expect(await openWith(older, keys)).toBe('älter');
  expect(await openWith(newer, keys)).toBe('neuer');
});

test('a withdrawn person signs in with no passkey', async () => {
  const gone = await admitColleague();
  await withdraw(gone, await makeRotation(gone.personId));
  const options = await createSignInOptions(database.db, services.config, new Date());
  const { response } = gone.authenticator.get(options);
  await expect(signIn(services, response, 'test', new Date())).rejects.toMatchObject({
    code: 'sign_in_refused',
  });
});
