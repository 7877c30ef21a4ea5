import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import type { TestPerson } from '#test/factories.ts';
import {
  confirm,
  createIntakeKeyWorld,
  keysSeenBy,
  presentKey,
  toolsOf,
  type IntakeKeyWorld,
} from '#test/intake-key-world.ts';
import { unlockAs } from '#test/team-keys.ts';

import { makeIntakeKeyProposal } from './intake-key-change.client.ts';
import { findInLine } from './intake-key-succession.ts';
import { isSignedByHere, listFormerIntakeKeys } from './intake-key.server.ts';
import { listKeyHolders } from './team-key-rotation.server.ts';

let world: IntakeKeyWorld;
let first: string;
let people: Record<'admin' | 'dpo' | 'counsel' | 'clerk' | 'leaving', TestPerson>;
let now: Date;

beforeAll(async () => {
  world = await createIntakeKeyWorld();
  const { admin, dpo, employ } = world;
  const [counsel, clerk, leaving] = [await employ('counsel'), await employ('clerk'), await employ('clerk')];
  people = { admin, dpo, counsel, clerk, leaving };
  first = (await presentKey(world.services)).fingerprint;
  now = new Date();
});
afterAll(() => world.database.close());

const who = fc.constantFrom('admin' as const, 'dpo' as const, 'counsel' as const, 'clerk' as const);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('propose' as const), who }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('confirm' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set_aside' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Walks at random may well miss the one way through; this one is among them in any case. */
const oneChange: Step[] = [
  { kind: 'leave', who: 'admin' },
  { kind: 'propose', who: 'admin' },
  { kind: 'confirm', who: 'dpo' },
];

/** Everybody tries everything, with all that a browser with the key can make. */
async function take({ kind, who: name }: Step): Promise<void> {
  const { services, change, withdraw } = world;
  const person = people[name];
  await unlockAs(services, person);
  const seen = await keysSeenBy(services, people.admin, now);
  if (kind === 'propose') {
    const owner = { name: 'Testpost', email: 'intake@requests.example.org' };
    const holders = seen.change?.needs?.holders ?? (await holdersOf());
    const tools = toolsOf(services, person, now);
    const present = await presentKey(services);
    const made = await makeIntakeKeyProposal({ owner, holders }, present, person.personId, tools);
    return change(person, made, now);
  }
  if (kind === 'confirm') return seen.change?.proposal ? confirm(services, person, now) : undefined;
  if (kind === 'set_aside') {
    const approvalId = seen.change?.proposal?.approvalId ?? '00000000-0000-4000-8000-000000000000';
    return change(person, { intent: 'set_intake_key_aside', approvalId }, now);
  }
  if (kind === 'leave') {
    const gone = people.leaving;
    people.leaving = await world.employ('clerk');
    return withdraw(gone);
  }
  now = new Date(now.getTime() + days(4));
}

async function holdersOf() {
  return listKeyHolders(world.database.db, (await people.admin.actor()).teamId);
}

/** What holds whatever anybody did. */
async function expectSound(): Promise<void> {
  const { services, database, activeKeys } = world;
  expect(await activeKeys()).toHaveLength(1);
  const present = await presentKey(services);
  const former = await listFormerIntakeKeys(database.db);
  expect((await findInLine(first, present, former, isSignedByHere))?.fingerprint).toBe(first);
  const { rows: changed } = await database.pool.query<{ keys: string; changes: string; open: string }>(
    `select (select count(*) from pgp_keys k join teams t on t.id = k.team_id where t.kind = 'provider') as keys,
       (select count(*) from approvals a join people p on p.id = a.proposed_by join people c on c.id = a.confirmed_by
         where a.action = 'change_intake_key' and p.id <> c.id and p.role in ('admin', 'dpo')
           and c.role in ('admin', 'dpo', 'counsel')) as changes,
       (select count(*) from approvals where action = 'change_intake_key' and confirmed_by is null
         and declined_by is null) as open`,
  );
  const [row] = changed;
  expect(Number(row?.keys)).toBe(Number(row?.changes) + 1);
  expect(Number(row?.open)).toBeLessThanOrEqual(1);
  const { rows: certified } = await database.pool.query<{ certified_by: string }>(
    `select certified_by from pgp_keys where state = 'active' and certified_by is not null`,
  );
  expect(certified.map((one) => one.certified_by)).toEqual([present.fingerprint]);
  // Nobody holds the present key who has left.
  const { rows: strangers } = await database.pool.query(
    `select 1 from team_key_grants g join people p on p.id = g.person_id where p.status = 'withdrawn'`,
  );
  expect(strangers).toEqual([]);
}

test('whoever tries what in which order: one intake key in use, in line, by two people, agencies certified', async () => {
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const one of steps) {
        const before = (await presentKey(world.services)).fingerprint;
        await take(one).catch((error: unknown) => expect(error).toHaveProperty('code'));
        await expectSound();
        if ((await presentKey(world.services)).fingerprint !== before) changes += 1;
      }
    }),
    { numRuns: 12, endOnFailure: true, examples: [[oneChange]] },
  );
  // It is no test if nothing ever changed.
  expect(changes).toBeGreaterThan(0);
}, 120_000);
