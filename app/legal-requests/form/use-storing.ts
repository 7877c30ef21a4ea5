import { useEffect } from 'react';

import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { DraftSaver } from './draft-saver.ts';

/** What is asked of a saver here, whatever it saves. */
export type StoringSaver = Pick<DraftSaver<unknown>, 'hasUnsaved' | 'resume' | 'flush'>;

/**
 * Stores again when the keys or the network are back, and warns when leaving the site would lose something.
 * @returns what ends it
 */
export function storeWhenPossible(saver: StoringSaver): () => void {
  const room = getCryptoRoom();
  const resumeUnlocked = () => {
    if (room.status() === 'unlocked') saver.resume();
  };
  const warn = (event: BeforeUnloadEvent) => {
    if (saver.hasUnsaved()) event.preventDefault();
  };
  const unsubscribe = room.subscribe(resumeUnlocked);
  window.addEventListener('online', saver.resume);
  window.addEventListener('beforeunload', warn);
  resumeUnlocked();
  return () => {
    unsubscribe();
    window.removeEventListener('online', saver.resume);
    window.removeEventListener('beforeunload', warn);
  };
}

/** As `storeWhenPossible`, while the page is shown; what is not stored yet is stored when it is left. */
export function useStoring(saver: StoringSaver): void {
  useEffect(() => storeWhenPossible(saver), [saver]);
  useStoringOnLeave(saver);
}

/** Leaving by a click: what is not stored yet is stored now. */
export function useStoringOnLeave(saver: StoringSaver): void {
  useEffect(() => () => void saver.flush().catch(() => undefined), [saver]);
}
