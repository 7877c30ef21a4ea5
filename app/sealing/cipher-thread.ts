/**
 * A thread of its own for encrypting: WebCrypto works on the thread that calls it, so with one thread reading, hashing,
 * encrypting and storing take turns. Batches go over and come back by transfer, which copies nothing.
 */
import { createBatchCipher } from './batch-ciphers.ts';
import type { BatchCipher, CipherJob, CipherPosition } from './batch-ciphers.ts';
import { blockBytes } from './cfb.ts';
import { batchBytes } from './message-layout.ts';
import { isSealingError, SealingError } from './sealing-error.ts';
import type { SealingErrorCode } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

/** Where the ciphers of one file run, with the buffers that go to and fro. */
export type CipherThread = {
  begin(job: CipherJob): Promise<BatchCipher>;
  buffers: BatchBuffers;
  /** Ends the thread and with it the session key. */
  end(): void;
};

/** Buffers for a batch with the room before it; used again, because fresh memory is dear. */
export class BatchBuffers {
  readonly #spare: Bytes[] = [];

  take(): Bytes {
    return this.#spare.pop() ?? new Uint8Array(blockBytes + batchBytes);
  }

  /** @param bytes any part of a buffer that was taken, or of what came back for it */
  giveBack(bytes: Bytes): void {
    if (bytes.buffer.byteLength === blockBytes + batchBytes) this.#spare.push(new Uint8Array(bytes.buffer));
  }
}

export type CipherRequest =
  | { type: 'hello' }
  | { type: 'begin'; job: CipherJob }
  | { type: 'pass'; bytes: Bytes }
  | { type: 'encrypt'; batchIndex: number; padded: Bytes }
  | { type: 'outerEnd'; batchCount: number; innerBytes: number }
  | { type: 'save' };
export type CipherAnswer = { result: Bytes | CipherPosition | null } | { error: SealingErrorCode };

/** The part of `Worker` that is needed, so that tests can bring their own. */
export type CipherPort = {
  postMessage(request: CipherRequest, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: { data: CipherAnswer }) => void) | null;
  onerror: ((event: { preventDefault?(): void }) => void) | null;
};

/** Ciphers on the calling thread. */
export function openSameThread(): CipherThread {
  return { begin: createBatchCipher, buffers: new BatchBuffers(), end: () => undefined };
}

/**
 * Starts a thread; where that is not possible (no workers inside of workers, script not loaded) the ciphers run on the
 * calling one, and nothing but the speed differs.
 */
export async function openCipherThread(start: () => CipherPort): Promise<CipherThread> {
  try {
    const connection = new CipherConnection(start());
    await connection.ask({ type: 'hello' });
    return {
      begin: (job) => connection.begin(job),
      buffers: new BatchBuffers(),
      end: () => connection.end(),
    };
  } catch {
    return openSameThread();
  }
}

type Waiting = { resolve(result: never): void; reject(error: SealingError): void };

/** Every request has one answer, and answers come in the order of the requests. */
class CipherConnection {
  readonly #port: CipherPort;
  readonly #waiting: Waiting[] = [];
  #hasEnded = false;

  constructor(port: CipherPort) {
    this.#port = port;
    port.onmessage = ({ data }) => {
      const waiting = this.#waiting.shift();
      if ('error' in data) waiting?.reject(new SealingError(data.error));
      else waiting?.resolve(data.result as never);
    };
    port.onerror = (event) => {
      event.preventDefault?.();
      this.end();
    };
  }

  /** Rejects with what went wrong there; `worker_failed` when the thread has ended. */
  ask<Result>(request: CipherRequest, transfer: Transferable[] = []): Promise<Result> {
    const answer = new Promise<Result>((resolve, reject) => {
      if (this.#hasEnded) throw new SealingError('worker_failed');
      this.#port.postMessage(request, transfer);
      this.#waiting.push({ resolve, reject });
    });
    // A batch is awaited long after it was sent; a failure until then must not count as unhandled.
    answer.catch(() => undefined);
    return answer;
  }

  async begin(job: CipherJob): Promise<BatchCipher> {
    await this.ask({ type: 'begin', job });
    return {
      pass: (bytes) => void this.ask({ type: 'pass', bytes }),
      encrypt: (batchIndex, padded) => this.ask({ type: 'encrypt', batchIndex, padded }, [padded.buffer]),
      outerEnd: (batchCount, innerBytes) => this.ask({ type: 'outerEnd', batchCount, innerBytes }),
      save: () => this.ask({ type: 'save' }),
    };
  }

  end(): void {
    this.#hasEnded = true;
    this.#port.terminate();
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new SealingError('worker_failed'));
  }
}

/** The thread's side, without the thread: what to do with a request. Only codes cross over, as from the crypto worker. */
export function createCipherService(
  post: (answer: CipherAnswer, transfer: Transferable[]) => void,
): (request: CipherRequest) => void {
  let cipher: BatchCipher | null = null;
  let last: Promise<void> = Promise.resolve();

  async function carryOut(request: CipherRequest): Promise<Bytes | CipherPosition | null> {
    if (request.type === 'hello') return null;
    if (request.type === 'begin') {
      cipher = await createBatchCipher(request.job);
      return null;
    }
    if (!cipher) throw new SealingError('worker_failed', 'not begun');
    if (request.type === 'encrypt') return cipher.encrypt(request.batchIndex, request.padded);
    if (request.type === 'outerEnd') return cipher.outerEnd(request.batchCount, request.innerBytes);
    if (request.type === 'save') return cipher.save();
    cipher.pass(request.bytes);
    return null;
  }

  async function answer(request: CipherRequest): Promise<void> {
    try {
      const result = await carryOut(request);
      post({ result }, result instanceof Uint8Array ? [result.buffer] : []);
    } catch (error) {
      post({ error: isSealingError(error) ? error.code : 'worker_failed' }, []);
    }
  }

  return (request) => {
    last = last.then(() => answer(request));
  };
}
