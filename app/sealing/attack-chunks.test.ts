/**
 * Chunked encryption invites cutting, swapping and repeating whole chunks, each of which has a valid tag of its own.
 * The chunk index in the nonce and the length in the final tag bind them (RFC 9580 §5.13.2).
 */
import { createMessage, encrypt, enums } from 'openpgp';
import { beforeAll, expect, test } from 'vitest';
import { PacketSplitter, encodePacketHeader } from './openpgp-packets.ts';
import { createTestKey, joinOctets, openOctetsWith, testOctets } from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

const chunkBytes = 256 + 16;
let key: TestKey;
let start: Uint8Array;
let header: Uint8Array;
let chunks: Uint8Array[];
let finalTag: Uint8Array;

beforeAll(async () => {
  key = await createTestKey('gcm');
  const message = await encrypt({
    message: await createMessage({ binary: testOctets(2000) }),
    encryptionKeys: key.publicKey,
    format: 'binary',
    config: { aeadProtect: true, preferredAEADAlgorithm: enums.aead.gcm, aeadChunkSizeByte: 2 },
  });
  start = message.subarray(0, 2 + message[1]!);
  const body = bodyOf(message.subarray(start.length));
  header = body.subarray(0, 36);
  finalTag = body.subarray(-16);
  chunks = [];
  for (let at = 36; at < body.length - 16; at += chunkBytes) {
    chunks.push(body.subarray(at, Math.min(at + chunkBytes, body.length - 16)));
  }
});

/** openpgp.js cuts the body into parts with lengths of their own. */
function bodyOf(packet: Uint8Array): Uint8Array {
  const events = [...new PacketSplitter().push(packet)];
  return joinOctets(events.flatMap((event) => (event.type === 'body' ? [event.piece] : [])));
}

async function open(parts: readonly Uint8Array[], tag = finalTag): Promise<void> {
  const body = joinOctets([header, ...parts, tag]);
  await openOctetsWith(key, joinOctets([start, encodePacketHeader(18, body.length), body]));
}

test('the chunks as they were are opened', async () => {
  expect(chunks.length).toBe(8);
  await expect(open(chunks)).resolves.toBeUndefined();
});

test.each([
  ['the last one dropped', () => chunks.slice(0, -1)],
  ['the first one dropped', () => chunks.slice(1)],
  ['one in the middle dropped', () => chunks.toSpliced(3, 1)],
  ['two swapped', () => chunks.with(2, chunks[3]!).with(3, chunks[2]!)],
  ['one repeated', () => chunks.toSpliced(3, 0, chunks[3]!)],
  ['all dropped', () => []],
  ['the last one cut', () => chunks.with(7, chunks[7]!.subarray(0, -1))],
])('%s: damaged', async (_name, change) => {
  await expect(open(change())).rejects.toMatchObject({ code: 'message_damaged' });
});

test('a chunk tag in place of the final tag: damaged', async () => {
  const tag = chunks[6]!.subarray(-16);
  await expect(open(chunks.slice(0, 7), tag)).rejects.toMatchObject({ code: 'message_damaged' });
});
