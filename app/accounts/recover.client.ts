import { createPasskey, type MadePasskey } from '#app/passkeys/ceremonies.client.ts';
import { deviceName } from '#app/passkeys/device-name.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { CompletedRecovery, prepareRecovery } from './recovery.server.ts';
import { unlockRoom } from './unlocked-room.client.ts';

type Preparation = Awaited<ReturnType<typeof prepareRecovery>>;

/** A code that was accepted: the key is unlocked, a new passkey is to be made. */
export interface BegunRecovery {
  proof: string;
  preparation: Preparation;
}

/**
 * Shows the server that the code is known (it never sees the code) and opens the own key with it.
 * @throws SealingError `recovery_code_typo`; RequestError `recovery_refused`
 */
export async function beginRecovery(code: string): Promise<BegunRecovery> {
  const proof = await getCryptoRoom().recoveryProof(code);
  const preparation = await prepare(proof);
  const { personPublicKey, envelope } = preparation;
  const material = {
    rpId: '',
    personPublicKey,
    envelopes: [],
    passkeys: [],
    teamKeys: [],
    settings: null,
  };
  await unlockRoom(material, envelope, code);
  return { proof, preparation };
}

const prepare = (proof: string) => postJson<Preparation>('/recover/options', { proof });

/** The same with a fresh challenge; the key stays unlocked. @throws RequestError */
export const renewRecovery = async ({ proof }: BegunRecovery): Promise<BegunRecovery> => ({
  proof,
  preparation: await prepare(proof),
});

/** Makes the new passkey. @throws PasskeyError */
export const makeRecoveryPasskey = ({ preparation }: BegunRecovery): Promise<MadePasskey> =>
  createPasskey(preparation.options);

/**
 * Locks the key for the new passkey and a new code, and stores both.
 * @returns the new recovery code, to be shown once
 * @throws SealingError, RequestError
 */
export async function finishRecovery(
  { proof }: BegunRecovery,
  passkey: MadePasskey,
  secret: Uint8Array | string,
): Promise<string> {
  const room = getCryptoRoom();
  const envelope = await room.sealPersonKey(
    typeof secret === 'string' ? { kind: 'passphrase', secret } : { kind: 'passkey_prf', secret },
  );
  const recovery = await room.createRecoveryCode();
  const sent = {
    proof,
    passkey: passkey.response,
    passkeyName: deviceName(navigator.userAgent),
    envelope,
    recovery: { envelope: recovery.envelope, proof: recovery.proof },
  } as CompletedRecovery;
  await postJson('/recover/verify', sent);
  return recovery.code;
}
