import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { DomainError } from '#app/domain-error.ts';
import { days } from '#app/durations.ts';
import { verifyEventChain } from '#app/events/events.server.ts';
import { turnNow } from '#app/legal-requests/clock.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { canBeCorrected, transitions, turnOf } from '#app/legal-requests/statuses.ts';
import type { Actor as StatusActor } from '#app/legal-requests/statuses.ts';
import { giveTurnBack, sendMessage } from '#app/messages/messages.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  correct,
  createDeskWorld,
  createSubmitted,
  decideAs,
  findRow,
  prepareDecision,
  type DeskWorld,
  type TestPerson,
} from '#test/review/desk-world.ts';

import { claimLegalRequest, releaseClaim } from './claims.server.ts';
import { keepDeadlines } from './keep-deadlines.server.ts';
import { findProposal, setProposalAside } from './proposals.server.ts';

let database: TestDatabase;
let world: DeskWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());

const names = [
  'clerk',
  'dpo',
  'secondDpo',
  'counsel',
  'admin',
  'auditor',
  'investigator',
  'stranger',
] as const;
const steps = [
  'claim',
  'release',
  'return',
  'reject',
  'accept',
  'second',
  'aside',
  'correct',
  'wait',
  'ask',
  'tell',
  'done',
] as const;
type Step = { who: (typeof names)[number]; what: (typeof steps)[number] };

async function take(id: string, { who, what }: Step, now: Date): Promise<void> {
  const person: TestPerson = world[who];
  switch (what) {
    case 'claim':
      return void (await claimLegalRequest(world.services, person.actor, id, { takeOver: true }, now));
    case 'release':
      return releaseClaim(world.db, person.actor, id, now);
    case 'second': {
      const proposal = await findProposal(world.db, await findRow(world, id));
      if (!proposal) return;
      return void (await decideAs(world, person, id, { ...proposal, sealedExplanation: null }, { now }));
    }
    case 'aside': {
      const row = await findRow(world, id);
      const proposal = await findProposal(world.db, row);
      if (!proposal) return;
      const sealedNote = await sealJson({ text: '' }, [world.provider.key]);
      const input = { decisionId: proposal.decisionId, sealedNote, expectedVersion: row.version };
      return setProposalAside(world.db, person.actor, id, input, now);
    }
    case 'correct': {
      const { status } = await findRow(world, id);
      return who === 'investigator' && canBeCorrected(status as Status) ? correct(world, id, now) : undefined;
    }
    case 'ask':
    case 'tell': {
      const sealed = await sealJson({ text: '' }, [world.provider.key, world.agency.key]);
      const intent = what === 'ask' ? 'asks' : 'informs';
      const message = { messageId: uuidv7(), intent, sealed, fileIds: [] } as const;
      return sendMessage(world.services, person.actor, id, message, now);
    }
    case 'done':
      return giveTurnBack(world.services, person.actor, id, now);
    case 'wait':
      return keepDeadlines(world.services, now);
    default:
      return void (await decideAs(world, person, id, await prepareDecision(world, id, { decision: what }), {
        now,
      }));
  }
}

const isListed = (from: string, to: string, by: StatusActor) =>
  transitions.some((row) => row.from === from && row.to === to && row.by.includes(by));

const step = fc.record({
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Step['who']>('clerk', 'dpo', 'counsel', 'investigator') },
    { weight: 1, arbitrary: fc.constantFrom(...names) },
  ),
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<Step['what']>('claim', 'second', 'reject', 'accept') },
    { weight: 1, arbitrary: fc.constantFrom(...steps) },
  ),
});

test(
  'no sequence of actions by any mix of roles leaves the table of statuses',
  { timeout: 240_000 },
  async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (walk) => {
        const id = await createSubmitted(world);
        let now = new Date('2026-11-24T10:00:00Z');
        for (const one of walk) {
          now = new Date(now.getTime() + (one.what === 'wait' ? days(15) : 60_000));
          const before = await findRow(world, id);
          try {
            await take(id, one, now);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          const after = await findRow(world, id);
          reached.add(after.status);
          // The column says what the table says, and only our clock stands still, for a question that is open.
          expect(after.turn).toBe(turnNow({ status: after.status as Status, waitsFor: after.waitsFor }));
          if (after.pausedAt !== null)
            expect([after.turn, turnOf(after.status as Status)]).toEqual(['agency', 'provider']);
          if (after.status === before.status) continue;
          const by = one.what === 'wait' ? 'system' : world[one.who].actor.role;
          expect([before.status, after.status, by, isListed(before.status, after.status, by)]).toEqual([
            before.status,
            after.status,
            by,
            true,
          ]);
          expect(after.version).toBeGreaterThan(before.version);
        }
      }),
      { numRuns: 40, seed: 20261124 },
    );
    // The walk is worth something only if it gets about.
    expect([...reached].sort()).toEqual([
      'accepted',
      'closed',
      'in_review',
      'rejected',
      'returned',
      'submitted',
    ]);
    expect(await verifyEventChain(world.db)).toBeNull();
  },
);
