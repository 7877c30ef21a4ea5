import { PasskeyError } from '#app/passkeys/passkey-error.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';
import { errorText } from '#app/text/error-text.ts';
import type { Text } from '#app/text/text.tsx';

/** The code of whatever a ceremony, the crypto room or the server threw; `unknown` for anything else. */
export function failureCode(error: unknown): string {
  if (error instanceof PasskeyError || isSealingError(error)) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}

/** The same in words: what went wrong and what to do. */
export const failureText = (t: Text, error: unknown): string => errorText(t, failureCode(error));
