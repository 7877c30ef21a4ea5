import { ErrorSummary } from '#app/forms/error-summary.tsx';
import { useText } from '#app/text/text.tsx';

import type { FormFault } from './agency-fields.tsx';
import { faultText } from './fault-text.ts';

/** What was typed, the words under each field, and the summary on top. */
export function useIntakeFault(fault: FormFault | undefined) {
  const t = useText();
  const errors = fault?.errors ?? {};
  return {
    valueOf: (name: string, fallback = '') => fault?.values[name] ?? fallback,
    errorOf: (name: string) => (errors[name] === undefined ? undefined : faultText(t, errors[name])),
    summary: (
      <ErrorSummary
        attempt={fault}
        errors={Object.entries(errors).map(([field, code]) => ({ field, text: faultText(t, code) }))}
      />
    ),
  };
}
