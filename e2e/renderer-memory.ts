/** How much memory the pages of a browser take. */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from '@playwright/test';

/** MB (10⁶ octets) at rest and at most while it was watched. */
export type WatchedMemory = { idleMb: number; peakMb: number };

const everyMs = 100;

/**
 * Watches the largest renderer of a browser until `stop` is called. Resident memory, with what is shared with other
 * processes of the browser.
 */
export async function watchMemory(browser: Browser | null): Promise<{ stop: () => WatchedMemory }> {
  const session = await browser?.newBrowserCDPSession();
  if (!session) throw new Error('Chromium tells nothing about its processes');
  const pids = await rendererPids(session);
  const now = () => Math.max(0, ...pids.map(residentKb)) / 1000;
  const idleMb = now();
  let peakMb = idleMb;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, now());
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return { idleMb, peakMb };
    },
  };
}

async function rendererPids(session: CDPSession): Promise<number[]> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function residentKb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // The process has ended.
    return 0;
  }
}
