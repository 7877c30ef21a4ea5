import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/server';

import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';

import {
  challengeLifetime,
  consumeChallenge,
  createChallenge,
  type ChallengePurpose,
} from './challenges.server.ts';
import { challengeOf } from './client-data.ts';
import type { NewPasskeyResponse } from './passkey-schemas.ts';

/** ES256, EdDSA, RS256: those that `app/sealing/cose-key.ts` verifies, so that receipts can be checked offline. */
const algorithms = [-7, -8, -257];

interface PasskeyOwner {
  /** Opaque WebAuthn user handle, 32 octets as base64url; holds no personal data (WebAuthn §14.6.1). */
  userHandle: string;
  email: string;
  name: string;
}

/** Options for a discoverable passkey with user verification. The browser adds the PRF input. */
export async function createPasskeyOptions(
  db: Database | Transaction,
  config: Pick<Config, 'rpId' | 'providerName'>,
  input: {
    purpose: ChallengePurpose;
    owner: PasskeyOwner;
    existing: { id: string; transports: string[] }[];
    personId?: string;
    subject?: Record<string, unknown>;
  },
  now: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { purpose, owner, existing, ...bound } = input;
  const challenge = await createChallenge(db, purpose, bound, now);
  return generateRegistrationOptions({
    rpName: `Amtsweg ${config.providerName}`,
    rpID: config.rpId,
    userID: fromBase64Url(owner.userHandle),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge: fromBase64Url(challenge),
    timeout: challengeLifetime,
    attestationType: 'none',
    excludeCredentials: existing,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
}

/** A passkey that passed all checks; the columns of `passkeys` that come from the authenticator. */
export interface VerifiedPasskey {
  id: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  backedUp: boolean;
}

/**
 * Checks a new passkey and uses up its challenge: right purpose, our origin and RP id, user verified (promise 9).
 * @returns the passkey, and what its challenge was bound to
 * @throws DomainError `challenge_stale` (409), `passkey_refused` (400)
 */
export async function verifyNewPasskey(
  tx: Database | Transaction,
  config: Pick<Config, 'origin' | 'rpId'>,
  purpose: ChallengePurpose,
  response: NewPasskeyResponse,
  now: Date,
): Promise<{ passkey: VerifiedPasskey; personId: string | null; subject: Record<string, unknown> }> {
  const challenge = challengeOf(response.response.clientDataJSON);
  const consumed = challenge === null ? null : await consumeChallenge(tx, challenge, purpose, now);
  if (!consumed) throw new DomainError('challenge_stale', {}, 409);
  const { response: attestation, ...credential } = response;
  const result = await verifyRegistrationResponse({
    response: { ...credential, response: attestation },
    expectedChallenge: consumed.challenge,
    expectedOrigin: config.origin,
    expectedRPID: config.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (result?.verified !== true) throw new DomainError('passkey_refused');
  const { credential: made, credentialBackedUp } = result.registrationInfo;
  return {
    passkey: {
      id: made.id,
      publicKey: made.publicKey,
      counter: made.counter,
      transports: attestation.transports ?? [],
      backedUp: credentialBackedUp,
    },
    personId: consumed.personId,
    subject: consumed.subject,
  };
}
