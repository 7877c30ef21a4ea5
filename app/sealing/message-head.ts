import { encryptSessionKey } from 'openpgp';
import type { PublicKey } from 'openpgp';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { maxFileBytes } from './bulk-types.ts';
import type { MessageFormat, MessageHead } from './bulk-types.ts';
import { aes256 } from './gcm-chunks.ts';
import { defaultSegmentBatches } from './message-layout.ts';
import { randomBytes } from './random-bytes.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

const seipd2Feature = 0x08;
const gcm = 3;

/** A message's unchanging part, decoded. */
export type MessagePlan = {
  format: MessageFormat;
  sessionKey: Bytes;
  pkesk: Bytes;
  random: Bytes;
  /** UTF-8, at most 255 octets */
  fileName: Bytes;
  plaintextBytes: number;
  segmentBatches: number;
};

/** Fields that openpgp.js reads from a self-signature but does not declare. */
type AdvertisedFeatures = { features: Uint8Array | null; preferredCipherSuites: [number, number][] | null };

const randomBytesOf: Record<MessageFormat, number> = { seipd1: 16, seipd2_gcm: 32 };

/**
 * Makes session key, PKESK packets and the random octets of a new message. The session key is always one for
 * AES-256, and AEAD is GCM or nothing: OCB, which some keys prefer, runs at 2 MB/s in browsers.
 *
 * @param recipientKeys keys that have passed the recipients check.
 * @throws {SealingError} `too_large`, `random_failed`, `key_unreadable` when a key cannot encrypt.
 */
export async function createMessageHead(options: {
  recipientKeys: PublicKey[];
  fileName: string;
  plaintextBytes: number;
  preferSeipd2?: boolean;
  segmentBatches?: number;
}): Promise<MessageHead> {
  const { recipientKeys, plaintextBytes } = options;
  if (plaintextBytes > maxFileBytes) throw new SealingError('too_large');
  if (recipientKeys.length === 0) throw new SealingError('key_unreadable', 'no recipients');
  const format = options.preferSeipd2 && (await allReadGcm(recipientKeys)) ? 'seipd2_gcm' : 'seipd1';
  const sessionKey = randomBytes(32);
  const pkesk = await encryptSessionKey({
    data: sessionKey,
    algorithm: 'aes256',
    ...(format === 'seipd2_gcm' ? { aeadAlgorithm: 'gcm' as const } : {}),
    encryptionKeys: recipientKeys,
    format: 'binary',
  }).catch((error: unknown) => {
    throw new SealingError('key_unreadable', 'a key cannot encrypt', { cause: error });
  });
  return {
    format,
    sessionKey: toBase64Url(sessionKey),
    pkesk: toBase64Url(pkesk),
    random: toBase64Url(randomBytes(randomBytesOf[format])),
    fileName: options.fileName,
    plaintextBytes,
    segmentBatches: options.segmentBatches ?? defaultSegmentBatches,
  };
}

/** True if every key says that it reads SEIPDv2 with AES-256 and GCM (RFC 9580 §5.2.3.15, §5.2.3.32). */
async function allReadGcm(keys: PublicKey[]): Promise<boolean> {
  for (const key of keys) {
    const { selfCertification } = await key.getPrimaryUser();
    const { features, preferredCipherSuites } = selfCertification as unknown as AdvertisedFeatures;
    if (((features?.[0] ?? 0) & seipd2Feature) === 0) return false;
    if (!preferredCipherSuites?.some(([cipher, aead]) => cipher === aes256 && aead === gcm)) return false;
  }
  return true;
}

/** @throws {SealingError} `resume_impossible` when a saved head is not one. */
export function decodeMessageHead(head: MessageHead): MessagePlan {
  try {
    const plan = {
      format: head.format,
      sessionKey: fromBase64Url(head.sessionKey),
      pkesk: fromBase64Url(head.pkesk),
      random: fromBase64Url(head.random),
      fileName: encodeFileName(head.fileName),
      plaintextBytes: head.plaintextBytes,
      segmentBatches: head.segmentBatches,
    };
    const counts = [plan.plaintextBytes, plan.segmentBatches];
    if (!counts.every(Number.isSafeInteger) || plan.segmentBatches < 1) throw new RangeError('sizes');
    if (plan.sessionKey.length !== 32) throw new RangeError('session key');
    if (plan.random.length !== randomBytesOf[plan.format]) throw new RangeError('random octets');
    return plan;
  } catch (error) {
    throw new SealingError('resume_impossible', 'saved message head is damaged', { cause: error });
  }
}

/** The name field of a literal packet has a length of one octet: longer names are cut between characters. */
function encodeFileName(name: string): Bytes {
  const bytes = new Uint8Array(255);
  const { written } = new TextEncoder().encodeInto(name, bytes);
  return bytes.slice(0, written);
}
