import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import { createSignInOptions } from '#app/passkeys/sign-in-passkeys.server.ts';
import { approvals, invitations, passkeys, people, pgpKeys } from '#db/schema.ts';
import { createAccessWorld, type AccessWorld } from '#test/access-world.ts';
import { linkFor, returnByLink, type TestPerson, type TestServices } from '#test/factories.ts';
import { grantOf, keysFrom, openWith, sealTo, unlockAs } from '#test/team-keys.ts';

import { admitPerson, declinePerson, reinstatePerson } from './admission.server.ts';
import { findInvitation } from './invitations.server.ts';
import { confirmNewAccess, setNewAccessAside } from './new-access.server.ts';
import { prepareRecovery } from './recovery.server.ts';
import { signIn } from './sign-in.server.ts';
import { findPersonKey, findTeamKey } from './stored-keys.server.ts';
import { giveTeamKeys, listKeysToGive } from './team-grants.server.ts';
import { listColleagues } from './team-people.server.ts';
import { findUnlockMaterial } from './unlock-material.server.ts';
import { findWaitingReason } from './waiting.server.ts';

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
const refusedByDatabase = { cause: expect.objectContaining({ code: '23001' }) };

const statusOf = async ({ personId }: TestPerson) => {
  const [row] = await database.db
    .select({ status: people.status, role: people.role, name: people.name })
    .from(people)
    .where(eq(people.id, personId));
  return row;
};
const sent = () => services.mails.map(({ to, template }) => [template, to]).sort();

async function signInAs(person: TestPerson) {
  const options = await createSignInOptions(database.db, services.config, new Date());
  return signIn(services, person.authenticator.get(options).response, 'test', new Date());
}

beforeAll(async () => {
  world = await createAccessWorld();
  ({ database, services, admin, dpo, lead } = world);
  ({ foundAgency, propose, openId, confirm, agree } = world);
});
afterAll(() => database.close());
beforeEach(() => {
  services.mails.length = 0;
});

