import type { DraftContent } from '#app/legal-requests/draft-content.ts';
import type { SavedDraft, StoredDraft } from '#app/legal-requests/drafts.server.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';

import type { NewerDraft, SaveOutcome } from './draft-saver.ts';

const addressOf = (legalRequestId: string) => `/requests/${legalRequestId}/draft`;
const json = { Accept: 'application/json' };

/** Seals a draft to the own agency, with the key that this browser has unlocked, and stores it. Never rejects. */
export async function saveSealedDraft(
  legalRequestId: string,
  teamFingerprint: string,
  content: DraftContent,
  version: number,
): Promise<SaveOutcome> {
  let sealed: Uint8Array;
  try {
    sealed = await sealForAgency(teamFingerprint, content);
  } catch (error) {
    const code = isSealingError(error) ? error.code : 'worker_failed';
    return code === 'room_locked' ? { result: 'locked' } : { result: 'refused', code };
  }
  try {
    const response = await fetch(`${addressOf(legalRequestId)}?version=${version}`, {
      method: 'PUT',
      headers: { ...json, 'Content-Type': 'application/octet-stream' },
      // As a Blob: Chromium copies typed arrays.
      body: new Blob([sealed as Uint8Array<ArrayBuffer>]),
    });
    return await readOutcome(response);
  } catch {
    return { result: 'unreachable' };
  }
}

async function sealForAgency(teamFingerprint: string, value: DraftContent): Promise<Uint8Array> {
  const room = getCryptoRoom();
  const { teams } = await room.ownKeys();
  return room.sealJson({
    value,
    recipients: teams.filter(({ fingerprint }) => fingerprint === teamFingerprint),
  });
}

async function readOutcome(response: Response): Promise<SaveOutcome> {
  if (response.ok) return { result: 'saved', ...((await response.json()) as SavedDraft) };
  if (response.status === 401) return { result: 'signed_out' };
  if (response.status >= 500 || response.status === 429) return { result: 'unreachable' };
  const { code = 'unknown', details } = (await response.json().catch(() => ({}))) as {
    code?: string;
    details?: NewerDraft;
  };
  if (code === 'draft_changed_meanwhile' && details) return { result: 'changed_meanwhile', newer: details };
  return { result: 'refused', code };
}

/** The stored draft as it is now. @throws Error when it cannot be had */
export async function fetchStoredDraft(legalRequestId: string): Promise<StoredDraft> {
  const response = await fetch(addressOf(legalRequestId), { headers: json });
  const stored: unknown = response.ok ? await response.json() : null;
  if (typeof stored !== 'object' || stored === null || !('sealed' in stored))
    throw new Error('no stored draft');
  return stored as StoredDraft;
}

/** @throws Error when it could not be thrown away */
export async function discardStoredDraft(legalRequestId: string): Promise<void> {
  const response = await fetch(addressOf(legalRequestId), { method: 'DELETE', headers: json });
  if (!response.ok) throw new Error('not discarded');
}
