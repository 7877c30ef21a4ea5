/**
 * Keeps the questions that a page has put to the crypto worker and settles them: with the worker's answer, or with
 * `worker_failed` when it crashes, falls silent or was never able to start. After a failure the worker is ended for good.
 */
import { SealingError, type SealingErrorCode } from './sealing-error.ts';
import type {
  AnswerMessage,
  CallInput,
  CallName,
  CallResult,
  OpenFileEvent,
  RequestMessage,
  SealFileEvent,
  TaskControl,
  TaskName,
  TaskTypes,
} from './worker-protocol.ts';

/** The part of `Worker` that is needed, so that tests can bring their own. */
export type WorkerPort = {
  postMessage(message: RequestMessage): void;
  terminate(): void;
  onmessage: ((event: { data: AnswerMessage }) => void) | null;
  onerror: ((event: { preventDefault?(): void }) => void) | null;
  onmessageerror: (() => void) | null;
};

type Question = Extract<RequestMessage, { input: unknown }>;

type Pending = {
  resolve(value: unknown): void;
  reject(error: SealingError): void;
  onEvent?: (event: SealFileEvent | OpenFileEvent) => void;
  /** Ticks until a call is given up; a task may take as long as it likes. */
  ticksLeft: number;
};

export type StartedTask<Name extends TaskName> = {
  done: Promise<TaskTypes[Name]['result']>;
  control(control: TaskControl): void;
};

/**
 * Time is counted in ticks while something is under way, not by long timers: after a laptop has slept, a long timer fires before the worker
 * had its chance to answer, but no more than one tick is missed.
 */
export const tickMs = 15_000;
/** A minute without a word, though it is asked at each tick: Argon2 on a slow phone takes a few seconds. */
const silentTicksAllowed = 4;
const callTicksAllowed = 8;

export class WorkerConnection {
  readonly #port: WorkerPort;
  readonly #onEnd: () => void;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #lastWorkAt = Date.now();
  #silentTicks = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #hasEnded = false;

  /** `onEnd` is told once when the worker has ended, for whatever reason. */
  constructor(port: WorkerPort, onEnd: () => void) {
    this.#port = port;
    this.#onEnd = onEnd;
    port.onmessage = ({ data }) => this.#receive(data);
    port.onmessageerror = () => this.end('worker_failed');
    port.onerror = (event) => {
      event.preventDefault?.();
      this.end('worker_failed');
    };
  }

  /** One question, one answer. Rejects with a `SealingError`: the worker's own, `worker_failed`, or the code given to `end`. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<Name>> {
    const request = { id: ++this.#lastId, call: name, input } as Question;
    return this.#ask(request, callTicksAllowed) as Promise<CallResult<Name>>;
  }

  startTask<Name extends TaskName>(
    name: Name,
    input: TaskTypes[Name]['input'],
    onEvent?: (event: TaskTypes[Name]['event']) => void,
  ): StartedTask<Name> {
    const id = ++this.#lastId;
    const request = { id, task: name, input } as Question;
    const done = this.#ask(request, Infinity, onEvent);
    return {
      done: done as Promise<TaskTypes[Name]['result']>,
      control: (control) => {
        this.#lastWorkAt = Date.now();
        if (!this.#hasEnded) this.#port.postMessage({ id, control });
      },
    };
  }

  /** When the worker last had something to do (milliseconds since 1970): a paused upload must not keep keys unlocked for hours. */
  lastWorkAt(): number {
    return this.#lastWorkAt;
  }

  /** Ends the worker; whatever is under way fails with `code`. */
  end(code: SealingErrorCode): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#port.terminate();
    for (const id of [...this.#pending.keys()]) this.#take(id)?.reject(new SealingError(code));
    this.#onEnd();
  }

  #ask(request: Question, ticksLeft: number, onEvent?: Pending['onEvent']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#hasEnded) return reject(new SealingError('room_locked'));
      this.#pending.set(request.id, { resolve, reject, ticksLeft, ...(onEvent && { onEvent }) });
      this.#startTicking();
      try {
        this.#port.postMessage(request);
      } catch (cause) {
        this.#take(request.id);
        reject(new SealingError('worker_failed', undefined, { cause }));
      }
    });
  }

  #receive(answer: AnswerMessage): void {
    this.#silentTicks = 0;
    if ('pong' in answer) return;
    this.#lastWorkAt = Date.now();
    if ('event' in answer) return this.#pending.get(answer.id)?.onEvent?.(answer.event);
    const entry = this.#take(answer.id);
    if ('error' in answer) entry?.reject(new SealingError(answer.error));
    else entry?.resolve(answer.result);
  }

  #take(id: number): Pending | undefined {
    const entry = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    return entry;
  }

  #startTicking(): void {
    if (this.#timer !== undefined) return;
    this.#silentTicks = 0;
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  #tick(): void {
    this.#silentTicks += 1;
    let isLate = this.#silentTicks > silentTicksAllowed;
    for (const entry of this.#pending.values()) {
      entry.ticksLeft -= 1;
      if (entry.ticksLeft < 0) isLate = true;
    }
    if (isLate) this.end('worker_failed');
    else this.#port.postMessage({ ping: true });
  }
}
