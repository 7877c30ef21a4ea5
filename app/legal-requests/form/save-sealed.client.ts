import { noteSessionOver } from '#app/accounts/leave-browser.client.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';

import type { NewerDraft, SaveOutcome } from './draft-saver.ts';

/**
 * Seals what is being written and stores it, as a `DraftSaver` wants it. Never rejects.
 * @param address PUT with the OpenPGP message; answers `{ version, savedAt }`
 */
export async function saveSealed(address: string, seal: () => Promise<Uint8Array>): Promise<SaveOutcome> {
  let sealed: Uint8Array;
  try {
    sealed = await seal();
  } catch (error) {
    const code = isSealingError(error) ? error.code : 'worker_failed';
    return code === 'room_locked' ? { result: 'locked' } : { result: 'refused', code };
  }
  try {
    const response = await fetch(address, {
      method: 'PUT',
      headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
      // As a Blob: Chromium copies typed arrays.
      body: new Blob([sealed as Uint8Array<ArrayBuffer>]),
    });
    return await readOutcome(response);
  } catch {
    return { result: 'unreachable' };
  }
}

async function readOutcome(response: Response): Promise<SaveOutcome> {
  if (response.ok)
    return { result: 'saved', ...((await response.json()) as { version: number; savedAt: string }) };
  if (response.status === 401) {
    noteSessionOver();
    return { result: 'signed_out' };
  }
  if (response.status >= 500 || response.status === 429) return { result: 'unreachable' };
  const { code = 'unknown', details } = (await response.json().catch(() => ({}))) as {
    code?: string;
    details?: NewerDraft;
  };
  if (code === 'draft_changed_meanwhile' && details) return { result: 'changed_meanwhile', newer: details };
  return { result: 'refused', code };
}
