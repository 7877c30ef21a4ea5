import { createPasskey, type MadePasskey } from '#app/passkeys/ceremonies.client.ts';
import { deviceName } from '#app/passkeys/device-name.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { CompletedRegistration, prepareRegistration } from './complete-registration.server.ts';
import { noteUnlocked } from './unlocked-room.client.ts';

type Preparation = Awaited<ReturnType<typeof prepareRegistration>>;

/** A passkey that was made and waits for the rest of the registration. */
export interface BegunRegistration {
  passkey: MadePasskey;
  preparation: Preparation;
}

/** Makes the passkey. @throws PasskeyError, RequestError */
export async function beginRegistration(): Promise<BegunRegistration> {
  const preparation = await postJson<Preparation>('/register/passkey/options', {});
  return { preparation, passkey: await createPasskey(preparation.options) };
}

/**
 * Makes the keys in this browser, locks them and sends everything in one piece. Afterwards the person is signed in and
 * unlocked.
 * @param secret the passkey's secret, or the passphrase where the passkey has none
 * @returns the recovery code, to be shown once
 * @throws SealingError, RequestError
 */
export async function finishRegistration(
  { passkey, preparation }: BegunRegistration,
  secret: Uint8Array | string,
): Promise<string> {
  const room = getCryptoRoom();
  const personKey = await room.createPersonKey(preparation.person);
  const envelope = await room.sealPersonKey(
    typeof secret === 'string' ? { kind: 'passphrase', secret } : { kind: 'passkey_prf', secret },
  );
  const { code, envelope: recoveryEnvelope, proof } = await room.createRecoveryCode();
  const grant = preparation.teamKey ? await room.createTeamKey(preparation.teamKey) : null;
  const sent = {
    passkey: passkey.response,
    passkeyName: deviceName(navigator.userAgent),
    personKey,
    envelope,
    recovery: { envelope: recoveryEnvelope, proof },
    teamKey: grant && {
      publicKey: grant.publicKey,
      fingerprint: grant.fingerprint,
      envelope: grant.envelope,
    },
  } as CompletedRegistration;
  await postJson('/register/passkey/verify', sent);
  noteUnlocked({ settings: null, teamKeys: grant ? [grant.fingerprint] : [], refusedTeamKeys: [] });
  return code;
}
