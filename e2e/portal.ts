import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { findFreePort } from '#app/operations/ports.ts';
import { readServedFacts, restartedLine, type ServedFacts } from '#test/served-facts.ts';

import { startTape, type Tape } from './tape.ts';

/** A portal of its own for one test worker: empty database, built server, files in a temporary folder. */
export interface Portal extends ServedFacts {
  /** What the server wrote to the terminal, beside its log: its errors. */
  printed(): Buffer;
  /** What the browsers sent; null where nobody asked to have it recorded. */
  tape: Tape | null;
  /** Kills the server in the middle of its work (SIGKILL) and waits until a new one answers. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the test server and waits until it says that it answers.
 * @param port on localhost
 * @param isTaped whether a recorder stands between the browsers and the server
 * @throws with the server's output when it ends before
 */
export async function startPortal(port: number, isTaped: boolean): Promise<Portal> {
  const behind = isTaped ? await findFreePort() : port;
  const tape = isTaped ? await startTape(port, behind) : null;
  const server = spawn(
    process.execPath,
    ['app/operations/test-server.ts', '--port', String(port), '--behind', String(behind)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const printed: Buffer[] = [];
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (piece: Buffer) => printed.push(piece));
  await untilSaid(server, 'The test server answers');
  return {
    ...readServedFacts(`http://localhost:${port}`),
    printed: () => Buffer.concat(printed),
    tape,
    async killAndRestart() {
      const isBack = untilSaid(server, restartedLine);
      server.kill('SIGUSR2');
      await isBack;
    },
    async stop() {
      await stopServer(server);
      await tape?.stop();
    },
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
