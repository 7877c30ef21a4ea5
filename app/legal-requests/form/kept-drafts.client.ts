/**
 * The drafts of this tab, each with its one saver. A form that is opened again goes on with the draft that uploads still
 * store their state in; a second saver would meet the first one's saves as a conflict.
 */
import type { UploadPurpose } from '#app/uploads/upload-purposes.ts';
import { isUploading } from '#app/uploads/uploader.client.ts';

import { storeWhenPossible, type StoringSaver } from './use-storing.ts';

export type DraftPlace = {
  legalRequestId: string;
  purpose: UploadPurpose;
  /** Which revision or answer is written: what follows it is another draft. */
  number: number;
};

/** Whatever it holds. */
type AnyDraft = { readonly saver: StoringSaver & { end(): void } };
type Kept = { draft: AnyDraft; number: number; stop: () => void };
const kept = new Map<string, Kept>();
const keyOf = ({ legalRequestId, purpose }: DraftPlace) => `${purpose} ${legalRequestId}`;

/** The draft that was left in the middle of something, with which to go on; null when the stored one counts. */
export function findKeptDraft<Draft extends AnyDraft>(place: DraftPlace): Draft | null {
  const found = kept.get(keyOf(place));
  if (found?.number !== place.number) return null;
  const { draft } = found;
  if (!draft.saver.hasUnsaved() && !isUploading(place)) return null;
  // One place has one kind of draft; the map cannot say so.
  return draft as Draft;
}

/** From now on this is the one that saves here; it stores again when the keys or the network are back. */
export function keepDraft(place: DraftPlace, draft: AnyDraft): void {
  const key = keyOf(place);
  const before = kept.get(key);
  if (before?.draft === draft) return;
  before?.stop();
  before?.draft.saver.end();
  kept.set(key, { draft, number: place.number, stop: storeWhenPossible(draft.saver) });
}

/** It was submitted or thrown away: no saving any more. */
export function endDraft(place: DraftPlace): void {
  const key = keyOf(place);
  const found = kept.get(key);
  kept.delete(key);
  found?.stop();
  found?.draft.saver.end();
}
