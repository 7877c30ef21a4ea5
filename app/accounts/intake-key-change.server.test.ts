import { readKey } from 'openpgp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import { listTeamKeys } from '#app/legal-requests/message-recipients.server.ts';
import { registerInvited, type TestPerson } from '#test/factories.ts';
import {
  confirm,
  createIntakeKeyWorld,
  keysSeenBy,
  makeConfirmation,
  makeProposal,
  presentKey,
  propose,
  type IntakeKeyWorld,
} from '#test/intake-key-world.ts';
import { keysFrom, openWith, sealTo, unlockAs } from '#test/team-keys.ts';

import { admitPerson } from './admission.server.ts';
import { recipientsOfTeam } from './intake-key.server.ts';
import { removeExpired } from './remove-expired.server.ts';
import { listKeysToGive } from './team-grants.server.ts';

let world: IntakeKeyWorld;
let admin: TestPerson;
let dpo: TestPerson;

beforeEach(async () => {
  world = await createIntakeKeyWorld();
  ({ admin, dpo } = world);
});
afterEach(() => world.database.close());

describe('two people change the intake key', () => {
  test('the new one is in use, the old one retired; remaining staff reads both; everybody is told', async () => {
    const { services, database, agencyId } = world;
    const clerk = await world.employ('clerk');
    const before = await presentKey(services);
    const older = await sealTo(before.publicKey, 'älter');
    services.mails.length = 0;
    await propose(services, admin);
    expect(await presentKey(services)).toEqual(before);
    await confirm(services, dpo);

    const after = await presentKey(services);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    const newer = await sealTo(after.publicKey, 'neuer');
    for (const person of [admin, dpo, clerk]) {
      const { refusedTeamKeys, teamKeys } = await unlockAs(services, person);
      expect(refusedTeamKeys).toEqual([]);
      expect(teamKeys).toHaveLength(2);
      const keys = await keysFrom(services, person);
      expect(await openWith(older, keys)).toBe('älter');
      expect(await openWith(newer, keys)).toBe('neuer');
    }
    const told = (template: string) =>
      services.mails.filter((mail) => mail.template === template).map(({ to }) => to);
    for (const template of ['intake_key_proposed', 'intake_key_changed'])
      expect(told(template).sort()).toEqual([admin.email, clerk.email, dpo.email].sort());

    // The agency's key is certified by the new one, and what is sealed from now on is for the new one.
    const { agency, intake, former } = await recipientsOfTeam(database.db, services.config, agencyId);
    expect(agency?.isCertified).toBe(true);
    expect(intake).toMatchObject({ fingerprint: after.fingerprint, isPinned: true });
    expect(former.map(({ fingerprint }) => fingerprint)).toEqual([before.fingerprint]);
    const [provider] = await listTeamKeys(database.db, agencyId);
    expect(provider?.fingerprint).toBe(after.fingerprint);
    const { rows } = await database.pool.query<{ type: string }>(
      `select type from events where type like 'intake_key%' order by position`,
    );
    expect(rows.map(({ type }) => type)).toEqual(['intake_key_proposed', 'intake_key_changed']);
  });

  test('the withdrawn person’s old keys with all stored envelopes open nothing that is newer', async () => {
    const { services, database } = world;
    const gone = await world.employ('clerk');
    const stays = await world.employ('clerk');
    const before = await presentKey(services);
    const older = await sealTo(before.publicKey, 'älter');
    const kept = await keysFrom(services, gone);
    expect((await keysSeenBy(services, admin)).intake).toMatchObject({ isKnownOutside: false });
    await world.withdraw(gone);
    expect((await keysSeenBy(services, admin)).intake).toMatchObject({ isKnownOutside: true });
    await propose(services, admin);
    await confirm(services, dpo);
    expect((await keysSeenBy(services, admin)).intake).toMatchObject({ isKnownOutside: false });

    const newer = await sealTo((await presentKey(services)).publicKey, 'neuer');
    expect(kept).toHaveLength(2);
    expect(await openWith(older, kept)).toBe('älter');
    await expect(openWith(newer, kept)).rejects.toThrow(/session key|decrypt/i);
    // Also not through any envelope that the server keeps.
    const { rows } = await database.pool.query<{ envelope: string }>(
      `select envelope from team_key_grants union all
       select jsonb_array_elements(grants) ->> 'envelope' from intake_key_changes where grants is not null`,
    );
    for (const { envelope } of rows)
      await expect(openWith(Buffer.from(envelope, 'base64url'), kept)).rejects.toThrow();
    const remaining = await keysFrom(services, stays);
    expect(await openWith(older, remaining)).toBe('älter');
    expect(await openWith(newer, remaining)).toBe('neuer');
  });

  test('the proposer never confirms; a clerk neither proposes nor confirms; a lawyer does not propose', async () => {
    const { services } = world;
    const clerk = await world.employ('clerk');
    const counsel = await world.employ('counsel');
    const proposal = await makeProposal(services, admin);
    for (const person of [clerk, counsel])
      await expect(world.change(person, proposal)).rejects.toMatchObject({ code: 'forbidden' });
    await world.change(admin, proposal);
    await expect(confirm(services, admin)).rejects.toMatchObject({ code: 'needs_second_person' });
    const confirmation = await makeConfirmation(services, dpo);
    await expect(world.change(clerk, confirmation)).rejects.toMatchObject({ code: 'forbidden' });
    await unlockAs(services, counsel);
    await confirm(services, counsel);
  });

  test('one proposal at a time; either side sets it aside, and its envelopes go', async () => {
    const { services, database } = world;
    const first = await makeProposal(services, admin);
    const second = await makeProposal(services, dpo);
    await world.change(admin, first);
    await expect(world.change(dpo, second)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const { proposal } = (await keysSeenBy(services, dpo)).change ?? {};
    await world.change(dpo, { intent: 'set_intake_key_aside', approvalId: proposal?.approvalId ?? '' });
    const { rows } = await database.pool.query(`select 1 from intake_key_changes where grants is not null`);
    expect(rows).toEqual([]);
    await propose(services, dpo);
    await confirm(services, admin);
  });

  test('a proposal is void after seven days, and makes room for another one', async () => {
    const { services, database } = world;
    const long = new Date(Date.now() - days(7));
    await propose(services, admin, long);
    expect((await keysSeenBy(services, dpo)).change?.proposal?.state).toBe('expired');
    const envelopes = `select 1 from intake_key_changes where grants is not null`;
    expect((await database.pool.query(envelopes)).rows).toHaveLength(1);
    await expect(confirm(services, dpo)).rejects.toMatchObject({ code: 'proposal_expired' });
    await removeExpired(database.db, new Date());
    expect((await database.pool.query(envelopes)).rows).toEqual([]);
    await propose(services, dpo);
    await confirm(services, admin);
  });

  test('of two confirmations at the same time one wins', async () => {
    const { services } = world;
    const counsel = await world.employ('counsel');
    await propose(services, admin);
    await unlockAs(services, counsel);
    const both = [await makeConfirmation(services, dpo), await makeConfirmation(services, counsel)] as const;
    const results = await Promise.allSettled([world.change(dpo, both[0]), world.change(counsel, both[1])]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed_meanwhile' },
    });
    expect(await world.activeKeys()).toHaveLength(1);
  });
});

