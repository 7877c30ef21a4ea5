import { useCallback, useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';

import { minutes } from '#app/durations.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';

import type { Review, ReviewHead } from './review.ts';

type Claim = Review['claim'];

interface ClaimAnswer {
  claim: Claim;
  version: number;
}

/** Half of what a claim lasts is left when it is renewed. */
const renewEvery = minutes(7);

/**
 * Says that this person looks at the legal request, as long as the page is open and seen. The first time it starts the
 * review. Advisory: when it fails, nothing is lost, and it is tried again.
 */
export function useClaim({ id, status }: ReviewHead, initial: Claim) {
  const { revalidate } = useRevalidator();
  const isNew = status === 'submitted';
  const [claim, setClaim] = useState(initial);
  const [isReleased, setReleased] = useState(false);
  const path = `/desk/requests/${id}/claim`;
  const send = useCallback(
    async (intent: 'look' | 'take_over' | 'release') => {
      const answer = await postJson<ClaimAnswer>(path, { intent }).catch(() => null);
      if (answer) setClaim(answer.claim);
      setReleased(intent === 'release');
      // The first look has changed the status.
      if (answer && isNew) await revalidate();
    },
    [path, isNew, revalidate],
  );
  useEffect(() => {
    if (isReleased) return;
    const look = () => {
      if (document.visibilityState === 'visible') void send('look');
    };
    look();
    const timer = setInterval(look, renewEvery);
    return () => clearInterval(timer);
  }, [send, isReleased]);
  return { claim, takeOver: () => void send('take_over'), release: () => void send('release') };
}
