/** Seconds, memory and blocks of one run in a page. */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';

import type { RunName } from './bench-runs.ts';

export type Measured = { seconds: number; longestBlockMs: number; rendererPeakMb: number };

/** Runs one of the page's functions with the file in its file field, and watches the renderer meanwhile. */
export async function measure(page: Page, browser: CDPSession, name: RunName): Promise<Measured> {
  const pids = await rendererPids(browser);
  let peakKb = 0;
  const timer = setInterval(() => {
    peakKb = Math.max(peakKb, ...pids.map(residentKb));
  }, 100);
  try {
    const measured = await page.evaluate(
      (run) => (globalThis as unknown as BenchPage).benchMeasure(run),
      name,
    );
    return { ...measured, rendererPeakMb: peakKb / 1000 };
  } finally {
    clearInterval(timer);
  }
}

export type BenchPage = {
  benchMeasure: (name: RunName) => Promise<{ seconds: number; longestBlockMs: number }>;
};

async function rendererPids(browser: CDPSession): Promise<number[]> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Resident memory, with all that is shared with other processes of the browser. */
function residentKb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
