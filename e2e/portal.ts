import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { readServedFacts, restartedLine, type ServedFacts } from '#test/served-facts.ts';

/** A portal of its own for one test worker: empty database, built server, files in a temporary folder. */
export interface Portal extends ServedFacts {
  /** Kills the server in the middle of its work (SIGKILL) and waits until a new one answers. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the test server and waits until it says that it answers.
 * @param port on localhost
 * @throws with the server's output when it ends before
 */
export async function startPortal(port: number): Promise<Portal> {
  const server = spawn(process.execPath, ['app/operations/test-server.ts', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilSaid(server, 'The test server answers');
  return {
    ...readServedFacts(`http://localhost:${port}`),
    async killAndRestart() {
      const isBack = untilSaid(server, restartedLine);
      server.kill('SIGUSR2');
      await isBack;
    },
    stop: () => stopServer(server),
  };
}

async function untilSaid(server: ChildProcess, line: string): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(line)) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => reject(new Error(`the test server ended before "${line}":\n${output}`)));
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
