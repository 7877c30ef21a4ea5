import { useCallback, useRef } from 'react';

import type { FormerIntakeKey } from '#app/accounts/intake-key-succession.ts';
import { useOpened, type Opened } from '#app/legal-requests/pages/use-opened.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import { openAnswer, type OpenedAnswer } from './open-answer.client.ts';

/** An answer's manifest, opened and verified in this browser once the keys are there. */
export function useOpenedAnswer(
  { id, statement, sealedManifest }: { id: string; statement: string; sealedManifest: string },
  legalRequestId: string,
  { intake, former }: { intake: Recipient; former: readonly FormerIntakeKey[] },
): Opened<OpenedAnswer> {
  const { publicKey, fingerprint } = intake;
  // Loaded anew with every page; what counts is which keys they are.
  const line = former.map((key) => key.fingerprint).join();
  const formerKeys = useRef({ line: '', former });
  if (formerKeys.current.line !== line) formerKeys.current = { line, former };
  const { former: known } = formerKeys.current;
  const open = useCallback(
    () =>
      openAnswer({ id, statement, sealedManifest }, legalRequestId, {
        present: { publicKey, fingerprint },
        former: known,
      }),
    [id, statement, sealedManifest, legalRequestId, publicKey, fingerprint, known],
  );
  return useOpened(open);
}
