import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { OperationError } from './life.ts';
import type { Life } from './life.ts';
import { runTool } from './processes.ts';
import { countPlaywright, countVitest } from './test-counts.ts';
import type { Counts } from './test-counts.ts';
import { findUnusedExports } from './unused-exports.ts';

/** A part of the checks, which passes or fails as one or counts its tests. */
export type Suite = {
  name: string;
  run: (life: Life) => Promise<Counts>;
  /** Minutes after which it is ended and has failed; several times what it takes. */
  limit: number;
};

/** One pass or failure for a tool that does not count. */
function oneCheck(name: string, check: (life: Life) => Promise<boolean>): Suite {
  const run = async (life: Life) =>
    (await check(life)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { name, run, limit: 15 };
}

export const format = oneCheck('format', async (life) => {
  return (await runTool(life, 'prettier', ['--check', '--log-level=warn', '.'])) === 0;
});

export const lint = oneCheck('lint', async (life) => {
  return (await runTool(life, 'eslint', ['.', '--max-warnings', '0'])) === 0;
});

export const types = oneCheck('types', async (life) => {
  const generated = await runTool(life, 'react-router', ['typegen'], { output: 'kept' });
  return generated === 0 && (await runTool(life, 'tsc', [])) === 0;
});

export const unusedExports = oneCheck('unused exports', async () => {
  const unused = findUnusedExports();
  for (const line of unused) process.stdout.write(`${line}\n`);
  return unused.length === 0;
});

export const build = oneCheck('build', async (life) => {
  try {
    await buildOnce(life);
    return true;
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return false;
  }
});

export const unit: Suite = {
  name: 'unit and integration',
  limit: 30,
  run: (life) =>
    withReport(countVitest, (reportFile) =>
      runTool(life, 'vitest', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
      ]),
    ),
};

export const endToEnd: Suite = {
  name: 'end to end',
  limit: 55,
  run: (life) =>
    withReport(countPlaywright, (reportFile) =>
      // Its own variable, so that the list on the terminal stays as the configuration has it.
      runTool(life, 'playwright', ['test'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile } }),
    ),
};

/** Runs a suite that writes a JSON report, and counts what it says together with its exit code. */
async function withReport(
  count: (report: unknown, exitCode: number) => Counts,
  run: (reportFile: string) => Promise<number>,
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-report-'));
  try {
    const file = join(folder, 'report.json');
    const exitCode = await run(file);
    return count(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs suites one after another, none left out for an earlier failure, and prints the sum as the last line. */
export async function runSuites(life: Life, suites: Suite[]): Promise<number> {
  const sum = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const suite of suites) {
    const { name } = suite;
    process.stdout.write(`\n— ${name}\n`);
    const startedAt = performance.now();
    const counts = await runOne(life, suite);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    lines.push(`  ${name.padEnd(22)}${counts.passed} passed, ${counts.failed} failed in ${seconds} s`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed\n`);
  return sum.failed === 0 ? 0 : 1;
}

async function runOne(life: Life, { name, run, limit }: Suite): Promise<Counts> {
  const tooLong = AbortSignal.timeout(limit * 60_000);
  try {
    return await run({ ...life, signal: AbortSignal.any([life.signal, tooLong]) });
  } catch (error) {
    life.signal.throwIfAborted();
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${tooLong.aborted ? `${name}: not done after ${limit} minutes, ended` : said}\n`);
    return { passed: 0, failed: 1 };
  }
}
