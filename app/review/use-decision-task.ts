import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { failureText } from '#app/accounts/failure-text.ts';
import { RequestError } from '#app/passkeys/post-json.client.ts';
import { useText } from '#app/text/text.tsx';

import type { Happened } from './change-legal-request.server.ts';

export type DoneKind = 'decided' | 'proposed' | 'set_aside';

/** Runs one signing or setting aside, and keeps what came of it: done, failed in words, or overtaken by somebody else. */
export function useDecisionTask() {
  const t = useText();
  const { revalidate } = useRevalidator();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [happened, setHappened] = useState<Happened | null>(null);
  const [done, setDone] = useState<DoneKind | null>(null);
  const run = (task: () => Promise<DoneKind>) => {
    setBusy(true);
    setFailure(null);
    setHappened(null);
    setDone(null);
    task()
      .then(async (kind) => {
        setDone(kind);
        await revalidate();
      })
      .catch((error: unknown) => {
        const event = happenedOf(error);
        if (event) setHappened(event);
        else setFailure(failureText(t, error));
      })
      .finally(() => setBusy(false));
  };
  const reload = () => {
    setHappened(null);
    void revalidate();
  };
  return { isBusy, failure, happened, done, run, reload };
}

/** Who was faster, as the server tells it with `decided_meanwhile`. */
function happenedOf(error: unknown): Happened | null {
  if (!(error instanceof RequestError) || error.code !== 'decided_meanwhile') return null;
  return (error.details['happened'] as Happened | undefined) ?? null;
}
