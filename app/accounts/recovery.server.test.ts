import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { passkeys, people, personKeyEnvelopes } from '#db/schema.ts';
import { openRoom } from '#test/crypto-room.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestServices, registerInvited, type TestPerson, type TestServices } from '#test/factories.ts';
import { SoftwareAuthenticator } from '#test/webauthn/software-authenticator.ts';

import { admitPerson, declinePerson, reinstatePerson } from './admission.server.ts';
import { proposeNewAccess } from './new-access.server.ts';
import { completeRecovery, prepareRecovery, type CompletedRecovery } from './recovery.server.ts';
import { findActor } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';
import { createSignInOptions } from '#app/passkeys/sign-in-passkeys.server.ts';
import { listStaff } from './team-people.server.ts';
import { findUnlockMaterial } from './unlock-material.server.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
});
afterAll(() => database.close());

async function createClerk(): Promise<TestPerson> {
  const clerk = await registerInvited(services, 'clerk');
  await admitPerson(services, await admin.actor(), { personId: clerk.personId, grants: [] }, new Date());
  return clerk;
}

const statusOf = async (personId: string) => {
  const [row] = await database.db
    .select({ status: people.status })
    .from(people)
    .where(eq(people.id, personId));
  return row?.status;
};

/** What the browser of somebody who knows the code does. */
async function recover(code: string, proof: string) {
  const { options, personPublicKey, envelope } = await prepareRecovery(services, proof, new Date());
  const { room } = openRoom();
  await room.call('unlock', { personPublicKey, envelope, secret: code, teamKeys: [], settings: null });
  const authenticator = new SoftwareAuthenticator(services.config.origin);
  const { response, prfSecret } = authenticator.create(options);
  const made = await room.call('createRecoveryCode', undefined);
  const input = {
    proof,
    passkey: response,
    passkeyName: 'Neu',
    envelope: await room.call('sealPersonKey', { kind: 'passkey_prf', secret: prfSecret }),
    recovery: { envelope: made.envelope, proof: made.proof },
  } as CompletedRecovery;
  const { token } = await completeRecovery(services, input, 'test', new Date());
  return { token, authenticator, recovery: made, input };
}

const refusedByDatabase = { cause: expect.objectContaining({ code: '23001' }) };
const refused = expect.objectContaining({ code: 'recovery_refused', status: 401 });

