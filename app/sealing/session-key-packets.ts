/**
 * The packets in front of a message that hold its session key, one for each recipient (RFC 9580 §5.1). A message can be
 * made readable to somebody else by one more of them; its ciphertext, and all that was signed over it, stays as it is.
 */
import { encryptSessionKey } from 'openpgp';
import type { PrivateKey, PublicKey } from 'openpgp';
import { encodePacketHeader, PacketFormatError, packetTags, PacketSplitter } from './openpgp-packets.ts';
import { parsePkesk } from './pkesk-fields.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';
import { openSessionKey } from './session-keys.ts';

/** More than this before the encrypted data is no message of ours. */
const maxHeadBytes = 64 * 1024;
/** RFC 9580 §9.3; for messages of which only the head is there. */
const aes256 = 9;

/**
 * Reads the packets at the beginning of a stored message, and no more of it than that.
 * @throws PacketFormatError when it does not begin like a message; `truncated` when there is nothing behind them
 */
export async function readSessionKeyPackets(message: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const splitter = new PacketSplitter();
  const packets: Uint8Array[] = [];
  let body: Uint8Array[] = [];
  let seenBytes = 0;
  for await (const piece of message) {
    seenBytes += piece.length;
    for (const event of splitter.push(piece)) {
      if (event.type === 'header' && event.tag !== packetTags.publicKeyEncryptedSessionKey)
        return join(packets);
      if (event.type === 'body') body.push(event.piece.slice());
      if (event.type !== 'end') continue;
      const whole = join(body);
      packets.push(encodePacketHeader(packetTags.publicKeyEncryptedSessionKey, whole.length), whole);
      body = [];
    }
    if (seenBytes > maxHeadBytes) break;
  }
  throw new PacketFormatError('truncated');
}

/** Whether this is one such packet, whole and for exactly this encryption subkey, and nothing besides. */
export function isSessionKeyPacketFor(packet: Uint8Array, encryptionFingerprint: string): boolean {
  try {
    const splitter = new PacketSplitter();
    const events = [...splitter.push(packet), ...splitter.finish()];
    const headers = events.flatMap((event) => (event.type === 'header' ? [event.tag] : []));
    if (headers.join() !== String(packetTags.publicKeyEncryptedSessionKey)) return false;
    const fields = parsePkesk(join(events.flatMap((event) => (event.type === 'body' ? [event.piece] : []))));
    const expected = encryptionFingerprint.toLowerCase();
    return fields !== null && fields.recipient !== null && expected.endsWith(fields.recipient);
  } catch (error) {
    if (error instanceof PacketFormatError) return false;
    throw error;
  }
}

/**
 * Opens the session key of a message with one of `keys` and seals it to one more recipient.
 * @param packets as {@link readSessionKeyPackets} gives them
 * @param recipient a key that has passed the recipients check
 * @returns one packet, to be put in front of the message
 * @throws SealingError `not_for_us`, `message_unsupported`, `key_unreadable`
 */
export async function sealSessionKeyTo(
  packets: Bytes,
  keys: readonly PrivateKey[],
  recipient: PublicKey,
): Promise<Bytes> {
  const { data, algorithm } = await openSessionKey(packets, aes256, [...keys]);
  const packet = await encryptSessionKey({
    data,
    algorithm: algorithm ?? 'aes256',
    // A session key of version 6 names no cipher: it belongs to SEIPDv2, which the portal writes with GCM alone.
    ...(algorithm === null ? { aeadAlgorithm: 'gcm' as const } : {}),
    encryptionKeys: recipient,
    format: 'binary',
  }).catch((cause: unknown) => {
    throw new SealingError('key_unreadable', 'a key cannot encrypt', { cause });
  });
  return new Uint8Array(packet);
}

function join(pieces: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
