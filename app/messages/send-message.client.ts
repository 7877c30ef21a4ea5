import { v7 as uuidv7 } from 'uuid';

import { deskRecipients, type AgencyKey, type SealingKeys } from '#app/accounts/sealing-keys.ts';
import type { Intent, Side } from '#app/legal-requests/clock.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';

import { createMessage } from './message.ts';

type ReadyKeys = Extract<SealingKeys, { state: 'ready' }>;

/**
 * Both team keys, the provider's first. The agency knows its own; the desk takes the agency's key of this legal request,
 * which the crypto room accepts only with the intake key's certification.
 * @returns null when the agency has no key
 */
export function bothTeams(keys: ReadyKeys, side: Side, agencyKey: AgencyKey): Recipient[] | null {
  if (side === 'agency') return keys.recipients;
  return deskRecipients(keys, agencyKey);
}

type Place = { legalRequestId: string; side: Side };
type MessageContent = { text: string; intent: Intent; files: CompleteAttachment[] };

/** What is sent; sending the very same again changes nothing, because the answer to the first time may have been lost. */
export type SealedMessage = { messageId: string; intent: Intent; sealed: string; fileIds: string[] };

/** Seals a message with its list of files to both teams. @throws SealingError */
export async function sealMessage(
  place: Place,
  content: MessageContent,
  recipients: Recipient[],
): Promise<SealedMessage> {
  const messageId = uuidv7();
  const value = createMessage({ ...place, messageId }, content);
  const sealed = toBase64Url(await getCryptoRoom().sealJson({ value, recipients }));
  const fileIds = content.files.map(({ fileId }) => fileId);
  return { messageId, intent: content.intent, sealed, fileIds };
}

/** @throws RequestError */
export async function sendMessage(legalRequestId: string, message: SealedMessage): Promise<void> {
  await postJson(`/messages/${legalRequestId}`, { do: 'send', ...message });
}

/** The question is settled without a message. @throws RequestError */
export async function giveTurnBack(legalRequestId: string): Promise<void> {
  await postJson(`/messages/${legalRequestId}`, { do: 'give_back' });
}

/** This person has seen the messages up to this one. Not worth a word when it fails: they stay marked as new. */
export async function markRead(legalRequestId: string, messageId: string): Promise<void> {
  await postJson(`/messages/${legalRequestId}`, { do: 'read', messageId }).catch(() => undefined);
}
