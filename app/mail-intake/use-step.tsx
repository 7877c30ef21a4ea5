import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { failureWords } from './fault-text.ts';

/** One thing at a time; afterwards the page's data is loaded anew. */
export function useStep() {
  const t = useText();
  const { revalidate } = useRevalidator();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const run = (task: () => Promise<void>, said: string) => {
    setBusy(true);
    setFailure(null);
    setDone('');
    task()
      .then(async () => {
        setDone(said);
        await revalidate();
      })
      .catch((error: unknown) => setFailure(failureWords(t, error)))
      .finally(() => setBusy(false));
  };
  const notice = (
    <>
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <p role="status">{done}</p>
    </>
  );
  return { isBusy, run, notice };
}
