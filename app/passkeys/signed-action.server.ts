import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';

import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge } from '#app/sealing/manifest.ts';
import { challenges, passkeys } from '#db/schema.ts';

import { challengeLifetime, consumeChallenge } from './challenges.server.ts';
import {
  ownAccountActions,
  type Assertion,
  type SignatureOptions,
  type SignedActionName,
  type SignedProof,
} from './signed-action.ts';

type Site = Pick<Config, 'origin' | 'rpId'>;

/** Two people may sign the same octets at the same time (two signatures under a decision): each has a row of one's own. */
const rowKey = (action: SignedActionName, personId: string, challenge: string) =>
  `sign:${action}:${personId}:${challenge}`;

/**
 * Notes that this person is about to sign what hashes to `challenge`. The note is what makes the later assertion fresh:
 * it is used up by `verifySignedAction` and void after five minutes.
 * @throws DomainError `forbidden` (403) for a person who is not let in and signs more than the own account
 */
export async function createSignatureOptions(
  db: Database,
  config: Site,
  actor: Actor,
  { action, challenge }: { action: SignedActionName; challenge: string },
  now: Date,
): Promise<SignatureOptions> {
  if (!ownAccountActions.includes(action)) requirePermission(actor, 'use_account');
  const expiresAt = new Date(now.getTime() + challengeLifetime);
  await db
    .insert(challenges)
    .values({
      challenge: rowKey(action, actor.personId, challenge),
      purpose: `sign_${action}`,
      personId: actor.personId,
      expiresAt,
    })
    .onConflictDoUpdate({ target: challenges.challenge, set: { expiresAt } });
  const credentials = await db
    .select({ id: passkeys.id, transports: passkeys.transports })
    .from(passkeys)
    .where(and(eq(passkeys.personId, actor.personId), isNull(passkeys.revokedAt)));
  return { rpId: config.rpId, credentials };
}

/**
 * Checks that `assertion` is the acting person's fresh signature under `bytes` for `action`: own unrevoked passkey, user
 * verification, our origin and RP id, asked for less than five minutes ago, not used before. Call it in the transaction
 * of the action, so that the signature is used up exactly if the action happens.
 * @throws DomainError `signature_stale` (409) when it was not asked for, is too old or was used; `signature_invalid` (400)
 */
export async function verifySignedAction(
  tx: Database | Transaction,
  config: Site,
  actor: Actor,
  action: SignedActionName,
  bytes: Uint8Array,
  assertion: Assertion,
  now: Date,
): Promise<SignedProof> {
  const challenge = toBase64Url(await actionChallenge(action, bytes));
  const consumed = await consumeChallenge(
    tx,
    rowKey(action, actor.personId, challenge),
    `sign_${action}`,
    now,
  );
  if (!consumed) throw new DomainError('signature_stale', {}, 409);
  const [passkey] = await tx
    .select({ id: passkeys.id, publicKey: passkeys.publicKey, counter: passkeys.counter })
    .from(passkeys)
    .where(
      and(
        eq(passkeys.id, assertion.credentialId),
        eq(passkeys.personId, actor.personId),
        isNull(passkeys.revokedAt),
      ),
    );
  if (!passkey) throw new DomainError('signature_invalid');
  const counter = await verifyAssertion(config, passkey, challenge, assertion);
  await tx.update(passkeys).set({ counter, lastUsedAt: now }).where(eq(passkeys.id, passkey.id));
  return {
    passkeyId: passkey.id,
    assertion,
    passkey: {
      publicKey: toBase64Url(passkey.publicKey),
      rpId: config.rpId,
      origin: config.origin,
    },
  };
}

/** @returns the authenticator's new counter */
async function verifyAssertion(
  config: Site,
  passkey: { id: string; publicKey: Uint8Array; counter: number },
  challenge: string,
  assertion: Assertion,
): Promise<number> {
  const { credentialId, ...response } = assertion;
  const result = await verifyAuthenticationResponse({
    response: {
      id: credentialId,
      rawId: credentialId,
      type: 'public-key',
      response,
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: config.origin,
    expectedRPID: config.rpId,
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => null);
  if (result?.verified !== true) throw new DomainError('signature_invalid');
  return result.authenticationInfo.newCounter;
}
