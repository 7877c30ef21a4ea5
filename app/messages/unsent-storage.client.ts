import type { SaveOutcome } from '#app/legal-requests/form/draft-saver.ts';
import { saveSealed } from '#app/legal-requests/form/save-sealed.client.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import type { UnsentKind } from './unsent-texts.server.ts';

export interface UnsentPlace {
  legalRequestId: string;
  kind: UnsentKind;
}

const addressOf = ({ legalRequestId, kind }: UnsentPlace) => `/unsent/${legalRequestId}/${kind}`;
const json = { Accept: 'application/json' };

/** What was being written here; null when there is nothing or it cannot be opened any more. Needs unlocked keys. */
export async function openUnsent(place: UnsentPlace): Promise<unknown> {
  const response = await fetch(addressOf(place), { headers: json });
  const { sealed } = (response.ok ? await response.json() : {}) as { sealed?: string };
  if (sealed === undefined) return null;
  return getCryptoRoom().openJson(fromBase64Url(sealed));
}

/** Seals to the own team and stores. Never rejects. */
export async function storeUnsent(
  place: UnsentPlace,
  ownTeam: Recipient | null,
  value: unknown,
): Promise<SaveOutcome> {
  if (!ownTeam) return { result: 'locked' };
  return saveSealed(addressOf(place), () => getCryptoRoom().sealJson({ value, recipients: [ownTeam] }));
}

/** Throws away what was sent. When that fails, it is offered once more: nothing is lost. */
export async function discardUnsent(place: UnsentPlace): Promise<void> {
  await fetch(addressOf(place), { method: 'DELETE', headers: json }).catch(() => undefined);
}
