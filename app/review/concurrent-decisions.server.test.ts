import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listEvents, verifyEventChain } from '#app/events/events.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { decisions } from '#db/schema.ts';
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
import type { DecisionStatement } from './decision-statement.ts';
import { setProposalAside } from './proposals.server.ts';

let database: TestDatabase;
let world: DeskWorld;
const now = new Date('2026-11-24T10:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createDeskWorld(database.db);
});
afterAll(() => database.close());

async function inReview(): Promise<string> {
  const id = await createSubmitted(world);
  await claimLegalRequest(world.services, world.clerk.actor, id, { takeOver: false }, now);
  return id;
}
const typesOf = async (id: string) =>
  (await listEvents(world.db, 'legal_request', id)).map(({ type }) => type);

describe('two concurrent decisions', () => {
  test('exactly one wins; the other is told what happened', async () => {
    const id = await inReview();
    const { version } = await findRow(world, id);
    const attempts = await Promise.allSettled(
      [world.clerk, world.dpo, world.counsel, world.secondDpo].map(async (person) =>
        decideAs(world, person, id, await prepareDecision(world, id, { decision: 'return' }), {
          expectedVersion: version,
        }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts)
      if (attempt.status === 'rejected')
        expect(attempt.reason).toMatchObject({
          code: 'decided_meanwhile',
          status: 409,
          details: { happened: { type: 'returned', at: now.toISOString() } },
        });
    expect((await typesOf(id)).filter((type) => type === 'returned')).toHaveLength(1);
    expect(await world.db.select().from(decisions).where(eq(decisions.legalRequestId, id))).toHaveLength(1);
    expect(await verifyEventChain(world.db)).toBeNull();
  });

  /** Both at once, and which of them comes first is not ours to say: so each begins first once. */
  const raceBothWays = async (
    begin: () => Promise<readonly [() => Promise<unknown>, () => Promise<unknown>]>,
  ) => {
    for (const order of ['forwards', 'backwards']) {
      const [one, other] = await begin();
      const started = order === 'forwards' ? [one(), other()] : [other(), one()].reverse();
      const [first, second] = await Promise.allSettled(started);
      expect([first?.status, second?.status].sort()).toEqual(['fulfilled', 'rejected']);
      for (const attempt of [first, second])
        if (attempt?.status === 'rejected') expect(attempt.reason).toMatchObject({ status: 409 });
    }
  };

  test('of the second signature and of setting the first aside, one wins', async () => {
    const ids: string[] = [];
    await raceBothWays(async () => {
      const id = await inReview();
      ids.push(id);
      const prepared = await prepareDecision(world, id, { decision: 'accept' });
      await decideAs(world, world.dpo, id, prepared);
      const { version: expectedVersion } = await findRow(world, id);
      const { decisionId } = JSON.parse(prepared.statement) as DecisionStatement;
      const sealedNote = await sealJson({ text: 'Doch nicht.' }, [world.provider.key]);
      const aside = { decisionId, sealedNote, expectedVersion };
      return [
        () =>
          decideAs(world, world.counsel, id, { ...prepared, sealedExplanation: null }, { expectedVersion }),
        () => setProposalAside(world.db, world.dpo.actor, id, aside, now),
      ];
    });
    for (const id of ids) {
      const { status } = await findRow(world, id);
      const types = await typesOf(id);
      const rows = await world.db.select().from(decisions).where(eq(decisions.legalRequestId, id));
      expect(types.includes('accepted')).toBe(status === 'accepted');
      expect(types.includes('decision_set_aside')).toBe(status === 'in_review');
      expect(rows).toHaveLength(status === 'accepted' ? 2 : 1);
    }
    expect(await verifyEventChain(world.db)).toBeNull();
  });

  test('of a first signature under an acceptance and of a return, one wins', async () => {
    const ids: string[] = [];
    await raceBothWays(async () => {
      const id = await inReview();
      ids.push(id);
      const { version: expectedVersion } = await findRow(world, id);
      const acceptance = await prepareDecision(world, id, { decision: 'accept' });
      const back = await prepareDecision(world, id, { decision: 'return' });
      return [
        () => decideAs(world, world.counsel, id, acceptance, { expectedVersion }),
        () => decideAs(world, world.dpo, id, back, { expectedVersion }),
      ];
    });
    for (const id of ids) {
      const { status } = await findRow(world, id);
      const types = await typesOf(id);
      expect(types.includes('returned')).toBe(status === 'returned');
      expect(types.includes('decision_proposed')).toBe(status === 'in_review');
      expect(await world.db.select().from(decisions).where(eq(decisions.legalRequestId, id))).toHaveLength(1);
    }
    expect(await verifyEventChain(world.db)).toBeNull();
  });

  test('notes and claims in between do no harm', async () => {
    const id = await inReview();
    const { version } = await findRow(world, id);
    await claimLegalRequest(world.services, world.dpo.actor, id, { takeOver: true }, now);
    const prepared = await prepareDecision(world, id, { decision: 'return' });
    await expect(
      decideAs(world, world.clerk, id, prepared, { expectedVersion: version }),
    ).resolves.toBeDefined();
  });
});
