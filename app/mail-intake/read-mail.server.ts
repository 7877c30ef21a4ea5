import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { Splitter, type MimeNode } from '@zone-eu/mailsplit';

import type { UploadStore } from '#app/uploads/upload-store.server.ts';

import type { SeenMail } from './classify-mail.ts';
import { LeafReader, type ReadLeaf } from './leaf-reader.server.ts';
import { readAutocryptKey, readMailFacts, type MailFacts } from './mail-facts.ts';
import type { StagedPart } from './part-writer.server.ts';

export type StoredPart = StagedPart & { isMime: boolean };

export type ReadMail = {
  facts: MailFacts;
  seen: SeenMail;
  parts: StoredPart[];
  /** Armored, or base64 of a binary key. */
  senderKey: string | null;
  droppedParts: number;
  /** SHA-256 of author, date and body, base64url: names a mail without a Message-ID. */
  contentSha256: string;
};

export type ReadingLimits = { maxBytes: number; ownAddresses: readonly string[] };

/** Head of one part; 10,000 header lines stay below, a million do not. */
const maxHeadBytes = 1024 * 1024;
const maxParts = 200;

/**
 * Takes a mail apart while it streams in. Holds one head, one line and one small packet at a time, however long the mail is.
 * Encrypted parts are stored; whoever does not keep them in the end calls {@link removeParts}.
 * @throws when the source breaks off or the store cannot write; nothing is left behind then
 */
export async function readMail(
  source: Readable,
  store: UploadStore,
  envelopeSender: string | null,
  limits: ReadingLimits,
): Promise<ReadMail> {
  const reading = new MailReading(store);
  const limit = limitBytes(limits.maxBytes);
  let isMalformed = false;
  const splitter = new Splitter({ maxHeadSize: maxHeadBytes, maxChildNodes: maxParts });
  try {
    // Not the source itself: a pipeline that fails would destroy it, and the sender's server would wait for an answer.
    const pieces = source.iterator({ destroyOnReturn: false });
    await pipeline(pieces, limit.stream, splitter, async (chunks: AsyncIterable<unknown>) => {
      for await (const chunk of chunks) await reading.take(chunk as Chunk);
    });
    await reading.finish();
  } catch (error) {
    if (!isTooLong(error)) {
      await reading.remove();
      throw error;
    }
    isMalformed = true;
    // The sender's server must be let finish, or it would try again for days.
    await finished(source.resume());
  }
  if (limit.isTooLarge() || isMalformed) await reading.remove();
  return reading.result({ isMalformed, isTooLarge: limit.isTooLarge() }, envelopeSender, limits.ownAddresses);
}

export async function removeParts(store: UploadStore, parts: readonly StagedPart[]): Promise<void> {
  for (const { storageKey } of parts) await store.remove(storageKey);
}

const isTooLong = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EMAXLEN';

/** Lets `maxBytes` through and swallows the rest. */
function limitBytes(maxBytes: number): { stream: Transform; isTooLarge: () => boolean } {
  let bytes = 0;
  const stream = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      if (bytes <= maxBytes) done(null, piece);
      else done();
    },
  });
  return { stream, isTooLarge: () => bytes > maxBytes };
}

type Leaf = { reader: LeafReader; decoder: ReturnType<MimeNode['getDecoder']>; done: Promise<void> };
type Chunk = MimeNode | { type: 'body' | 'data'; value: Buffer };

class MailReading {
  readonly #store: UploadStore;
  readonly #body = createHash('sha256');
  #root: MimeNode | null = null;
  #leaf: Leaf | null = null;
  #leafNode: MimeNode | null = null;
  #leaves: { node: MimeNode; read: ReadLeaf }[] = [];
  #hasFrame = false;
  #isSmime = false;

  constructor(store: UploadStore) {
    this.#store = store;
  }

