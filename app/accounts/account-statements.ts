/**
 * What a person signs with a passkey before the ways into the own account change: whoever finds an open screen must not
 * be able to add a passkey or read off a new recovery code.
 */
import { canonicalBytes } from '#app/sealing/canonical-json.ts';

import type { PasskeyEnvelope, RecoveryInput } from './key-schemas.ts';

/** Signed as `add_passkey`: exactly this new passkey, and the key locked for it. */
export function newPasskeyStatement(
  passkey: { id: string; response: { attestationObject: string } },
  envelope: PasskeyEnvelope,
): Uint8Array<ArrayBuffer> {
  const { id, response } = passkey;
  return canonicalBytes({ passkeyId: id, attestationObject: response.attestationObject, envelope });
}

/** Signed as `new_recovery_code`: the key locked by the new code. */
export function newRecoveryStatement({ envelope, proof }: RecoveryInput): Uint8Array<ArrayBuffer> {
  return canonicalBytes({ envelope, proof });
}
