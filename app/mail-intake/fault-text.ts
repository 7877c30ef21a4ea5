import { fieldErrorText } from '#app/accounts/form-errors.tsx';
import { failureText } from '#app/accounts/failure-text.ts';
import { RequestError } from '#app/passkeys/post-json.client.ts';
import type { Text } from '#app/text/text.tsx';

/** Words for a code of this area; other codes have theirs elsewhere. */
export function faultText(t: Text, code: string): string {
  const own: Record<string, string> = t.mailIntake.faults;
  const keys: Record<string, string> = t.notifications.key.faults;
  return own[code] ?? keys[code] ?? fieldErrorText(t, code);
}

/** Words for whatever stopped something. */
export function failureWords(t: Text, error: unknown): string {
  return error instanceof RequestError ? faultText(t, error.code) : failureText(t, error);
}
