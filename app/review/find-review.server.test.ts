import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createDeskWorld, createSubmitted, type DeskWorld } from '#test/review/desk-world.ts';

import { findReview } from './find-review.server.ts';

let database: TestDatabase;
let world: DeskWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());

test('an earlier legal request of the same file number is among them, however many newer ones the agency has', async () => {
  const first = await createSubmitted(world, { fileNumber: '7 Js 1/26' });
  const second = await createSubmitted(world, { fileNumber: '7 Js 1/26' });
  await world.db.execute(sql`
    insert into legal_requests (id, reference, team_id, author_id, category, status, priority, file_number, current_revision, version)
    select gen_random_uuid(), 'AW-2027-' || n, ${world.agency.id}, ${world.investigator.actor.personId},
      'traffic_data', 'accepted', 'normal', 'other ' || n, 1, 1
    from generate_series(1, 600) n`);
  // Newer than both: ids grow with time.
  await world.db.execute(
    sql`update legal_requests set id = ('ffffffff' || substr(id::text, 9))::uuid where reference like 'AW-2027-%'`,
  );
  const { earlier } = await findReview(world.db, world.clerk.actor, second, new Date());
  expect(earlier[0]).toMatchObject({ id: first, fileNumber: '7 Js 1/26', isSameAgency: true });
  expect(earlier).toHaveLength(500);
});
