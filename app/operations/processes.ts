import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { OperationError } from './life.ts';
import type { Life } from './life.ts';

type Run = {
  env?: Record<string, string | undefined>;
  /** `shown` as it comes; `kept` to be printed only when the command fails. */
  output?: 'shown' | 'kept';
};

/**
 * Runs a command of `node_modules/.bin` to its end; a stop signal ends it and all that it started.
 *
 * @returns exit code, 1 when it was killed
 */
export async function runTool(life: Life, tool: string, args: string[], run: Run = {}): Promise<number> {
  return await runCommand(life, process.execPath, [`node_modules/.bin/${tool}`, ...args], run);
}

/** The same for any command found through PATH. */
export async function runCommand(
  life: Life,
  command: string,
  args: string[],
  run: Run = {},
): Promise<number> {
  life.signal.throwIfAborted();
  const kept = run.output === 'kept';
  const child = spawn(command, args, {
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...run.env },
    stdio: ['ignore', kept ? 'pipe' : 'inherit', kept ? 'pipe' : 'inherit'],
    detached: true,
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const stop = () => void endGroup(child, 20_000);
  life.signal.addEventListener('abort', stop, { once: true });
  let code: number | null;
  try {
    [code] = (await once(child, 'close')) as [number | null];
  } finally {
    life.signal.removeEventListener('abort', stop);
  }
  life.signal.throwIfAborted();
  if (kept && code !== 0) process.stdout.write(Buffer.concat(chunks));
  return code ?? 1;
}

type Server = {
  env: Record<string, string>;
  /** Receives the server's log; its errors go to the terminal. */
  logFile: string;
  origin: string;
};

export type RunningServer = {
  /** Rejects when the server ends by itself. */
  ended: Promise<never>;
  /** Kills the server without a word (SIGKILL), starts it again and waits until it answers. */
  killAndRestart: () => Promise<void>;
};

/** Starts the built portal and waits until it answers. It is stopped at the end of the command. */
export async function startBuiltServer(life: Life, server: Server): Promise<RunningServer> {
  const end = Promise.withResolvers<never>();
  end.promise.catch(() => undefined);
  let child: ChildProcess | null = null;
  const start = async () => {
    const started = launch(server);
    child = started;
    started.once('exit', (code) => {
      if (child !== started) return;
      end.reject(new OperationError(`The server ended by itself (code ${code}), see ${server.logFile}.`));
    });
    await Promise.race([end.promise, untilHealthy(life, `${server.origin}/healthz`)]);
  };
  /** Nobody waits for this one any more: its end is no failure. */
  const letGo = (): ChildProcess | null => {
    const old = child;
    child = null;
    return old;
  };
  life.atEnd(async () => {
    const old = letGo();
    if (old) await endGroup(old, 15_000);
  });
  await start();
  return {
    ended: end.promise,
    async killAndRestart() {
      const old = letGo();
      if (old) await endGroup(old, 0);
      await start();
    },
  };
}

function launch({ env, logFile }: Server): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const preload = ['--enable-source-maps', '--import', './app/operations/end-with-parent.ts'];
  const child = spawn(process.execPath, [...preload, 'build/server/index.js'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', log, 'inherit', 'ipc'],
    // A group of its own: after Ctrl-C it is we who say when, and once.
    detached: true,
  });
  closeSync(log);
  return child;
}

async function untilHealthy(life: Life, url: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(100)) {
    life.signal.throwIfAborted();
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok === true) return;
  }
  throw new OperationError(`The server does not answer at ${url}.`);
}

/** Ends a process and its children: asks, and after `patienceMs` does not ask any more; with 0 it does not ask at all. */
async function endGroup(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const group = -child.pid;
  const gone = once(child, 'exit');
  if (patienceMs > 0) signalGroup(group, 'SIGTERM');
  for (const until = Date.now() + patienceMs; Date.now() < until; await wait(50)) {
    if (!signalGroup(group, 0)) break;
  }
  signalGroup(group, 'SIGKILL');
  await gone;
}

/** @returns false when nobody is left */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
