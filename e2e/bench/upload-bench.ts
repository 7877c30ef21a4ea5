/**
 * `npm run bench:upload`: how fast attachments are sealed and stored, beside the same file unsealed and beside
 * openpgp.js with tus-js-client, in one run. Prints a table and writes docs/benchmarks.md.
 *
 * `-- --sizes 10,500` (MB), `-- --port 4590`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';

import { chromiumArguments, findChromium } from '#app/operations/chromium.ts';

import { buildHarness } from './bench-server.ts';
import type { RunName } from './bench-runs.ts';
import { describeBench, type BenchResult } from './describe-bench.ts';
import { measureFreshMemory } from './fresh-memory.ts';
import { measure, type Measured } from './measure.ts';

const runs: readonly RunName[] = [
  'sealedAndStored',
  'unsealedThroughTus',
  'sealingAlone',
  'openpgpInWorker',
  'openpgpIntoTusJsClient',
];

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10,500' }, port: { type: 'string', default: '4590' } },
});
const folder = mkdtempSync(join(tmpdir(), 'amtsweg-bench-run-'));
try {
  const site = join(folder, 'site');
  await buildHarness(site);
  const server = await startServer(values.port, site);
  try {
    const pageMicroseconds = measureFreshMemory();
    const results = await runAll(values.sizes.split(',').map(Number), values.port);
    const serverPeakMb = await stopServer(server);
    const text = describeBench(results, { cores: cpus().length, serverPeakMb, pageMicroseconds });
    process.stdout.write(`${text}\n`);
    writeFileSync(join(import.meta.dirname, '../../docs/benchmarks.md'), `${text}\n`);
  } finally {
    server.kill();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function startServer(port: string, site: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'serve-bench.ts'), [port, site]);
  await once(child, 'message');
  return child;
}

/** @returns the most memory that the server took, in MB */
async function stopServer(child: ChildProcess): Promise<number> {
  child.send('stop');
  const [peakMb] = (await once(child, 'message')) as [number];
  await once(child, 'exit');
  return peakMb;
}

/** In a profile on disk, as people have it: in a private window the origin private file system is memory of the browser. */
async function runAll(sizes: number[], port: string): Promise<BenchResult[]> {
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium() ?? undefined,
    args: chromiumArguments,
  });
  try {
    const results: BenchResult[] = [];
    for (const sizeMb of sizes) {
      const path = join(folder, `${sizeMb}.bin`);
      writeFileSync(path, randomFillSync(Buffer.alloc(sizeMb * 1_000_000)));
      for (const run of runs) {
        // A page of its own: memory that one run leaves behind would count for the next.
        const page = await context.newPage();
        const measured = await runOnce(page, { origin: `http://localhost:${port}`, path, run });
        results.push({ run, sizeMb, ...measured });
        process.stderr.write(`${run} ${sizeMb} MB: ${measured.seconds.toFixed(2)} s\n`);
        await page.close();
      }
    }
    return results;
  } finally {
    await context.close();
  }
}

type RunOptions = { origin: string; path: string; run: RunName };

async function runOnce(page: Page, { origin, path, run }: RunOptions): Promise<Measured> {
  page.setDefaultTimeout(0);
  await page.goto(`${origin}/harness.html`);
  await page.locator('#bench-file').setInputFiles(path);
  // Keys, workers and connections are there before the clock starts.
  await page.locator('#bench-ready').waitFor({ state: 'attached' });
  return measure(page, run);
}
