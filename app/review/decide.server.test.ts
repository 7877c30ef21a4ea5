import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listEvents } from '#app/events/events.server.ts';
import { decisions, findings } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import {
  createDeskWorld,
  createSubmitted,
  decideAs,
  findRow,
  legalBasisWrong,
  prepareDecision,
  signAs,
  testSite,
  type DeskWorld,
} from '#test/review/desk-world.ts';

import { claimLegalRequest } from './claims.server.ts';
import { decideLegalRequest } from './decide.server.ts';
import { statementBytes } from './decision-statement.ts';
import type { DecisionStatement } from './decision-statement.ts';
import { setProposalAside } from './proposals.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';

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
const refusal = (code: string) => expect.objectContaining({ code });
const typesOf = async (id: string) =>
  (await listEvents(world.db, 'legal_request', id)).map(({ type }) => type);

describe('a return', () => {
  test('takes effect with one signature: status, findings, period, event and mails at once', async () => {
    const id = await inReview();
    world.mails.length = 0;
    const prepared = await prepareDecision(world, id, { decision: 'return' });
    const outcome = await decideAs(world, world.clerk, id, prepared);
    expect(outcome.outcome).toBe('decided');
    const row = await findRow(world, id);
    expect(row.status).toBe('returned');
    expect(row.version).toBe(outcome.version);
    // The end of the 14th day in Berlin.
    expect(row.correctionEndsAt?.toISOString()).toBe('2026-12-08T22:59:59.000Z');
    expect(row.dueAt).toEqual(row.correctionEndsAt);
    expect(row.claimedBy).toBeNull();
    const kept = await world.db.select().from(findings).where(eq(findings.legalRequestId, id));
    expect(kept.map(({ field, code }) => ({ field, code }))).toEqual([legalBasisWrong]);
    expect((await typesOf(id)).at(-1)).toBe('returned');
    expect(world.mails.map(({ to }) => to).sort()).toEqual(
      [world.investigator.actor.email, world.lead.actor.email].sort(),
    );
    expect(world.mails[0]).toMatchObject({
      template: 'status_changed',
      values: { reference: row.reference, status: 'returned' },
    });
    expect(Object.keys(world.mails[0]?.values ?? {}).sort()).toEqual(['reference', 'status', 'url']);
  });

  test('keeps an assertion that proves the statement', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'return' });
    await decideAs(world, world.dpo, id, prepared);
    const [row] = await world.db.select().from(decisions).where(eq(decisions.legalRequestId, id));
    expect(row?.statement).toBe(prepared.statement);
    expect(row?.assertion).toMatchObject({ passkeyId: world.dpo.passkey.id, passkey: testSite });
  });
});

describe('an acceptance', () => {
  test('needs the data protection officer and the lawyer', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'accept' });
    expect((await decideAs(world, world.dpo, id, prepared)).outcome).toBe('proposed');
    expect((await findRow(world, id)).status).toBe('in_review');
    expect((await decideAs(world, world.counsel, id, { ...prepared, sealedExplanation: null })).outcome).toBe(
      'decided',
    );
    const row = await findRow(world, id);
    expect(row.status).toBe('accepted');
    // Ten working days, the day of the acceptance not counted.
    expect(row.dueAt).toEqual(new Date('2026-12-08T22:59:59Z'));
    expect((await typesOf(id)).slice(-2)).toEqual(['decision_proposed', 'accepted']);
  });

  test('is impossible with two data protection officers', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'accept' });
    await decideAs(world, world.dpo, id, prepared);
    await expect(decideAs(world, world.secondDpo, id, prepared)).rejects.toEqual(refusal('already_signed'));
    await expect(decideAs(world, world.dpo, id, prepared)).rejects.toEqual(refusal('already_signed'));
    // Even past the application the database refuses the second signature of a role.
    const [first] = await world.db.select().from(decisions).where(eq(decisions.legalRequestId, id));
    const second = { ...first!, id: crypto.randomUUID(), signedBy: world.secondDpo.actor.personId };
    await expect(world.db.insert(decisions).values(second)).rejects.toThrow();
    expect((await findRow(world, id)).status).toBe('in_review');
  });

  test('does not come from a second signature under another statement', async () => {
    const id = await inReview();
    await decideAs(world, world.dpo, id, await prepareDecision(world, id, { decision: 'accept' }));
    const other = await prepareDecision(world, id, { decision: 'accept' });
    await expect(decideAs(world, world.counsel, id, other)).rejects.toEqual(refusal('proposal_pending'));
    const rejection = await prepareDecision(world, id, { decision: 'reject' });
    await expect(decideAs(world, world.counsel, id, rejection)).rejects.toEqual(refusal('proposal_pending'));
    expect((await findRow(world, id)).status).toBe('in_review');
  });
});

