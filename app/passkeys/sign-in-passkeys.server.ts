import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';

import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { passkeys, people } from '#db/schema.ts';

import { consumeChallenge, createChallenge } from './challenges.server.ts';
import { challengeOf } from './client-data.ts';
import type { PasskeyAnswer } from './passkey-schemas.ts';

/** Anybody may ask; no name is given, the person chooses a discoverable passkey. */
export async function createSignInOptions(
  db: Database,
  config: Pick<Config, 'rpId'>,
  now: Date,
): Promise<{ rpId: string; challenge: string }> {
  return { rpId: config.rpId, challenge: await createChallenge(db, 'sign_in', {}, now) };
}

/** One answer for everything that is wrong with a passkey, so that nobody learns which passkeys or people exist (promise 12). */
const refused = () => new DomainError('sign_in_refused', {}, 401);

/**
 * Checks the answer to a sign-in challenge (WebAuthn §7.2): single use, younger than five minutes, our origin and RP id,
 * user verified, the account's own user handle, a counter that counts up.
 * @throws DomainError `sign_in_refused` (401); `challenge_stale` (409) before anything was looked up: it tells nothing of accounts
 */
export async function verifySignInPasskey(
  tx: Database | Transaction,
  config: Pick<Config, 'origin' | 'rpId'>,
  answer: PasskeyAnswer,
  now: Date,
): Promise<{ personId: string; passkeyId: string }> {
  const challenge = challengeOf(answer.response.clientDataJSON);
  const consumed = challenge === null ? null : await consumeChallenge(tx, challenge, 'sign_in', now);
  if (!consumed) throw new DomainError('challenge_stale', {}, 409);
  const [passkey] = await tx
    .select({
      id: passkeys.id,
      publicKey: passkeys.publicKey,
      counter: passkeys.counter,
      personId: passkeys.personId,
      userHandle: people.userHandle,
    })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(and(eq(passkeys.id, answer.id), isNull(passkeys.revokedAt)));
  if (passkey?.userHandle !== answer.response.userHandle || !passkey) throw refused();
  const result = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: consumed.challenge,
    expectedOrigin: config.origin,
    expectedRPID: config.rpId,
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => null);
  if (result?.verified !== true) throw refused();
  const { newCounter, credentialBackedUp } = result.authenticationInfo;
  await tx
    .update(passkeys)
    .set({ counter: newCounter, backedUp: credentialBackedUp, lastUsedAt: now })
    .where(eq(passkeys.id, passkey.id));
  return { personId: passkey.personId, passkeyId: passkey.id };
}
