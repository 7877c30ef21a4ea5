import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

import { postJson } from '#app/passkeys/post-json.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import { useUnlockedRoom } from './crypto-room-status.ts';
import { IntakeKeyNotice } from './intake-key-notice.tsx';
import { findInLine } from './intake-key-succession.ts';
import type { SealingRecipients } from './intake-key.server.ts';
import { decideSealingKeys, type CheckedSuccession, type SealingKeys } from './sealing-keys.ts';
import { noteSettings, type UnlockedRoom } from './unlocked-room.client.ts';

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

/**
 * Compares what the server proposes with what this person's browser remembers. A key that follows the remembered one in an
 * unbroken line is remembered from now on, and the person is told; any other one raises the alarm.
 */
export function SealingKeysProvider({ teamKind, recipients, children }: ProviderProps) {
  const unlocked = useUnlockedRoom();
  const checked = useCheckedSuccession(recipients);
  const keys = useMemo(
    () => decideSealingKeys(teamKind, recipients, unlocked, checked),
    [teamKind, recipients, unlocked, checked],
  );
  const { intake } = recipients;
  const remembered = unlocked?.settings?.intakeFingerprint;
  const seen = intake?.fingerprint;
  const isBusy = useRef(false);
  const isInLine = checked?.isInLine === true && checked.remembered === remembered && checked.seen === seen;

  useEffect(() => {
    if (!unlocked || seen === undefined || isBusy.current || intake?.isPinned !== true) return;
    if (remembered !== undefined && !isInLine) return;
    isBusy.current = true;
    void rememberKeys(seen, unlocked).finally(() => (isBusy.current = false));
  }, [unlocked, remembered, seen, intake?.isPinned, isInLine]);

  const [closedFor, setClosedFor] = useState<string | null>(null);
  const isNews =
    unlocked !== null && checked?.isInLine === true && checked.seen === seen && closedFor !== seen;
  return (
    <SealingKeysContext value={keys}>
      {isNews ? <IntakeKeyNotice onClose={() => setClosedFor(checked.seen)} /> : null}
      {children}
    </SealingKeysContext>
  );
}

/** Checks the line from the remembered key to the present one, once for each pair; raises the alarm when there is none. */
function useCheckedSuccession({ intake, former }: SealingRecipients): CheckedSuccession | null {
  const unlocked = useUnlockedRoom();
  const [checked, setChecked] = useState<CheckedSuccession | null>(null);
  const remembered = unlocked?.settings?.intakeFingerprint;
  useEffect(() => {
    if (remembered === undefined || intake === null || remembered === intake.fingerprint) return;
    const { publicKey, fingerprint: seen } = intake;
    if (checked?.remembered === remembered && checked.seen === seen) return;
    let isCurrent = true;
    const room = getCryptoRoom();
    findInLine(remembered, { publicKey, fingerprint: seen }, former, (input) => room.isSignedBy(input)).then(
      (key) => {
        if (!isCurrent) return;
        setChecked({ remembered, seen, isInLine: key !== null });
        if (key === null) void raiseAlarm(remembered, seen);
      },
      // Locked meanwhile: checked again after the next unlocking. Until then nothing is sealed.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [remembered, intake, former, checked]);
  return checked;
}

/** From now on this person's browser knows the intake key, and the team's key that the person made. Sealed, so that the server cannot change it. */
async function rememberKeys(
  intakeFingerprint: string,
  { settings: known, teamKeys }: UnlockedRoom,
): Promise<void> {
  const teamFingerprint = known?.teamFingerprint ?? teamKeys[0];
  const settings = {
    intakeFingerprint,
    seenAt: new Date().toISOString(),
    ...(teamFingerprint !== undefined && { teamFingerprint }),
  };
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