describe('a rejection', () => {
  test('shows its findings to the second signer and takes effect with the signature', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'reject' });
    await decideAs(world, world.counsel, id, prepared);
    expect(await world.db.select().from(findings).where(eq(findings.legalRequestId, id))).toEqual([]);
    await decideAs(world, world.dpo, id, { ...prepared, sealedExplanation: null });
    expect((await findRow(world, id)).status).toBe('rejected');
    expect(await world.db.select().from(findings).where(eq(findings.legalRequestId, id))).toHaveLength(1);
    const rows = await world.db.select().from(decisions).where(eq(decisions.legalRequestId, id));
    expect(rows.map(({ sealedExplanation }) => sealedExplanation && Buffer.from(sealedExplanation))).toEqual([
      Buffer.from(prepared.sealedExplanation!),
      Buffer.from(prepared.sealedExplanation!),
    ]);
  });

  test('can be set aside with a note; the signature is then worth nothing', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'reject' });
    await decideAs(world, world.counsel, id, prepared);
    const returned = await prepareDecision(world, id, { decision: 'return' });
    await expect(decideAs(world, world.dpo, id, returned)).rejects.toEqual(refusal('proposal_pending'));
    const { decisionId } = JSON.parse(prepared.statement) as DecisionStatement;
    const aside = {
      decisionId,
      sealedNote: await sealJson({ text: 'Das lässt sich korrigieren.' }, [world.provider.key]),
      expectedVersion: (await findRow(world, id)).version,
    };
    await expect(setProposalAside(world.db, world.clerk.actor, id, aside, now)).rejects.toEqual(
      refusal('forbidden'),
    );
    await setProposalAside(world.db, world.dpo.actor, id, aside, now);
    expect((await typesOf(id)).slice(-2)).toEqual(['decision_set_aside', 'note_added']);
    await expect(decideAs(world, world.dpo, id, prepared)).rejects.toEqual(refusal('already_signed'));
    expect((await decideAs(world, world.dpo, id, returned)).outcome).toBe('decided');
    expect((await findRow(world, id)).status).toBe('returned');
  });
});

