import { blockBytes } from './cfb.ts';
import { encodeSeipd2Header, gcmHeader, seipd2HeaderBytes, tagBytes } from './gcm-chunks.ts';
import type { MessagePlan } from './message-head.ts';
import { encodePacketHeader, packetHeaderBytes, packetTags } from './openpgp-packets.ts';
import type { Bytes } from './sealing-types.ts';

/**
 * Octets that are encrypted by one call of WebCrypto, and the chunk of SEIPDv2. With less the calls cost more than the
 * encryption; from 1 MiB Chromium asks the system for fresh memory each time, which takes twice the time of the
 * encryption. Segments begin and end on its multiples.
 */
export const batchBytes = 512 * 1024;
/** 16 MiB of the encrypted part: a segment is uploaded as one file. A message keeps what it was begun with. */
export const defaultSegmentBatches = 32;
/** 2 ** (13 + 6) octets: the same 512 KiB as the chunk size of RFC 9580 §5.13.2. */
export const chunkOctet = 13;
/** 16 random octets and the last two again (RFC 9580 §5.13.1) */
const prefixBytes = blockBytes + 2;
/** the modification detection code packet with its header */
const mdcBytes = 22;

type Lengths = { literalBodyBytes: number; innerBytes: number; packetBodyBytes: number };

function lengthsOf(plan: MessagePlan): Lengths {
  const literalBodyBytes = 6 + plan.fileName.length + plan.plaintextBytes;
  const literalBytes = packetHeaderBytes(literalBodyBytes) + literalBodyBytes;
  if (plan.format === 'seipd1') {
    const innerBytes = prefixBytes + literalBytes + mdcBytes;
    return { literalBodyBytes, innerBytes, packetBodyBytes: 1 + innerBytes };
  }
  const tags = Math.ceil(literalBytes / batchBytes) + 1;
  return {
    literalBodyBytes,
    innerBytes: literalBytes,
    packetBodyBytes: seipd2HeaderBytes + literalBytes + tags * tagBytes,
  };
}

/** PKESK packets and the header of the SEIPD packet. */
export function outerStart(plan: MessagePlan): Bytes[] {
  return [plan.pkesk, encodePacketHeader(packetTags.seipd, lengthsOf(plan).packetBodyBytes)];
}

/** Fields of the SEIPD packet before the encrypted data. */
export function encryptedStart(plan: MessagePlan): Bytes {
  return plan.format === 'seipd1' ? Uint8Array.of(1) : encodeSeipd2Header(gcmHeader(chunkOctet, plan.random));
}

/** What stands before the text inside the encrypted part. */
export function innerStart(plan: MessagePlan): Bytes[] {
  const literalStart = [
    encodePacketHeader(packetTags.literalData, lengthsOf(plan).literalBodyBytes),
    // "b" for binary, name, and date 0: when something was sealed is nobody's business but the events'.
    Uint8Array.of(0x62, plan.fileName.length),
    plan.fileName,
    new Uint8Array(4),
  ];
  if (plan.format === 'seipd2_gcm') return literalStart;
  return [plan.random, plan.random.slice(-2), ...literalStart];
}

function totalBytes(parts: Bytes[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** Exact length of the message that a writer makes from this plan. */
export function ciphertextLengthBytes(plan: MessagePlan): number {
  return totalBytes(outerStart(plan)) + lengthsOf(plan).packetBodyBytes;
}

function batchCount(plan: MessagePlan): number {
  return Math.ceil(lengthsOf(plan).innerBytes / batchBytes);
}

/** Plaintext octets in all batches before `batchIndex`. */
export function plaintextBytesBefore(plan: MessagePlan, batchIndex: number): number {
  const bytes = batchIndex * batchBytes - totalBytes(innerStart(plan));
  return Math.min(Math.max(0, bytes), plan.plaintextBytes);
}

function ciphertextBytesBefore(plan: MessagePlan, batchIndex: number): number {
  if (batchIndex === 0) return 0;
  if (batchIndex >= batchCount(plan)) return ciphertextLengthBytes(plan);
  const startBytes = totalBytes(outerStart(plan));
  if (plan.format === 'seipd1') return startBytes + 1 + batchIndex * batchBytes;
  return startBytes + seipd2HeaderBytes + batchIndex * (batchBytes + tagBytes);
}

/**
 * Number of segments; at least one. The last one ends with the message: what follows the text never makes a segment of
 * its own, so that each segment before the last ends with text.
 */
export function segmentCount(plan: MessagePlan): number {
  const textEnd = totalBytes(innerStart(plan)) + plan.plaintextBytes;
  return Math.ceil(textEnd / (plan.segmentBatches * batchBytes));
}

export type SegmentRange = { textFrom: number; textTo: number; ciphertextFrom: number; ciphertextTo: number };

/** Which octets of the text and of the message belong to a segment (`…To` is exclusive). */
export function segmentRange(plan: MessagePlan, segmentIndex: number): SegmentRange {
  const from = segmentIndex * plan.segmentBatches;
  const isLast = segmentIndex >= segmentCount(plan) - 1;
  const to = isLast ? batchCount(plan) : from + plan.segmentBatches;
  return {
    textFrom: plaintextBytesBefore(plan, from),
    textTo: isLast ? plan.plaintextBytes : plaintextBytesBefore(plan, to),
    ciphertextFrom: ciphertextBytesBefore(plan, from),
    ciphertextTo: ciphertextBytesBefore(plan, to),
  };
}
