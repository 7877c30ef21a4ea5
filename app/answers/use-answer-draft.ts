import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

import type { DraftStatus } from '#app/legal-requests/form/draft-saver.ts';
import { findKeptDraft, keepDraft } from '#app/legal-requests/form/kept-drafts.client.ts';
import { saveSealed } from '#app/legal-requests/form/save-sealed.client.ts';
import { TabDraft } from '#app/legal-requests/form/tab-draft.ts';
import { useStoringOnLeave } from '#app/legal-requests/form/use-storing.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import type { AnswerDraft } from './answer-draft.ts';
import type { OpenAnswer } from './answer.ts';

export interface EditedAnswer {
  draft: AnswerDraft;
  status: DraftStatus;
  /** Changes the newest draft and saves it soon. */
  change: (next: (draft: AnswerDraft) => AnswerDraft) => void;
  /** Resolves with the newest draft when all that was changed up to now is stored. */
  flush: () => Promise<AnswerDraft>;
}

/** The draft of an answer in this tab, saved by itself, sealed to the own team; the one that uploads still store in, if any. */
export function useAnswerDraft(
  legalRequestId: string,
  { number, draft: stored }: Pick<OpenAnswer, 'number' | 'draft'>,
  opened: AnswerDraft,
  ownTeam: Recipient,
): EditedAnswer {
  const [place] = useState({ legalRequestId, purpose: 'answer' as const, number });
  const [kept] = useState(
    () =>
      findKeptDraft<TabDraft<AnswerDraft>>(place) ??
      new TabDraft<AnswerDraft>(opened, {
        version: stored?.version ?? 0,
        savedAt: stored?.savedAt ?? null,
        save: (value, version) =>
          saveSealed(`/desk/requests/${legalRequestId}/answer/draft?version=${version}`, () =>
            getCryptoRoom().sealJson({ value, recipients: [ownTeam] }),
          ),
      }),
  );
  useEffect(() => keepDraft(place, kept), [place, kept]);
  const { saver, change } = kept;
  useStoringOnLeave(saver);
  const { content: draft } = useSyncExternalStore(kept.subscribe, kept.shown, kept.shown);
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);
  const flush = useCallback(async () => {
    await saver.flush();
    return kept.shown().content;
  }, [kept, saver]);
  return { draft, status, change, flush };
}
