import { v7 as uuidv7 } from 'uuid';

import { certifiedRecipient, type SealingKeys } from '#app/accounts/sealing-keys.ts';
import type { Intent, Side } from '#app/legal-requests/clock.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { PublicKeyInfo, Recipient } from '#app/sealing/sealing-types.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';

import { createMessage } from './message.ts';

type ReadyKeys = Extract<SealingKeys, { state: 'ready' }>;

/**
 * Both team keys, the provider's first. The agency knows its own; the desk takes the agency's key of this legal request,
 * which the crypto room accepts only with the intake key's certification.
 * @returns null when the agency has no key
 */
export function bothTeams(keys: ReadyKeys, side: Side, agencyKey: PublicKeyInfo | null): Recipient[] | null {
  if (side === 'agency') return keys.recipients;
  return agencyKey ? [keys.ownTeam, certifiedRecipient(keys.intake, agencyKey)] : null;
}

/**
 * Seals a message with its list of files to both teams and sends it.
 * @throws SealingError (nothing was sent), RequestError
 */
export async function sendMessage(
  place: { legalRequestId: string; side: Side },
  content: { text: string; intent: Intent; files: CompleteAttachment[] },
  recipients: Recipient[],
): Promise<void> {
  const messageId = uuidv7();
  const value = createMessage({ ...place, messageId }, content);
  const sealed = toBase64Url(await getCryptoRoom().sealJson({ value, recipients }));
  await postJson(`/messages/${place.legalRequestId}`, {
    do: 'send',
    messageId,
    intent: content.intent,
    sealed,
    fileIds: content.files.map(({ fileId }) => fileId),
  });
}

/** The question is settled without a message. @throws RequestError */
export async function giveTurnBack(legalRequestId: string): Promise<void> {
  await postJson(`/messages/${legalRequestId}`, { do: 'give_back' });
}

/** This person has seen the messages up to this one. Not worth a word when it fails: they stay marked as new. */
export async function markRead(legalRequestId: string, messageId: string): Promise<void> {
  await postJson(`/messages/${legalRequestId}`, { do: 'read', messageId }).catch(() => undefined);
}
