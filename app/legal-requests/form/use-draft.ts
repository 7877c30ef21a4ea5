import { useCallback, useEffect, useSyncExternalStore } from 'react';

import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { continueWith } from '#app/legal-requests/answers-schema.ts';
import { readDraftContent, type DraftContent } from '#app/legal-requests/draft-content.ts';
import type { StoredDraft } from '#app/legal-requests/drafts.server.ts';
import { readSealedForm, type SealedForm } from '#app/legal-requests/sealed-form.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { DraftStatus } from './draft-saver.ts';
import { fetchStoredDraft, saveSealedDraft } from './draft-storage.client.ts';
import type { EditFacts } from './edit-facts.ts';
import { endDraft, findKeptDraft, keepDraft, type DraftPlace } from './kept-drafts.client.ts';
import { TabDraft } from './tab-draft.ts';
import { useStoringOnLeave } from './use-storing.ts';

/** A draft that is open in this tab. */
export type OpenDraft = {
  content: DraftContent;
  /** Counts how often a newer version was taken over: what keeps a copy of the content begins anew then. */
  generation: number;
  status: DraftStatus;
  /** Changes the newest content and saves it soon. */
  change: (next: (content: DraftContent) => DraftContent) => void;
  /** Resolves when all that was changed up to now is stored. */
  flush: () => Promise<void>;
  resume: () => void;
  keepMine: () => void;
  /** Loads what another tab or a colleague has saved; rejects when that is not possible now. */
  takeNewer: () => Promise<void>;
  /** No saving any more. */
  end: () => void;
  hasUnsaved: () => boolean;
};

/** The draft of this form in this tab, as `openDraft` gave it. */
export function useDraft(facts: EditFacts, draft: FormDraft): OpenDraft {
  const keys = useSealingKeys();
  // While locked the last known key stays, so that the crypto room itself answers `room_locked`.
  if (keys.state === 'ready') draft.ownFingerprint = keys.ownTeam.fingerprint;
  useEffect(() => keepDraft(placeOf(facts), draft), [facts, draft]);
  const { saver, change } = draft;
  useStoringOnLeave(saver);
  const { content, generation } = useSyncExternalStore(draft.subscribe, draft.shown, draft.shown);
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);
  const takeNewer = useCallback(async () => {
    const stored = await fetchStoredDraft(facts.addresses.draft);
    draft.takeNewer(await openStored(facts, stored), stored);
  }, [facts, draft]);
  const end = useCallback(() => endDraft(placeOf(facts)), [facts]);
  const { flush, resume, keepMine, hasUnsaved } = saver;
  return { content, generation, status, change, takeNewer, flush, resume, keepMine, end, hasUnsaved };
}

const placeOf = ({ legalRequestId, revision }: EditFacts): DraftPlace => ({
  legalRequestId,
  purpose: 'attachment',
  number: revision,
});

/** A form's draft is sealed to the own team, whose key may change while it is open. */
class FormDraft extends TabDraft<DraftContent> {
  ownFingerprint = '';

  constructor({ addresses, draft }: EditFacts, content: DraftContent) {
    super(content, {
      version: draft?.version ?? 0,
      savedAt: draft?.savedAt ?? null,
      save: (newest, version) => saveSealedDraft(addresses.draft, this.ownFingerprint, newest, version),
    });
  }
}

/** What is open: the draft, and the form that it corrects. */
export type OpenedDraft = { facts: EditFacts; draft: FormDraft; original: SealedForm | null };

/**
 * Opens what is being written: what this tab is in the middle of, else the stored draft, else the form that is
 * corrected, else an empty one. Needs unlocked keys.
 * @throws SealingError; Error when the sealed form does not belong here
 */
export async function openDraft(loaded: EditFacts): Promise<OpenedDraft> {
  const { correction, legalRequestId } = loaded;
  const original = correction && (await openForm(legalRequestId, correction.revision));
  const kept = findKeptDraft<FormDraft>(placeOf(loaded));
  if (kept) return { facts: loaded, draft: kept, original };
  const facts = await withNewestDraft(loaded);
  const content = facts.draft ? await openStored(facts, facts.draft) : await beginContent(facts, original);
  return { facts, draft: new FormDraft(facts, content), original };
}

/**
 * The draft as it is stored when it is opened. Between loading the page and unlocking, a save that this tab had under way
 * before a reload may have arrived, or a colleague's; opened as it was loaded, the first save would meet it as a conflict.
 */
async function withNewestDraft(facts: EditFacts): Promise<EditFacts> {
  const stored = await fetchStoredDraft(facts.addresses.draft).catch(() => null);
  return stored ? { ...facts, draft: stored } : facts;
}

async function openStored({ category, contact }: EditFacts, { sealed }: StoredDraft): Promise<DraftContent> {
  return readDraftContent(await getCryptoRoom().openJson(fromBase64Url(sealed)), category, contact);
}

async function beginContent(facts: EditFacts, original: SealedForm | null): Promise<DraftContent> {
  if (!original) return startDraft(facts);
  const { answers, files } = original;
  return { version: 'amtsweg.draft.v1', answers, attachments: files };
}

/** A form that nobody has begun, with what is known already. */
async function startDraft({ category, contact, start }: EditFacts): Promise<DraftContent> {
  const content = readDraftContent(null, category, contact);
  const { source, foreignRoute } = start;
  if (foreignRoute) content.answers.foreignRoute = foreignRoute;
  if (!source) return content;
  const { answers } = await openForm(source.legalRequestId, source);
  return { ...content, answers: continueWith(answers, category) };
}

/** @throws SealingError; Error `form_foreign` when what was opened belongs to another place */
export async function openForm(
  legalRequestId: string,
  { number, sealedForm }: { number: number; sealedForm: string },
): Promise<SealedForm> {
  const opened = await getCryptoRoom().openJson(fromBase64Url(sealedForm));
  const form = readSealedForm(opened, { legalRequestId, revision: number });
  if (!form) throw new Error('form_foreign');
  return form;
}
