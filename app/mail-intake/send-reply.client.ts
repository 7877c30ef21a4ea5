import type { SealingKeys } from '#app/accounts/sealing-keys.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { PublicKeyInfo } from '#app/sealing/sealing-types.ts';

type ReadyKeys = Extract<SealingKeys, { state: 'ready' }>;

const addressOf = (legalRequestId: string) => `/desk/requests/${legalRequestId}/mail`;

/** Seals the words to the authority's key, signed with the intake key, and has the server send them. @throws SealingError, RequestError */
export async function sendReply(
  legalRequestId: string,
  reply: { decisionId: string; subject: string; text: string; key: PublicKeyInfo },
  { ownTeam }: ReadyKeys,
): Promise<void> {
  const { publicKey, fingerprint } = reply.key;
  const sealed = await getCryptoRoom().sealMailPart({
    part: composePart(reply.subject, reply.text),
    recipient: { publicKey, fingerprint },
    teamFingerprint: ownTeam.fingerprint,
  });
  const { decisionId } = reply;
  await postJson(addressOf(legalRequestId), { intent: 'send', decisionId, sealed: toBase64Url(sealed) });
}

/** @throws RequestError */
export async function saveKey(legalRequestId: string, publicKey: string): Promise<void> {
  await postJson(addressOf(legalRequestId), { intent: 'save_key', publicKey });
}

/** Asks for the key, or invites into the portal. @throws RequestError */
export async function write(legalRequestId: string, intent: 'ask_key' | 'invite'): Promise<void> {
  await postJson(addressOf(legalRequestId), { intent });
}

/** A text part with its subject inside (a protected header, RFC 9788), so that the outside says nothing. */
function composePart(subject: string, text: string): string {
  const octets = new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'));
  const base64 = btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''));
  return [
    'Content-Type: text/plain; charset=utf-8; protected-headers="v1"',
    'Content-Transfer-Encoding: base64',
    `Subject: ${encodeWord(subject)}`,
    '',
    base64.replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n');
}

/** RFC 2047, for a short line. */
function encodeWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const octets = new TextEncoder().encode(text);
  return `=?utf-8?B?${btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))}?=`;
}
