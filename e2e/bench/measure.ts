/** Seconds, memory and blocks of one run in a page. */
import type { Page } from '@playwright/test';

import { watchMemory } from '../renderer-memory.ts';

import type { RunName } from './bench-runs.ts';

export type Measured = { seconds: number; longestBlockMs: number; rendererPeakMb: number };

/** Runs one of the page's functions with the file in its file field, and watches the renderer meanwhile. */
export async function measure(page: Page, name: RunName): Promise<Measured> {
  const memory = await watchMemory(page.context().browser());
  try {
    const measured = await page.evaluate(
      (run) => (globalThis as unknown as BenchPage).benchMeasure(run),
      name,
    );
    return { ...measured, rendererPeakMb: memory.stop().peakMb };
  } finally {
    memory.stop();
  }
}

export type BenchPage = {
  benchMeasure: (name: RunName) => Promise<{ seconds: number; longestBlockMs: number }>;
};
