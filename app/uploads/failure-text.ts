import { errorText } from '#app/text/error-text.ts';
import type { Text } from '#app/text/text.tsx';

import type { TransferFailure } from './transfer-error.ts';

/** Words for what went wrong with a file, and what to do. */
export function failureText(t: Text, failure: TransferFailure): string {
  const own: Partial<Record<TransferFailure, string>> = t.uploads.failures;
  return own[failure] ?? errorText(t, failure);
}
