import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** Runs a script that uses life.ts, sends it a signal once it has printed "ready", and returns what it printed. */
async function runScript(
  work: string,
  signal?: NodeJS.Signals,
): Promise<{ code: number | null; output: string }> {
  const script = `import { live, OperationError, untilStopped } from './app/operations/life.ts';
    const say = (word) => process.stdout.write(word + ' ');
    await live(async ({ signal, atEnd }) => { ${work} }, 0);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (signal !== undefined && output.endsWith('ready ')) child.kill(signal);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output.trim() };
}

const twoCleanUps = `atEnd(() => say('first')); atEnd(async () => say('second'));`;

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('cleans up in reverse order after %s', async (signal) => {
  const result = await runScript(
    `${twoCleanUps} const beat = setInterval(() => 0, 1000); say('ready'); await untilStopped(signal); return 0;`,
    signal,
  );
  expect(result).toEqual({ code: 0, output: 'ready second first' });
});

test('cleans up after a failure, which it prints without a stack when one sentence explains it', async () => {
  const result = await runScript(`${twoCleanUps} throw new OperationError('Port 3000 is taken.');`);
  expect(result).toEqual({ code: 1, output: expect.stringContaining('Port 3000 is taken.') as string });
  expect(result.output).toMatch(/second first/);
  expect(result.output).not.toMatch(/life\.ts/);
});

test('does the remaining clean-ups when one of them fails, and says so by the exit code', async () => {
  const result = await runScript(
    `atEnd(() => say('first')); atEnd(() => { throw new Error('stuck'); }); return 0;`,
  );
  expect(result.code).toBe(1);
  expect(result.output).toMatch(/first/);
});