describe('a proposal', () => {
  test('changes nothing, tells the person and those who can confirm', async () => {
    const [person, other] = [await admitColleague(), await admitColleague()];
    services.mails.length = 0;
    await propose(lead, person);
    expect((await person.actor()).status).toBe('active');
    await signInAs(person);
    expect(sent()).toEqual(
      expect.arrayContaining([
        ['access_proposed', other.email],
        ['own_access_proposed', person.email],
      ]),
    );
    expect(sent()).not.toContainEqual(['access_proposed', lead.email]);
    await expect(propose(admin, person)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await setNewAccessAside(services, await person.actor(), await openId(person), new Date());
  });

  test('that was declined, or is older than seven days, leaves everything as it was', async () => {
    const [person, other] = [await admitColleague(), await admitColleague()];
    await propose(lead, person);
    const declined = await openId(person);
    await setNewAccessAside(services, await other.actor(), declined, new Date());
    await expect(confirmNewAccess(services, await dpo.actor(), declined, new Date())).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await propose(lead, person, new Date(Date.now() - days(7)));
    await expect(confirm(other, person)).rejects.toMatchObject({ code: 'proposal_expired' });
    const listed = await listColleagues(database.db, await lead.actor());
    expect(listed.find(({ id }) => id === person.personId)?.newAccess).toBeNull();
    expect((await person.actor()).status).toBe('active');
    await unlockAs(services, person);
    // A void one does not stand in the way of a new one.
    await propose(lead, person);
    await confirm(other, person);
  });

  test('of a proposer who was suspended since counts for nothing', async () => {
    const [person, second] = [await admitColleague(), await admitColleague()];
    await propose(lead, person);
    await database.db.update(people).set({ status: 'suspended' }).where(eq(people.id, lead.personId));
    await expect(confirm(second, person)).rejects.toMatchObject({ code: 'proposer_left' });
    await database.db.update(people).set({ status: 'active' }).where(eq(people.id, lead.personId));
  });
});

describe('promise 11: new access takes two others', () => {
  test('the proposer cannot confirm, nor the person concerned, nor a stranger', async () => {
    const person = await admitColleague();
    const stranger = await foundAgency('Fremdes Amt');
    await propose(lead, person);
    await expect(confirm(lead, person)).rejects.toMatchObject({ code: 'needs_second_person' });
    await expect(confirm(person, person)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirm(stranger, person)).rejects.toMatchObject({ code: 'not_found' });
    await expect(propose(stranger, person)).rejects.toMatchObject({ code: 'not_found' });
    await expect(propose(lead, lead)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(propose(person, lead)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(propose(dpo, lead)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(propose(lead, dpo)).rejects.toMatchObject({ code: 'not_found' });
    expect((await person.actor()).status).toBe('active');
  });

  test('the database refuses each step that nobody agreed to, whatever the application does', async () => {
    const person = await admitColleague();
    const { personId } = person;
    await propose(lead, person);
    const { db } = database;
    await expect(
      db.update(passkeys).set({ revokedAt: new Date() }).where(eq(passkeys.personId, personId)),
    ).rejects.toMatchObject(refusedByDatabase);
    const own = and(eq(pgpKeys.personId, personId), eq(pgpKeys.state, 'active'));
    await expect(db.update(pgpKeys).set({ state: 'retired' }).where(own)).rejects.toMatchObject(
      refusedByDatabase,
    );
    await expect(
      db.insert(pgpKeys).values({
        id: personId,
        personId,
        publicKey: 'x',
        fingerprint: 'A'.repeat(40),
        state: 'retired',
      }),
    ).rejects.toMatchObject(refusedByDatabase);
    const link = { teamId: world.agencyId, role: 'lead' as const, email: 'x', expiresAt: new Date() };
    await expect(
      db.insert(invitations).values({ id: personId, tokenHash: new Uint8Array(32), personId, ...link }),
    ).rejects.toMatchObject(refusedByDatabase);
    // The person concerned is none of the two.
    await expect(
      db.transaction(async (tx) => {
        const half = { confirmedBy: personId, confirmedAt: new Date() };
        await tx
          .update(approvals)
          .set(half)
          .where(eq(approvals.id, await openId(person)));
        await tx.update(pgpKeys).set({ state: 'retired' }).where(own);
      }),
    ).rejects.toMatchObject(refusedByDatabase);
    await expect(
      database.pool.query(`update approvals set confirmed_by = proposed_by where id = $1`, [
        await openId(person),
      ]),
    ).rejects.toThrow(/approvals_two_people/);
  });

  test('an agreement serves once: the next key needs two people again', async () => {
    const person = await admitColleague();
    await agree(person, [lead, dpo]);
    await returnByLink(services, person.email);
    const own = and(eq(pgpKeys.personId, person.personId), eq(pgpKeys.state, 'active'));
    await expect(database.db.update(pgpKeys).set({ state: 'retired' }).where(own)).rejects.toMatchObject(
      refusedByDatabase,
    );
  });

  test('of two who confirm at the same time one wins, and one link is sent', async () => {
    const [person, other] = [await admitColleague(), await admitColleague()];
    await propose(lead, person);
    services.mails.length = 0;
    const results = await Promise.allSettled([confirm(other, person), confirm(dpo, person)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(services.mails.filter(({ template }) => template === 'access_link')).toHaveLength(1);
  });
});

describe('once two agreed', () => {
  test('the old passkey, code, session, envelopes and grants are dead; everybody concerned is told', async () => {
    const [person, other] = [await admitColleague(), await admitColleague()];
    const former = await findPersonKey(database.db, person.personId);
    await propose(lead, person);
    services.mails.length = 0;
    await confirm(other, person);
    await expect(person.actor()).rejects.toThrow('ended');
    await expect(signInAs(person)).rejects.toMatchObject({ code: 'sign_in_refused' });
    await expect(prepareRecovery(services, person.recovery.proof, new Date())).rejects.toMatchObject({
      code: 'recovery_refused',
    });
    for (const table of ['team_key_grants', 'person_key_envelopes', 'sessions']) {
      const { rows } = await database.pool.query(`select 1 from ${table} where person_id = $1`, [
        person.personId,
      ]);
      expect(rows, table).toEqual([]);
    }
    const [kept] = await database.db
      .select({ state: pgpKeys.state, fingerprint: pgpKeys.fingerprint })
      .from(pgpKeys)
      .where(eq(pgpKeys.personId, person.personId));
    expect(kept).toEqual({ state: 'retired', fingerprint: former?.fingerprint });
    expect(sent()).toEqual(
      [
        ['access_link', person.email],
        ['access_renewed', admin.email],
        ['access_renewed', lead.email],
        ['access_renewed', other.email],
      ].sort(),
    );
    const { rows } = await database.pool.query<{ type: string; actor_id: string }>(
      `select type, actor_id from events where object_id = $1 order by version desc limit 2`,
      [person.personId],
    );
    expect(rows).toEqual([
      { type: 'access_taken', actor_id: other.personId },
      { type: 'access_proposed', actor_id: lead.personId },
    ]);
    // Not before the link was used.
    await expect(
      admitPerson(services, await lead.actor(), { personId: person.personId, grants: [] }, new Date()),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await expect(
      database.db.update(people).set({ status: 'active' }).where(eq(people.id, person.personId)),
    ).rejects.toMatchObject(refusedByDatabase);
  });

  test('the link alone opens nothing: the person waits, is let in after a call, and reads what is older', async () => {
    const person = await admitColleague();
    const key = await findTeamKey(database.db, world.agencyId);
    const older = await sealTo(key?.publicKey ?? '', 'älter');
    await agree(person, [lead, dpo]);
    const shown = await findInvitation(database.db, linkFor(services, person.email), new Date());
    expect(shown).toMatchObject({ email: person.email, isNewAccess: true });
    const back = await returnByLink(services, person.email);

    expect(back.personId).toBe(person.personId);
    const actor = await back.actor();
    expect(actor).toMatchObject({ status: 'waiting', role: 'investigator' });
    expect(await findWaitingReason(database.db, actor)).toBe('return');
    const material = await findUnlockMaterial(database.db, services.config, back.personId);
    expect(material).toMatchObject({ teamKeys: [], settings: null });
    expect(services.mails.filter(({ template }) => template === 'access_used').map(({ to }) => to)).toEqual(
      expect.arrayContaining([lead.email, admin.email]),
    );
    await world.admit(back, lead);
    expect(await openWith(older, await keysFrom(services, back))).toBe('älter');
    expect(await statusOf(back)).toEqual({ status: 'active', role: 'investigator', name: 'Test Person' });
    await expect(signInAs(person)).rejects.toMatchObject({ code: 'sign_in_refused' });
    await signInAs(back);
    // The new code works like any other, the old one does not.
    await prepareRecovery(services, back.recovery.proof, new Date());
  });

  test('let in without the key, the person is shown to those who hold it, with the new key’s fingerprint', async () => {
    const person = await admitColleague();
    await agree(person, [lead, dpo]);
    const back = await returnByLink(services, person.email);
    const input = { personId: back.personId, grants: [] };
    await admitPerson(services, await lead.actor(), input, new Date());
    const lacking = await listKeysToGive(database.db, await lead.actor());
    const own = lacking.filter(({ personId }) => personId === back.personId);
    expect(own).toHaveLength(1);
    expect(own[0]?.fingerprint).toBe((await findPersonKey(database.db, back.personId))?.fingerprint);
  });

  test('what the person granted before still opens for the others, signature included', async () => {
    const granter = await foundAgency('Amt mit Leitung');
    const member = await admitColleague(granter);
    await agree(granter, [admin, member]);
    const before = await unlockAs(services, member);
    expect(before).toMatchObject({ refusedTeamKeys: [] });
    expect(before.teamKeys).toHaveLength(1);
    const back = await returnByLink(services, granter.email);
    await admitPerson(services, await admin.actor(), { personId: back.personId, grants: [] }, new Date());
    const after = await unlockAs(services, member);
    expect(after).toEqual(before);
    // And the member gives the key back.
    const [lacking] = await listKeysToGive(database.db, await member.actor());
    const grant = await grantOf(services, member, back.personId, lacking?.teamFingerprint ?? '');
    await giveTeamKeys(
      database.db,
      await member.actor(),
      { personId: back.personId, grants: [grant] },
      new Date(),
    );
    expect(await unlockAs(services, back)).toMatchObject({ refusedTeamKeys: [], teamKeys: after.teamKeys });
    // A grant by the new key, beside those by the old one.
    expect((await back.actor()).role).toBe('lead');
    const later = await admitColleague(back);
    expect(await unlockAs(services, later)).toMatchObject({ refusedTeamKeys: [], teamKeys: after.teamKeys });
  });

  test('whoever turns the returning person away suspends the account', async () => {
    const person = await admitColleague();
    await agree(person, [lead, dpo]);
    const back = await returnByLink(services, person.email);
    await declinePerson(services, await lead.actor(), back.personId, new Date());
    expect(await statusOf(back)).toMatchObject({ status: 'suspended' });
    await expect(back.actor()).rejects.toThrow('ended');
    // Also when the suspension ends: it takes two others again.
    await reinstatePerson(services, await admin.actor(), back.personId, new Date());
    const input = { personId: back.personId, grants: [] };
    await expect(admitPerson(services, await lead.actor(), input, new Date())).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await expect(signInAs(back)).rejects.toMatchObject({ code: 'sign_in_refused' });
    await agree(back, [lead, dpo]);
    const again = await returnByLink(services, person.email);
    await admitPerson(services, await lead.actor(), input, new Date());
    await signInAs(again);
  });
});
