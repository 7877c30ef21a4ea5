import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { categories } from '#app/legal-requests/legal-request-values.ts';
import { legalRequests } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createDeskWorld,
  createSubmitted,
  decideAs,
  findRow,
  prepareDecision,
  type DeskWorld,
} from '#test/review/desk-world.ts';

import { claimLegalRequest } from './claims.server.ts';
import { readQueueCursor, readQueueFilter } from './queue-filter.ts';
import { listQueue, selectQueue } from './queue.server.ts';
import { listSavedViews, removeView, saveView } from './saved-views.server.ts';

const now = new Date('2026-11-24T10:00:00Z');
const filter = (query = '') => readQueueFilter(new URLSearchParams(query));

describe('the queue', () => {
  let database: TestDatabase;
  let world: DeskWorld;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    database = await createTestDatabase();
    world = await createDeskWorld(database.db);
    const due = (day: number) => new Date(Date.UTC(2026, 10, day, 23));
    ids['later'] = await createSubmitted(world, { dueAt: due(27) });
    ids['undated'] = await createSubmitted(world, { dueAt: null, status: 'accepted' });
    ids['overdue'] = await createSubmitted(world, { dueAt: due(20), fileNumber: '7 Gs 99_1/26' });
    ids['emergency'] = await createSubmitted(world, {
      dueAt: due(25),
      priority: 'emergency',
      emergencyConfirmationDue: '2026-11-20',
    });
    ids['returned'] = await createSubmitted(world, { status: 'returned', dueAt: due(29) });
    ids['closed'] = await createSubmitted(world, { status: 'closed', dueAt: null });
    ids['draft'] = await createSubmitted(world, { status: 'draft' });
  });
  afterAll(() => database.close());

  const list = (query = '', person = world.dpo) =>
    listQueue(world.db, person.actor, filter(query), null, now);
  const names = async (query = '', person = world.dpo) => {
    const { rows } = await list(query, person);
    return rows.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
  };

  test('has emergencies first, then what is due first, what has no date last', async () => {
    expect(await names()).toEqual(['emergency', 'overdue', 'later', 'undated']);
    expect(await names('turn=agency')).toEqual(['returned']);
    expect(await names('turn=all')).toEqual([
      'emergency',
      'overdue',
      'later',
      'returned',
      'undated',
      'closed',
    ]);
    const { rows } = await list();
    expect(rows.map(({ isOverdue, isLapsed }) => [isOverdue, isLapsed])).toEqual([
      [false, true],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });

  test('filters and finds', async () => {
    expect(await names('overdue=1')).toEqual(['overdue']);
    expect(await names('emergency=1')).toEqual(['emergency']);
    expect(await names('status=closed')).toEqual(['closed']);
    expect(await names('category=interception')).toEqual([]);
    expect(await names(`agency=${world.otherAgency.id}`)).toEqual([]);
    expect(await names('search=99_1')).toEqual(['overdue']);
    expect(await names('search=9%25')).toEqual([]);
    const { reference } = await findRow(world, ids['later']!);
    expect(await names(`search=${reference}`)).toEqual(['later']);
  });

  test('counts what each filter would show', async () => {
    const { counts } = await list('overdue=1');
    expect(counts.shown).toBe(1);
    expect(counts.turn).toEqual({ provider: 1, agency: 0, all: 1 });
    const all = (await list()).counts;
    expect(all).toMatchObject({ shown: 4, emergency: 1, overdue: 1, mine: 0, signature: 0 });
    expect(all.turn).toEqual({ provider: 4, agency: 1, all: 6 });
    expect(all.status).toMatchObject({ submitted: 3, accepted: 1, returned: 1, closed: 1 });
    expect(all.category).toEqual({ traffic_data: 4 });
    expect(all.agency).toEqual({ [world.agency.id]: 4 });
  });

  test('shows who looks at it and whose signature is missing', async () => {
    const id = ids['later']!;
    await claimLegalRequest(world.services, world.dpo.actor, id, { takeOver: false }, now);
    await decideAs(world, world.dpo, id, await prepareDecision(world, id, { decision: 'accept' }), { now });
    const mine = (await list('mine=1')).rows;
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({
      id,
      claimedByName: world.dpo.actor.name,
      isMine: true,
      proposal: { decision: 'accept', role: 'dpo' },
    });
    expect(await names('signature=1')).toEqual([]);
    expect(await names('signature=1', world.secondDpo)).toEqual([]);
    expect(await names('signature=1', world.clerk)).toEqual([]);
    expect(await names('signature=1', world.counsel)).toEqual(['later']);
    const later = await listQueue(
      world.db,
      world.dpo.actor,
      filter('mine=1'),
      null,
      new Date('2026-11-24T10:16:00Z'),
    );
    expect(later.rows).toEqual([]);
  });

  test('names nothing but its columns', async () => {
    const { rows } = await list();
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      'agencyName category channel claimedByName dueAt fileNumber id isAnswerUnsent isLapsed isMine isOverdue pausedAt priority proposal receivedAt reference status turn unreadMessages'.split(
        ' ',
      ),
    );
  });

  test('is for the desk only', async () => {
    for (const person of [world.admin, world.auditor, world.investigator, world.lead])
      await expect(list('', person)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('saved views are one’s own', async () => {
    await saveView(world.db, world.dpo.actor, ' Eilfälle ', filter('emergency=1&turn=all&nonsense=1'), now);
    const [view] = await listSavedViews(world.db, world.dpo.actor);
    expect(view).toMatchObject({ name: 'Eilfälle', query: 'turn=all&emergency=1' });
    expect(await listSavedViews(world.db, world.counsel.actor)).toEqual([]);
    await removeView(world.db, world.counsel.actor, view!.id);
    expect(await listSavedViews(world.db, world.dpo.actor)).toHaveLength(1);
    await removeView(world.db, world.dpo.actor, view!.id);
    expect(await listSavedViews(world.db, world.dpo.actor)).toEqual([]);
    await expect(saveView(world.db, world.dpo.actor, ' ', filter(), now)).rejects.toMatchObject({
      code: 'view_name_missing',
    });
  });
});

describe('a queue of 10,000', () => {
  let database: TestDatabase;
  let world: DeskWorld;
  beforeAll(async () => {
    database = await createTestDatabase();
    world = await createDeskWorld(database.db);
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      id: uuidv7(),
      // What was begun last was submitted first.
      reference: `AW-2025-${String(10_000 - index).padStart(6, '0')}`,
      teamId: index % 2 === 0 ? world.agency.id : world.otherAgency.id,
      authorId: world.investigator.actor.personId,
      category: categories[index % 4]!,
      status: ['submitted', 'in_review', 'closed', 'returned', 'accepted'][index % 5]!,
      priority: index % 50 === 0 ? ('emergency' as const) : ('normal' as const),
      fileNumber: `${index} Js`,
      currentRevision: 1,
      version: 1,
      // Many share a date, some have none: paging must not lose or repeat any.
      dueAt: index % 7 === 0 ? null : new Date(Date.UTC(2026, 10, 1 + (index % 40))),
    }));
    for (let at = 0; at < rows.length; at += 1000)
      await database.db.insert(legalRequests).values(rows.slice(at, at + 1000));
    await database.db.execute(sql`vacuum analyze legal_requests`);
  });
  afterAll(() => database.close());

  test('is read through the index of its order, on the first page and on a later one', async () => {
    const first = await listQueue(world.db, world.dpo.actor, filter(), null, now);
    for (const cursor of [null, readQueueCursor(first.next)]) {
      const { sql: text, params } = selectQueue(world.db, world.dpo.actor, filter(), cursor, now).toSQL();
      const { rows } = await database.pool.query<Record<string, string>>(`explain ${text}`, params);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('legal_requests_desk');
      expect(plan).not.toContain('Sort');
    }
  });

  test('pages through every row once: by date, and of one date what was submitted first', async () => {
    const query = 'status=returned&category=interception';
    const seen: string[] = [];
    const keys: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await listQueue(world.db, world.dpo.actor, filter(query), readQueueCursor(next), now);
      for (const row of page.rows) {
        seen.push(row.id);
        keys.push(`${row.priority} ${row.dueAt?.toISOString() ?? 'never'} ${row.reference}`);
      }
      next = page.next;
    }
    expect(seen).toHaveLength(500);
    expect(new Set(seen).size).toBe(500);
    expect(keys).toEqual([...keys].sort());
  });
});
