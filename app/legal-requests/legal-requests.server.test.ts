import { afterAll, beforeAll, expect, test } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createSubmissionWorld,
  sampleAnswers,
  startDraft,
  submitSample,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';

import { discardDraft } from './drafts.server.ts';
import { findLegalRequest, listLegalRequests, type ListPage } from './legal-requests.server.ts';
import type { ListCursor, ListFilter } from './list-filter.ts';

let database: TestDatabase;
let world: SubmissionWorld;
/** Newest first, as the list shows them. */
const ids: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createSubmissionWorld(database.db);
  for (let at = 0; at < 5; at += 1) ids.unshift(await startDraft(world));
  for (const fileNumber of ['100% Js_1/26', '100 Js 2/26']) {
    const { id } = await submitSample(world, { answers: sampleAnswers({ fileNumber }) });
    ids.unshift(id);
  }
  const gone = await startDraft(world);
  await discardDraft(world.db, world.investigator.actor, gone, new Date());
  await startDraft(world, world.stranger);
});
afterAll(() => database.close());

const everything: ListFilter = { status: null, category: null, fileNumber: '', mine: false };
const list = (filter: Partial<ListFilter> = {}, cursor: ListCursor = null, size = 3): Promise<ListPage> =>
  listLegalRequests(world.db, world.lead.actor, { ...everything, ...filter }, cursor, size);
const idsOf = ({ rows }: ListPage) => rows.map(({ id }) => id);

test('pages forwards and back without losing or repeating a row', async () => {
  const first = await list();
  expect(idsOf(first)).toEqual(ids.slice(0, 3));
  expect(first).toMatchObject({ hasPrevious: false, hasNext: true });
  const second = await list({}, { after: ids[2] ?? '' });
  expect(idsOf(second)).toEqual(ids.slice(3, 6));
  expect(second).toMatchObject({ hasPrevious: true, hasNext: true });
  const third = await list({}, { after: ids[5] ?? '' });
  expect(idsOf(third)).toEqual(ids.slice(6));
  expect(third).toMatchObject({ hasPrevious: true, hasNext: false });
  const back = await list({}, { before: ids[6] ?? '' });
  expect(idsOf(back)).toEqual(ids.slice(3, 6));
  expect(idsOf(await list({}, { before: ids[3] ?? '' }))).toEqual(ids.slice(0, 3));
});

test('shows colleagues, hides other agencies and what was thrown away', async () => {
  expect(idsOf(await list({}, null, 100))).toEqual(ids);
  const theirs = await listLegalRequests(world.db, world.stranger.actor, everything, null);
  expect(theirs.rows).toHaveLength(1);
});

test('narrows by status, category and part of the file number, taken literally', async () => {
  expect((await list({ status: 'submitted' })).rows).toHaveLength(2);
  expect((await list({ category: 'interception' })).rows).toEqual([]);
  expect((await list({ fileNumber: 'js' })).rows).toHaveLength(2);
  expect((await list({ fileNumber: '100%' })).rows).toHaveLength(1);
  expect((await list({ fileNumber: '_' })).rows).toHaveLength(1);
});

test('names its columns: nothing sealed or internal is in a row (promise 16)', async () => {
  const { rows } = await list({ status: 'submitted' });
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
    [
      'authorName',
      'category',
      'correctionEndsAt',
      'dueAt',
      'fileNumber',
      'id',
      'pausedAt',
      'priority',
      'reference',
      'status',
      'statusSince',
      'turn',
      'unreadMessages',
      'waitsFor',
    ].sort(),
  );
});

test('finds one of the own agency only', async () => {
  const [id = ''] = ids;
  expect(await findLegalRequest(world.db, world.lead.actor, id)).toMatchObject({ id, currentRevision: 1 });
  expect(await findLegalRequest(world.db, world.stranger.actor, id)).toBeNull();
  expect(await findLegalRequest(world.db, world.lead.actor, 'made-up')).toBeNull();
  await expect(findLegalRequest(world.db, world.dpo.actor, id)).rejects.toMatchObject({ code: 'forbidden' });
});
