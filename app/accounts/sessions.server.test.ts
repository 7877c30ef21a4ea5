import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestServices, registerInvited, type TestPerson } from '#test/factories.ts';

import {
  createSession,
  endOtherSessions,
  endSession,
  findActor,
  listSessions,
  sessionIdleTime,
  sessionLifetime,
} from './sessions.server.ts';

let database: TestDatabase;
let admin: TestPerson;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = await registerInvited(createTestServices(database.db), 'admin');
});
afterAll(() => database.close());

const start = (now = new Date()) =>
  createSession(database.db, { personId: admin.personId, passkeyId: 'x', userAgent: 'test', now });

describe('a session', () => {
  test('is stored as a hash only', async () => {
    const { token } = await start();
    const { rows } = await database.pool.query('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('ends when it is not used, and at the latest after its lifetime', async () => {
    const startedAt = new Date();
    const after = (ms: number) => new Date(startedAt.getTime() + ms);
    const idle = await start(startedAt);
    expect(await findActor(database.db, idle.token, after(sessionIdleTime))).toBeNull();
    const listed = await listSessions(database.db, await admin.actor(), after(sessionIdleTime));
    expect(listed.map(({ id }) => id)).not.toContain(idle.sessionId);
    const used = await start(startedAt);
    for (let at = 0; at < sessionLifetime; at += sessionIdleTime / 2)
      expect(await findActor(database.db, used.token, after(at))).not.toBeNull();
    expect(await findActor(database.db, used.token, after(sessionLifetime))).toBeNull();
  });

  test("can be ended by its person, and not by somebody's guess", async () => {
    const actor = await admin.actor();
    const { token, sessionId } = await start();
    await endSession(database.db, { ...actor, personId: actor.teamId }, sessionId);
    await endSession(database.db, actor, 'no-uuid');
    expect(await findActor(database.db, token, new Date())).not.toBeNull();
    await endSession(database.db, actor, sessionId);
    expect(await findActor(database.db, token, new Date())).toBeNull();
  });

  test('all others can be ended at once', async () => {
    await start();
    await start();
    const actor = await admin.actor();
    await endOtherSessions(database.db, actor);
    const left = await listSessions(database.db, actor, new Date());
    expect(left.map(({ id }) => id)).toEqual([actor.sessionId]);
  });
});
