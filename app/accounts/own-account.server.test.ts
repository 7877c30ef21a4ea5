import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSignatureOptions } from '#app/passkeys/signed-action.server.ts';
import type { Assertion, SignedActionName } from '#app/passkeys/signed-action.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge } from '#app/sealing/manifest.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestServices, registerInvited, type TestPerson, type TestServices } from '#test/factories.ts';

import { newPasskeyStatement, newRecoveryStatement } from './account-statements.ts';
import { passkeyEnvelopeSchema, recoverySchema } from './key-schemas.ts';
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

/** A touch of one of the person's passkeys, as the server asked for it. */
async function sign(
  person: TestPerson,
  action: SignedActionName,
  bytes: Uint8Array,
  credentialId = person.authenticator.credentials[0]?.id ?? '',
): Promise<Assertion> {
  const challenge = toBase64Url(await actionChallenge(action, bytes));
  const actor = await person.actor();
  await createSignatureOptions(database.db, services.config, actor, { action, challenge }, new Date());
  const { id, response } = person.authenticator.get({ challenge, credentialId }).response;
  const { clientDataJSON, authenticatorData, signature } = response;
  return { credentialId: id, clientDataJSON, authenticatorData, signature };
}

async function addSecondPasskey(person: TestPerson): Promise<string> {
  const known = person.authenticator.credentials[0]?.id;
  const actor = await person.actor();
  const { options } = await prepareFurtherPasskey(services, actor, new Date());
  const { response, prfSecret } = person.authenticator.create(options);
  const envelope = await person.room.call('sealPersonKey', { kind: 'passkey_prf', secret: prfSecret });
  const locked = passkeyEnvelopeSchema.parse(envelope);
  const assertion = await sign(person, 'add_passkey', newPasskeyStatement(response, locked), known);
  const input = { passkey: response, name: 'Zweiter', envelope: locked, assertion };
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
    const envelope = passkeyEnvelopeSchema.parse({ kind, salt, sealed });
    const assertion = await sign(admin, 'add_passkey', newPasskeyStatement(response, envelope));
    const input = { passkey: response, name: 'X', envelope, assertion };
    await expect(addPasskey(services, await admin.actor(), input, new Date())).rejects.toMatchObject({
      code: 'challenge_stale',
    });
  });

  test('without a fresh touch of a passkey of before none is added: not by the new one, not by a touch for another', async () => {
    const person = await registerInvited(services, 'clerk');
    const actor = await person.actor();
    const makeInput = async () => {
      const { options } = await prepareFurtherPasskey(services, actor, new Date());
      const { response, prfSecret } = person.authenticator.create(options);
      const made = await person.room.call('sealPersonKey', { kind: 'passkey_prf', secret: prfSecret });
      return { passkey: response, name: 'Z', envelope: passkeyEnvelopeSchema.parse(made) };
    };
    const input = await makeInput();
    const statement = newPasskeyStatement(input.passkey, input.envelope);
    const byTheNewOne = await sign(person, 'add_passkey', statement, input.passkey.id);
    await expect(
      addPasskey(services, actor, { ...input, assertion: byTheNewOne }, new Date()),
    ).rejects.toMatchObject({ code: 'signature_invalid' });
    const other = await makeInput();
    const forInput = await sign(person, 'add_passkey', statement);
    await expect(
      addPasskey(services, actor, { ...other, assertion: forInput }, new Date()),
    ).rejects.toMatchObject({ code: 'signature_stale' });
  });

  test('who waits signs for the own account, and for nothing else', async () => {
    const waiting = await registerInvited(services, 'clerk');
    await expect(sign(waiting, 'decide', new Uint8Array(1))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(addSecondPasskey(waiting)).resolves.toBeDefined();
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
  const recovery = recoverySchema.parse({ envelope: made.envelope, proof: made.proof });
  const change = async (assertion: Assertion) =>
    changeSettings(services, await admin.actor(), { intent: 'recovery', recovery, assertion }, new Date());
  const stale = await sign(admin, 'add_passkey', newRecoveryStatement(recovery));
  await expect(change(stale), 'a touch for something else').rejects.toMatchObject({
    code: 'signature_stale',
  });
  await change(await sign(admin, 'new_recovery_code', newRecoveryStatement(recovery)));
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
