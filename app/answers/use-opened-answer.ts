import { useCallback } from 'react';

import { useOpened, type Opened } from '#app/legal-requests/pages/use-opened.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import { openAnswer, type OpenedAnswer } from './open-answer.client.ts';

/** An answer's manifest, opened and verified in this browser once the keys are there. */
export function useOpenedAnswer(
  { id, statement, sealedManifest }: { id: string; statement: string; sealedManifest: string },
  legalRequestId: string,
  intake: Recipient,
): Opened<OpenedAnswer> {
  const { publicKey, fingerprint } = intake;
  const open = useCallback(
    () => openAnswer({ id, statement, sealedManifest }, legalRequestId, { publicKey, fingerprint }),
    [id, statement, sealedManifest, legalRequestId, publicKey, fingerprint],
  );
  return useOpened(open);
}
