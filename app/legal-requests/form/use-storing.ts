import { useEffect } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';

import type { DraftSaver } from './draft-saver.ts';

/** Stores again when the keys or the network are back, and when the page is left; warns when something would be lost. */
export function useStoring<Content>(saver: DraftSaver<Content>): void {
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
      // Leaving by a click: what is not stored yet is stored now.
      void saver.flush().catch(() => undefined);
    };
  }, [saver]);
}
