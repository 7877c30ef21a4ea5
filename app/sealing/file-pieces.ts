import { SealingError } from './sealing-error.ts';

const pieceBytes = 512 * 1024;

/** How long a read may take before the stream is opened anew; twice as long each time, a good minute in all. */
const patienceMs = [2000, 4000, 8000, 16_000, 32_000];

/**
 * Reads a part of a file (`to` exclusive) through one stream into two buffers that are used again and again:
 * `slice().arrayBuffer()` allocates each time and costs a call to the browser's file process, and sealing with it takes
 * a good deal longer. While one piece is worked on the next is being read. A piece is valid until the next one is asked
 * for.
 *
 * In Chromium 156 the first read of a file's stream was seen never to come back, with no error (decision 0007). So a
 * stream that is silent for too long is given up, and another one opened where it stopped.
 *
 * @throws {SealingError} `file_changed` when the file ends too early; `file_unreadable` when it cannot be read, which
 *   is also what Chromium says when it was changed after it was chosen.
 */
export async function* readPieces(file: Blob, from: number, to: number): AsyncGenerator<Uint8Array> {
  if (to > file.size) throw new SealingError('file_changed', 'shorter than before');
  if (to === from) return;
  let reader = openReader(file.slice(from, to));
  let coming = ask(reader);
  let at = from;
  let silences = 0;
  try {
    for (;;) {
      const piece = await unlessSilent(coming, patienceMs[silences] ?? 0);
      if (piece === 'silent') {
        silences += 1;
        if (silences === patienceMs.length) throw new RangeError('silent');
        // Not awaited: it would wait for the read that does not come back.
        void reader.cancel();
        reader = openReader(file.slice(at, to));
        coming = ask(reader);
        continue;
      }
      if (piece === null) break;
      silences = 0;
      at += piece.length;
      coming = ask(reader);
      yield piece;
    }
  } catch (error) {
    throw new SealingError('file_unreadable', undefined, { cause: error });
  } finally {
    void reader.cancel();
  }
  if (at !== to) throw new SealingError('file_changed', 'ended early');
}

/** Asks for the next piece, which is awaited later or never: a failure until then must not count as unhandled. */
function ask(reader: PieceReader): Promise<Uint8Array | null> {
  const piece = reader.read();
  piece.catch(() => undefined);
  return piece;
}

/** What the promise gives, or `silent` when that takes too long. */
async function unlessSilent<Value>(promise: Promise<Value>, afterMs: number): Promise<Value | 'silent'> {
  const silence = Promise.withResolvers<'silent'>();
  const timer = setTimeout(() => silence.resolve('silent'), afterMs);
  try {
    return await Promise.race([promise, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}

type PieceReader = { read(): Promise<Uint8Array | null>; cancel(): Promise<void> };

/** A reader with its own buffers where the browser has byte streams for files, else an ordinary one. */
function openReader(part: Blob): PieceReader {
  const stream = part.stream();
  const reader = byteReader(stream);
  if (!reader) {
    const ordinary = stream.getReader();
    return {
      read: async () => (await ordinary.read()).value ?? null,
      cancel: () => ordinary.cancel().catch(() => undefined),
    };
  }
  // A read hands its buffer back with the piece; it is filled again by the read after the next.
  const idle = [spareBuffer(), spareBuffer()];
  return {
    async read() {
      const { value, done } = await reader.read(new Uint8Array(idle.shift() ?? spareBuffer()));
      if (value) idle.push(value.buffer);
      return done || !value ? null : value;
    },
    async cancel() {
      await reader.cancel().catch(() => undefined);
      spare.push(...idle.splice(0));
    },
  };
}

/** Buffers of readers that are done, because fresh memory is dear. */
const spare: ArrayBuffer[] = [];

function spareBuffer(): ArrayBuffer {
  return spare.pop() ?? new ArrayBuffer(pieceBytes);
}

function byteReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
