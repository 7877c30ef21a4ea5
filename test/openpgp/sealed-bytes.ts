/** Short ways for tests to seal and open octets in memory with the bulk engine, in pieces of any size. */
import { enums, generateKey } from 'openpgp';
import type { PartialConfig, PrivateKey, PublicKey } from 'openpgp';
import { createMessageHead, decodeMessageHead } from '#app/sealing/message-head.ts';
import type { MessagePlan } from '#app/sealing/message-head.ts';
import { readMessage } from '#app/sealing/message-reader.ts';
import { MessageWriter } from '#app/sealing/message-writer.ts';
import { findSessionKey } from '#app/sealing/session-keys.ts';
import '#app/sealing/openpgp-settings.ts';

export type TestKey = { privateKey: PrivateKey; publicKey: PublicKey };

/** A key as people and teams have; `aead` makes it advertise SEIPDv2 with that mode preferred. */
export async function createTestKey(aead?: 'gcm' | 'ocb'): Promise<TestKey> {
  const config: PartialConfig = aead
    ? { aeadProtect: true, preferredAEADAlgorithm: enums.aead[aead] }
    : { aeadProtect: false };
  return generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ name: 'Anna Amt', email: 'anna@amt.example' }],
    format: 'object',
    config,
  });
}

/** Octets that are the same for the same seed and look random to a compressor. */
export function testOctets(count: number, seed = 1): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(count);
  let state = seed >>> 0 || 1;
  for (let at = 0; at < count; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    octets[at] = state & 0xff;
  }
  return octets;
}

export function joinOctets(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Cuts octets into pieces whose sizes repeat. */
export function* cutOctets(octets: Uint8Array, pieceSizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < octets.length; turn += 1) {
    const size = pieceSizes[turn % pieceSizes.length] ?? octets.length;
    yield octets.subarray(at, at + size);
    at += size;
  }
}

export async function* asStream(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

export async function planFor(
  octets: Uint8Array,
  recipients: readonly TestKey[],
  options: { preferSeipd2?: boolean; fileName?: string } = {},
): Promise<MessagePlan> {
  const head = await createMessageHead({
    recipientKeys: recipients.map((key) => key.publicKey),
    fileName: options.fileName ?? 'akte.pdf',
    plaintextBytes: octets.length,
    preferSeipd2: options.preferSeipd2 ?? false,
  });
  return decodeMessageHead(head);
}

export async function sealWithPlan(
  plan: MessagePlan,
  octets: Uint8Array,
  pieceSizes: readonly number[] = [65_536],
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const writer = await MessageWriter.create(plan, (part) => parts.push(part.slice()));
  for (const piece of cutOctets(octets, pieceSizes)) await writer.write(piece);
  await writer.finish();
  return joinOctets(parts);
}

/** Our reader; resolves only if the message is authentic. */
export async function openOctetsWith(
  key: TestKey,
  message: Uint8Array,
  options: { pieceSizes?: readonly number[]; maxPlaintextBytes?: number } = {},
): Promise<{ octets: Uint8Array; fileName: string }> {
  const parts: Uint8Array[] = [];
  const { fileName, plaintextBytes } = await readMessage({
    source: asStream(cutOctets(message, options.pieceSizes ?? [65_536])),
    findSessionKey: (pkesk, cipher) => findSessionKey(pkesk, cipher, [key.privateKey]),
    sink: (piece) => void parts.push(piece.slice()),
    maxPlaintextBytes: options.maxPlaintextBytes ?? 2 ** 31,
  });
  const octets = joinOctets(parts);
  if (octets.length !== plaintextBytes) throw new Error('the reader miscounts');
  return { octets, fileName };
}
