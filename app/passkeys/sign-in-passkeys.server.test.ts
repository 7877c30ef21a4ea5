import { beforeAll, afterAll, describe, expect, test } from 'vitest';

import { signIn } from '#app/accounts/sign-in.server.ts';
import { findActor } from '#app/accounts/sessions.server.ts';
import { minutes } from '#app/durations.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestServices, registerInvited, type TestPerson, type TestServices } from '#test/factories.ts';
import type { Deviation } from '#test/webauthn/software-authenticator.ts';

import { createChallenge } from './challenges.server.ts';
import { passkeyAnswerSchema, type PasskeyAnswer } from './passkey-schemas.ts';
import { createSignInOptions } from './sign-in-passkeys.server.ts';

let database: TestDatabase;
let services: TestServices;
let admin: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  admin = await registerInvited(services, 'admin');
});
afterAll(() => database.close());

const now = () => new Date();

async function answerSignIn(deviation: Deviation = {}, askedAt = now()): Promise<PasskeyAnswer> {
  const { challenge } = await createSignInOptions(database.db, services.config, askedAt);
  return admin.authenticator.get({ challenge }, deviation).response;
}
const signInWith = (answer: PasskeyAnswer, at = now()) => signIn(services, answer, 'test', at);
const refused = expect.objectContaining({ code: 'sign_in_refused', status: 401 });
const stale = expect.objectContaining({ code: 'challenge_stale', status: 409 });

describe('promise 9: passkeys only', () => {
  test('an honest answer starts a session and hands out what unlocks', async () => {
    const { token, home, material } = await signInWith(await answerSignIn());
    expect((await findActor(database.db, token, now()))?.personId).toBe(admin.personId);
    expect(home).toBe('/desk/agencies');
    expect(material.envelopes.map(({ kind }) => kind)).toEqual(['passkey_prf']);
    expect(material.teamKeys.map(({ fingerprint }) => fingerprint)).toEqual([admin.teamFingerprint]);
  });

  test.each<[string, Deviation]>([
    ['another origin', { origin: 'https://requests.example.org.evil.example' }],
    ['our origin without TLS', { origin: 'http://requests.example.org' }],
    ['another RP id', { rpId: 'evil.example' }],
    ['no user verification', { isUserVerified: false }],
    ['no user presence', { isUserPresent: false }],
    ['another user handle', { userHandle: 'AAAA' }],
  ])('%s is refused', async (_, deviation) => {
    await expect(signInWith(await answerSignIn(deviation))).rejects.toEqual(refused);
  });

  test('a replay is refused', async () => {
    const answer = await answerSignIn();
    await signInWith(answer);
    await expect(signInWith(answer)).rejects.toEqual(stale);
  });

  test('of two concurrent answers to one challenge one counts', async () => {
    const answer = await answerSignIn();
    const results = await Promise.allSettled([signInWith(answer), signInWith(answer)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a refused answer uses its challenge up as well', async () => {
    const { challenge } = await createSignInOptions(database.db, services.config, now());
    const wrong = admin.authenticator.get({ challenge }, { isUserVerified: false }).response;
    await expect(signInWith(wrong)).rejects.toEqual(refused);
    await expect(signInWith(admin.authenticator.get({ challenge }).response)).rejects.toEqual(stale);
  });

  test('a challenge is good for less than five minutes', async () => {
    const askedAt = now();
    const late = await answerSignIn({}, askedAt);
    const lateAt = new Date(askedAt.getTime() + minutes(5));
    await expect(signInWith(late, lateAt)).rejects.toEqual(stale);
    const inTime = await answerSignIn({}, askedAt);
    await expect(signInWith(inTime, new Date(askedAt.getTime() + minutes(5) - 1))).resolves.toBeDefined();
  });

  test.each(['register', 'add_passkey', 'recover'] as const)(
    'a challenge made to %s is no challenge to sign in',
    async (purpose) => {
      const challenge = await createChallenge(database.db, purpose, { personId: admin.personId }, now());
      await expect(signInWith(admin.authenticator.get({ challenge }).response)).rejects.toEqual(stale);
    },
  );

  test('promise 12: of a challenge that is over the answer tells nothing, whoever it names', async () => {
    const challenge = Buffer.alloc(32, 8).toString('base64url');
    const known = admin.authenticator.get({ challenge }).response;
    const unknown = { ...known, id: 'unknown', rawId: 'unknown' };
    const answers = await Promise.allSettled([known, unknown].map((answer) => signInWith(answer)));
    expect(answers).toEqual([
      { status: 'rejected', reason: stale },
      { status: 'rejected', reason: stale },
    ]);
  });

  test('a challenge that the server did not make is refused', async () => {
    const challenge = Buffer.alloc(32, 7).toString('base64url');
    await expect(signInWith(admin.authenticator.get({ challenge }).response)).rejects.toEqual(stale);
  });

  test('a counter that does not count up is refused: the passkey was copied', async () => {
    await signInWith(await answerSignIn({ counter: 50 }));
    await expect(signInWith(await answerSignIn({ counter: 50 }))).rejects.toEqual(refused);
    await expect(signInWith(await answerSignIn({ counter: 49 }))).rejects.toEqual(refused);
    await expect(signInWith(await answerSignIn({ counter: 51 }))).resolves.toBeDefined();
  });

  test('an answer that carries a PRF result is refused before anything else', () => {
    const { response } = admin.authenticator.get({ challenge: 'AAAA' });
    const leaking = { ...response, clientExtensionResults: { prf: { results: { first: 'secret' } } } };
    expect(passkeyAnswerSchema.safeParse(response).success).toBe(true);
    expect(passkeyAnswerSchema.safeParse(leaking).success).toBe(false);
  });
});
