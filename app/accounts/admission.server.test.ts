import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createTestServices,
  registerInvited,
  registerSelf,
  type TestPerson,
  type TestServices,
} from '#test/factories.ts';
import { unlockAs } from '#test/team-keys.ts';

import { can } from './actor.ts';
import { admitPerson, declinePerson, reinstatePerson, suspendPerson } from './admission.server.ts';
import { findOpenApproval } from './approvals.server.ts';
import {
  declineAgency,
  reinstateAgency,
  suspendAgency,
  takeAgencyRefusalBack,
} from './agency-status.server.ts';
import { confirmVerification, proposeVerification } from './agency-verification.server.ts';
import { findIntakeKey } from './intake-key.server.ts';
import { permissions, type Action } from './permissions.ts';
import { findActor } from './sessions.server.ts';
import { findPersonKey, findTeamKey } from './stored-keys.server.ts';
import { giveTeamKeys, lacksTeamKey, listKeysToGive } from './team-grants.server.ts';
import { listColleagues, listTeamPeople } from './team-people.server.ts';
import { findUnlockMaterial } from './unlock-material.server.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;
let dpo: TestPerson;
let lead: TestPerson;
let agencyId: string;

/** Seals the team key of `holder` to `member`, as the holder's browser does. */
async function makeGrant(holder: TestPerson, member: TestPerson) {
  const key = await findPersonKey(database.db, member.personId);
  if (!key) throw new Error('no key');
  const teamKey = await findTeamKey(database.db, (await holder.actor()).teamId);
  const { publicKey, fingerprint, envelope } = await holder.room.call('grantTeamKey', {
    member: { publicKey: key.publicKey, fingerprint: key.fingerprint },
    teamFingerprint: teamKey?.fingerprint ?? '',
  });
  return { publicKey, fingerprint, envelope };
}

async function verifyAgency(teamId: string) {
  const verification = {
    method: 'call_back',
    number: '040 123456',
    source: 'Verzeichnis',
    note: '',
  } as const;
  await proposeVerification(services, await admin.actor(), teamId, verification, new Date());
  const proposal = await findOpenApproval(database.db, 'verify_agency', { teamId });
  const key = await findTeamKey(database.db, teamId);
  const intake = await findIntakeKey(database.db, services.config);
  const { publicKey } = await admin.room.call('certifyTeamKey', {
    publicKey: key?.publicKey ?? '',
    fingerprint: key?.fingerprint ?? '',
    intakeFingerprint: intake?.fingerprint ?? '',
  });
  const certified = { publicKey, fingerprint: key?.fingerprint ?? '' };
  const approvalId = proposal?.id ?? '';
  await confirmVerification(services, await dpo.actor(), { approvalId, certified }, new Date());
}

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
  dpo = await registerInvited(services, 'dpo');
  const grant = await makeGrant(admin, dpo);
  await admitPerson(services, await admin.actor(), { personId: dpo.personId, grants: [grant] }, new Date());
  lead = await registerSelf(services, 'lead@lka.nord.example', { choice: 'new', name: 'LKA Nord' });
  agencyId = (await lead.actor()).teamId;
  await verifyAgency(agencyId);
});
afterAll(() => database.close());

const admit = async (
  actor: TestPerson,
  person: TestPerson,
  ...grants: Awaited<ReturnType<typeof makeGrant>>[]
) => admitPerson(services, await actor.actor(), { personId: person.personId, grants }, new Date());
const material = (person: TestPerson) => findUnlockMaterial(database.db, services.config, person.personId);
const lastEvents = async (objectId: string) => {
  const { rows } = await database.pool.query<{ type: string }>(
    'select type from events where object_id = $1 order by position desc limit 3',
    [objectId],
  );
  return rows.map(({ type }) => type).reverse();
};
const lastMailTo = ({ email }: TestPerson) => services.mails.findLast(({ to }) => to === email);
let colleagues = 0;
const registerColleague = () =>
  registerSelf(services, `colleague-${++colleagues}@lka.nord.example`, { choice: 'known', teamId: agencyId });

