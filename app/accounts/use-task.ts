import { useCallback, useState } from 'react';

import { useText } from '#app/text/text.tsx';

import { failureText } from './failure-text.ts';

/** Runs one thing at a time for a button: busy while it runs, and in words what went wrong. */
export function useTask() {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = useCallback(
    (task: () => Promise<void>) => {
      setBusy(true);
      setFailure(null);
      task()
        .catch((error: unknown) => setFailure(failureText(t, error)))
        .finally(() => setBusy(false));
    },
    [t],
  );
  return { isBusy, failure, run };
}
