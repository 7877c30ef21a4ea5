import { useEffect, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';

/** Something sealed that is being opened. */
export type Opened<Value> =
  { state: 'opening' } | { state: 'opened'; value: Value } | { state: 'failed'; error: unknown };

/**
 * Opens something once the keys are there.
 * @param open must stay the same function until something else is to be opened
 */
export function useOpened<Value>(open: () => Promise<Value>): Opened<Value> {
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const [opened, setOpened] = useState<Opened<Value>>({ state: 'opening' });
  useEffect(() => {
    if (!isUnlocked) return;
    let isCurrent = true;
    open().then(
      (value) => isCurrent && setOpened({ state: 'opened', value }),
      (error: unknown) => isCurrent && setOpened({ state: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [open, isUnlocked]);
  return opened;
}
