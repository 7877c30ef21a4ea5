import { createHash, randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { once } from 'node:events';

import { storageKeyOf, type UploadStore, type WrittenPart } from '#app/uploads/upload-store.server.ts';

import { ArmorDecoder, messageBegin, messageEnd } from './armor.ts';
import { FrameInspector, type MessageFrame } from './frame-inspector.ts';

/** An encrypted part that lies in the store, durably. */
export type StagedPart = {
  storageKey: string;
  storedBytes: number;
  /** base64url */
  sha256: string;
  isArmored: boolean;
  frame: MessageFrame;
};

/** Session key packets for many recipients fit into this; until they are over nothing is written. */
const maxHeldBytes = 256 * 1024;

/**
 * Writes one part as it came, but not before its octets have shown that they are encrypted: what anybody can read never
 * touches the disk.
 */
export class PartWriter {
  readonly #store: UploadStore;
  readonly #inspector = new FrameInspector();
  readonly #hash = createHash('sha256');
  readonly #storageKey = storageKeyOf(randomUUID());
  readonly #armor: ArmorDecoder | null;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #storedBytes = 0;
  #isRefused = false;
  #isEnded = false;
  #stream: PassThrough | null = null;
  #writing: Promise<WrittenPart> | null = null;

  constructor(store: UploadStore, isArmored: boolean) {
    this.#store = store;
    this.#armor = isArmored ? new ArmorDecoder() : null;
    this.#isEnded = !isArmored;
  }

  /** A line of armor with its end, or a piece of a binary message. @returns false when this is no encrypted message */
  async push(octets: Uint8Array): Promise<boolean> {
    if (this.#isRefused) return false;
    const decoded = this.#decode(octets);
    if (decoded === null) {
      this.#isRefused = true;
    } else {
      this.#inspector.push(decoded);
      await this.#keep(Buffer.from(octets));
    }
    if (this.#inspector.state() === 'not_encrypted' || this.#isRefused) {
      this.#isRefused = true;
      this.#held = [];
      await this.remove();
      return false;
    }
    return true;
  }

  #decode(octets: Uint8Array): Uint8Array | null {
    if (!this.#armor) return octets;
    const line = Buffer.from(octets).toString('latin1').trim();
    if (line === messageBegin) return Buffer.alloc(0);
    if (line !== messageEnd) return this.#armor.push(line);
    this.#isEnded = true;
    return Buffer.alloc(0);
  }

  async #keep(octets: Buffer): Promise<void> {
    this.#held.push(octets);
    this.#heldBytes += octets.length;
    if (this.#inspector.state() === 'undecided') {
      if (this.#heldBytes > maxHeldBytes) this.#isRefused = true;
      return;
    }
    if (this.#inspector.state() !== 'encrypted' || (this.#stream && this.#heldBytes < 65_536)) return;
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const octets = Buffer.concat(this.#held);
    [this.#held, this.#heldBytes] = [[], 0];
    this.#hash.update(octets);
    this.#storedBytes += octets.length;
    this.#stream ??= this.#open();
    if (!this.#stream.write(octets)) await Promise.race([once(this.#stream, 'drain'), this.#writing]);
  }

  #open(): PassThrough {
    const stream = new PassThrough();
    this.#writing = this.#store.write(this.#storageKey, 0, stream);
    // Looked at in `finish`; until then a failure must not count as nobody's.
    this.#writing.catch(() => undefined);
    return stream;
  }

  /** @returns null when it was no encrypted message. @throws when the store could not write */
  async finish(): Promise<StagedPart | null> {
    const frame = this.#isRefused ? null : this.#inspector.finish();
    if (!frame) {
      await this.remove();
      return null;
    }
    await this.#flush();
    this.#stream?.end();
    const written = await this.#writing;
    if (!written || written.failure || written.durableBytes !== this.#storedBytes)
      throw written?.failure ?? new Error('part not stored');
    const isCut = frame.isCut || !this.#isEnded || this.#armor?.isWhole() === false;
    return {
      storageKey: this.#storageKey,
      storedBytes: this.#storedBytes,
      sha256: this.#hash.digest('base64url'),
      isArmored: this.#armor !== null,
      frame: { ...frame, isCut },
    };
  }

  /** Removes what was written. */
  async remove(): Promise<void> {
    this.#stream?.end();
    await this.#writing?.catch(() => undefined);
    if (this.#stream) await this.#store.remove(this.#storageKey);
  }
}
