import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { admitPerson } from '#app/accounts/admission.server.ts';
import { minutes } from '#app/durations.ts';
import { fromBase64Url, toBase64Url } from '#app/sealing/base64url.ts';
import { readPasskey } from '#app/sealing/cose-key.ts';
import { actionChallenge } from '#app/sealing/manifest.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestServices, registerInvited, type TestPerson, type TestServices } from '#test/factories.ts';
import type { Deviation } from '#test/webauthn/software-authenticator.ts';

import { createSignatureOptions, verifySignedAction } from './signed-action.server.ts';
import type { Assertion, SignedActionName } from './signed-action.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
  other = await registerInvited(services, 'dpo');
  await admitPerson(services, await admin.actor(), { personId: other.personId, grants: [] }, new Date());
});
afterAll(() => database.close());

const bytes = new TextEncoder().encode('{"revision":1}');

async function askToSign(action: SignedActionName, octets: Uint8Array, at: Date, person = admin) {
  const challenge = toBase64Url(await actionChallenge(action, octets));
  await createSignatureOptions(database.db, services.config, await person.actor(), { action, challenge }, at);
  return challenge;
}

function touch(challenge: string, deviation: Deviation = {}, person = admin): Assertion {
  const { id, response } = person.authenticator.get({ challenge }, deviation).response;
  const { clientDataJSON, authenticatorData, signature } = response;
  return { credentialId: id, clientDataJSON, authenticatorData, signature };
}

async function verify(
  assertion: Assertion,
  octets = bytes,
  action: SignedActionName = 'submit',
  at = new Date(),
) {
  return verifySignedAction(database.db, services.config, await admin.actor(), action, octets, assertion, at);
}

const stale = expect.objectContaining({ code: 'signature_stale' });
const invalid = expect.objectContaining({ code: 'signature_invalid' });

describe('promise 13: submitting and deciding are signed', () => {
  test('a fresh signature is accepted, and what is stored can be checked offline', async () => {
    const assertion = touch(await askToSign('submit', bytes, new Date()));
    const proof = await verify(assertion);
    expect(proof.passkey.origin).toBe(services.config.origin);

    // Nothing but the stored proof and the signed octets from here on.
    const clientData = fromBase64Url(proof.assertion.clientDataJSON);
    const { challenge } = JSON.parse(new TextDecoder().decode(clientData)) as { challenge: string };
    expect(challenge).toBe(toBase64Url(await actionChallenge('submit', bytes)));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', clientData));
    const signed = new Uint8Array([...fromBase64Url(proof.assertion.authenticatorData), ...hash]);
    const passkey = await readPasskey(fromBase64Url(proof.passkey.publicKey));
    expect(await passkey.verify(fromBase64Url(proof.assertion.signature), signed)).toBe(true);
  });

  test('a signature counts once', async () => {
    const assertion = touch(await askToSign('submit', bytes, new Date()));
    await verify(assertion);
    await expect(verify(assertion)).rejects.toEqual(stale);
  });

  test('other octets and another action are not what was signed', async () => {
    const assertion = touch(await askToSign('submit', bytes, new Date()));
    await expect(verify(assertion, new TextEncoder().encode('{"revision":2}'))).rejects.toEqual(stale);
    await expect(verify(assertion, bytes, 'decide')).rejects.toEqual(stale);
    await expect(verify(assertion)).resolves.toBeDefined();
  });

  test('an assertion over something else is refused although the signing was announced', async () => {
    await askToSign('submit', bytes, new Date());
    const elsewhere = touch(toBase64Url(await actionChallenge('decide', bytes)));
    await expect(verify(elsewhere)).rejects.toEqual(invalid);
  });

  test('a signature that was not announced, or more than five minutes ago, is refused', async () => {
    const challenge = toBase64Url(await actionChallenge('submit', bytes));
    await expect(verify(touch(challenge))).rejects.toEqual(stale);
    await askToSign('submit', bytes, new Date(Date.now() - minutes(5)));
    await expect(verify(touch(challenge))).rejects.toEqual(stale);
  });

  test.each<[string, Deviation]>([
    ['without user verification', { isUserVerified: false }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['for another RP id', { rpId: 'evil.example' }],
  ])('a signature %s is refused', async (_, deviation) => {
    const challenge = await askToSign('submit', bytes, new Date());
    await expect(verify(touch(challenge, deviation))).rejects.toEqual(invalid);
  });

  test("somebody else's passkey does not sign for this person", async () => {
    const challenge = await askToSign('submit', bytes, new Date());
    await expect(verify(touch(challenge, {}, other))).rejects.toEqual(invalid);
  });

  test('two people may sign the same octets at the same time', async () => {
    const challenge = await askToSign('decide', bytes, new Date());
    await askToSign('decide', bytes, new Date(), other);
    await expect(verify(touch(challenge), bytes, 'decide')).resolves.toBeDefined();
    const theirs = await verifySignedAction(
      database.db,
      services.config,
      { ...(await admin.actor()), personId: other.personId },
      'decide',
      bytes,
      touch(challenge, {}, other),
      new Date(),
    );
    expect(theirs.passkeyId).toBe(other.authenticator.credentials[0]?.id);
  });
});