describe('recovery', () => {
  test('replaces passkeys and code, ends sessions, tells both teams, and waits for a second person', async () => {
    const clerk = await createClerk();
    const { token, authenticator, recovery } = await recover(clerk.recovery.code, clerk.recovery.proof);

    expect(await findActor(database.db, clerk.token, new Date())).toBeNull();
    expect(await findActor(database.db, token, new Date())).toMatchObject({ status: 'waiting' });
    const told = services.mails
      .filter(({ template }) => template === 'account_recovered')
      .map(({ to }) => to);
    expect(told).toEqual(expect.arrayContaining([clerk.email, admin.email]));

    const { challenge } = await createSignInOptions(database.db, services.config, new Date());
    const old = clerk.authenticator.get({ challenge }).response;
    await expect(signIn(services, old, 'test', new Date())).rejects.toMatchObject({
      code: 'sign_in_refused',
    });
    await expect(prepareRecovery(services, clerk.recovery.proof, new Date())).rejects.toEqual(refused);
    await expect(prepareRecovery(services, recovery.proof, new Date())).resolves.toBeDefined();

    const next = await createSignInOptions(database.db, services.config, new Date());
    const signedIn = await signIn(services, authenticator.get(next).response, 'test', new Date());
    expect(signedIn.home).toBe('/waiting');
    expect(signedIn.material.teamKeys).toEqual([]);
  });

  test('promise 11: only a second person lets the person in again, enforced by the database', async () => {
    const clerk = await createClerk();
    const { token } = await recover(clerk.recovery.code, clerk.recovery.proof);
    await expect(
      database.db.update(people).set({ status: 'active' }).where(eq(people.id, clerk.personId)),
    ).rejects.toMatchObject(refusedByDatabase);
    const own = await findActor(database.db, token, new Date());
    const input = { personId: clerk.personId, grants: [] };
    if (!own) throw new Error('no session');
    const asAdmin = { ...own, status: 'active' as const, role: 'admin' as const };
    await expect(admitPerson(services, asAdmin, input, new Date())).rejects.toMatchObject({
      code: 'forbidden',
    });
    await admitPerson(services, await admin.actor(), input, new Date());
    expect(await findActor(database.db, token, new Date())).toMatchObject({ status: 'active' });
  });

  test('a second person who does not know of it suspends the account', async () => {
    const clerk = await createClerk();
    const { token, recovery } = await recover(clerk.recovery.code, clerk.recovery.proof);
    await declinePerson(services, await admin.actor(), clerk.personId, new Date());
    expect(await findActor(database.db, token, new Date())).toBeNull();
    await expect(prepareRecovery(services, recovery.proof, new Date())).rejects.toEqual(refused);
    // It may have been the right person after all.
    const told = services.mails.filter(({ template }) => template === 'return_declined').map(({ to }) => to);
    expect(told).toEqual(expect.arrayContaining([clerk.email, admin.email]));
  });

  test('a recovery that was turned away stays over, also when the suspension ends', async () => {
    const clerk = await createClerk();
    const { authenticator, recovery } = await recover(clerk.recovery.code, clerk.recovery.proof);
    await declinePerson(services, await admin.actor(), clerk.personId, new Date());
    await reinstatePerson(services, await admin.actor(), clerk.personId, new Date());
    expect(services.mails.findLast(({ to }) => to === clerk.email)).toMatchObject({
      template: 'waiting_again',
      values: { access: 'ended' },
    });
    const [row] = (await listStaff(database.db, await admin.actor())).filter(
      ({ id }) => id === clerk.personId,
    );
    expect(row).toMatchObject({ status: 'waiting', returning: 'access_ended' });
    const admit = async () =>
      admitPerson(services, await admin.actor(), { personId: clerk.personId, grants: [] }, new Date());
    await expect(admit()).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await expect(
      database.db.update(people).set({ status: 'active' }).where(eq(people.id, clerk.personId)),
    ).rejects.toMatchObject(refusedByDatabase);
    const options = await createSignInOptions(database.db, services.config, new Date());
    await expect(
      signIn(services, authenticator.get(options).response, 'test', new Date()),
    ).rejects.toMatchObject({ code: 'sign_in_refused' });
    await expect(prepareRecovery(services, recovery.proof, new Date())).rejects.toEqual(refused);
    const left = await database.db
      .select({ id: personKeyEnvelopes.id })
      .from(personKeyEnvelopes)
      .where(eq(personKeyEnvelopes.personId, clerk.personId));
    expect(left).toEqual([]);
    // Only two others help, and they can.
    await expect(
      database.db.insert(passkeys).values({
        id: 'another',
        personId: clerk.personId,
        publicKey: new Uint8Array(1),
        name: 'x',
        hasPrf: false,
      }),
    ).rejects.toMatchObject(refusedByDatabase);
    await expect(
      database.db.update(passkeys).set({ revokedAt: null }).where(eq(passkeys.personId, clerk.personId)),
    ).rejects.toMatchObject(refusedByDatabase);
    await proposeNewAccess(services, await admin.actor(), clerk.personId, new Date());
  });

  test('promise 12: an unknown code and the code of a suspended person answer alike', async () => {
    const clerk = await createClerk();
    await database.db.update(people).set({ status: 'suspended' }).where(eq(people.id, clerk.personId));
    const unknown = Buffer.alloc(32, 9).toString('base64url');
    for (const proof of [unknown, clerk.recovery.proof])
      await expect(prepareRecovery(services, proof, new Date())).rejects.toEqual(refused);
  });

  test('promise 12: no mailbox is enough, the proof of the code is demanded', async () => {
    const clerk = await createClerk();
    const { options } = await prepareRecovery(services, clerk.recovery.proof, new Date());
    const { response } = new SoftwareAuthenticator(services.config.origin).create(options);
    const material = await findUnlockMaterial(database.db, services.config, clerk.personId);
    const forged = {
      proof: Buffer.alloc(32, 9).toString('base64url'),
      passkey: response,
      passkeyName: 'Neu',
      envelope: material.envelopes[0],
      recovery: { envelope: material.envelopes[0], proof: clerk.recovery.proof },
    } as unknown as CompletedRecovery;
    await expect(completeRecovery(services, forged, 'test', new Date())).rejects.toEqual(refused);
    expect((await clerk.actor()).status).toBe('active');
  });

  test('a code works once, also when used twice at the same time', async () => {
    const clerk = await createClerk();
    const { code, proof } = clerk.recovery;
    const results = await Promise.allSettled([recover(code, proof), recover(code, proof)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('the envelopes for unlocking never hold that of the recovery code', async () => {
    const { envelopes } = await findUnlockMaterial(database.db, services.config, admin.personId);
    expect(envelopes.map(({ kind }) => kind)).toEqual(['passkey_prf']);
  });

  test('the last holder of the intake key is not turned away: nothing would be readable any more', async () => {
    const other = await registerInvited(services, 'admin');
    await admitPerson(services, await admin.actor(), { personId: other.personId, grants: [] }, new Date());
    await recover(admin.recovery.code, admin.recovery.proof);
    await expect(
      declinePerson(services, await other.actor(), admin.personId, new Date()),
    ).rejects.toMatchObject({ code: 'last_key_holder', status: 409 });
    expect(await statusOf(admin.personId)).toBe('waiting');
  });
});
