import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { hours, minutes } from '#app/durations.ts';

/**
 * What is limited, and how often within which time. Per address is generous, because a whole authority may sit behind
 * one; per e-mail address is not.
 */
const limits = {
  code_request_by_address: { points: 60, duration: hours(1) },
  code_request_by_email: { points: 5, duration: hours(1) },
  code_try_by_address: { points: 120, duration: hours(1) },
  sign_in_by_address: { points: 200, duration: minutes(10) },
  recovery_by_address: { points: 30, duration: hours(1) },
  invitation_by_address: { points: 120, duration: hours(1) },
  // Calendar programs of a whole authority ask every few minutes.
  calendar_by_address: { points: 1200, duration: hours(1) },
  // Automatic answers to plain mails: enough for somebody who tries again, too few to be of use as a weapon.
  refusal_by_sender: { points: 4, duration: hours(24) },
  refusals: { points: 300, duration: hours(1) },
  // What staff sends by hand to somebody outside: whoever does not answer to the third mail will not to the fourth.
  correspondence_by_address: { points: 3, duration: hours(24) },
} as const satisfies Record<string, { points: number; duration: number }>;

export type LimitName = keyof typeof limits;

const limiters = new WeakMap<Database, Map<LimitName, RateLimiterPostgres>>();

/** One limiter a limit and database; they share a table, so that all nodes count together. */
function limiterOf(db: Database, name: LimitName): RateLimiterPostgres {
  const known = limiters.get(db) ?? new Map<LimitName, RateLimiterPostgres>();
  limiters.set(db, known);
  const { points, duration } = limits[name];
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: (db as unknown as { $client: object }).$client,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: duration / 1000,
    });
  known.set(name, limiter);
  return limiter;
}

/**
 * Counts one try, and refuses when there were too many. Refuses as well when it cannot count (promise 20: limits close
 * when the limiter fails).
 * @param subject address or e-mail; stored only as a keyed hash
 * @throws DomainError `too_many_tries` (429)
 */
export async function limitRate(
  { db, config }: { db: Database; config: Pick<Config, 'sessionSecret'> },
  name: LimitName,
  subject: string,
): Promise<void> {
  const key = createHmac('sha256', config.sessionSecret).update(subject).digest('base64url');
  try {
    await limiterOf(db, name).consume(key);
  } catch (error) {
    const waitMs = error instanceof RateLimiterRes ? error.msBeforeNext : minutes(1);
    throw new DomainError('too_many_tries', { minutes: Math.max(1, Math.ceil(waitMs / minutes(1))) }, 429);
  }
}

/** What a caller is counted by: an IPv6 network has 2^64 addresses and is one caller. */
export function networkOf(address: string): string {
  const groups = address.toLowerCase().split(':');
  if (groups.length < 4 || address.includes('.')) return address;
  const [head = ''] = address.toLowerCase().split('::');
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, 4).join(':');
}
