import { useEffect, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import { readMessage, type Message } from './message.ts';
import type { StoredMessage } from './messages.server.ts';

/** Messages by id; null for one that cannot be read or belongs elsewhere. Those that are not in it are still sealed. */
export type OpenedMessages = ReadonlyMap<string, Message | null>;

export function useOpenedMessages(
  legalRequestId: string,
  messages: readonly StoredMessage[],
): OpenedMessages {
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const [opened, setOpened] = useState<OpenedMessages>(new Map());
  useEffect(() => {
    const closed = messages.filter(({ id }) => !opened.has(id));
    if (!isUnlocked || closed.length === 0) return;
    let isCurrent = true;
    void Promise.all(closed.map(async (one) => [one.id, await open(legalRequestId, one)] as const)).then(
      (found) => {
        if (isCurrent) setOpened((before) => new Map([...before, ...found]));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [isUnlocked, legalRequestId, messages, opened]);
  return opened;
}

async function open(legalRequestId: string, { id, side, sealed }: StoredMessage): Promise<Message | null> {
  try {
    const value = await getCryptoRoom().openJson(fromBase64Url(sealed));
    return readMessage(value, { legalRequestId, messageId: id, side });
  } catch {
    return null;
  }
}
