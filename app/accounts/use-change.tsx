import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';

import { errorText } from '#app/text/error-text.ts';
import { useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import type { ChangeAnswer } from './answer-change.server.ts';
import { failureText } from './failure-text.ts';

type Json = Parameters<ReturnType<typeof useFetcher>['submit']>[0];

/**
 * Sends changes to the page's own action; its data is loaded anew afterwards.
 * `prepare` may first work in the crypto room; when that fails, nothing is sent (promise 2).
 */
export function useChange(onDone?: (answer: Extract<ChangeAnswer, { ok: true }>) => void) {
  const t = useText();
  const fetcher = useFetcher<ChangeAnswer>();
  const [isPreparing, setPreparing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { submit } = fetcher;

  const send = useCallback(
    (prepare: () => Promise<unknown>) => {
      setPreparing(true);
      setFailure(null);
      prepare()
        .then((change) => submit(change as Json, { method: 'post', encType: 'application/json' }))
        .catch((error: unknown) => setFailure(failureText(t, error)))
        .finally(() => setPreparing(false));
    },
    [submit, t],
  );

  const { data: answer, state } = fetcher;
  const seen = useRef<ChangeAnswer | undefined>(undefined);
  useEffect(() => {
    if (state !== 'idle' || answer === undefined || seen.current === answer) return;
    seen.current = answer;
    if (answer.ok) onDone?.(answer);
  }, [answer, state, onDone]);

  const problem = failure ?? (answer?.ok === false ? errorText(t, answer.code) : null);
  const isBusy = isPreparing || state !== 'idle';
  const notice =
    problem === null || isBusy ? null : (
      <Alert tone="danger" title={t.errors.titles.failed} announce>
        <p>{problem}</p>
      </Alert>
    );
  return { send, isBusy, notice };
}

export type SendChange = ReturnType<typeof useChange>['send'];
