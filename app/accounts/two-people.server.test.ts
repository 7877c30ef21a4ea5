import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { findOpenApproval } from './approvals.server.ts';
import { admitPerson, suspendPerson } from './admission.server.ts';
import { confirmVerification, proposeVerification } from './agency-verification.server.ts';
import { findIntakeKey, recipientsOfTeam } from './intake-key.server.ts';
import { confirmRoleChange, proposeRoleChange, setRoleChangeAside } from './role-changes.server.ts';
import { findTeamKey } from './stored-keys.server.ts';
import { approvals, people, teams } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createTestServices,
  registerInvited,
  registerSelf,
  type TestPerson,
  type TestServices,
} from '#test/factories.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;
let dpo: TestPerson;
let lead: TestPerson;
let agencyId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
  dpo = await registerInvited(services, 'dpo');
  await admitPerson(services, await admin.actor(), { personId: dpo.personId, grants: [] }, new Date());
  lead = await registerSelf(services, 'lead@lka.nord.example', { choice: 'new', name: 'LKA Nord' });
  agencyId = (await lead.actor()).teamId;
});
afterAll(() => database.close());

const verification = { method: 'call_back', number: '040 1234567', source: 'Verzeichnis', note: '' } as const;
const refusedByDatabase = { cause: expect.objectContaining({ code: '23001' }) };
const sql = (text: string, values: unknown[] = []) => database.pool.query(text, values);

/** Writes both halves at once, as the application never does. */
async function approve(
  about: { action: 'verify_agency' | 'change_role'; teamId?: string; personId?: string; role?: string },
  proposer: TestPerson,
  confirmer: TestPerson,
): Promise<void> {
  const { action, teamId, personId, role } = about;
  await database.db.insert(approvals).values({
    id: uuidv7(),
    action,
    ...(teamId === undefined ? {} : { teamId }),
    ...(personId === undefined ? {} : { personId }),
    details: role === undefined ? {} : { role },
    proposedBy: proposer.personId,
    confirmedBy: confirmer.personId,
    confirmedAt: new Date(),
  });
}

async function certify() {
  const key = await findTeamKey(database.db, agencyId);
  const intake = await findIntakeKey(database.db, services.config);
  if (!key || !intake) throw new Error('no keys');
  const { publicKey } = await admin.room.call('certifyTeamKey', {
    publicKey: key.publicKey,
    fingerprint: key.fingerprint,
    intakeFingerprint: intake.fingerprint,
  });
  return { publicKey, fingerprint: key.fingerprint };
}

