import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react';

import { postJson } from '#app/passkeys/post-json.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import { useUnlockedRoom } from './crypto-room-status.ts';
import type { SealingRecipients } from './intake-key.server.ts';
import { decideSealingKeys, type SealingKeys } from './sealing-keys.ts';
import { noteSettings } from './unlocked-room.client.ts';

const SealingKeysContext = createContext<SealingKeys | null>(null);

/** Keys to seal to, or why nothing may be sealed. Below `routes/signed-in/layout.tsx` only. */
export function useSealingKeys(): SealingKeys {
  const keys = use(SealingKeysContext);
  if (!keys) throw new Error('no sealing keys above this component');
  return keys;
}

interface ProviderProps {
  teamKind: 'provider' | 'agency';
  recipients: SealingRecipients;
  children: ReactNode;
}

/** Compares what the server proposes with what this person's browser remembers, and raises the alarm when they differ. */
export function SealingKeysProvider({ teamKind, recipients, children }: ProviderProps) {
  const unlocked = useUnlockedRoom();
  const keys = useMemo(
    () => decideSealingKeys(teamKind, recipients, unlocked),
    [teamKind, recipients, unlocked],
  );
  const { intake } = recipients;
  const remembered = unlocked?.settings?.intakeFingerprint;
  const seen = intake?.fingerprint;
  const isBusy = useRef(false);

  useEffect(() => {
    if (!unlocked || seen === undefined || isBusy.current) return;
    if (remembered === undefined && intake?.isPinned === true) {
      isBusy.current = true;
      void rememberIntakeKey(seen).finally(() => (isBusy.current = false));
    }
    if (remembered !== undefined && remembered !== seen) void raiseAlarm(remembered, seen);
  }, [unlocked, remembered, seen, intake?.isPinned]);

  return <SealingKeysContext value={keys}>{children}</SealingKeysContext>;
}

/** The first time: from now on this person's browser knows the intake key. Sealed, so that the server cannot change it. */
async function rememberIntakeKey(intakeFingerprint: string): Promise<void> {
  const settings = { intakeFingerprint, seenAt: new Date().toISOString() };
  try {
    const sealed = await getCryptoRoom().sealSettings(settings);
    await postJson('/account/settings', { intent: 'remember', sealedSettings: sealed });
    noteSettings(settings);
  } catch {
    // Tried again at the next unlocking; until then the pinned fingerprint of the server alone protects.
  }
}

const alarmed = new Set<string>();

async function raiseAlarm(expected: string, seen: string): Promise<void> {
  if (alarmed.has(seen)) return;
  alarmed.add(seen);
  await postJson('/key-alarm', { expected, seen }).catch(() => alarmed.delete(seen));
}