describe('what is refused', () => {
  test('a replay of a signature that was used', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'accept' });
    const assertion = await signAs(world, world.dpo, prepared.statement, now);
    const send = async () =>
      decideLegalRequest(
        world.services,
        world.dpo.actor,
        id,
        { ...prepared, assertion, expectedVersion: (await findRow(world, id)).version },
        now,
      );
    await send();
    await expect(send()).rejects.toEqual(refusal('already_signed'));
    const { decisionId } = JSON.parse(prepared.statement) as DecisionStatement;
    const sealedNote = await sealJson({ text: 'x' }, [world.provider.key]);
    const { version } = await findRow(world, id);
    await setProposalAside(
      world.db,
      world.dpo.actor,
      id,
      { decisionId, sealedNote, expectedVersion: version },
      now,
    );
    await expect(send()).rejects.toEqual(refusal('signature_stale'));
  });

  test('a signature that was not asked for, is too old, or is somebody else’s', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'return' });
    const { version } = await findRow(world, id);
    const octets = new TextEncoder().encode(prepared.statement);
    const send = (assertion: Awaited<ReturnType<typeof signAs>>, at = now) =>
      decideLegalRequest(
        world.services,
        world.dpo.actor,
        id,
        { ...prepared, assertion, expectedVersion: version },
        at,
      );
    await expect(send(await world.dpo.passkey.sign('decide', octets, testSite))).rejects.toEqual(
      refusal('signature_stale'),
    );
    const late = new Date(now.getTime() + 5 * 60_000 + 1);
    await expect(send(await signAs(world, world.dpo, prepared.statement, now), late)).rejects.toEqual(
      refusal('signature_stale'),
    );
    await signAs(world, world.dpo, prepared.statement, now);
    await expect(send(await world.counsel.passkey.sign('decide', octets, testSite))).rejects.toEqual(
      refusal('signature_invalid'),
    );
    await expect(send(await world.dpo.passkey.sign('submit', octets, testSite))).rejects.toEqual(
      refusal('signature_invalid'),
    );
    await expect(
      send(await world.dpo.passkey.sign('decide', octets, { ...testSite, origin: 'https://evil.example' })),
    ).rejects.toEqual(refusal('signature_invalid'));
    expect((await findRow(world, id)).status).toBe('in_review');
  });

  test.each([
    ['another revision', { revision: 2 }],
    ['another manifest', { manifestSha256: 'x'.repeat(43) }],
    ['another reference', { reference: 'AW-2026-999999' }],
    ['another legal request', { legalRequestId: '019376a0-0000-7000-8000-000000000002' }],
  ] satisfies [string, Partial<DecisionStatement>][])('a statement about %s', async (_what, changed) => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'return', changed });
    await expect(decideAs(world, world.dpo, id, prepared)).rejects.toEqual(refusal('statement_differs'));
  });

  test('findings that the form cannot have', async () => {
    const id = await inReview();
    for (const finding of [
      { field: 'deliveryPoint', code: 'other' },
      { field: 'whole', code: 'channel_fax' },
    ] as const) {
      const prepared = await prepareDecision(world, id, { decision: 'return', findings: [finding] });
      await expect(decideAs(world, world.dpo, id, prepared)).rejects.toEqual(refusal('finding_invalid'));
    }
  });

  test('an order that is missing, unless the legal basis asks for one', async () => {
    const finding = { field: 'attachments', code: 'court_order_missing' } as const;
    const ask = async (legalBasis: string) => {
      const id = await createSubmitted(world, {
        status: 'in_review',
        category: 'subscriber_data',
        legalBasis,
      });
      const prepared = await prepareDecision(world, id, { decision: 'return', findings: [finding] });
      return decideAs(world, world.dpo, id, prepared);
    };
    await expect(ask('stpo_100j_1')).rejects.toEqual(refusal('finding_invalid'));
    await ask('irg_subscriber_data');
  });

  test('an explanation that is not the signed one, or not sealed to exactly both teams', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'return' });
    const other = await prepareDecision(world, id, { decision: 'return' });
    await expect(
      decideAs(world, world.dpo, id, { ...prepared, sealedExplanation: other.sealedExplanation }),
    ).rejects.toEqual(refusal('explanation_differs'));
    await expect(decideAs(world, world.dpo, id, { ...prepared, sealedExplanation: null })).rejects.toEqual(
      refusal('explanation_differs'),
    );
    const { provider, agency, otherAgency } = world;
    for (const recipients of [
      [provider.key],
      [agency.key],
      [provider.key, otherAgency.key],
      [provider.key, agency.key, otherAgency.key],
    ]) {
      const wrong = await prepareDecision(world, id, { decision: 'return', recipients });
      await expect(decideAs(world, world.dpo, id, wrong)).rejects.toEqual(refusal('message_refused'));
    }
  });

  test('a statement that is not canonical', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'return' });
    const value = JSON.parse(prepared.statement) as DecisionStatement;
    const spaced = { ...prepared, statement: JSON.stringify(value, null, 1) };
    await expect(decideAs(world, world.dpo, id, spaced)).rejects.toEqual(refusal('statement_invalid'));
    expect(new TextDecoder().decode(statementBytes(value))).toBe(prepared.statement);
  });

  test('people of an agency, administrators, auditors; clerks where two must sign', async () => {
    const id = await inReview();
    for (const decision of ['return', 'reject', 'accept'] as const) {
      const prepared = await prepareDecision(world, id, { decision });
      const { investigator, lead, stranger, admin, auditor, clerk } = world;
      const refused = [
        investigator,
        lead,
        stranger,
        admin,
        auditor,
        ...(decision === 'return' ? [] : [clerk]),
      ];
      for (const person of refused)
        await expect(decideAs(world, person, id, prepared)).rejects.toEqual(refusal('forbidden'));
      // Nor anybody of an agency whose account claims a role of the provider.
      const disguised = { ...stranger, actor: { ...stranger.actor, role: 'dpo' as const } };
      await expect(decideAs(world, disguised, id, prepared)).rejects.toEqual(refusal('forbidden'));
    }
  });

  test('deciding at a status where it is not possible', async () => {
    for (const status of [
      'submitted',
      'returned',
      'rejected',
      'accepted',
      'answered',
      'closed',
      'withdrawn',
    ]) {
      const id = await createSubmitted(world, { status });
      for (const decision of ['return', 'reject', 'accept'] as const) {
        const prepared = await prepareDecision(world, id, { decision });
        await expect(decideAs(world, world.dpo, id, prepared)).rejects.toEqual(refusal('status_forbids'));
      }
      expect((await findRow(world, id)).status).toBe(status);
    }
  });

  test('an unknown legal request and a draft alike', async () => {
    const draft = await createSubmitted(world, { status: 'draft' });
    const prepared = await prepareDecision(world, draft, { decision: 'return' });
    await expect(decideAs(world, world.dpo, draft, prepared)).rejects.toEqual(refusal('not_found'));
    await expect(
      decideAs(world, world.dpo, '019376a0-0000-7000-8000-000000000002', prepared, { expectedVersion: 1 }),
    ).rejects.toEqual(refusal('not_found'));
  });

  test('everything, when any part of it fails: no event without the change', async () => {
    const id = await inReview();
    const prepared = await prepareDecision(world, id, { decision: 'return' });
    const before = await findRow(world, id);
    const failing = {
      ...world,
      services: { ...world.services, jobs: { queue: () => Promise.reject(new Error('the queue is gone')) } },
    };
    await expect(decideAs(failing, world.dpo, id, prepared)).rejects.toThrow('the queue is gone');
    expect(await findRow(world, id)).toEqual(before);
    expect(await typesOf(id)).not.toContain('returned');
    expect(await world.db.select().from(decisions).where(eq(decisions.legalRequestId, id))).toEqual([]);
    // The signature was not used up either.
    await expect(decideAs(world, world.dpo, id, prepared)).resolves.toBeDefined();
  });
});
