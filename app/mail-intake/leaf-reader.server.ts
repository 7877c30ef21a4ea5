import type { UploadStore } from '#app/uploads/upload-store.server.ts';

import { keyBegin, keyEnd, LineSplitter, messageBegin } from './armor.ts';
import { PartWriter, type StagedPart } from './part-writer.server.ts';

/** A key with some signatures; more is no key of one person. */
const maxKeyChars = 100_000;

export type ReadLeaf = {
  parts: StagedPart[];
  /** Armored public key, if one stood there. */
  publicKey: string | null;
  hasBrokenArmor: boolean;
  /** Something besides that was not encrypted. */
  hasPlain: boolean;
};

/**
 * Looks through one leaf of a mail for OpenPGP messages, armored or binary, and stores each as it comes. Everything else
 * runs through and is forgotten.
 */
export class LeafReader {
  readonly #store: UploadStore;
  readonly #lines = new LineSplitter();
  readonly read: ReadLeaf = { parts: [], publicKey: null, hasBrokenArmor: false, hasPlain: false };
  #mode: 'new' | 'binary' | 'lines' = 'new';
  #writer: PartWriter | null = null;
  #key: string | null = null;
  #isAtLineStart = true;

  constructor(store: UploadStore) {
    this.#store = store;
  }

  async push(piece: Uint8Array): Promise<void> {
    if (piece.length === 0) return;
    if (this.#mode === 'new') {
      this.#mode = looksBinary(piece[0] ?? 0) ? 'binary' : 'lines';
      if (this.#mode === 'binary') this.#writer = new PartWriter(this.#store, false);
    }
    if (this.#mode === 'lines') {
      for (const line of this.#lines.push(piece)) await this.#takeLine(line);
    } else if (this.#writer && !(await this.#writer.push(piece))) {
      this.#writer = null;
      this.read.hasPlain = true;
    }
  }

  async finish(): Promise<ReadLeaf> {
    for (const line of this.#lines.finish()) await this.#takeLine(line);
    await this.#endMessage();
    return this.read;
  }

  /** Removes what this leaf has stored. */
  async remove(): Promise<void> {
    await this.#writer?.remove();
  }

  async #takeLine(octets: Buffer): Promise<void> {
    const isWhole = this.#isAtLineStart;
    this.#isAtLineStart = octets.at(-1) === 10;
    // A long line comes in pieces; only what begins a line is looked at.
    const line = isWhole ? octets.toString('latin1').trim() : '';
    if (this.#writer) return this.#takeArmor(octets, line);
    if (this.#key !== null) return this.#takeKey(line);
    if (line === messageBegin) {
      this.#writer = new PartWriter(this.#store, true);
      await this.#writer.push(octets);
    } else if (line === keyBegin && this.read.publicKey === null) this.#key = `${line}\n`;
    else if (octets.some((octet) => octet > 32)) this.read.hasPlain = true;
  }

  async #takeArmor(octets: Buffer, line: string): Promise<void> {
    const isArmor = (await this.#writer?.push(octets)) ?? false;
    if (!isArmor) {
      this.#writer = null;
      this.read.hasBrokenArmor = true;
    } else if (line.startsWith('-----END')) await this.#endMessage();
  }

  async #endMessage(): Promise<void> {
    const part = await this.#writer?.finish();
    if (part) this.read.parts.push(part);
    else if (this.#writer && this.#mode === 'lines') this.read.hasBrokenArmor = true;
    else if (this.#writer) this.read.hasPlain = true;
    this.#writer = null;
  }

  #takeKey(line: string): void {
    this.#key += `${line}\n`;
    if (line === keyEnd) this.read.publicKey = this.#key;
    if (line === keyEnd || (this.#key?.length ?? 0) > maxKeyChars) this.#key = null;
  }
}

/** A session key packet's first octet (RFC 9580 §4.2), old format or new. */
const looksBinary = (octet: number) => (octet & 0xfc) === 0x84 || octet === 0xc1;
