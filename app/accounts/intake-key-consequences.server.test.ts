import { readKey } from 'openpgp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import { listIntakeKeyIds } from '#app/mail-intake/intake-key-ids.server.ts';
import {
  areKnownRecipients,
  listAgencyFingerprint,
  listRecipientFingerprints,
} from '#app/uploads/recipient-keys.server.ts';
import type { TestPerson } from '#test/factories.ts';
import {
  confirm,
  createIntakeKeyWorld,
  makeConfirmation,
  presentKey,
  propose,
  type IntakeKeyWorld,
} from '#test/intake-key-world.ts';
import { unlockAs } from '#test/team-keys.ts';

import { reinstateAgency, suspendAgency } from './agency-status.server.ts';
import { certifyAgencyKey } from './certification.server.ts';
import { findIntakeKey, pinnedIntakeFingerprint, recipientsOfTeam } from './intake-key.server.ts';
import { describePin } from './pinned-key.server.ts';
import { findPublishedKey } from './published-key.server.ts';

let world: IntakeKeyWorld;
let admin: TestPerson;
let dpo: TestPerson;

beforeEach(async () => {
  world = await createIntakeKeyWorld();
  ({ admin, dpo } = world);
});
afterEach(() => world.database.close());

describe('exactly the agencies that are certified', () => {
  test('one that was verified meanwhile, or left out, or has another key: nothing changes', async () => {
    const { services, agencyId } = world;
    await propose(services, admin);
    const early = await makeConfirmation(services, dpo);
    const second = await world.foundAgency('LKA Süd');
    await expect(world.change(dpo, early)).rejects.toMatchObject({ code: 'agencies_changed' });
    const { intent, confirmation } = await makeConfirmation(services, dpo);
    const agencies = confirmation.agencies.filter(({ teamId }) => teamId !== agencyId);
    await expect(
      world.change(dpo, { intent, confirmation: { ...confirmation, agencies } }),
    ).rejects.toMatchObject({
      code: 'agencies_changed',
    });
    const [before] = await world.activeKeys();
    expect((await presentKey(services)).fingerprint).toBe(before);
    await confirm(services, dpo);
    const { agency } = await recipientsOfTeam(
      world.database.db,
      services.config,
      (await second.actor()).teamId,
    );
    expect(agency?.isCertified).toBe(true);
  });

  test('a certification that the new key did not make is refused', async () => {
    const { services, database } = world;
    await propose(services, admin);
    const { intent, confirmation } = await makeConfirmation(services, dpo);
    const { rows } = await database.pool.query<{ public_key: string }>(
      `select public_key from pgp_keys where certified_by is not null`,
    );
    const agencies = confirmation.agencies.map((agency) => ({
      ...agency,
      key: { ...agency.key, publicKey: rows[0]?.public_key ?? '' },
    }));
    await expect(
      world.change(dpo, { intent, confirmation: { ...confirmation, agencies } }),
    ).rejects.toMatchObject({
      code: 'key_not_certified',
    });
  });

  test('nobody certifies with the old key while it is being replaced', async () => {
    const { services, database, agencyId } = world;
    const certified = await world.certify(agencyId);
    const other = await database.pool.connect();
    const isWaiting = async () => {
      const { rows } = await other.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    };
    await other.query('begin');
    await other.query(`select 1 from pgp_keys where fingerprint = $1 for update`, await world.activeKeys());
    const certifying = certifyAgencyKey(services, await admin.actor(), agencyId, certified, new Date());
    await expect.poll(isWaiting, { timeout: 10_000 }).toBe(true);
    await other.query('rollback');
    other.release();
    await expect(certifying).resolves.toBeUndefined();
  });

  test('an agency whose certification by the old key does not hold stops the second browser', async () => {
    const { services, database, agencyId } = world;
    const { rows } = await database.pool.query<{ public_key: string }>(
      `select public_key from pgp_keys where team_id = $1`,
      [agencyId],
    );
    const bare = await readKey({ armoredKey: rows[0]?.public_key ?? '' });
    for (const user of bare.users) user.otherCertifications = [];
    await database.pool.query(`update pgp_keys set public_key = $1 where team_id = $2`, [
      bare.armor(),
      agencyId,
    ]);
    await propose(services, admin);
    await expect(makeConfirmation(services, dpo)).rejects.toMatchObject({ code: 'key_not_certified' });
  });

  test('a suspended agency is certified again after a call', async () => {
    const { services, database, agencyId } = world;
    await suspendAgency(services, await admin.actor(), agencyId, new Date());
    await propose(services, admin);
    await confirm(services, dpo);
    const { agency } = await recipientsOfTeam(database.db, services.config, agencyId);
    expect(agency?.isCertified).toBe(false);
    await expect(listAgencyFingerprint(database.db, agencyId)).rejects.toMatchObject({
      code: 'team_keys_missing',
    });
    await reinstateAgency(services, await admin.actor(), agencyId, new Date());
    await unlockAs(services, admin);
    const certified = await world.certify(agencyId);
    await certifyAgencyKey(services, await admin.actor(), agencyId, certified, new Date());
    const again = await recipientsOfTeam(database.db, services.config, agencyId);
    expect(again.agency?.isCertified).toBe(true);
  });
});
describe('what the database refuses by itself', () => {
  const refused = expect.objectContaining({ code: '23001' });

  test('the present key stays in use, whoever asks', async () => {
    const { pool } = world.database;
    const intake = `(select id from teams where kind = 'provider')`;
    await expect(
      pool.query(`update pgp_keys set state = 'retired' where team_id = ${intake}`),
    ).rejects.toEqual(refused);
    await expect(
      pool.query(`update pgp_keys set state = 'revoked' where team_id = ${intake}`),
    ).rejects.toEqual(refused);
  });

  test('there is one in use at the end of every transaction, also when two people agreed to retire it', async () => {
    const { pool } = world.database;
    await pool.query(
      `insert into approvals (id, action, details, proposed_by, confirmed_by)
       select gen_random_uuid(), 'change_intake_key', jsonb_build_object('predecessor', $1::text), $2, $3`,
      [(await presentKey(world.services)).fingerprint, admin.personId, dpo.personId],
    );
    await expect(
      pool.query(`update pgp_keys set state = 'retired' where fingerprint = $1`, await world.activeKeys()),
    ).rejects.toEqual(refused);
  });

  test('a retired key does not come back, and a proposal is not rewritten', async () => {
    const { services, database } = world;
    await propose(services, admin);
    const { pool } = database;
    await expect(pool.query(`update intake_key_changes set fingerprint = repeat('A', 40)`)).rejects.toEqual(
      refused,
    );
    await expect(
      pool.query(`update intake_key_changes set confirmation_statement = 'x', confirmation_proof = '{}'`),
    ).rejects.toEqual(refused);
    await expect(pool.query(`delete from intake_key_changes`)).rejects.toEqual(refused);
    await confirm(services, dpo);
    await expect(
      pool.query(`update pgp_keys set state = 'active' where state = 'retired'`),
    ).rejects.toMatchObject({ code: expect.stringMatching(/23001|23505/) });
    await expect(pool.query(`update pgp_keys set state = 'revoked' where state = 'retired'`)).rejects.toEqual(
      refused,
    );
    await expect(pool.query(`update intake_key_changes set grants = '[]'`)).rejects.toEqual(refused);
  });

  test('without a second half, no new key and no other pin', async () => {
    const { services, database } = world;
    await propose(services, admin);
    const { pool } = database;
    await expect(
      pool.query(
        `insert into pgp_keys (id, team_id, public_key, fingerprint, state)
         select gen_random_uuid(), t.id, c.public_key, c.fingerprint, 'retired'
         from teams t, intake_key_changes c where t.kind = 'provider'`,
      ),
    ).rejects.toEqual(refused);
    await expect(
      pool.query(
        `update settings set value = (select fingerprint from intake_key_changes) where name = 'intake_fingerprint'`,
      ),
    ).rejects.toEqual(refused);
    await expect(
      pool.query(`update approvals set confirmed_by = proposed_by where action = 'change_intake_key'`),
    ).rejects.toMatchObject({ constraint: 'approvals_two_people' });
  });
});
describe('after the change', () => {
  test('the configured fingerprint of any key in line counts; a foreign one does not', async () => {
    const { services, database } = world;
    const { db } = database;
    const first = (await presentKey(services)).fingerprint;
    await propose(services, admin);
    await confirm(services, dpo);
    await unlockAs(services, dpo);
    await propose(services, dpo);
    await unlockAs(services, admin);
    await confirm(services, admin);
    const { fingerprint } = await presentKey(services);
    expect(await pinnedIntakeFingerprint(db, services.config)).toBe(fingerprint);
    const configured = { intakeFingerprint: first };
    expect(await findIntakeKey(db, configured)).toMatchObject({ fingerprint, isPinned: true });
    expect(await findPublishedKey(db, configured)).toMatchObject({ fingerprint });
    expect(await describePin(db, configured)).toEqual({ state: 'by_former_key', fingerprint });
    expect(await describePin(db, { intakeFingerprint: fingerprint })).toMatchObject({ state: 'named' });
    const foreign = { intakeFingerprint: 'A'.repeat(40) };
    expect(await findIntakeKey(db, foreign)).toMatchObject({ isPinned: false });
    expect(await describePin(db, foreign)).toMatchObject({ state: 'another_key' });
    // Somebody who can write to the database breaks the line only.
    await database.pool.query(`alter table intake_key_changes disable trigger all`);
    await database.pool.query(
      `update intake_key_changes set predecessor_signature = successor_signature where predecessor = $1`,
      [first],
    );
    expect(await findIntakeKey(db, configured)).toMatchObject({ isPinned: false });
  });

  test('what was attached before counts in a draft; what arrives later is checked against the new key', async () => {
    const { services, database, agencyId } = world;
    const before = await listRecipientFingerprints(database.db, agencyId);
    await propose(services, admin);
    await confirm(services, dpo);
    expect(await areKnownRecipients(database.db, agencyId, before)).toBe(true);
    expect(await listRecipientFingerprints(database.db, agencyId)).not.toEqual(before);
  });

  test('mail to the old key is taken for ninety days', async () => {
    const { services, database } = world;
    const before = await readKey({ armoredKey: (await presentKey(services)).publicKey });
    const id = before.getKeyID().toHex().toLowerCase();
    const groupOf = async (now: Date) => {
      const ids = await listIntakeKeyIds(database.db, now);
      return (['present', 'former', 'past'] as const).find((group) => ids[group].has(id));
    };
    expect(await groupOf(new Date())).toBe('present');
    await propose(services, admin);
    await confirm(services, dpo);
    expect(await groupOf(new Date())).toBe('former');
    expect(await groupOf(new Date(Date.now() + days(89)))).toBe('former');
    expect(await groupOf(new Date(Date.now() + days(91)))).toBe('past');
  });
});
