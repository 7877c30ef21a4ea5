import { useState, type ReactNode } from 'react';

import { useText } from '#app/text/text.tsx';
import { Dialog, Panel } from '#app/ui/page.tsx';

import { useCryptoRoomStatus } from './crypto-room-status.ts';
import { UnlockPanel } from './unlock-panel.tsx';

/**
 * Around what needs unlocked keys. Before the first unlocking a calm panel stands in its place; when the keys lock later
 * (15 idle minutes), what is there stays, with all that was typed, and a dialog lies over it.
 */
export function NeedsUnlock({ children }: { children: ReactNode }) {
  const t = useText();
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const [wasUnlocked, setWasUnlocked] = useState(isUnlocked);
  if (isUnlocked && !wasUnlocked) setWasUnlocked(true);
  if (!wasUnlocked)
    return (
      <Panel title={t.accounts.unlock.title}>
        <UnlockPanel />
      </Panel>
    );
  return (
    <>
      {children}
      {isUnlocked ? null : (
        <Dialog title={t.accounts.unlock.title} open>
          <UnlockPanel />
        </Dialog>
      )}
    </>
  );
}
