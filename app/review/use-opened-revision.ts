import { useEffect, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Manifest } from '#app/sealing/manifest.ts';

import type { Review, ReviewRevision } from './review.ts';
import {
  readOpenedForm,
  verifyRevision,
  type RevisionPlace,
  type RevisionProblem,
} from './verify-revision.ts';

/** The current revision in this browser. Only `open` holds anything readable. */
export type OpenedRevision =
  | { state: 'locked' | 'opening' }
  | { state: 'refused'; problems: RevisionProblem[] }
  | { state: 'failed'; error: unknown }
  | {
      state: 'open';
      manifest: Manifest;
      form: SealedForm;
      /** The form before it; null for the first revision, or when the old one does not hold. */
      before: SealedForm | null;
      contradictsPublicPart: boolean;
    };

type Outcome = Exclude<OpenedRevision, { state: 'locked' | 'opening' }>;

/**
 * Verifies, then opens the current revision in the crypto room, once for each revision. What was opened stays while the keys
 * lock again, so that nothing that is being written is lost.
 * @param receiptKey raw Ed25519 key that receipts are signed with, base64url
 */
export function useOpenedRevision(review: Review, receiptKey: string): [OpenedRevision, retry: () => void] {
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const current = review.revisions[0];
  const [tries, setTries] = useState(0);
  const [opened, setOpened] = useState<{ key: string; outcome: Outcome } | null>(null);
  const key = `${review.legalRequest.id} ${current?.manifestSha256 ?? ''} ${tries}`;
  const isDone = opened?.key === key;
  useEffect(() => {
    if (!isUnlocked || isDone) return;
    let isCurrent = true;
    void openRevisions(review, receiptKey).then((outcome) => {
      if (isCurrent) setOpened({ key, outcome });
    });
    return () => {
      isCurrent = false;
    };
  }, [isUnlocked, isDone, key, review, receiptKey]);
  const state: OpenedRevision = isDone ? opened.outcome : { state: isUnlocked ? 'opening' : 'locked' };
  return [state, () => setTries((count) => count + 1)];
}

async function openRevisions(review: Review, receiptKey: string): Promise<Outcome> {
  const [current, previous] = review.revisions;
  if (!current) return { state: 'refused', problems: ['manifest_malformed'] };
  const place = {
    legalRequestId: review.legalRequest.id,
    reference: review.legalRequest.reference,
    category: review.legalRequest.category,
    receiptKey,
  };
  try {
    const outcome = await openRevision(current, {
      ...place,
      previousManifestSha256: previous?.manifestSha256 ?? null,
    });
    if (outcome.state !== 'open' || !previous) return outcome;
    const before = await openRevision(previous, { ...place, previousManifestSha256: namedBefore(previous) });
    // A correction without its predecessor cannot be compared: that is a fault of what was handed out.
    return before.state === 'open' ? { ...outcome, before: before.form } : before;
  } catch (error) {
    return { state: 'failed', error };
  }
}

async function openRevision(revision: ReviewRevision, place: RevisionPlace): Promise<Outcome> {
  const { manifest, problems } = await verifyRevision(revision, place);
  if (!manifest) return { state: 'refused', problems };
  const value = await getCryptoRoom().openJson(fromBase64Url(revision.sealedForm));
  const opened = readOpenedForm(value, manifest, revision.publicPart);
  if (!opened.form) return { state: 'refused', problems: opened.problems };
  const { form, contradictsPublicPart } = opened;
  return { state: 'open', manifest, form, before: null, contradictsPublicPart };
}

/** The revision before the previous one is not handed out; the previous one is taken at its own, signed word. */
function namedBefore({ manifest }: ReviewRevision): string | null {
  const parsed: unknown = JSON.parse(manifest);
  const isNamed = typeof parsed === 'object' && parsed !== null && 'previousManifestSha256' in parsed;
  return isNamed && typeof parsed.previousManifestSha256 === 'string' ? parsed.previousManifestSha256 : null;
}