describe('promise 10: whoever is not admitted reaches nothing', () => {
  test('a waiting person may do nothing of the table and gets no team key', async () => {
    const person = await registerColleague();
    const actor = await person.actor();
    for (const action of Object.keys(permissions) as Action[]) expect(can(actor, action)).toBe(false);
    expect((await material(person)).teamKeys).toEqual([]);
  });

  test("the waiting founder of an unverified agency does not even get the own agency's key", async () => {
    const founder = await registerSelf(services, 'f@lka.neu.example', { choice: 'new', name: 'LKA Neu' });
    expect((await material(founder)).teamKeys).toEqual([]);
  });

  test('suspending a person ends all sessions at once', async () => {
    const person = await registerColleague();
    await admit(lead, person, await makeGrant(lead, person));
    await suspendPerson(services, await admin.actor(), person.personId, new Date());
    expect(await findActor(database.db, person.token, new Date())).toBeNull();
    expect((await material(person)).teamKeys).toEqual([]);
    await reinstatePerson(services, await admin.actor(), person.personId, new Date());
    const { rows } = await database.pool.query('select status from people where id = $1', [person.personId]);
    expect(rows).toEqual([{ status: 'waiting' }]);
  });

  test('suspending an agency ends the sessions of all its people, until it is reinstated', async () => {
    const other = await registerSelf(services, 'o@lka.ost.example', { choice: 'new', name: 'LKA Ost' });
    const { teamId } = await other.actor();
    await verifyAgency(teamId);
    await suspendAgency(services, await admin.actor(), teamId, new Date());
    expect(await findActor(database.db, other.token, new Date())).toBeNull();
    await reinstateAgency(services, await admin.actor(), teamId, new Date());
    expect(await findActor(database.db, other.token, new Date())).toBeNull();
  });

  test('declining an agency turns away everybody who registered for it', async () => {
    const other = await registerSelf(services, 'd@lka.weg.example', { choice: 'new', name: 'LKA Weg' });
    await declineAgency(services, await admin.actor(), (await other.actor()).teamId, new Date());
    expect(await findActor(database.db, other.token, new Date())).toBeNull();
    expect(services.mails.findLast(({ to }) => to === other.email)?.template).toBe('agency_declined');
  });
});

