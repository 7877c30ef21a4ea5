import { useCallback, useRef, useState, useSyncExternalStore } from 'react';

import { DraftSaver, type DraftStatus } from '#app/legal-requests/form/draft-saver.ts';
import { saveSealed } from '#app/legal-requests/form/save-sealed.client.ts';
import { useStoring } from '#app/legal-requests/form/use-storing.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import type { AnswerDraft } from './answer-draft.ts';

export interface EditedAnswer {
  draft: AnswerDraft;
  status: DraftStatus;
  /** Changes the newest draft and saves it soon. */
  change: (next: (draft: AnswerDraft) => AnswerDraft) => void;
  /** Resolves with the newest draft when all that was changed up to now is stored. */
  flush: () => Promise<AnswerDraft>;
}

/** The draft of an answer in this tab, saved by itself, sealed to the own team. */
export function useAnswerDraft(
  legalRequestId: string,
  stored: { version: number; savedAt: string } | null,
  opened: AnswerDraft,
  ownTeam: Recipient,
): EditedAnswer {
  const [draft, setDraft] = useState(opened);
  const newest = useRef(opened);
  const [saver] = useState(
    () =>
      new DraftSaver<AnswerDraft>({
        version: stored?.version ?? 0,
        savedAt: stored?.savedAt ?? null,
        save: (value, version) =>
          saveSealed(`/desk/requests/${legalRequestId}/answer/draft?version=${version}`, () =>
            getCryptoRoom().sealJson({ value, recipients: [ownTeam] }),
          ),
      }),
  );
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);
  useStoring(saver);
  const change = useCallback<EditedAnswer['change']>(
    (next) => {
      newest.current = next(newest.current);
      setDraft(newest.current);
      saver.change(newest.current);
    },
    [saver],
  );
  const flush = useCallback(async () => {
    await saver.flush();
    return newest.current;
  }, [saver]);
  return { draft, status, change, flush };
}
