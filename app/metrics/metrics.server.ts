import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';

import { countDeadlines, type DeadlineCounts } from './overdue.server.ts';

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Whether somebody may read the figures: with the configured token, or, where the configuration says so, from this
 * machine itself. A request that came through a proxy is never from this machine.
 */
export function mayReadMetrics(
  { metricsToken, metricsFromLoopback }: Pick<Config, 'metricsToken' | 'metricsFromLoopback'>,
  caller: { authorization: string | null; address: string; isForwarded: boolean },
): boolean {
  if (metricsToken !== null && isSame(caller.authorization ?? '', `Bearer ${metricsToken}`)) return true;
  return metricsFromLoopback && !caller.isForwarded && loopback.includes(caller.address);
}

/** In constant time; hashed, so that the lengths are equal. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

const process = new Registry();
let isCollecting = false;

const help: Record<keyof DeadlineCounts, string> = {
  open: 'Legal requests that the provider must act on',
  overdue: 'Of these, those whose deadline has passed',
  openEmergencies: 'Emergencies that the provider must act on',
  overdueEmergencies: 'Of these, those whose deadline has passed',
  paused: 'Legal requests whose deadline stands still until an agency replies',
};

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** All figures in the text format of Prometheus. Counts only: nothing of a case, of an agency or of a person. */
export async function writeMetrics(db: Database, now: Date): Promise<{ body: string; type: string }> {
  if (!isCollecting) collectDefaultMetrics({ register: process, prefix: 'amtsweg_' });
  isCollecting = true;
  const deadlines = new Registry();
  for (const [name, count] of Object.entries(await countDeadlines(db, now)))
    new Gauge({
      name: `amtsweg_legal_requests_${snake(name)}`,
      help: help[name as keyof DeadlineCounts],
      registers: [deadlines],
    }).set(count);
  return { body: await Registry.merge([process, deadlines]).metrics(), type: process.contentType };
}
