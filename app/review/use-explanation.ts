import { useEffect, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { sha256 } from '#app/sealing/manifest.ts';

import { explanationSchema, type Explanation } from './decision-statement.ts';
import type { DecisionGroup } from './decisions.ts';

/** Words of a decision: `none` where it has none, `unreadable` when they are not the signed ones. */
export type OpenedExplanation = Explanation | 'none' | 'closed' | 'unreadable';

/** Opens the words of a decision, once the keys are unlocked, if they are the ones that were signed. */
export function useExplanation({ text, sealedExplanation, statement }: DecisionGroup): OpenedExplanation {
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const [opened, setOpened] = useState<{ text: string; value: Explanation | 'unreadable' } | null>(null);
  const isDone = opened?.text === text;
  const { sealedExplanationSha256: expected, findings } = statement;
  const count = findings.length;
  useEffect(() => {
    if (!isUnlocked || isDone || sealedExplanation === null) return;
    let isCurrent = true;
    void openExplanation(sealedExplanation, expected, count).then((value) => {
      if (isCurrent) setOpened({ text, value });
    });
    return () => {
      isCurrent = false;
    };
  }, [isUnlocked, isDone, sealedExplanation, expected, count, text]);
  if (expected === null) return 'none';
  if (sealedExplanation === null) return 'unreadable';
  return isDone ? opened.value : 'closed';
}

async function openExplanation(
  sealed: string,
  expected: string | null,
  count: number,
): Promise<Explanation | 'unreadable'> {
  try {
    const message = fromBase64Url(sealed);
    if ((await sha256(message)) !== expected) return 'unreadable';
    const parsed = explanationSchema.safeParse(await getCryptoRoom().openJson(message));
    return parsed.success && parsed.data.texts.length === count ? parsed.data : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
