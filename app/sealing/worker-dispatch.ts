/** Turns messages of the page into work of the room, and results and errors into answers. */
import type { StartCipher } from './bulk-types.ts';
import { SealingError } from './sealing-error.ts';
import type { SealingErrorCode } from './sealing-error.ts';
import { createRoomCalls } from './worker-calls.ts';
import { createKeyring } from './worker-keyring.ts';
import type { AnswerMessage, RequestMessage, TaskControl } from './worker-protocol.ts';
import { startOpenFile, startSealFile } from './worker-tasks.ts';
import type { RunningTask } from './worker-tasks.ts';

/**
 * The worker's `onmessage` without the worker: handles one message, answers through `post`. Only codes cross over: an error's text
 * could hold something of what was sealed.
 *
 * @param startCipher starts a thread for encrypting files; without it they are encrypted on this one.
 */
export function createDispatcher(
  post: (answer: AnswerMessage) => void,
  startCipher?: StartCipher,
): (message: RequestMessage) => void {
  const keyring = createKeyring();
  const calls = createRoomCalls(keyring);
  const controls = new Map<number, (control: TaskControl) => void>();

  async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
    try {
      post({ id, result: await work() });
    } catch (error) {
      post({ id, error: codeOf(error) });
    }
  }

  /** A control stays after success: segments are released when the task itself is over. */
  function runTask(id: number, task: RunningTask<unknown>): void {
    controls.set(id, task.control);
    task.done.catch(() => controls.delete(id));
    void answer(id, () => task.done);
  }

  return (message) => {
    if ('ping' in message) return post({ pong: true });
    const { id } = message;
    if ('control' in message) return controls.get(id)?.(message.control);
    if ('call' in message) {
      const handler = calls[message.call] as (input: unknown) => Promise<unknown>;
      return void answer(id, async () => handler(message.input));
    }
    if (message.task === 'sealFile') {
      return runTask(
        id,
        startSealFile(keyring, message.input, (event) => post({ id, event }), startCipher),
      );
    }
    return runTask(
      id,
      startOpenFile(keyring, message.input, (event) => post({ id, event })),
    );
  };
}

function codeOf(error: unknown): SealingErrorCode {
  return error instanceof SealingError ? error.code : 'worker_failed';
}
