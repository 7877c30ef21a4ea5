/** After this many failures in a row without a single octet, a download is given up. */
const maxFailures = 5;
const pauseMs = 1000;

/** The server said no: asking again would not help. */
class Refused extends Error {}

type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/**
 * Octets of `url`, all `totalBytes` of them, in order. A line that breaks off is taken up again where it broke, by
 * `Range` (RFC 9110 §14.2). Fails at once when the very first answer fails.
 */
export function downloadResumably(
  url: URL,
  {
    totalBytes,
    signal,
    wait = pause,
    ask = fetch,
  }: {
    totalBytes: number;
    signal: AbortSignal;
    wait?: (ms: number) => Promise<void>;
    ask?: Fetch;
  },
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  let receivedBytes = 0;
  let failures = 0;
  const nextPiece = async () => {
    reader ??= await openAt(ask, url, receivedBytes, signal);
    const { value, done } = await reader.read();
    if (done && receivedBytes < totalBytes) throw new TypeError('The answer broke off');
    return value;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          try {
            const piece = await nextPiece();
            failures = 0;
            if (!piece) return controller.close();
            receivedBytes += piece.length;
            return controller.enqueue(piece);
          } catch (error) {
            reader = null;
            failures += 1;
            const isOver =
              signal.aborted || error instanceof Refused || receivedBytes === 0 || failures > maxFailures;
            if (isOver) throw error;
            await wait(pauseMs * failures);
          }
        }
      },
      async cancel(reason) {
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

async function openAt(ask: Fetch, url: URL, from: number, signal: AbortSignal) {
  const headers: HeadersInit = from === 0 ? {} : { Range: `bytes=${from}-` };
  const response = await ask(url, { signal, headers, credentials: 'same-origin', cache: 'no-store' });
  if (response.status !== (from === 0 ? 200 : 206) || !response.body) {
    if (response.status < 500) throw new Refused(`Answer ${response.status}`);
    throw new TypeError(`Answer ${response.status}`);
  }
  return response.body.getReader();
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
