import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { listEvents } from '#app/events/events.server.ts';
import { people, teams } from '#db/schema.ts';
import { createTestDatabase } from '#test/database.ts';
import { listTeams, suspendByOperator } from './people.server.ts';

const { db, close } = await createTestDatabase();
afterAll(close);

const now = new Date('2026-11-24T08:00:00Z');

async function insertPerson(kind: 'provider' | 'agency', email: string): Promise<string> {
  const [teamId, id] = [uuidv7(), uuidv7()];
  const status = kind === 'provider' ? ('verified' as const) : ('pending' as const);
  await db.insert(teams).values({ id: teamId, kind, name: `Team of ${email}`, country: 'DE', status });
  const role = kind === 'provider' ? ('admin' as const) : ('lead' as const);
  const userHandle = randomBytes(32).toString('base64url');
  await db
    .insert(people)
    .values({ id, teamId, role, status: 'active', email, name: 'A. Person', userHandle });
  return id;
}

test('lists teams with their admitted people, the provider first', async () => {
  await insertPerson('agency', 'lead@police.example');
  await insertPerson('provider', 'admin@post.example');
  const listed = await listTeams(db);
  expect(listed.map(({ kind, people: admitted }) => [kind, admitted])).toEqual([
    ['provider', 1],
    ['agency', 1],
  ]);
});

test('suspends a person with an event that has no actor', async () => {
  const id = await insertPerson('agency', 'suspended@police.example');
  expect(await suspendByOperator(db, ' Suspended@police.example', now)).toBe(true);
  const [event] = await listEvents(db, 'person', id);
  expect(event).toMatchObject({ type: 'suspended', actorId: null });
  const stored = await db.query.people.findFirst({ where: (person, { eq }) => eq(person.id, id) });
  expect(stored?.status).toBe('suspended');
});

test('says when nobody has the address', async () => {
  expect(await suspendByOperator(db, 'nobody@police.example', now)).toBe(false);
});
