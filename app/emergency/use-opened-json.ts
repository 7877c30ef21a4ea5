import { useEffect, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

/** A sealed value (base64url) once the keys are unlocked; null before, and when it cannot be read. */
export function useOpenedJson<Value>(
  sealed: string | null,
  read: (opened: unknown) => Value | null,
): Value | null {
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const [opened, setOpened] = useState<{ sealed: string; value: unknown } | null>(null);
  useEffect(() => {
    if (!isUnlocked || sealed === null) return;
    let isGone = false;
    getCryptoRoom()
      .openJson(fromBase64Url(sealed))
      .then(
        (value) => {
          if (!isGone) setOpened({ sealed, value });
        },
        () => undefined,
      );
    return () => {
      isGone = true;
    };
  }, [isUnlocked, sealed]);
  return opened !== null && opened.sealed === sealed ? read(opened.value) : null;
}
