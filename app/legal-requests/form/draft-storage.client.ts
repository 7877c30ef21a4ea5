import type { DraftContent } from '#app/legal-requests/draft-content.ts';
import type { StoredDraft } from '#app/legal-requests/drafts.server.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { SaveOutcome } from './draft-saver.ts';
import { saveSealed } from './save-sealed.client.ts';

const json = { Accept: 'application/json' };

/** Seals a draft to the own team, with the key that this browser has unlocked, and stores it. Never rejects. */
export function saveSealedDraft(
  address: string,
  teamFingerprint: string,
  content: DraftContent,
  version: number,
): Promise<SaveOutcome> {
  return saveSealed(`${address}?version=${version}`, () => sealForOwnTeam(teamFingerprint, content));
}

async function sealForOwnTeam(teamFingerprint: string, value: DraftContent): Promise<Uint8Array> {
  const room = getCryptoRoom();
  const { teams } = await room.ownKeys();
  return room.sealJson({
    value,
    recipients: teams.filter(({ fingerprint }) => fingerprint === teamFingerprint),
  });
}

/** The stored draft as it is now. @throws Error when it cannot be had */
export async function fetchStoredDraft(address: string): Promise<StoredDraft> {
  const response = await fetch(address, { headers: json });
  const stored: unknown = response.ok ? await response.json() : null;
  if (typeof stored !== 'object' || stored === null || !('sealed' in stored))
    throw new Error('no stored draft');
  return stored as StoredDraft;
}

/** @throws Error when it could not be thrown away */
export async function discardStoredDraft(address: string): Promise<void> {
  const response = await fetch(address, { method: 'DELETE', headers: json });
  if (!response.ok) throw new Error('not discarded');
}
