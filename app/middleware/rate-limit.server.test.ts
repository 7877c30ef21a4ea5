import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openDatabase } from '#app/database.server.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';

import { limitRate, networkOf } from './rate-limit.server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const config = { sessionSecret: randomBytes(32) };
const tooMany = expect.objectContaining({ code: 'too_many_tries', status: 429 });

describe('limitRate', () => {
  test('refuses from one try too many on, per subject', async () => {
    const services = { db: database.db, config };
    for (let time = 0; time < 5; time++) await limitRate(services, 'code_request_by_email', 'a@lka.example');
    await expect(limitRate(services, 'code_request_by_email', 'a@lka.example')).rejects.toEqual(tooMany);
    await expect(limitRate(services, 'code_request_by_email', 'b@lka.example')).resolves.toBeUndefined();
  });

  test('counts for all processes together', async () => {
    const second = openDatabase(database.url);
    try {
      for (let time = 0; time < 5; time++)
        await limitRate(
          { db: time % 2 ? second.db : database.db, config },
          'code_request_by_email',
          'c@lka.example',
        );
      await expect(
        limitRate({ db: second.db, config }, 'code_request_by_email', 'c@lka.example'),
      ).rejects.toEqual(tooMany);
    } finally {
      await second.pool.end();
    }
  });

  test('stores no address in the clear', async () => {
    await limitRate({ db: database.db, config }, 'code_request_by_email', 'clear@lka.example');
    const { rows } = await database.pool.query('select key from rate_limits');
    expect(JSON.stringify(rows)).not.toContain('clear');
  });

  test('closes when it cannot count', async () => {
    const broken = openDatabase(database.url);
    await broken.pool.end();
    await expect(limitRate({ db: broken.db, config }, 'sign_in_by_address', '192.0.2.1')).rejects.toEqual(
      tooMany,
    );
  });
});

test('networkOf takes an IPv6 network as one caller', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:DB8:1:2:bbbb:cccc:dddd:eeee'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
});
