import { useEffect, useState } from 'react';

import type { OpenedFile, OpenProgress } from '#app/sealing/bulk-types.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';
import type { TransferFailure } from '#app/uploads/transfer-error.ts';

import { documentKindOf, kindHeadBytes, type DocumentKind } from './document-kind.ts';
import { openSealedFile, type FileMeta, type SignedFile } from './open-sealed-file.client.ts';

export type OpeningState =
  | { phase: 'working'; progress: OpenProgress | null }
  | { phase: 'failed'; failure: TransferFailure }
  | { phase: 'opened'; data: Blob; kind: DocumentKind };

const working: OpeningState = { phase: 'working', progress: null };

/** Opens a file while the component is shown; what was decrypted is let go of with it. */
export function useOpenedFile(manifestFile: SignedFile, meta: FileMeta) {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<OpeningState>(working);
  useEffect(() => {
    let isGone = false;
    let opened: OpenedFile | null = null;
    const show = (next: OpeningState) => {
      if (!isGone) setState(next);
    };
    const task = openSealedFile(manifestFile, meta, (progress) => show({ phase: 'working', progress }));
    task.done.then(
      async (file) => {
        opened = file;
        if (isGone) return file.dispose();
        const head = new Uint8Array(await file.data.slice(0, kindHeadBytes).arrayBuffer());
        show({ phase: 'opened', data: file.data, kind: documentKindOf(head) });
      },
      (error: unknown) => show({ phase: 'failed', failure: isSealingError(error) ? error.code : 'unknown' }),
    );
    return () => {
      isGone = true;
      if (opened) void opened.dispose();
      else void task.cancel();
    };
    // Both belong to one file for good; the list makes them anew each time it is drawn.
  }, [manifestFile.fileId, manifestFile.sha256, attempt]);
  const retry = () => {
    setState(working);
    setAttempt((count) => count + 1);
  };
  return { state, retry };
}
