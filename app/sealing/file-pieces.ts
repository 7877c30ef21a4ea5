import { SealingError } from './sealing-error.ts';

const pieceBytes = 512 * 1024;

/**
 * Reads a part of a file (`to` exclusive) through one stream into one buffer that is used again and again:
 * `slice().arrayBuffer()` allocates each time and costs a call to the browser's file process.
 * A piece is valid until the next one is asked for.
 *
 * @throws {SealingError} `file_changed` when the file ends too early; `file_unreadable` when it cannot be read, which
 *   is also what Chromium says when it was changed after it was chosen.
 */
export async function* readPieces(file: Blob, from: number, to: number): AsyncGenerator<Uint8Array> {
  if (to > file.size) throw new SealingError('file_changed', 'shorter than before');
  if (to === from) return;
  const next = openReader(file.slice(from, to).stream());
  let remaining = to - from;
  try {
    for (let piece = await next.read(); piece; piece = await next.read()) {
      remaining -= piece.length;
      yield piece;
    }
  } catch (error) {
    throw new SealingError('file_unreadable', undefined, { cause: error });
  } finally {
    await next.cancel();
  }
  if (remaining !== 0) throw new SealingError('file_changed', 'ended early');
}

type PieceReader = { read(): Promise<Uint8Array | null>; cancel(): Promise<void> };

/** A reader with its own buffer where the browser has byte streams for files, else an ordinary one. */
function openReader(stream: ReadableStream<Uint8Array>): PieceReader {
  const reader = byteReader(stream);
  if (!reader) {
    const ordinary = stream.getReader();
    return {
      read: async () => (await ordinary.read()).value ?? null,
      cancel: () => ordinary.cancel().catch(() => undefined),
    };
  }
  let buffer = new ArrayBuffer(pieceBytes);
  return {
    async read() {
      const { value, done } = await reader.read(new Uint8Array(buffer));
      if (done || !value) return null;
      buffer = value.buffer;
      return value;
    },
    cancel: () => reader.cancel().catch(() => undefined),
  };
}

function byteReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
