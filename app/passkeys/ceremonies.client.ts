import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser';

import { toBase64Url } from '#app/sealing/base64url.ts';

import { PasskeyError, toPasskeyError } from './passkey-error.ts';
import { prfInput, takePrf } from './prf.ts';

/** How long a browser waits for a touch; as long as the server's challenge lives. */
const patience = 5 * 60_000;

export interface AskedPasskey {
  /** Without any extension results: nothing secret is left in it. */
  response: AuthenticationResponseJSON;
  /** 32 octets, or null when the passkey gives none. */
  prfSecret: Uint8Array<ArrayBuffer> | null;
}

interface PasskeyQuestion {
  rpId: string;
  challenge: Uint8Array;
  /** Whose passkeys may answer; empty means that the person chooses (discoverable credentials). */
  credentials: readonly { id: string; transports: string[] }[];
  wantsPrf: boolean;
  /** Offer passkeys in the autofill list of an input instead of in a dialog (conditional UI). */
  inAutofill?: boolean;
}

/** One passkey touch with user verification. @throws PasskeyError */
export async function askPasskey(question: PasskeyQuestion): Promise<AskedPasskey> {
  requireSupport();
  try {
    const answer = await startAuthentication({
      optionsJSON: {
        rpId: question.rpId,
        challenge: toBase64Url(question.challenge),
        userVerification: 'required',
        timeout: patience,
        allowCredentials: question.credentials.map(({ id, transports }) => ({
          id,
          type: 'public-key' as const,
          transports,
        })),
        ...(question.wantsPrf ? { extensions: await prfExtension() } : {}),
      },
      useBrowserAutofill: question.inAutofill ?? false,
    });
    const { response, prf } = takePrf(answer);
    return { response, prfSecret: prf.secret };
  } catch (error) {
    throw toPasskeyError(error);
  }
}

export interface MadePasskey {
  /** Without any extension results. */
  response: RegistrationResponseJSON;
  /** Null when the authenticator has no PRF: the key then needs a passphrase. */
  prfSecret: Uint8Array<ArrayBuffer> | null;
}

/**
 * Makes a passkey. Some authenticators give the PRF result only when asked again, so there may be a second touch.
 * @throws PasskeyError
 */
export async function createPasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<MadePasskey> {
  requireSupport();
  let made: RegistrationResponseJSON;
  try {
    made = await startRegistration({
      optionsJSON: { ...options, timeout: patience, extensions: await prfExtension() },
    });
  } catch (error) {
    throw toPasskeyError(error);
  }
  const { response, prf } = takePrf(made);
  if (prf.secret !== null || !prf.isSupported) return { response, prfSecret: prf.secret };
  const { prfSecret } = await askPasskey({
    rpId: options.rp.id ?? location.hostname,
    // Only the PRF result is wanted; the answer is not sent anywhere.
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    credentials: [{ id: response.id, transports: response.response.transports ?? [] }],
    wantsPrf: true,
  });
  return { response, prfSecret };
}

/** Ends a ceremony that is waiting, for example the autofill one when its page is left. */
export function cancelCeremony(): void {
  WebAuthnAbortService.cancelCeremony();
}

function requireSupport(): void {
  if (!browserSupportsWebAuthn()) throw new PasskeyError('passkey_not_supported');
}

/** Salts must be octets here, although the options around them are JSON. The library's types do not know the extension. */
async function prfExtension(): Promise<object> {
  return { prf: { eval: { first: await prfInput() } } };
}
