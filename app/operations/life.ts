import process from 'node:process';

/** A failure that its message explains in full: printed as one sentence, without a stack. */
export class OperationError extends Error {
  override name = 'OperationError';
}

export type Life = {
  /** Aborted by Ctrl-C, SIGTERM or a closed terminal. */
  signal: AbortSignal;
  /** Registers what undoes the last step. All are run in reverse order, whatever ends the work. */
  atEnd: (cleanUp: () => void | Promise<void>) => void;
};

/**
 * Runs a command's work, then cleans up and ends the process.
 *
 * @param work resolves to the exit code
 * @param codeWhenStopped exit code after a stop signal: 0 where being stopped is the normal end
 * @param endsWithParent whether the end of the process that started this one is a stop signal too; npm, told to end,
 *   tells its shell alone
 */
export async function live(
  work: (life: Life) => Promise<number>,
  codeWhenStopped: number,
  endsWithParent: boolean = process.env['npm_lifecycle_event'] !== undefined,
): Promise<never> {
  const controller = new AbortController();
  if (endsWithParent) watchParent(controller);
  const cleanUps: (() => void | Promise<void>)[] = [];
  listenForStop(controller);
  let code: number;
  try {
    code = await work({ signal: controller.signal, atEnd: (cleanUp) => void cleanUps.push(cleanUp) });
  } catch (error) {
    code = controller.signal.aborted ? codeWhenStopped : report(error);
  }
  for (const cleanUp of cleanUps.reverse()) {
    try {
      await cleanUp();
    } catch (error) {
      code = report(error);
    }
  }
  // Output to a pipe is written asynchronously; leaving before it is out would cut the last line off.
  await new Promise<void>((done) => process.stdout.write('', () => done()));
  process.exit(code);
}

/** Resolves when the command is to stop. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function listenForStop(controller: AbortController): void {
  let abortedAt = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // npm passes Ctrl-C on although the terminal has sent it to us too: the same wish, told twice at once.
      if (controller.signal.aborted && Date.now() - abortedAt > 1000) process.exit(130);
      if (controller.signal.aborted) return;
      abortedAt = Date.now();
      controller.abort();
    });
  }
}

function watchParent(controller: AbortController): void {
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) controller.abort();
  };
  setInterval(watch, 500).unref();
}

function report(error: unknown): number {
  if (error instanceof OperationError || (error as Error).name === 'DatabaseInUseError') {
    process.stderr.write(`${(error as Error).message}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  return 1;
}
