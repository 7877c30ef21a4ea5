import { useEffect, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import { noteSchema } from './note.ts';
import type { ReviewNote } from './review.ts';

/** Texts of notes by id; null for one that cannot be read. Notes that are not in it are still sealed. */
export type OpenedNotes = ReadonlyMap<string, string | null>;

export function useOpenedNotes(notes: readonly ReviewNote[]): OpenedNotes {
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const [opened, setOpened] = useState<OpenedNotes>(new Map());
  useEffect(() => {
    const closed = notes.filter(({ id }) => !opened.has(id));
    if (!isUnlocked || closed.length === 0) return;
    let isCurrent = true;
    void Promise.all(closed.map(async (note) => [note.id, await openNote(note)] as const)).then((found) => {
      if (isCurrent) setOpened((before) => new Map([...before, ...found]));
    });
    return () => {
      isCurrent = false;
    };
  }, [isUnlocked, notes, opened]);
  return opened;
}

async function openNote({ sealed }: ReviewNote): Promise<string | null> {
  try {
    const parsed = noteSchema.safeParse(await getCryptoRoom().openJson(fromBase64Url(sealed)));
    return parsed.success ? parsed.data.text : null;
  } catch {
    return null;
  }
}
