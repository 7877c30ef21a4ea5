import { ErrorSummary } from '#app/forms/error-summary.tsx';
import { errorText } from '#app/text/error-text.ts';
import { useText, type Text } from '#app/text/text.tsx';

import type { FormFault } from './parse-form.ts';

/** Words for the code of a field of this area; other codes have theirs in the general error texts. */
export function fieldErrorText(t: Text, code: string): string {
  const own: Record<string, string> = t.accounts.fieldErrors;
  return own[code] ?? errorText(t, code);
}

/** For a form of this area: what was typed, the words under each field, and the summary on top. */
export function useFormFault(fault: FormFault | undefined) {
  const t = useText();
  const errors = fault?.errors ?? {};
  return {
    valueOf: (name: string, fallback = ''): string => fault?.values[name] ?? fallback,
    errorOf: (name: string): string | undefined => {
      const code = errors[name];
      return code === undefined ? undefined : fieldErrorText(t, code);
    },
    summary: (
      <ErrorSummary
        attempt={fault}
        errors={Object.entries(errors).map(([field, code]) => ({ field, text: fieldErrorText(t, code) }))}
      />
    ),
  };
}
