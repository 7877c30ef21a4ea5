import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';

import type { Database, Transaction } from '#app/database.server.ts';
import type { Log } from '#app/log.server.ts';
import { describeError } from '#app/log.server.ts';
import type { IntakeMailName } from '#app/text/intake-mails.ts';

/** Every kind of work that is done later, with what it is told. No payload carries case data. */
export interface JobPayloads {
  send_mail: {
    to: string;
    template: string;
    locale: 'de' | 'en' | 'fr';
    values: Record<string, string>;
    /** Of a notification: it is encrypted to the person's own key, if there is one. */
    personId?: string;
  };
  /** A mail to somebody outside of the portal: words in three languages, or a sealed mail that is stored. */
  send_intake_mail:
    | { to: string; template: IntakeMailName; inReplyTo: string | null }
    | { sealedMailId: string; inReplyTo: string | null };
  /** A released answer to somebody outside of the portal. */
  send_answer: { answerId: string };
  /** The last try to send it has failed. */
  give_up_answer: { answerId: string };
  send_digests: Record<string, never>;
  remove_orphaned_uploads: Record<string, never>;
  keep_deadlines: Record<string, never>;
  keep_answers: Record<string, never>;
  keep_verifications: Record<string, never>;
  remove_expired: Record<string, never>;
}
export type JobName = keyof JobPayloads;

export interface Jobs {
  /** Queues work in the caller's transaction: it exists exactly if the change does. */
  queue<Name extends JobName>(
    tx: Database | Transaction,
    name: Name,
    payload: JobPayloads[Name],
  ): Promise<void>;
  /** Does the work of this kind in this process, with retries and growing pauses. */
  work<Name extends JobName>(
    name: Name,
    handle: (payload: JobPayloads[Name]) => Promise<void>,
  ): Promise<void>;
  /** Repeats work by a cron expression, once for all nodes. @param timeZone IANA name; UTC without one */
  schedule(name: JobName, cron: string, timeZone?: string): Promise<void>;
  stop(): Promise<void>;
}

const jobNames: readonly JobName[] = [
  'send_mail',
  'send_intake_mail',
  'send_answer',
  'give_up_answer',
  'send_digests',
  'remove_orphaned_uploads',
  'keep_deadlines',
  'keep_answers',
  'keep_verifications',
  'remove_expired',
];

/**
 * What is done with the same payload once the last try has failed. pg-boss queues it in the statement that ends the work, so
 * that nothing is lost when this process dies in its last try.
 */
const afterLastTry: Partial<Record<JobName, JobName>> = { send_answer: 'give_up_answer' };

/** Starts pg-boss on the same PostgreSQL; its tables live in the schema `pgboss`. */
export async function startJobs(databaseUrl: string, log: Log): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 3, application_name: 'amtsweg-jobs' });
  boss.on('error', (error) => log.error({ event: 'jobs_error', ...describeError(error) }));
  await boss.start();
  for (const name of jobNames)
    await boss.createQueue(name, { retryLimit: 12, retryDelay: 10, retryBackoff: true, retryDelayMax: 3600 });
  // A queue keeps what it was made with, perhaps by an earlier version; this is set anew.
  for (const [name, deadLetter] of Object.entries(afterLastTry)) await boss.updateQueue(name, { deadLetter });
  return {
    async queue(tx, name, payload) {
      await boss.send(name, payload, { db: fromDrizzle(tx, sql) });
    },
    async work(name, handle) {
      await boss.work(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) {
          try {
            await handle(job.data as JobPayloads[typeof name]);
          } catch (error) {
            // pg-boss keeps it in its table and says nothing.
            log.error({ event: 'job_failed', reason: name, ...describeError(error) });
            throw error;
          }
        }
      });
    },
    async schedule(name, cron, timeZone = 'UTC') {
      await boss.schedule(name, cron, {}, { tz: timeZone });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}
