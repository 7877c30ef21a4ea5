import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { events } from '#db/schema.ts';
import { createTestDatabase } from '#test/database.ts';

import { appendEvent, verifyEventChain } from './events.server.ts';

const database = await createTestDatabase();
const { db } = database;
afterAll(() => database.close());

/** What somebody does who may do anything with the database: the trigger is off for as long. */
async function asOwner(
  tamper: (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<unknown>,
) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table events disable trigger events_append_only`);
    await tamper(tx);
    await tx.execute(sql`alter table events enable trigger events_append_only`);
  });
}

const append = () =>
  db.transaction((tx) =>
    appendEvent(tx, {
      objectType: 'person',
      objectId: randomUUID(),
      type: 'suspended',
      actorId: null,
      payload: {},
      at: new Date('2026-11-03T10:15:00.123Z'),
    }),
  );

const listPositions = async () =>
  (await db.select({ position: events.position }).from(events).orderBy(asc(events.position))).map(
    ({ position }) => position,
  );

beforeEach(async () => {
  await asOwner((tx) => tx.delete(events));
  await db.execute(sql`delete from settings`);
  for (let count = 0; count < 5; count += 1) await append();
});

describe('an event that is written', () => {
  test.each([
    ['changed', sql`update events set type = 'reinstated' where position = 3`],
    ['changed, when no row matches', sql`update events set type = 'reinstated' where false`],
    ['deleted', sql`delete from events where position = 5`],
    ['truncated away', sql`truncate events`],
  ])('cannot be %s', async (_name, statement) => {
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { message: 'rows of events are never changed or deleted', code: '23001' },
    });
    expect(await listPositions()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('verifying the chain', () => {
  test('finds nothing in a whole one, and nothing in none', async () => {
    expect(await verifyEventChain(db)).toBeNull();
    await asOwner((tx) => tx.delete(events));
    await db.execute(sql`delete from settings`);
    expect(await verifyEventChain(db)).toBeNull();
  });

  test.each([
    ['type', { type: 'reinstated' }],
    ['object', { objectId: randomUUID() }],
    ['version', { version: 7 }],
    ['actor', { actorId: randomUUID() }],
    ['payload', { payload: { role: 'admin' } }],
    ['time', { at: new Date('2026-11-03T10:15:00.124Z') }],
    ['hash', { hash: '0'.repeat(64) }],
  ])('names the row whose %s was edited', async (_name, change) => {
    await asOwner((tx) => tx.update(events).set(change).where(eq(events.position, 3)));
    expect(await verifyEventChain(db)).toEqual({ position: 3, fault: 'edited' });
  });

  test('names the row after one that was removed', async () => {
    await asOwner((tx) => tx.delete(events).where(eq(events.position, 3)));
    expect(await verifyEventChain(db)).toEqual({ position: 4, fault: 'removed_or_reordered' });
  });

  test('names it although the positions were closed up', async () => {
    await asOwner(async (tx) => {
      await tx.delete(events).where(eq(events.position, 3));
      await tx.execute(sql`update events set position = 3 where position = 4`);
      await tx.execute(sql`update events set position = 4 where position = 5`);
    });
    expect(await verifyEventChain(db)).toEqual({ position: 3, fault: 'removed_or_reordered' });
  });

  test('names the first of two rows that changed places', async () => {
    await asOwner(async (tx) => {
      await tx.execute(sql`update events set position = 99 where position = 2`);
      await tx.execute(sql`update events set position = 2 where position = 4`);
      await tx.execute(sql`update events set position = 4 where position = 99`);
    });
    expect(await verifyEventChain(db)).toEqual({ position: 2, fault: 'removed_or_reordered' });
  });

  test('names the first of the newest rows that are not there any more', async () => {
    await asOwner((tx) => tx.execute(sql`delete from events where position >= 4`));
    expect(await verifyEventChain(db)).toEqual({ position: 4, fault: 'newest_removed' });
  });

  test('goes on finding it when the portal has written more since', async () => {
    await asOwner((tx) => tx.execute(sql`delete from events where position >= 4`));
    await append();
    expect(await listPositions()).toEqual([1, 2, 3, 6]);
    expect(await verifyEventChain(db)).toEqual({ position: 6, fault: 'removed_or_reordered' });
  });

  test('finds that all was removed', async () => {
    await asOwner((tx) => tx.delete(events));
    expect(await verifyEventChain(db)).toEqual({ position: 1, fault: 'newest_removed' });
  });
});
