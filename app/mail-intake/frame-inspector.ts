import { PacketFormatError, PacketSplitter, packetTags } from '#app/sealing/openpgp-packets.ts';
import type { PacketEvent } from '#app/sealing/openpgp-packets.ts';
import { parsePkesk } from '#app/sealing/pkesk-fields.ts';

/** An RSA-16384 packet has 2 KiB and a half. */
const maxPkeskBytes = 4096;
/** prefix, an empty literal packet, MDC (RFC 9580 §5.13.1) */
const minEncryptedBytes = 22;

/** What the frame of a message says without any key. */
export type MessageFrame = {
  /** `seipd`: with integrity protection. `legacy`: without, or of a draft that nobody standardised. */
  format: 'seipd' | 'legacy';
  /** Key ids that it is for, lower-case hexadecimal digits. */
  keyIds: string[];
  /** It is for somebody else besides, or only for somebody, whom it does not name. */
  hasHidden: boolean;
  /** It ends in the middle. */
  isCut: boolean;
};

/**
 * Looks at the frame of a message that a stranger's program wrote. More tolerant than `PacketInspector`, which knows what
 * our own browsers write: any recipients, passwords besides, older formats. Holds one small packet; never throws.
 */
export class FrameInspector {
  readonly #splitter = new PacketSplitter();
  #state: 'undecided' | 'encrypted' | 'not_encrypted' = 'undecided';
  #format: MessageFrame['format'] = 'seipd';
  readonly #keyIds = new Set<string>();
  #hasHidden = false;
  #isCut = false;
  #tag = 0;
  #head: number[] = [];
  #bodyBytes = 0;
  #isAnyRecipient = false;
  #isOver = false;

  /** `encrypted` as soon as the encrypted data begin; then what was pushed may be kept. */
  state(): 'undecided' | 'encrypted' | 'not_encrypted' {
    return this.#state;
  }

  push(piece: Uint8Array): void {
    if (this.#state === 'not_encrypted') return;
    this.#takeAll(() => this.#splitter.push(piece));
  }

  /** @returns null when it is no encrypted message */
  finish(): MessageFrame | null {
    this.#takeAll(() => this.#splitter.finish());
    if (this.#state !== 'encrypted') return null;
    const isCut = this.#isCut || !this.#isOver || this.#bodyBytes < minEncryptedBytes;
    return { format: this.#format, keyIds: [...this.#keyIds], hasHidden: this.#hasHidden, isCut };
  }

  #takeAll(read: () => Iterable<PacketEvent>): void {
    try {
      for (const event of read()) this.#take(event);
    } catch (error) {
      if (!(error instanceof PacketFormatError)) throw error;
      if (this.#state === 'encrypted') this.#isCut = true;
      else this.#state = 'not_encrypted';
    }
  }

  #take(event: PacketEvent): void {
    if (event.type === 'header') this.#begin(event.tag);
    else if (event.type === 'body') this.#takeBody(event.piece);
    else if (this.#tag === packetTags.publicKeyEncryptedSessionKey) this.#endPkesk();
    else if (this.#state === 'encrypted') this.#isOver = true;
  }

  #begin(tag: number): void {
    // Anything behind the encrypted data is not looked at, by us or by the browser.
    if (this.#state === 'encrypted') return;
    this.#tag = tag;
    this.#head = [];
    this.#bodyBytes = 0;
    const { publicKeyEncryptedSessionKey, symmetricKeyEncryptedSessionKey, marker, padding } = packetTags;
    if (tag === publicKeyEncryptedSessionKey) return;
    if (tag === symmetricKeyEncryptedSessionKey) this.#isAnyRecipient = true;
    else if (tag !== marker && tag !== padding) this.#beginEncrypted(tag);
  }

  #beginEncrypted(tag: number): void {
    const isLegacy = tag === packetTags.symmetricallyEncryptedData || tag === packetTags.aeadEncryptedData;
    const isEncrypted = tag === packetTags.seipd || isLegacy;
    // A signed or a compressed message is wrapped like an encrypted one, but everybody can read it.
    this.#state = isEncrypted && this.#isAnyRecipient ? 'encrypted' : 'not_encrypted';
    if (isLegacy) this.#format = 'legacy';
  }

  #takeBody(piece: Uint8Array): void {
    this.#bodyBytes += piece.length;
    if (this.#tag !== packetTags.publicKeyEncryptedSessionKey) return;
    if (this.#bodyBytes > maxPkeskBytes) this.#state = 'not_encrypted';
    else this.#head.push(...piece);
  }

  #endPkesk(): void {
    this.#isAnyRecipient = true;
    const fields = parsePkesk(Uint8Array.from(this.#head));
    // A packet for a key of a kind that we do not know is for somebody else.
    if (!fields) return;
    if (fields.recipient === null) this.#hasHidden = true;
    else this.#keyIds.add(fields.keyId);
  }
}
