import { browserSupportsWebAuthnAutofill } from '@simplewebauthn/browser';

import { askPasskey, cancelCeremony, type AskedPasskey } from '#app/passkeys/ceremonies.client.ts';
import { PasskeyError } from '#app/passkeys/passkey-error.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';

import { unlockAfterTouch } from './unlocked-room.client.ts';
import type { UnlockMaterial } from './unlock-material.ts';

/** Signs in and unlocks in the same touch. @returns where to go. @throws PasskeyError, RequestError */
export const signInByTouch = async (): Promise<string> =>
  finishSignIn(await askPasskey(await fetchQuestion()));

/** The same question in the autofill list of an input; it ends with the signal. @throws PasskeyError, RequestError */
export async function askInAutofill(signal: AbortSignal): Promise<AskedPasskey> {
  if (!(await browserSupportsWebAuthnAutofill())) throw new PasskeyError('passkey_not_supported');
  const question = await fetchQuestion();
  // By now another ceremony may be on its way, which this one must not end.
  if (signal.aborted) throw new PasskeyError('passkey_busy');
  signal.addEventListener('abort', cancelCeremony, { once: true });
  return askPasskey({ ...question, inAutofill: true }).finally(() =>
    signal.removeEventListener('abort', cancelCeremony),
  );
}

/** With a fresh challenge: any passkey of this site may answer. */
async function fetchQuestion() {
  const { rpId, challenge } = await postJson<{ rpId: string; challenge: string }>('/sign-in/options', {});
  return { rpId, challenge: fromBase64Url(challenge), credentials: [], wantsPrf: true };
}

/** Signs in with the answer of a passkey. @returns where to go. @throws RequestError */
export async function finishSignIn({ response, prfSecret }: AskedPasskey): Promise<string> {
  const { home, material } = await postJson<{ home: string; material: UnlockMaterial }>(
    '/sign-in/verify',
    response,
  );
  // Signed in all the same: where unlocking fails, the pages that need keys ask again and say why.
  await unlockAfterTouch(material, response.id, prfSecret).catch(() => false);
  return home;
}
