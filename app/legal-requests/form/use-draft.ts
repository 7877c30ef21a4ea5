import { useCallback, useRef, useState, useSyncExternalStore } from 'react';

import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { continueWith } from '#app/legal-requests/answers-schema.ts';
import { readDraftContent, type DraftContent } from '#app/legal-requests/draft-content.ts';
import { readSealedForm, type SealedForm } from '#app/legal-requests/sealed-form.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import { DraftSaver, type DraftStatus } from './draft-saver.ts';
import { fetchStoredDraft, saveSealedDraft } from './draft-storage.client.ts';
import type { EditFacts } from './edit-facts.ts';
import { useStoring } from './use-storing.ts';

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

/** The newest content outlives renders: two changes in one event must not undo each other. */
export function useDraft(facts: EditFacts, opened: DraftContent): OpenDraft {
  const [content, setContent] = useState(opened);
  const [generation, setGeneration] = useState(0);
  const newest = useRef(opened);
  const saver = useDraftSaver(facts);
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);
  const change = useCallback<OpenDraft['change']>(
    (next) => {
      newest.current = next(newest.current);
      setContent(newest.current);
      saver.change(newest.current);
    },
    [saver],
  );
  const takeNewer = useCallback(async () => {
    const stored = await fetchStoredDraft(facts.addresses.draft);
    newest.current = (await openDraft({ ...facts, draft: stored })).content;
    setContent(newest.current);
    setGeneration((count) => count + 1);
    saver.takeNewer(stored);
  }, [facts, saver]);
  const { flush, resume, keepMine, end, hasUnsaved } = saver;
  return { content, generation, status, change, takeNewer, flush, resume, keepMine, end, hasUnsaved };
}

function useDraftSaver({ addresses, draft }: EditFacts): DraftSaver<DraftContent> {
  const keys = useSealingKeys();
  // While locked the last known key stays, so that the crypto room itself answers `room_locked`.
  const fingerprint = useRef('');
  if (keys.state === 'ready') fingerprint.current = keys.ownTeam.fingerprint;
  const [saver] = useState(
    () =>
      new DraftSaver<DraftContent>({
        version: draft?.version ?? 0,
        savedAt: draft?.savedAt ?? null,
        save: (content, version) => saveSealedDraft(addresses.draft, fingerprint.current, content, version),
      }),
  );
  useStoring(saver);
  return saver;
}

/** What is open: the draft, and the form that it corrects. */
export type OpenedDraft = { content: DraftContent; original: SealedForm | null };

/**
 * Opens what is being written: the stored draft, else the form that is corrected, else an empty one. Needs unlocked keys.
 * @throws SealingError; Error when the sealed form does not belong here
 */
export async function openDraft(facts: EditFacts): Promise<OpenedDraft> {
  const { category, contact, draft, correction } = facts;
  const original = correction && (await openForm(facts.legalRequestId, correction.revision));
  if (draft) {
    const opened = await getCryptoRoom().openJson(fromBase64Url(draft.sealed));
    return { content: readDraftContent(opened, category, contact), original };
  }
  if (!original) return { content: await startDraft(facts), original };
  const { answers, files } = original;
  return { content: { version: 'amtsweg.draft.v1', answers, attachments: files }, original };
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
