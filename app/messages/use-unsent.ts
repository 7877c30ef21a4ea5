import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { DraftSaver, type DraftStatus } from '#app/legal-requests/form/draft-saver.ts';
import { useStoring } from '#app/legal-requests/form/use-storing.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import { discardUnsent, openUnsent, storeUnsent } from './unsent-storage.client.ts';
import type { UnsentKind } from './unsent-texts.server.ts';

/** What is being written and survives a closed tab, sealed to the own team. */
export interface Unsent<Content> {
  /** `opening` until the stored text is there or known not to be: show no empty field before that. */
  phase: 'opening' | 'ready';
  /** What was stored when the page was opened; null when nothing was. */
  initial: Content | null;
  status: DraftStatus;
  /** Takes the newest content; it is stored after a short pause. */
  change: (content: Content) => void;
  /** Resolves when all that was changed up to now is stored. */
  flush: () => Promise<void>;
  /** It was sent: forgets what is stored, and goes on with the next text. */
  clear: () => Promise<void>;
}

/** @param read what was stored as content, or null when it is of another form: then it counts as not there */
export function useUnsent<Content>(
  legalRequestId: string,
  kind: UnsentKind,
  read: (opened: unknown) => Content | null,
): Unsent<Content> {
  const keys = useSealingKeys();
  const ownTeam = useRef<Recipient | null>(null);
  if (keys.state === 'ready') ownTeam.current = keys.ownTeam;
  const makeSaver = () =>
    new DraftSaver<Content>({
      version: 0,
      savedAt: null,
      save: (content) => storeUnsent({ legalRequestId, kind }, ownTeam.current, content),
    });
  const [saver, setSaver] = useState(makeSaver);
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);
  const [opened, setOpened] = useState<{ content: Content | null } | null>(null);
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const isOpened = opened !== null;
  const newestRead = useRef(read);
  newestRead.current = read;
  useEffect(() => {
    if (!isUnlocked || isOpened) return;
    let isGone = false;
    void openUnsent({ legalRequestId, kind })
      .then(
        (value) => (value === null ? null : newestRead.current(value)),
        () => null,
      )
      .then((content) => {
        if (!isGone) setOpened({ content });
      });
    return () => {
      isGone = true;
    };
  }, [isUnlocked, isOpened, legalRequestId, kind]);
  useStoring(saver);
  const clear = useCallback(async () => {
    saver.end();
    setSaver(makeSaver());
    await discardUnsent({ legalRequestId, kind });
    // The saver reads its place from the first render; the page is made anew for another legal request.
  }, [saver, legalRequestId, kind]);
  const change = useCallback((content: Content) => saver.change(content), [saver]);
  return {
    phase: isOpened ? 'ready' : 'opening',
    initial: opened?.content ?? null,
    status,
    change,
    flush: saver.flush,
    clear,
  };
}
