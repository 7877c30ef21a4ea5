import { seipd2HeaderBytes } from './gcm-chunks.ts';
import { ContentReader } from './content-reader.ts';
import type { ContentOptions } from './content-reader.ts';
import { PacketFormatError, PacketSplitter, encodePacketHeader, packetTags } from './openpgp-packets.ts';
import type { PacketEvent } from './openpgp-packets.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';
import { Seipd1Decryptor, Seipd2Decryptor } from './seipd-decryptors.ts';
import type { SeipdDecryptor } from './seipd-decryptors.ts';

/** More would be no message of ours: two recipients take 200 octets. */
const maxPkeskBytes = 64 * 1024;

export type ReadMessageOptions = ContentOptions & {
  source: AsyncIterable<Uint8Array>;
  /**
   * Opens the PKESK packets. `cipher` is the algorithm id that SEIPDv2 names in its header, null for SEIPDv1.
   *
   * @throws {SealingError} `not_for_us`
   */
  findSessionKey: (pkesk: Bytes, cipher: number | null) => Promise<Bytes>;
};

/**
 * Reads an OpenPGP message with integrity protection as it comes: PKESK packets, then one SEIPD packet to the end.
 *
 * What the sink has got is authenticated only when the promise has resolved. Until then it must be kept back, and when
 * the promise rejects it must be thrown away: showing it is what EFAIL (2018) lived on.
 *
 * @throws {SealingError} `not_for_us`, `message_damaged`, `message_unsupported` (no integrity protection, OCB, …),
 *   `too_large`, `compressed_too_far`.
 */
export async function readMessage(
  options: ReadMessageOptions,
): Promise<{ fileName: string; plaintextBytes: number }> {
  const reader = new MessageReader(options);
  try {
    for await (const piece of options.source) await reader.push(piece);
    return await reader.finish();
  } catch (error) {
    if (!(error instanceof PacketFormatError)) throw error;
    throw new SealingError('message_damaged', error.reason, { cause: error });
  }
}

class MessageReader {
  readonly #options: ReadMessageOptions;
  readonly #splitter = new PacketSplitter();
  readonly #content: ContentReader;
  #tag = 0;
  #pkeskBodies: number[][] = [];
  #pkeskBytes = 0;
  /** first octets of the SEIPD packet, until it is known how to decrypt the others */
  #head: number[] = [];
  #decryptor: SeipdDecryptor | null = null;
  #isComplete = false;

  constructor(options: ReadMessageOptions) {
    this.#options = options;
    this.#content = new ContentReader(options);
  }

  async push(piece: Uint8Array): Promise<void> {
    for (const event of this.#splitter.push(piece)) await this.#take(event);
  }

  async finish(): Promise<{ fileName: string; plaintextBytes: number }> {
    for (const event of this.#splitter.finish()) await this.#take(event);
    if (!this.#isComplete) throw new SealingError('message_damaged', 'no encrypted data');
    return this.#content.finish();
  }

  async #take(event: PacketEvent): Promise<void> {
    if (event.type === 'header') return this.#begin(event.tag);
    if (this.#tag === packetTags.publicKeyEncryptedSessionKey) {
      if (event.type === 'body') this.#takePkesk(event.piece);
    } else if (this.#tag === packetTags.seipd) {
      await (event.type === 'body' ? this.#takeEncrypted(event.piece) : this.#endEncrypted());
    }
  }

  #begin(tag: number): void {
    if (this.#isComplete) throw new SealingError('message_damaged', 'something follows the message');
    this.#tag = tag;
    switch (tag) {
      case packetTags.publicKeyEncryptedSessionKey:
        this.#pkeskBodies.push([]);
        return;
      case packetTags.symmetricKeyEncryptedSessionKey:
      case packetTags.marker:
      case packetTags.padding:
      case packetTags.seipd:
        return;
      case packetTags.symmetricallyEncryptedData:
      case packetTags.aeadEncryptedData:
        throw new SealingError('message_unsupported', 'no integrity protection, or a draft of it');
      default:
        throw new SealingError('message_damaged', 'unexpected packet');
    }
  }

  #takePkesk(piece: Uint8Array): void {
    this.#pkeskBytes += piece.length;
    if (this.#pkeskBytes > maxPkeskBytes) throw new SealingError('message_damaged', 'too many recipients');
    this.#pkeskBodies.at(-1)?.push(...piece);
  }

  async #takeEncrypted(piece: Uint8Array): Promise<void> {
    let at = 0;
    while (!this.#decryptor && at < piece.length) {
      this.#head.push(piece[at] ?? 0);
      at += 1;
      this.#decryptor = await this.#openDecryptor();
    }
    if (!this.#decryptor) return;
    for (const text of await this.#decryptor.push(piece.subarray(at))) this.#content.push(text);
  }

  async #openDecryptor(): Promise<SeipdDecryptor | null> {
    const [version = 0, cipher = 0] = this.#head;
    if (version !== 1 && version !== 2) throw new SealingError('message_unsupported', 'SEIPD version');
    if (version === 1) {
      return Seipd1Decryptor.create(await this.#options.findSessionKey(this.#pkesk(), null));
    }
    if (this.#head.length < seipd2HeaderBytes) return null;
    const sessionKey = await this.#options.findSessionKey(this.#pkesk(), cipher);
    return Seipd2Decryptor.create(sessionKey, Uint8Array.from(this.#head));
  }

  async #endEncrypted(): Promise<void> {
    if (!this.#decryptor) throw new PacketFormatError('truncated');
    for (const text of await this.#decryptor.finish()) this.#content.push(text);
    this.#isComplete = true;
  }

  #pkesk(): Bytes {
    const octets = this.#pkeskBodies.flatMap((body) => [
      ...encodePacketHeader(packetTags.publicKeyEncryptedSessionKey, body.length),
      ...body,
    ]);
    return Uint8Array.from(octets);
  }
}
