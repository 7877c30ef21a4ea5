import type { MessageFormat } from './bulk-types.ts';
import { seipd2HeaderBytes, tagBytes } from './gcm-chunks.ts';
import { PacketFormatError, PacketSplitter, packetTags } from './openpgp-packets.ts';
import type { PacketEvent, PacketFormatReason } from './openpgp-packets.ts';
import { parsePkesk } from './pkesk-fields.ts';
import type { PkeskFields } from './pkesk-fields.ts';

export type InspectionReason =
  | PacketFormatReason
  | 'empty'
  | 'unexpected_packet'
  | 'packet_after_message'
  | 'bad_session_key_packet'
  | 'anonymous_recipient'
  | 'extra_recipient'
  | 'duplicate_recipient'
  | 'missing_recipient'
  | 'no_encrypted_data'
  | 'bad_encrypted_data'
  | 'too_long';

export type InspectionVerdict =
  | { ok: true; format: MessageFormat | 'seipd2_other'; messageBytes: number }
  | { ok: false; reason: InspectionReason };

export type InspectionOptions = {
  /**
   * The encryption subkeys that the message must be for, each exactly once: fingerprints (40 or 64 hexadecimal
   * digits) or key ids (16), in any case.
   */
  recipients: string[];
  maxMessageBytes: number;
};

/** An RSA-16384 packet has 2 KiB and a half. */
const maxPkeskBytes = 4096;
/** prefix, an empty literal packet, MDC (RFC 9580 §5.13.1) */
const minSeipd1Bytes = 1 + 18 + 8 + 22;
/** a chunk with an empty literal packet, its tag, the final tag */
const minSeipd2Bytes = seipd2HeaderBytes + 8 + 2 * tagBytes;
const aesIds = [7, 8, 9];
const aeadTags: ReadonlyMap<number, number> = new Map([
  [1, 16],
  [2, 16],
  [3, 16],
]);

/**
 * Looks at the frame of a message without any key (security promise 3): PKESK packets for exactly the expected
 * subkeys, then one SEIPD packet that reaches to the end, and nothing else. Streaming: holds one PKESK packet at most,
 * and the first octets of the SEIPD packet. Never throws, whatever it is fed with.
 */
export class PacketInspector {
  readonly #options: InspectionOptions;
  readonly #splitter = new PacketSplitter();
  readonly #missing: Set<string>;
  readonly #recipients: string[];
  #reason: InspectionReason | null = null;
  #messageBytes = 0;
  #tag = 0;
  /** the PKESK packet's octets, or the first ones of the SEIPD packet */
  #head: number[] = [];
  #bodyBytes = 0;
  #pkeskVersions = new Set<number>();
  #format: 'seipd1' | 'seipd2_gcm' | 'seipd2_other' | null = null;

  constructor(options: InspectionOptions) {
    this.#options = options;
    this.#recipients = options.recipients.map((recipient) => recipient.toLowerCase());
    this.#missing = new Set(this.#recipients);
  }

