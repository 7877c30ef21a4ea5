import { createPasskey, type MadePasskey } from '#app/passkeys/ceremonies.client.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { signAction } from '#app/passkeys/signed-action.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import { newPasskeyStatement } from './account-statements.ts';
import { passkeyEnvelopeSchema } from './key-schemas.ts';

type CreationOptions = Parameters<typeof createPasskey>[0];

/**
 * Makes a further passkey of the signed-in person.
 * @throws PasskeyError, RequestError
 */
export async function makeFurtherPasskey(): Promise<MadePasskey> {
  const { options } = await postJson<{ options: CreationOptions }>('/account/passkeys', {
    intent: 'options',
  });
  return createPasskey(options);
}

/**
 * Locks the unlocked key for the new passkey as well, asks for a touch of a passkey of before, and stores both.
 * @param secret the passkey's secret, or a passphrase where the passkey has none
 * @throws SealingError `room_locked`; PasskeyError; RequestError
 */
export async function storeFurtherPasskey(
  { response }: MadePasskey,
  secret: Uint8Array | string,
  name: string,
): Promise<void> {
  const envelope = await getCryptoRoom().sealPersonKey(
    typeof secret === 'string' ? { kind: 'passphrase', secret } : { kind: 'passkey_prf', secret },
  );
  const locked = passkeyEnvelopeSchema.parse(envelope);
  const assertion = await signAction('add_passkey', newPasskeyStatement(response, locked));
  await postJson('/account/passkeys', {
    intent: 'add',
    passkey: response,
    name,
    envelope: locked,
    assertion,
  });
}