describe('exactly those who hold the key', () => {
  test('nobody is left out, nobody else gets it, and nobody under another key', async () => {
    const { services } = world;
    const clerk = await world.employ('clerk');
    const auditor = await registerInvited(services, 'auditor');
    await admitPerson(services, await admin.actor(), { personId: auditor.personId, grants: [] }, new Date());
    const { intent, proposal } = await makeProposal(services, admin);
    const [first] = proposal.grants;
    if (!first) throw new Error('no grant');
    const without = proposal.grants.filter(({ personId }) => personId !== clerk.personId);
    const sets = [
      without,
      [...proposal.grants, { ...first, personId: auditor.personId }],
      [...without, { ...first, personId: clerk.personId }],
    ];
    for (const grants of sets)
      await expect(world.change(admin, { intent, proposal: { ...proposal, grants } })).rejects.toMatchObject({
        code: 'changed_meanwhile',
      });
  });

  test('somebody who left since makes the proposal void; somebody who came since waits to be given the key', async () => {
    const { services, database } = world;
    const gone = await world.employ('clerk');
    await propose(services, admin);
    const newcomer = await world.employ('clerk');
    await world.withdraw(gone);
    expect((await keysSeenBy(services, dpo)).change?.proposal?.state).toBe('outdated');
    await expect(confirm(services, dpo)).rejects.toMatchObject({ code: 'proposal_outdated' });
    const { proposal } = (await keysSeenBy(services, dpo)).change ?? {};
    await world.change(admin, { intent: 'set_intake_key_aside', approvalId: proposal?.approvalId ?? '' });

    await propose(services, admin);
    const later = await world.employ('clerk');
    await confirm(services, dpo);
    const { fingerprint } = await presentKey(services);
    const lacking = await listKeysToGive(database.db, await admin.actor());
    expect(lacking.map((one) => [one.personId, one.teamFingerprint])).toEqual([
      [later.personId, fingerprint],
    ]);
    expect(await keysFrom(services, newcomer)).toHaveLength(3);
  });
});

describe('what the old key must have done', () => {
  test('a new key without certification or handover by the old one is refused', async () => {
    const { services } = world;
    const { intent, proposal } = await makeProposal(services, admin);
    const bare = await readKey({ armoredKey: proposal.key.publicKey });
    for (const user of bare.users) user.otherCertifications = [];
    const other = (await makeProposal(services, dpo)).proposal;
    const wrong = [
      { ...proposal, key: { ...proposal.key, publicKey: bare.armor() } },
      { ...proposal, predecessorSignature: other.predecessorSignature },
      { ...proposal, predecessorSignature: proposal.successorSignature },
      { ...proposal, successorSignature: other.successorSignature },
      { ...proposal, successorSignature: proposal.predecessorSignature },
    ];
    for (const one of wrong)
      await expect(world.change(admin, { intent, proposal: one })).rejects.toMatchObject({
        code: 'key_refused',
      });
    await world.change(admin, { intent, proposal });
  });

  test('a passkey’s touch over something else counts for neither half', async () => {
    const { services } = world;
    const first = await makeProposal(services, admin);
    const second = await makeProposal(services, admin);
    const swapped = { ...first.proposal, assertion: second.proposal.assertion };
    await expect(world.change(admin, { ...first, proposal: swapped })).rejects.toMatchObject({
      code: 'signature_invalid',
    });
  });
});
