import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import type { Assertion, SignedActionName } from '#app/passkeys/signed-action.ts';
import { fromBase64Url, toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge } from '#app/sealing/manifest.ts';

/** A passkey in memory: ES256, always with user verification (WebAuthn Level 3 §6.1, §6.5.1.1). */
export interface SoftwarePasskey {
  /** base64url */
  id: string;
  /** COSE_Key (RFC 9053 §7.1.1). */
  publicKey: Uint8Array;
  sign(
    action: SignedActionName,
    octets: Uint8Array,
    site: { origin: string; rpId: string },
  ): Promise<Assertion>;
}

export function createSoftwarePasskey(): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16).toString('base64url');
  return {
    id,
    publicKey: toCose(publicKey),
    async sign(action, octets, site) {
      const clientDataJson = JSON.stringify({
        type: 'webauthn.get',
        challenge: toBase64Url(await actionChallenge(action, octets)),
        origin: site.origin,
        crossOrigin: false,
      });
      const hash = (text: string) => createHash('sha256').update(text).digest();
      // RP id's hash, flags UP and UV, counter 0 as synced passkeys have it.
      const authenticatorData = Buffer.concat([hash(site.rpId), Buffer.from([0x05, 0, 0, 0, 0])]);
      const signed = Buffer.concat([authenticatorData, hash(clientDataJson)]);
      return {
        credentialId: id,
        clientDataJSON: Buffer.from(clientDataJson).toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      };
    },
  };
}

function toCose(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    fromBase64Url(x),
    Buffer.from('225820', 'hex'),
    fromBase64Url(y),
  ]);
}
