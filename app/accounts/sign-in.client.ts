import { askPasskey, type AskedPasskey } from '#app/passkeys/ceremonies.client.ts';
import { PasskeyError } from '#app/passkeys/passkey-error.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';

import { unlockAfterTouch } from './unlocked-room.client.ts';
import type { UnlockMaterial } from './unlock-material.ts';

/** Signs in and unlocks in the same touch. @returns where to go. @throws PasskeyError, RequestError */
export async function signInByTouch(inAutofill: boolean): Promise<string> {
  const { rpId, challenge } = await postJson<{ rpId: string; challenge: string }>('/sign-in/options', {});
  const asked = await askPasskey({
    rpId,
    challenge: fromBase64Url(challenge),
    credentials: [],
    wantsPrf: true,
    inAutofill,
  });
  return finish(asked);
}

async function finish({ response, prfSecret }: AskedPasskey): Promise<string> {
  const { home, material } = await postJson<{ home: string; material: UnlockMaterial }>(
    '/sign-in/verify',
    response,
  );
  // Signed in all the same: where unlocking fails, the pages that need keys ask again and say why.
  await unlockAfterTouch(material, response.id, prfSecret).catch(() => false);
  return home;
}

/** Whether a failure is only that the autofill offer ended: another ceremony began, or the page was left. */
export const isQuietEnd = (error: unknown): boolean =>
  error instanceof PasskeyError && (error.code === 'passkey_busy' || error.code === 'passkey_not_allowed');
