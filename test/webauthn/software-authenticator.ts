/**
 * An authenticator in software: makes real attestations and assertions (ES256, discoverable credentials, user
 * verification, PRF), so that tests run whole ceremonies against the server without a browser. What a test wants to be
 * wrong is passed as a deviation.
 */
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import type { NewPasskeyResponse, PasskeyAnswer } from '#app/passkeys/passkey-schemas.ts';

/** What differs from an honest ceremony. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  isUserVerified?: boolean;
  isUserPresent?: boolean;
  /** Stays at this value instead of counting up. */
  counter?: number;
  userHandle?: string;
  crossOrigin?: boolean;
}

interface Credential {
  id: string;
  rpId: string;
  userHandle: string;
  privateKey: KeyObject;
  prfKey: Uint8Array;
  counter: number;
}

const flags = { userPresent: 1, userVerified: 4, attestedData: 64 };

export class SoftwareAuthenticator {
  readonly origin: string;
  readonly credentials: Credential[] = [];

  constructor(origin: string) {
    this.origin = origin;
  }

  /** `navigator.credentials.create()`. The PRF secret comes apart from what is sent, as in the browser's code. */
  create(
    options: { challenge: string; rp: { id?: string }; user: { id: string } },
    deviation: Deviation = {},
  ): { response: NewPasskeyResponse; prfSecret: Uint8Array } {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const rpId = deviation.rpId ?? options.rp.id ?? '';
    const id = randomBytes(32);
    const credential: Credential = {
      id: id.toString('base64url'),
      rpId,
      userHandle: options.user.id,
      privateKey,
      prfKey: randomBytes(32),
      counter: 0,
    };
    this.credentials.push(credential);
    const attested = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, coseKey(publicKey)]);
    const authData = authenticatorData(rpId, 0, deviation, attested);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    ]);
    return {
      response: {
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: this.#clientData('webauthn.create', options.challenge, deviation),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      },
      prfSecret: evaluatePrf(credential),
    };
  }

  /** `navigator.credentials.get()` with the newest credential, or the one of `credentialId`. */
  get(
    options: { challenge: string; credentialId?: string },
    deviation: Deviation = {},
  ): { response: PasskeyAnswer; prfSecret: Uint8Array } {
    const credential = this.credentials.findLast(
      ({ id }) => options.credentialId === undefined || id === options.credentialId,
    );
    if (!credential) throw new Error('the authenticator has no such credential');
    credential.counter = deviation.counter ?? credential.counter + 1;
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, deviation);
    const authData = authenticatorData(deviation.rpId ?? credential.rpId, credential.counter, deviation);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      response: {
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', signed, credential.privateKey).toString('base64url'),
          userHandle: deviation.userHandle ?? credential.userHandle,
        },
      },
      prfSecret: evaluatePrf(credential),
    };
  }

  #clientData(type: string, challenge: string, deviation: Deviation): string {
    const { origin = this.origin, crossOrigin = false } = deviation;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin })).toString('base64url');
  }
}

function authenticatorData(rpId: string, counter: number, deviation: Deviation, attested?: Buffer): Buffer {
  const { isUserPresent = true, isUserVerified = true } = deviation;
  const flag =
    (isUserPresent ? flags.userPresent : 0) |
    (isUserVerified ? flags.userVerified : 0) |
    (attested ? flags.attestedData : 0);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flag]), count, attested ?? Buffer.alloc(0)]);
}

/** COSE_Key of ES256 (RFC 9053 §2.1): kty 2, alg −7, crv 1, x, y. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ]);
}

/** As CTAP's hmac-secret does; here the input is constant, as Amtsweg's is. */
function evaluatePrf({ prfKey }: Credential): Uint8Array {
  return createHmac('sha256', prfKey).update('amtsweg.prf.v1').digest();
}

const sha256 = (octets: Uint8Array): Buffer => createHash('sha256').update(octets).digest();

function uint16(value: number): Buffer {
  const octets = Buffer.alloc(2);
  octets.writeUInt16BE(value);
  return octets;
}

const cborText = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

function cborBytes(octets: Buffer): Buffer {
  const head =
    octets.length < 256
      ? Buffer.from([0x58, octets.length])
      : Buffer.concat([Buffer.from([0x59]), uint16(octets.length)]);
  return Buffer.concat([head, octets]);
}
