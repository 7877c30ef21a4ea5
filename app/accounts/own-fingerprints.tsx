/**
 * Fingerprints to read out on the telephone. They come from the keys in this browser and not from the server, which is the
 * one that the call is to catch if it exchanges a key.
 */
import { useEffect, useState } from 'react';

import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { useText } from '#app/text/text.tsx';
import { Fingerprint } from '#app/ui/page.tsx';

import { useUnlockedRoom } from './crypto-room-status.ts';
import { ownTeamFingerprint } from './own-team-fingerprint.ts';

/** Of the person's own key. Below `NeedsUnlock`. */
export function OwnPersonFingerprint() {
  const unlocked = useUnlockedRoom();
  const [value, setValue] = useState<string | null>(null);
  useEffect(() => {
    if (!unlocked) return;
    let isCurrent = true;
    getCryptoRoom()
      .ownKeys()
      // Locked meanwhile: asked again after the next unlocking.
      .then(({ person }) => isCurrent && setValue(person.fingerprint))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [unlocked]);
  return value === null ? null : <Fingerprint value={value} />;
}

/** Of the own team's key; below `NeedsUnlock`. @param stated what the server says it is; null where only the browser's memory counts */
export function OwnTeamFingerprint({ stated }: { stated: string | null }) {
  const t = useText();
  const value = ownTeamFingerprint(useUnlockedRoom(), stated);
  return value === null ? (
    <p className="muted">{t.accounts.ownFingerprints.teamUnknown}</p>
  ) : (
    <Fingerprint value={value} />
  );
}