describe('a refusal is taken back', () => {
  test('a person waits again, at the same address, and can be let in', async () => {
    const person = await registerColleague();
    await declinePerson(services, await lead.actor(), person.personId, new Date());
    await expect(
      reinstatePerson(services, await lead.actor(), person.personId, new Date()),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await reinstatePerson(services, await admin.actor(), person.personId, new Date());
    expect(lastMailTo(person)).toMatchObject({ template: 'waiting_again', values: { access: 'kept' } });
    await admit(lead, person, await makeGrant(lead, person));
    expect(lastMailTo(person)).toMatchObject({ template: 'person_admitted' });
    expect(lastMailTo(person)?.values).not.toHaveProperty('key');
    expect(await lastEvents(person.personId)).toEqual(['refusal_taken_back', 'admitted', 'team_key_granted']);
  });

  test('an agency can be verified again, with those who were declined along with it', async () => {
    const first = await registerSelf(services, 'a@lka.wieder.example', { choice: 'new', name: 'LKA Wieder' });
    const { teamId } = await first.actor();
    const known = { choice: 'known', teamId } as const;
    const alone = await registerSelf(services, 'b@lka.wieder.example', known);
    const back = await registerSelf(services, 'c@lka.wieder.example', known);
    for (const { personId } of [alone, back])
      await declinePerson(services, await admin.actor(), personId, new Date());
    await reinstatePerson(services, await admin.actor(), back.personId, new Date());
    await declineAgency(services, await admin.actor(), teamId, new Date());
    await expect(
      takeAgencyRefusalBack(services, await dpo.actor(), teamId, new Date()),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await takeAgencyRefusalBack(services, await admin.actor(), teamId, new Date());
    expect([first, back].map((one) => lastMailTo(one)?.template)).toEqual(['waiting_again', 'waiting_again']);
    expect(lastMailTo(alone)?.template).toBe('person_declined');
    await expect(
      takeAgencyRefusalBack(services, await admin.actor(), teamId, new Date()),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect(await lastEvents(teamId)).toContain('refusal_taken_back');
    await verifyAgency(teamId);
    const { rows } = await database.pool.query(
      'select email, status from people where team_id = $1 order by email',
      [teamId],
    );
    expect(rows).toEqual([
      { email: first.email, status: 'active' },
      { email: alone.email, status: 'declined' },
      { email: back.email, status: 'waiting' },
    ]);
  });
});

describe('admitting', () => {
  test('the head of unit admits a colleague, whose browser opens the team key', async () => {
    const person = await registerColleague();
    await admit(lead, person, await makeGrant(lead, person));
    const { teamKeys } = await material(person);
    expect(teamKeys).toHaveLength(1);
    await expect(person.room.call('addTeamKey', teamKeys[0]!)).resolves.toBeUndefined();
  });

  test('an investigator admits nobody', async () => {
    const investigator = await registerColleague();
    await admit(lead, investigator, await makeGrant(lead, investigator));
    const person = await registerColleague();
    await expect(admit(investigator, person)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a foreign person and a missing person answer identically', async () => {
    const stranger = await registerSelf(services, 's@lka.fern.example', { choice: 'new', name: 'LKA Fern' });
    const foreign = admit(lead, stranger);
    await expect(foreign).rejects.toMatchObject({ code: 'not_found', status: 404 });
    const missing = { ...stranger, personId: '0190d000-0000-7000-8000-00000000ffff' };
    await expect(admit(lead, missing)).rejects.toMatchObject({ code: 'not_found', status: 404 });
  });

  test('the others who give second halves are told of a new one, and of nobody else', async () => {
    const told = () =>
      services.mails.filter(({ template }) => template === 'confirmer_admitted').map(({ to }) => to);
    const clerk = await registerInvited(services, 'clerk');
    await admit(admin, clerk, await makeGrant(admin, clerk));
    await admit(admin, await registerColleague());
    expect(told()).not.toContain(dpo.email);
    const counsel = await registerInvited(services, 'counsel');
    services.mails.length = 0;
    await admit(admin, counsel, await makeGrant(admin, counsel));
    expect(told()).toEqual([dpo.email]);
  });

  test('nobody admits oneself', async () => {
    const second = await registerInvited(services, 'admin');
    const asActive = { ...(await second.actor()), status: 'active' as const };
    const input = { personId: second.personId, grants: [] };
    await expect(admitPerson(services, asActive, input, new Date())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('an administrator admits without the key; any colleague who holds it is shown whom to give it, and gives it', async () => {
    const holder = await registerColleague();
    await admit(lead, holder, await makeGrant(lead, holder));
    const person = await registerColleague();
    await admit(admin, person);
    expect(lastMailTo(person)).toMatchObject({ template: 'person_admitted', values: { key: 'later' } });
    expect((await person.actor()).status).toBe('active');
    const seenBy = async (who: TestPerson) =>
      (await listColleagues(database.db, await who.actor())).find(({ id }) => id === person.personId);
    const [key, teamKey] = [await findPersonKey(database.db, person.personId), lead.teamFingerprint];
    expect(await seenBy(holder)).toMatchObject({
      key: { fingerprint: key?.fingerprint },
      keysToGive: [teamKey],
      admission: { by: 'Test Person', isByPortal: true, at: expect.any(Date) },
    });
    // The administrator of the portal has nothing to give, and neither has who waits for the key.
    const atDesk = await listTeamPeople(database.db, await admin.actor(), agencyId);
    expect(atDesk.flatMap(({ keysToGive }) => keysToGive)).toEqual([]);
    expect((await seenBy(person))?.keysToGive).toEqual([]);
    expect(await lacksTeamKey(database.db, await person.actor())).toBe(true);

    await unlockAs(services, holder);
    const grant = await makeGrant(holder, person);
    const input = { personId: person.personId, grants: [grant] };
    await giveTeamKeys(database.db, await holder.actor(), input, new Date());
    expect((await material(person)).teamKeys).toHaveLength(1);
    expect(await seenBy(lead)).toMatchObject({ holdsTeamKey: true, keysToGive: [] });
    expect(await lacksTeamKey(database.db, await person.actor())).toBe(false);
  });

  test('who is not let in yet gets no key but with the admission', async () => {
    const person = await registerColleague();
    const input = { personId: person.personId, grants: [await makeGrant(lead, person)] };
    const give = giveTeamKeys(database.db, await lead.actor(), input, new Date());
    await expect(give).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a key is given by its holders only, to people of the same team only', async () => {
    const person = await registerColleague();
    await admit(admin, person);
    const input = { personId: person.personId, grants: [await makeGrant(lead, person)] };
    const give = async (by: TestPerson) => giveTeamKeys(database.db, await by.actor(), input, new Date());
    await expect(give(admin)).rejects.toMatchObject({ code: 'not_found' });
    const keyless = await registerColleague();
    await admit(admin, keyless);
    await expect(give(keyless)).rejects.toMatchObject({ code: 'forbidden' });
    const waiting = await registerColleague();
    await expect(give(waiting)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await material(person)).teamKeys).toEqual([]);
  });

  test('the auditor reads no requests: nobody gives the auditor the intake key', async () => {
    const auditor = await registerInvited(services, 'auditor');
    await expect(admit(admin, auditor, await makeGrant(admin, auditor))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await admit(admin, auditor);
    const lacking = await listKeysToGive(database.db, await admin.actor());
    expect(lacking.map(({ personId }) => personId)).not.toContain(auditor.personId);
    const grant = await makeGrant(admin, auditor);
    const input = { personId: auditor.personId, grants: [grant] };
    await expect(giveTeamKeys(database.db, await admin.actor(), input, new Date())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('who was declined cannot be admitted', async () => {
    const person = await registerColleague();
    await declinePerson(services, await lead.actor(), person.personId, new Date());
    await expect(admit(lead, person)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });
});
