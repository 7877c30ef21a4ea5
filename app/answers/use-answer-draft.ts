import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import {
  DraftSaver,
  type DraftStatus,
  type NewerDraft,
  type SaveOutcome,
} from '#app/legal-requests/form/draft-saver.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import type { AnswerDraft } from './answer-draft.ts';
import type { SavedAnswerDraft } from './answer-drafts.server.ts';

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
        save: (content, version) => saveSealed(legalRequestId, ownTeam, content, version),
      }),
  );
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  useEffect(() => {
    if (isUnlocked) saver.resume();
  }, [isUnlocked, saver]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.hasUnsaved()) event.preventDefault();
    };
    window.addEventListener('online', saver.resume);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', saver.resume);
      window.removeEventListener('beforeunload', warn);
      void saver.flush().catch(() => undefined);
    };
  }, [saver]);
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

async function saveSealed(
  legalRequestId: string,
  ownTeam: Recipient,
  value: AnswerDraft,
  version: number,
): Promise<SaveOutcome> {
  let sealed: Uint8Array;
  try {
    sealed = await getCryptoRoom().sealJson({ value, recipients: [ownTeam] });
  } catch (error) {
    const code = isSealingError(error) ? error.code : 'worker_failed';
    return code === 'room_locked' ? { result: 'locked' } : { result: 'refused', code };
  }
  try {
    const response = await fetch(`/desk/requests/${legalRequestId}/answer/draft?version=${version}`, {
      method: 'PUT',
      headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
      // As a Blob: Chromium copies typed arrays.
      body: new Blob([new Uint8Array(sealed)]),
    });
    return await readOutcome(response);
  } catch {
    return { result: 'unreachable' };
  }
}

async function readOutcome(response: Response): Promise<SaveOutcome> {
  if (response.ok) return { result: 'saved', ...((await response.json()) as SavedAnswerDraft) };
  if (response.status === 401) return { result: 'signed_out' };
  if (response.status >= 500 || response.status === 429) return { result: 'unreachable' };
  const { code = 'unknown', details } = (await response.json().catch(() => ({}))) as {
    code?: string;
    details?: NewerDraft;
  };
  if (code === 'draft_changed_meanwhile' && details) return { result: 'changed_meanwhile', newer: details };
  return { result: 'refused', code };
}
