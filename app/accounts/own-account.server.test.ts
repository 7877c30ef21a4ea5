import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestServices, registerInvited, type TestPerson, type TestServices } from '#test/factories.ts';

import { raiseKeyAlarm } from './key-alarms.server.ts';
import { changeSettings } from './own-account.server.ts';
import { addPasskey, prepareFurtherPasskey, revokePasskey } from './own-passkeys.server.ts';
import { prepareRecovery } from './recovery.server.ts';
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

async function addSecondPasskey(person: TestPerson): Promise<string> {
  const actor = await person.actor();
  const { options } = await prepareFurtherPasskey(services, actor, new Date());
  const { response, prfSecret } = person.authenticator.create(options);
  const envelope = await person.room.call('sealPersonKey', { kind: 'passkey_prf', secret: prfSecret });
  const input = { passkey: response, name: 'Zweiter', envelope } as Parameters<typeof addPasskey>[2];
  await addPasskey(services, actor, input, new Date());
  return response.id;
}

describe('passkeys', () => {
  test('the last one is protected, also by the database', async () => {
    const only = admin.authenticator.credentials[0]?.id ?? '';
    await expect(revokePasskey(database.db, await admin.actor(), only, new Date())).rejects.toMatchObject({
      code: 'last_passkey',
    });
    await expect(database.pool.query('update passkeys set revoked_at = now()')).rejects.toThrow(
      /last passkey/,
    );
  });

  test('a second one has an envelope of its own, which goes with it', async () => {
    const second = await addSecondPasskey(admin);
    const before = await findUnlockMaterial(database.db, services.config, admin.personId);
    expect(before.envelopes.map(({ passkeyId }) => passkeyId)).toContain(second);
    await revokePasskey(database.db, await admin.actor(), second, new Date());
    const after = await findUnlockMaterial(database.db, services.config, admin.personId);
    expect(after.envelopes.map(({ passkeyId }) => passkeyId)).not.toContain(second);
    expect(after.passkeys.map(({ id }) => id)).not.toContain(second);
  });

  test("an answer to somebody else's options adds nothing", async () => {
    const other = await registerInvited(services, 'clerk');
    const { options } = await prepareFurtherPasskey(services, await other.actor(), new Date());
    const { response } = admin.authenticator.create(options);
    const material = await findUnlockMaterial(database.db, services.config, admin.personId);
    const { kind, salt, sealed } = material.envelopes[0]!;
    const input = { passkey: response, name: 'X', envelope: { kind, salt, sealed } } as Parameters<
      typeof addPasskey
    >[2];
    await expect(addPasskey(services, await admin.actor(), input, new Date())).rejects.toMatchObject({
      code: 'challenge_stale',
    });
  });

  test('of two revocations at once one leaves the last passkey', async () => {
    const person = await registerInvited(services, 'clerk');
    const ids = [person.authenticator.credentials[0]?.id ?? '', await addSecondPasskey(person)];
    const actor = await person.actor();
    const results = await Promise.allSettled(
      ids.map((id) => revokePasskey(database.db, actor, id, new Date())),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('a new recovery code makes the old one void', async () => {
  const made = await admin.room.call('createRecoveryCode', undefined);
  const recovery = { envelope: made.envelope, proof: made.proof } as Parameters<
    typeof changeSettings
  >[2] extends infer C
    ? C extends { intent: 'recovery'; recovery: infer R }
      ? R
      : never
    : never;
  await changeSettings(database.db, await admin.actor(), { intent: 'recovery', recovery });
  await expect(prepareRecovery(services, admin.recovery.proof, new Date())).rejects.toMatchObject({
    code: 'recovery_refused',
  });
  await expect(prepareRecovery(services, made.proof, new Date())).resolves.toBeDefined();
});

test('a key alarm is an event and a mail to the administrators, and no flood', async () => {
  const alarm = { expected: 'A'.repeat(40), seen: 'B'.repeat(40) };
  for (let time = 0; time < 3; time++) await raiseKeyAlarm(services, await admin.actor(), alarm, new Date());
  const { rows } = await database.pool.query(`select payload from events where type = 'key_alarm'`);
  expect(rows).toEqual([{ payload: alarm }]);
  const mails = services.mails.filter(({ template }) => template === 'key_alarm');
  expect(mails.map(({ to }) => to)).toEqual([admin.email]);
});