  async take(chunk: Chunk): Promise<void> {
    if (chunk.type === 'node') {
      await this.#endLeaf();
      this.#takeNode(chunk);
      return;
    }
    this.#body.update(chunk.value);
    if (chunk.type !== 'body' || !this.#leaf) return;
    if (!this.#leaf.decoder.write(chunk.value)) await this.#drained(this.#leaf);
  }

  /** A store that cannot write ends the reading instead of holding it up. */
  async #drained({ decoder, done }: Leaf): Promise<void> {
    await Promise.race([new Promise((resolve) => decoder.once('drain', resolve)), done]);
  }

  #takeNode(node: MimeNode): void {
    this.#root ??= node;
    const type = headerOf(node)('content-type');
    if (/^\s*multipart\/encrypted/i.test(type) && /application\/pgp-encrypted/i.test(type))
      this.#hasFrame = true;
    if (/^\s*application\/(x-)?pkcs7-mime/i.test(type)) this.#isSmime = true;
    if (node.multipart || this.#isCopy(node)) return;
    const reader = new LeafReader(this.#store);
    const decoder = node.getDecoder();
    const done = (async () => {
      for await (const piece of decoder as AsyncIterable<Buffer>) await reader.push(piece);
    })();
    done.catch(() => undefined);
    this.#leaf = { reader, decoder, done };
    this.#leafNode = node;
  }

  /** The HTML of an armored text holds the same message once more. */
  #isCopy(node: MimeNode): boolean {
    const before = this.#leaves.at(-1);
    return (
      node.contentType === 'text/html' &&
      before !== undefined &&
      before.node.parentNode === node.parentNode &&
      before.read.parts.length > 0
    );
  }

  async #endLeaf(): Promise<void> {
    if (!this.#leaf || !this.#leafNode) return;
    const { reader, decoder, done } = this.#leaf;
    decoder.end();
    await done;
    this.#leaves.push({ node: this.#leafNode, read: await reader.finish() });
    this.#leaf = null;
  }

  finish(): Promise<void> {
    return this.#endLeaf();
  }

  async remove(): Promise<void> {
    this.#leaf?.decoder.destroy();
    await this.#leaf?.done.catch(() => undefined);
    await this.#leaf?.reader.remove();
    await removeParts(
      this.#store,
      this.#leaves.flatMap(({ read }) => read.parts),
    );
    if (this.#leaf) await removeParts(this.#store, this.#leaf.reader.read.parts);
    this.#leaves = [];
  }

  result(
    faults: Pick<SeenMail, 'isMalformed' | 'isTooLarge'>,
    envelopeSender: string | null,
    ownAddresses: readonly string[],
  ): ReadMail {
    const header = this.#root ? headerOf(this.#root) : () => '';
    const facts = readMailFacts(header, envelopeSender, ownAddresses);
    const parts = this.#parts();
    const seen = {
      ...faults,
      hasFrame: this.#hasFrame,
      isSmime: this.#isSmime,
      hasBrokenArmor: this.#leaves.some(({ read }) => read.hasBrokenArmor),
      frames: parts.map(({ frame }) => frame),
    };
    const content = this.#body.update(`${facts.from}\n${header('date')}`).digest('base64url');
    const attached = this.#leaves.find(({ read }) => read.publicKey !== null)?.read.publicKey;
    return {
      facts,
      seen,
      parts,
      senderKey: attached ?? readAutocryptKey(header('autocrypt')),
      droppedParts: this.#leaves.filter(isDropped).length,
      contentSha256: content,
    };
  }

  #parts(): StoredPart[] {
    return this.#leaves.flatMap(({ node, read }) =>
      read.parts.map((part) => ({ ...part, isMime: isInFrame(node) })),
    );
  }
}

const headerOf = (node: MimeNode) => (name: string) => (node.headers ? node.headers.getFirst(name) : '');

const isInFrame = ({ parentNode }: MimeNode) => parentNode !== false && parentNode.multipart === 'encrypted';

/** The version part of RFC 3156 says nothing that anybody wrote. */
const isDropped = ({ node, read }: { node: MimeNode; read: ReadLeaf }) =>
  read.hasPlain && node.contentType !== 'application/pgp-encrypted';
