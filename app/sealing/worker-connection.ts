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

type Pending = {
  resolve(value: unknown): void;
  reject(error: SealingError): void;
  onEvent?: ((event: SealFileEvent | OpenFileEvent) => void) | undefined;
  timer?: ReturnType<typeof setTimeout> | undefined;
};

export type StartedTask<Name extends TaskName> = {
  done: Promise<TaskTypes[Name]['result']>;
  control(control: TaskControl): void;
};

export type WorkerConnection = {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<Name>>;
  startTask<Name extends TaskName>(
    name: Name,
    input: TaskTypes[Name]['input'],
    onEvent?: (event: TaskTypes[Name]['event']) => void,
  ): StartedTask<Name>;
  /** Whether a file is being sealed or opened. */
  isBusy(): boolean;
  /** Ends the worker; whatever is under way fails with `code`. */
  end(code: SealingErrorCode): void;
};

/** Argon2 on a slow phone takes a few seconds; a minute of silence is a fault. */
export const answerTimeoutMs = 60_000;
/** A task may rightly be quiet for long (paused, uploading), so the worker is asked whether it lives. */
export const pingEveryMs = 20_000;

/** Starts the worker with `start`; `onEnd` is told once when it has ended, for whatever reason. */
export function connectWorker(start: () => WorkerPort, onEnd: () => void): WorkerConnection {
  const pending = new Map<number, Pending>();
  const tasks = new Set<number>();
  let lastId = 0;
  let ended = false;
  let pingTimer: ReturnType<typeof setInterval> | undefined;
  const port = start();

  function end(code: SealingErrorCode): void {
    if (ended) return;
    ended = true;
    clearInterval(pingTimer);
    port.terminate();
    for (const id of [...pending.keys()]) settle(id, (entry) => entry.reject(new SealingError(code)));
    onEnd();
  }

  function settle(id: number, how: (entry: Pending) => void): void {
    const entry = pending.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    pending.delete(id);
    tasks.delete(id);
    if (tasks.size === 0) clearInterval(pingTimer);
    how(entry);
  }

  function ask<Result>(
    request: RequestMessage,
    entry: Partial<Pending>,
    timeoutMs?: number,
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (ended) return reject(new SealingError('room_locked'));
      const timer = timeoutMs && setTimeout(() => end('worker_failed'), timeoutMs);
      pending.set(request.id, {
        ...entry,
        resolve: resolve as Pending['resolve'],
        reject,
        timer: timer || undefined,
      });
      try {
        port.postMessage(request);
      } catch {
        settle(request.id, () => reject(new SealingError('worker_failed')));
      }
    });
  }

  function ping(): void {
    void ask({ id: ++lastId, ping: true }, {}, answerTimeoutMs).catch(() => undefined);
  }

  port.onmessage = ({ data }) => {
    if ('event' in data) return pending.get(data.id)?.onEvent?.(data.event);
    if ('error' in data) return settle(data.id, (entry) => entry.reject(new SealingError(data.error)));
    settle(data.id, (entry) => entry.resolve('result' in data ? data.result : undefined));
  };
  port.onerror = (event) => {
    event.preventDefault?.();
    end('worker_failed');
  };
  port.onmessageerror = () => end('worker_failed');

  return {
    call(name, input) {
      return ask({ id: ++lastId, call: name, input } as RequestMessage, {}, answerTimeoutMs);
    },
    startTask(name, input, onEvent) {
      const id = ++lastId;
      if (tasks.size === 0) pingTimer = setInterval(ping, pingEveryMs);
      tasks.add(id);
      const done = ask<TaskTypes[typeof name]['result']>({ id, task: name, input } as RequestMessage, {
        onEvent: onEvent as Pending['onEvent'],
      });
      return { done, control: (control) => ended || port.postMessage({ id, control }) };
    },
    isBusy: () => tasks.size > 0,
    end,
  };
}
