import { toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge } from '#app/sealing/manifest.ts';

import { askPasskey } from './ceremonies.client.ts';
import { postJson } from './post-json.client.ts';
import type { Assertion, SignatureOptions, SignedActionName } from './signed-action.ts';

/**
 * Asks for a passkey touch that signs `bytes` for `action`; the result goes to the server together with `bytes`.
 * @throws PasskeyError when the person cancels or the passkey fails; RequestError when the server does not answer well
 */
export async function signAction(action: SignedActionName, bytes: Uint8Array): Promise<Assertion> {
  const challenge = await actionChallenge(action, bytes);
  const options = await postJson<SignatureOptions>('/account/signature', {
    action,
    challenge: toBase64Url(challenge),
  });
  const { response } = await askPasskey({
    rpId: options.rpId,
    challenge,
    credentials: options.credentials,
    wantsPrf: false,
  });
  return {
    credentialId: response.id,
    clientDataJSON: response.response.clientDataJSON,
    authenticatorData: response.response.authenticatorData,
    signature: response.response.signature,
  };
}
