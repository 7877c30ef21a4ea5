import { useState, type ReactNode } from 'react';

import { useText } from '#app/text/text.tsx';
import { Dialog, Panel } from '#app/ui/page.tsx';

import { useCryptoRoomStatus } from './crypto-room-status.ts';
import { useIsAskingGate } from './unlock-gates.ts';
import { UnlockPanel } from './unlock-panel.tsx';

/**
 * Around what needs unlocked keys. Before the first unlocking a calm panel stands in its place; when the keys lock later
 * (15 idle minutes), what is there stays, with all that was typed, and a dialog lies over it. Of several on a page only
 * the first one asks.
 */
export function NeedsUnlock({ children }: { children: ReactNode }) {
  const t = useText();
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const isAsking = useIsAskingGate();
  const [wasUnlocked, setWasUnlocked] = useState(isUnlocked);
  if (isUnlocked && !wasUnlocked) setWasUnlocked(true);
  if (!wasUnlocked)
    return isAsking ? (
      <Panel title={t.accounts.unlock.title}>
        <UnlockPanel />
      </Panel>
    ) : (
      <p className="muted">{t.accounts.unlock.first}</p>
    );
  return (
    <>
      {children}
      {isUnlocked || !isAsking ? null : (
        <Dialog title={t.accounts.unlock.title} open>
          <UnlockPanel />
        </Dialog>
      )}
    </>
  );
}