  /** Takes the next octets. Returns the reason as soon as the message cannot be right any more, else null. */
  push(piece: Uint8Array): InspectionReason | null {
    if (this.#reason) return this.#reason;
    this.#messageBytes += piece.length;
    if (this.#messageBytes > this.#options.maxMessageBytes) this.#refuse('too_long');
    else this.#takeAll(this.#splitter.push(piece));
    return this.#reason;
  }

  /** The verdict when all octets have been pushed. */
  finish(): InspectionVerdict {
    if (!this.#reason && this.#messageBytes === 0) this.#refuse('empty');
    if (!this.#reason) this.#takeAll(this.#splitter.finish());
    if (!this.#reason && !this.#format) this.#refuse('no_encrypted_data');
    if (this.#reason) return { ok: false, reason: this.#reason };
    return { ok: true, format: this.#format ?? 'seipd1', messageBytes: this.#messageBytes };
  }

  #refuse(reason: InspectionReason): void {
    this.#reason ??= reason;
    this.#head = [];
  }

  #takeAll(events: Iterable<PacketEvent>): void {
    try {
      for (const event of events) {
        this.#take(event);
        if (this.#reason) return;
      }
    } catch (error) {
      if (!(error instanceof PacketFormatError)) throw error;
      this.#refuse(error.reason);
    }
  }

  #take(event: PacketEvent): void {
    if (event.type === 'header') this.#begin(event.tag);
    else if (event.type === 'body') this.#takeBody(event.piece);
    else if (this.#tag === packetTags.seipd) this.#endEncrypted();
    else this.#endPkesk();
  }

  #begin(tag: number): void {
    if (this.#format) return this.#refuse('packet_after_message');
    const isExpected = tag === packetTags.publicKeyEncryptedSessionKey || tag === packetTags.seipd;
    if (!isExpected) return this.#refuse('unexpected_packet');
    if (tag === packetTags.seipd && this.#missing.size > 0) return this.#refuse('missing_recipient');
    this.#tag = tag;
    this.#head = [];
    this.#bodyBytes = 0;
  }

  #takeBody(piece: Uint8Array): void {
    this.#bodyBytes += piece.length;
    const isPkesk = this.#tag === packetTags.publicKeyEncryptedSessionKey;
    if (isPkesk && this.#bodyBytes > maxPkeskBytes) return this.#refuse('bad_session_key_packet');
    const kept = isPkesk ? maxPkeskBytes : seipd2HeaderBytes;
    if (this.#head.length < kept) this.#head.push(...piece.subarray(0, kept - this.#head.length));
  }

  #endPkesk(): void {
    const fields = parsePkesk(Uint8Array.from(this.#head));
    if (!fields) return this.#refuse('bad_session_key_packet');
    if (fields.recipient === null) return this.#refuse('anonymous_recipient');
    const recipient = this.#recipients.find((expected) => isSameKey(expected, fields));
    if (recipient === undefined) return this.#refuse('extra_recipient');
    if (!this.#missing.delete(recipient)) return this.#refuse('duplicate_recipient');
    this.#pkeskVersions.add(fields.version);
  }

  #endEncrypted(): void {
    const [version = 0] = this.#head;
    const isRight = version === 1 ? this.#isSeipd1Right() : version === 2 && this.#isSeipd2Right();
    if (!isRight) return this.#refuse('bad_encrypted_data');
    if (version === 1) this.#format = 'seipd1';
    else this.#format = this.#head[2] === 3 ? 'seipd2_gcm' : 'seipd2_other';
  }

  /** PKESK version 3 belongs to SEIPDv1, version 6 to SEIPDv2 (RFC 9580 §10.3.2.1). */
  #isSeipd1Right(): boolean {
    return this.#pkeskVersions.has(3) && this.#pkeskVersions.size === 1 && this.#bodyBytes >= minSeipd1Bytes;
  }

  #isSeipd2Right(): boolean {
    const [, cipher = 0, aead = 0, chunkOctet = 0] = this.#head;
    if (!this.#pkeskVersions.has(6) || this.#pkeskVersions.size !== 1) return false;
    if (!aesIds.includes(cipher) || !aeadTags.has(aead) || chunkOctet > 16) return false;
    if (this.#bodyBytes < minSeipd2Bytes) return false;
    // Behind whole chunks stands nothing, or a shorter chunk of at least one octet with its tag.
    const rest = (this.#bodyBytes - seipd2HeaderBytes - tagBytes) % (2 ** (chunkOctet + 6) + tagBytes);
    return rest === 0 || rest > tagBytes;
  }
}

function isSameKey(expected: string, { recipient, keyId }: PkeskFields): boolean {
  if (expected === keyId) return true;
  // A version 3 packet names a key id only; that of a version 4 key is the end of its fingerprint.
  if (recipient?.length === 16) return expected.length === 40 && expected.endsWith(recipient);
  return expected === recipient;
}

/**
 * Inspects a message as it comes. Errors of the source itself pass through.
 *
 * @returns as soon as the message cannot be right; the rest of the source is not read then.
 */
export async function inspectMessage(
  source: AsyncIterable<Uint8Array>,
  options: InspectionOptions,
): Promise<InspectionVerdict> {
  const inspector = new PacketInspector(options);
  for await (const piece of source) {
    const reason = inspector.push(piece);
    if (reason) return { ok: false, reason };
  }
  return inspector.finish();
}
