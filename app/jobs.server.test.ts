import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';

import { createTestDatabase, type TestDatabase } from '#test/database.ts';

import { startJobs, type Jobs } from './jobs.server.ts';
import { createLog } from './log.server.ts';

let database: TestDatabase;
let jobs: Jobs;
const lines: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  // Twice: the queues may be there already.
  await (await startJobs(database.url, log)).stop();
  jobs = await startJobs(database.url, log);
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

test('an answer whose last try fails is given up, with the same payload; the log says that it failed', async () => {
  const payload = { answerId: 'f3c1' };
  await jobs.queue(database.db, 'send_answer', payload);
  await database.db.execute(sql`update pgboss.job set retry_limit = 0 where name = 'send_answer'`);
  const givenUp = new Promise((resolve) => {
    void jobs.work('give_up_answer', async (given) => resolve(given));
  });
  await jobs.work('send_answer', () => Promise.reject(new Error('not taken')));
  expect(await givenUp).toEqual(payload);
  const [line = ''] = lines.filter((one) => one.includes('job_failed'));
  expect(JSON.parse(line)).toMatchObject({ event: 'job_failed', reason: 'send_answer', errorName: 'Error' });
  expect(line).not.toContain('not taken');
});
