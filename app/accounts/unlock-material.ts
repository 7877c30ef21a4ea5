import { isSealingError, SealingError } from '#app/sealing/sealing-error.ts';
import type { PersonKeyEnvelope, TeamKeyGrant } from '#app/sealing/sealing-types.ts';

/** What the server keeps for a person's browser to unlock with. Nothing in it is readable without a passkey. */
export interface UnlockMaterial {
  rpId: string;
  /** Armored. */
  personPublicKey: string;
  /** Sealed settings, base64url; null before the first sign-in. */
  settings: string | null;
  passkeys: { id: string; transports: string[] }[];
  /** The own key, locked once a passkey; `passphrase` where the passkey cannot lock it. */
  envelopes: (PersonKeyEnvelope & { passkeyId: string | null })[];
  teamKeys: TeamKeyGrant[];
}

/** The envelope that this passkey (with a PRF result) or a passphrase opens; null when there is none. */
export function findEnvelope(
  material: Pick<UnlockMaterial, 'envelopes'>,
  passkeyId: string,
  hasPrfSecret: boolean,
): PersonKeyEnvelope | null {
  const byPasskey = material.envelopes.find(
    (one) => one.kind === 'passkey_prf' && one.passkeyId === passkeyId,
  );
  const byPassphrase =
    material.envelopes.find((one) => one.kind === 'passphrase' && one.passkeyId === passkeyId) ??
    material.envelopes.find((one) => one.kind === 'passphrase');
  const found = (hasPrfSecret ? byPasskey : undefined) ?? byPassphrase;
  return found ? { kind: found.kind, salt: found.salt, sealed: found.sealed } : null;
}

/**
 * Opens with a passphrase whichever envelope it fits: people whose passkeys have no PRF may have chosen another one for each.
 * @throws SealingError `wrong_secret` when it fits none; whatever else `open` throws
 */
export async function openWithPassphrase(
  material: Pick<UnlockMaterial, 'envelopes'>,
  open: (envelope: PersonKeyEnvelope) => Promise<void>,
): Promise<void> {
  for (const { kind, salt, sealed } of material.envelopes) {
    if (kind !== 'passphrase') continue;
    try {
      return await open({ kind, salt, sealed });
    } catch (error) {
      if (!isSealingError(error) || error.code !== 'wrong_secret') throw error;
    }
  }
  throw new SealingError('wrong_secret');
}
