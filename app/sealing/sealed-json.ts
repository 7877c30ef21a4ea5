/** Form parts, drafts, findings, notes and settings: a JSON value as an OpenPGP message. */
import type { PrivateKey, PublicKey } from 'openpgp';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { openOctets, sealOctets } from './sealed-message.ts';
import { SealingError } from './sealing-error.ts';

/** Seals the JSON text of `value`; throws a TypeError for what JSON cannot express (undefined, functions, circles). */
export async function sealJson(value: unknown, recipients: readonly PublicKey[]): Promise<Uint8Array> {
  return sealOctets(encodeJson(value), recipients);
}

/** The JSON value of a message for one of `keys`. Throws like {@link openOctets}, and `message_damaged` if it is not JSON in UTF-8. */
export async function openJson(message: Uint8Array, keys: readonly PrivateKey[]): Promise<unknown> {
  return decodeJson(await openOctets(message, keys));
}

/**
 * What a browser keeps on the server for itself: sealed to the person and signed by the person (base64url), because everybody can seal to a
 * public key but only its owner can sign.
 */
export async function sealOwnJson(value: unknown, person: PrivateKey): Promise<string> {
  return toBase64Url(await sealOctets(encodeJson(value), [person.toPublic()], person));
}

/** The value of {@link sealOwnJson}; throws `message_damaged` or `not_for_us` unless this person sealed and signed it. */
export async function openOwnJson(sealed: string, person: PrivateKey): Promise<unknown> {
  let message: Uint8Array;
  try {
    message = fromBase64Url(sealed);
  } catch (cause) {
    throw new SealingError('message_damaged', undefined, { cause });
  }
  return decodeJson(await openOctets(message, [person], person.toPublic()));
}

function encodeJson(value: unknown): Uint8Array {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('Not a JSON value');
  return new TextEncoder().encode(text);
}

function decodeJson(octets: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
  } catch (cause) {
    throw new SealingError('message_damaged', undefined, { cause });
  }
}