describe('promise 11: an agency is verified by two people', () => {
  test('the database refuses to verify without an approval, whatever the application does', async () => {
    await expect(
      database.db.update(teams).set({ status: 'verified' }).where(eq(teams.id, agencyId)),
    ).rejects.toMatchObject(refusedByDatabase);
  });

  test('one person cannot do both halves; a second one can', async () => {
    const now = new Date();
    await proposeVerification(services, await admin.actor(), agencyId, verification, now);
    const proposal = await findOpenApproval(database.db, 'verify_agency', { teamId: agencyId });
    const approvalId = proposal?.id ?? '';
    const certified = await certify();
    await expect(
      confirmVerification(services, await admin.actor(), { approvalId, certified }, now),
    ).rejects.toMatchObject({ code: 'needs_second_person' });
    await expect(
      sql('update approvals set confirmed_by = proposed_by where id = $1', [approvalId]),
    ).rejects.toThrow(/approvals_two_people/);
    // Somebody of the agency itself is no second person either.
    await expect(
      database.db.transaction(async (tx) => {
        const half = { confirmedBy: lead.personId, confirmedAt: now };
        await tx.update(approvals).set(half).where(eq(approvals.id, approvalId));
        await tx.update(teams).set({ status: 'verified' }).where(eq(teams.id, agencyId));
      }),
    ).rejects.toMatchObject(refusedByDatabase);
    await expect(
      confirmVerification(services, await dpo.actor(), { approvalId, certified: null }, now),
    ).rejects.toMatchObject({ code: 'key_not_certified' });
    await confirmVerification(services, await dpo.actor(), { approvalId, certified }, now);
    expect(await lead.actor()).toMatchObject({ status: 'active', teamStatus: 'verified' });
    const { agency } = await recipientsOfTeam(database.db, services.config, agencyId);
    expect(agency?.isCertified).toBe(true);
  });

  test('two people of another agency are not two members of staff', async () => {
    const far = await registerSelf(services, 'a@lka.fern.example', { choice: 'new', name: 'LKA Fern' });
    const { teamId: farId } = await far.actor();
    const mate = await registerSelf(services, 'b@lka.fern.example', { choice: 'known', teamId: farId });
    const near = await registerSelf(services, 'a@lka.nah.example', { choice: 'new', name: 'LKA Nah' });
    const { teamId } = await near.actor();
    const verify = () => sql(`update teams set status = 'verified' where id = $1`, [teamId]);
    await approve({ action: 'verify_agency', teamId }, far, mate);
    await expect(verify()).rejects.toMatchObject({ code: '23001' });
    // Nor does data protection give the first half.
    await approve({ action: 'verify_agency', teamId }, dpo, admin);
    await expect(verify()).rejects.toMatchObject({ code: '23001' });
  });

  test('an agreement serves once; ending a suspension rests on it', async () => {
    const set = (status: string) => sql('update teams set status = $2 where id = $1', [agencyId, status]);
    await set('suspended');
    await set('verified');
    await set('declined');
    await set('pending');
    await expect(set('verified')).rejects.toMatchObject({ code: '23001' });
    await approve({ action: 'verify_agency', teamId: agencyId }, admin, dpo);
    await set('verified');
  });

  test('nobody changes sides, nor takes a role of the other one', async () => {
    const { teamId } = await admin.actor();
    for (const change of ['team_id = $2', `team_id = $2, role = 'admin'`])
      await expect(
        sql(`update people set ${change} where id = $1`, [lead.personId, teamId]),
      ).rejects.toMatchObject({ code: '23001' });
    const insert = (role: string, team: string) =>
      sql(
        `insert into people (id, team_id, role, status, email, name, user_handle)
         values (gen_random_uuid(), $2, $1, 'active', $1, 'N', $1)`,
        [role, team],
      );
    await expect(insert('admin', agencyId)).rejects.toMatchObject({ code: '23001' });
    await expect(insert('lead', teamId)).rejects.toMatchObject({ code: '23001' });
  });

  test('declining at the same moment waits for its turn: neither locks the other out', async () => {
    const near = await registerSelf(services, 'c@lka.west.example', { choice: 'new', name: 'LKA West' });
    const { teamId } = await near.actor();
    await proposeVerification(services, await admin.actor(), teamId, verification, new Date());
    const approvalId = (await findOpenApproval(database.db, 'verify_agency', { teamId }))?.id ?? '';
    const half = { approvalId, certified: null };
    const confirmer = await dpo.actor();
    // As declining does: the agency first, then its proposal.
    const declining = await database.pool.connect();
    await declining.query('begin');
    await declining.query('select 1 from teams where id = $1 for update', [teamId]);
    const confirming = confirmVerification(services, confirmer, half, new Date());
    const answer = expect(confirming).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await vi.waitUntil(async () => {
      const { rows } = await sql(`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      return rows.length > 0;
    });
    const aside = 'update approvals set declined_by = $2, declined_at = now() where id = $1';
    await declining.query(aside, [approvalId, admin.personId]);
    await declining.query('commit');
    declining.release();
    await answer;
  });

  test('a given half is never taken back', async () => {
    await expect(sql('update approvals set confirmed_by = null')).rejects.toThrow(/never changed/);
    await expect(sql('delete from approvals')).rejects.toThrow(/never changed/);
  });

  test('a certification by another key than the pinned intake key is refused', async () => {
    const other = await registerSelf(services, 'x@lka.sued.example', { choice: 'new', name: 'LKA Süd' });
    const { teamId } = await other.actor();
    await proposeVerification(services, await admin.actor(), teamId, verification, new Date());
    const proposal = await findOpenApproval(database.db, 'verify_agency', { teamId });
    const key = await findTeamKey(database.db, teamId);
    const uncertified = { publicKey: key?.publicKey ?? '', fingerprint: key?.fingerprint ?? '' };
    const forged = await lead.room.call('certifyTeamKey', {
      ...uncertified,
      intakeFingerprint: lead.teamFingerprint ?? '',
    });
    for (const certified of [uncertified, { ...uncertified, ...forged }])
      await expect(
        confirmVerification(
          services,
          await dpo.actor(),
          { approvalId: proposal?.id ?? '', certified },
          new Date(),
        ),
      ).rejects.toMatchObject({ code: 'key_not_certified' });
  });
});

describe('promise 11: a role is changed by two people', () => {
  test('the database refuses a change that nobody approved', async () => {
    await expect(
      database.db.update(people).set({ role: 'counsel' }).where(eq(people.id, dpo.personId)),
    ).rejects.toMatchObject(refusedByDatabase);
  });

  test('by two of the provider who named this person; an agreement serves once', async () => {
    const clerk = await registerInvited(services, 'clerk');
    await admitPerson(services, await admin.actor(), { personId: clerk.personId, grants: [] }, new Date());
    const other = await registerInvited(services, 'clerk');
    const { personId } = clerk;
    const set = (role: string) => sql('update people set role = $2 where id = $1', [personId, role]);
    const about = { action: 'change_role', personId, role: 'counsel' } as const;
    await approve({ ...about, personId: other.personId }, admin, dpo);
    await expect(set('counsel')).rejects.toMatchObject({ code: '23001' });
    for (const [first, second] of [
      [lead, admin],
      [admin, other],
      [admin, clerk],
      [dpo, admin],
    ] as const) {
      await approve(about, first, second);
      await expect(set('counsel')).rejects.toMatchObject({ code: '23001' });
    }
    await approve(about, admin, dpo);
    await set('counsel');
    await approve({ ...about, role: 'clerk' }, admin, dpo);
    await set('clerk');
    await expect(set('counsel')).rejects.toMatchObject({ code: '23001' });
  });

  test('the proposer cannot confirm, nor the person concerned; somebody else can', async () => {
    const clerk = await registerInvited(services, 'clerk');
    await admitPerson(services, await admin.actor(), { personId: clerk.personId, grants: [] }, new Date());
    const change = { personId: clerk.personId, role: 'counsel' as const };
    await proposeRoleChange(services, await admin.actor(), change, new Date());
    const open = await findOpenApproval(database.db, 'change_role', { personId: clerk.personId });
    const id = open?.id ?? '';
    await expect(confirmRoleChange(services, await admin.actor(), id, new Date())).rejects.toMatchObject({
      code: 'needs_second_person',
    });
    const asConcerned = { ...(await clerk.actor()), role: 'dpo' as const };
    await expect(confirmRoleChange(services, asConcerned, id, new Date())).rejects.toMatchObject({
      code: 'forbidden',
    });
    await confirmRoleChange(services, await dpo.actor(), id, new Date());
    expect((await clerk.actor()).role).toBe('counsel');
  });

  test('what somebody proposed who was suspended since is confirmed by nobody', async () => {
    const other = await registerInvited(services, 'admin');
    await admitPerson(services, await admin.actor(), { personId: other.personId, grants: [] }, new Date());
    const clerk = await registerInvited(services, 'clerk');
    await admitPerson(services, await admin.actor(), { personId: clerk.personId, grants: [] }, new Date());
    const { personId } = clerk;
    await proposeRoleChange(services, await other.actor(), { personId, role: 'dpo' }, new Date());
    const far = await registerSelf(services, 'd@lka.fern.example', { choice: 'new', name: 'LKA Ferner' });
    const { teamId } = await far.actor();
    await proposeVerification(services, await other.actor(), teamId, verification, new Date());
    const role = await findOpenApproval(database.db, 'change_role', { personId });
    const agency = await findOpenApproval(database.db, 'verify_agency', { teamId });
    await suspendPerson(services, await admin.actor(), other.personId, new Date());
    const left = expect.objectContaining({ code: 'proposer_left', status: 409 });
    await expect(confirmRoleChange(services, await dpo.actor(), role?.id ?? '', new Date())).rejects.toEqual(
      left,
    );
    const half = { approvalId: agency?.id ?? '', certified: null };
    await expect(confirmVerification(services, await dpo.actor(), half, new Date())).rejects.toEqual(left);
    // It is set aside, and somebody else proposes it.
    await setRoleChangeAside(services, await dpo.actor(), role?.id ?? '', new Date());
    await proposeRoleChange(services, await admin.actor(), { personId, role: 'dpo' }, new Date());
  });

  test('nobody proposes a role for oneself', async () => {
    const own = { personId: admin.personId, role: 'dpo' as const };
    await expect(proposeRoleChange(services, await admin.actor(), own, new Date())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('promise 11: the intake key is changed by two people', () => {
  test('the database refuses a second intake key and another pinned fingerprint', async () => {
    const { rows } = await sql(`select team_id from people where id = $1`, [admin.personId]);
    const providerId = (rows[0] as { team_id: string }).team_id;
    await expect(
      sql(`update pgp_keys set state = 'retired' where team_id = $1`, [providerId]),
    ).rejects.toThrow(/retired by two people/);
    await expect(
      sql(
        `insert into pgp_keys (id, team_id, public_key, fingerprint, state)
         values (gen_random_uuid(), $1, 'x', repeat('A', 40), 'retired')`,
        [providerId],
      ),
    ).rejects.toThrow(/changed by two people/);
    await expect(sql(`update settings set value = repeat('A', 40)`)).rejects.toThrow(/two people/);
    await expect(sql(`delete from settings`)).rejects.toThrow(/two people/);
    await expect(sql(`update pgp_keys set fingerprint = repeat('B', 40)`)).rejects.toThrow();
  });
});
