import { and, asc, desc, eq, gt, gte, isNull, isNotNull, lte, ne, or } from 'drizzle-orm';

import { can, type Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, notFound } from '#app/domain-error.ts';
import { doEach } from '#app/do-each.ts';
import { days } from '#app/durations.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import type { FeeSchedule } from '#app/legal-requests/rule-sets/fee-schedule.ts';
import { findRuleSet } from '#app/legal-requests/rule-sets/rule-sets.ts';
import { queueDeskMails } from '#app/legal-requests/submission-mails.server.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import type { MailServices } from '#app/review/status-mails.server.ts';
import { answers, costs, legalRequests, revisions, teams } from '#db/schema.ts';

import { claimReminderDays, mayHaveCosts, type CostsChange, type CostsView } from './costs.ts';
import { costsClaimEndsAt, discountOf, positionsSchema, totalCents } from './positions.ts';

const lr = legalRequests;

/**
 * The costs of a legal request, and what a proposal rests on. Null where there are none: not accepted, or a rule set
 * without a schedule.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function findCosts(db: Database, actor: Actor, id: string): Promise<CostsView | null> {
  requireDesk(actor, 'read_costs');
  const [row] = await db
    .select({
      status: lr.status,
      category: lr.category,
      ruleSet: revisions.ruleSet,
      publicPart: revisions.publicPart,
    })
    .from(lr)
    .innerJoin(revisions, and(eq(revisions.legalRequestId, lr.id), eq(revisions.number, lr.currentRevision)))
    .where(and(eq(lr.id, id), ne(lr.status, 'draft')));
  if (!row) throw notFound();
  const schedule = findRuleSet(row.ruleSet)?.feeSchedule;
  if (!mayHaveCosts(row.status) || !schedule) return null;
  const { releasedCount, lastReleasedAt } = await countAnswers(db, id);
  // What is closed may have been rejected: then nothing was done that is paid for.
  if (row.status === 'closed' && releasedCount === 0) return null;
  const { targetCount, periodStartAt, periodEndAt } = readPublicPart(row.publicPart);
  const isInterception = row.category === 'interception';
  const periodEnd = isInterception ? periodEndAt : null;
  return {
    category: row.category as Category,
    ruleSet: row.ruleSet,
    canChange: can(actor, 'change_costs'),
    facts: {
      targetCount,
      byIpCount: 0,
      furtherAnswers: Math.max(0, releasedCount - 1),
      isExtension: false,
      firstDay: isInterception ? dayOf(periodStartAt) : null,
      lastDay: dayOf(periodEnd),
    },
    suggestedEnd: dayOf(periodEnd) ?? (lastReleasedAt ? toDate(lastReleasedAt) : null),
    saved: await findSaved(db, id),
  };
}

const dayOf = (at: string | null) => (at === null ? null : toDate(new Date(at)));

function readPublicPart(part: Record<string, unknown>) {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    targetCount: typeof part['targetCount'] === 'number' ? part['targetCount'] : 1,
    periodStartAt: text(part['periodStartAt']),
    periodEndAt: text(part['periodEndAt']),
  };
}

async function countAnswers(db: Database, legalRequestId: string) {
  const released = await db
    .select({ releasedAt: answers.releasedAt })
    .from(answers)
    .where(and(eq(answers.legalRequestId, legalRequestId), isNotNull(answers.releasedAt)))
    .orderBy(desc(answers.releasedAt));
  return { releasedCount: released.length, lastReleasedAt: released[0]?.releasedAt ?? null };
}

async function findSaved(db: Database, id: string): Promise<CostsView['saved']> {
  const [row] = await db.select().from(costs).where(eq(costs.legalRequestId, id));
  if (!row) return null;
  const { version, viaContactPoint, measureEndedOn, claimedOn, claimEndsAt } = row;
  return {
    version,
    positions: positionsSchema.parse(row.positions),
    viaContactPoint,
    totalCents: row.totalCents,
    measureEndedOn,
    claimedOn,
    claimEndsAt: claimEndsAt?.toISOString() ?? null,
  };
}

/**
 * Keeps the costs of a legal request. The event says how much, and nothing of the case.
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile` (409), `status_forbids` (409)
 */
export async function saveCosts(
  db: Database,
  actor: Actor,
  id: string,
  change: CostsChange,
  now: Date,
): Promise<void> {
  requireDesk(actor, 'change_costs');
  await db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, id);
    const schedule = await findSchedule(tx, id, row.currentRevision);
    if (!mayHaveCosts(row.status) || !schedule) throw conflict('status_forbids', { status: row.status });
    const [before] = await tx
      .select({ version: costs.version })
      .from(costs)
      .where(eq(costs.legalRequestId, id));
    if ((before?.version ?? 0) !== change.version) throw conflict();
    const { positions, viaContactPoint, measureEndedOn, claimedOn } = change;
    const values = {
      version: change.version + 1,
      positions,
      viaContactPoint,
      totalCents: totalCents(positions, discountOf(schedule, viaContactPoint)),
      measureEndedOn,
      claimEndsAt: measureEndedOn === null ? null : costsClaimEndsAt(measureEndedOn, schedule),
      claimedOn,
      changedBy: actor.personId,
      changedAt: now,
    };
    await tx
      .insert(costs)
      .values({ legalRequestId: id, ...values })
      .onConflictDoUpdate({ target: costs.legalRequestId, set: values });
    await changeLegalRequest(tx, row, {
      set: {},
      event: {
        type: 'costs_changed',
        payload: {
          totalCents: values.totalCents,
          positions: positions.length,
          isClaimed: claimedOn !== null,
        },
      },
      actorId: actor.personId,
      now,
    });
  });
}

async function findSchedule(tx: Transaction, id: string, revision: number): Promise<FeeSchedule | null> {
  const [row] = await tx
    .select({ ruleSet: revisions.ruleSet })
    .from(revisions)
    .where(and(eq(revisions.legalRequestId, id), eq(revisions.number, revision)));
  return findRuleSet(row?.ruleSet ?? '')?.feeSchedule ?? null;
}

const billed = {
  id: lr.id,
  reference: lr.reference,
  fileNumber: lr.fileNumber,
  category: lr.category,
  agencyName: teams.name,
  positions: costs.positions,
  viaContactPoint: costs.viaContactPoint,
  totalCents: costs.totalCents,
  measureEndedOn: costs.measureEndedOn,
  claimEndsAt: costs.claimEndsAt,
  claimedOn: costs.claimedOn,
  ruleSet: revisions.ruleSet,
};

/** Claims that were not sent yet, the most urgent first; those of running measures last. At most 1000. */
export async function listOpenClaims(db: Database, actor: Actor) {
  requireDesk(actor, 'read_costs');
  const rows = await selectBilled(db)
    .where(isNull(costs.claimedOn))
    .orderBy(asc(costs.claimEndsAt), asc(lr.id))
    .limit(1000);
  return rows.map(({ positions, ruleSet, viaContactPoint, fileNumber, ...shown }) => shown);
}

/** What ended in a period, for invoices. @param from, to calendar days, inclusive */
export async function listBilled(db: Database, actor: Actor, { from, to }: { from: string; to: string }) {
  requireDesk(actor, 'read_costs');
  const rows = await selectBilled(db)
    .where(and(gte(costs.measureEndedOn, from), lte(costs.measureEndedOn, to)))
    .orderBy(asc(costs.measureEndedOn), asc(lr.id));
  return rows.map(({ positions, ...row }) => ({ ...row, positions: positionsSchema.parse(positions) }));
}

const selectBilled = (db: Database) =>
  db
    .select(billed)
    .from(costs)
    .innerJoin(lr, eq(lr.id, costs.legalRequestId))
    .innerJoin(teams, eq(teams.id, lr.teamId))
    .innerJoin(revisions, and(eq(revisions.legalRequestId, lr.id), eq(revisions.number, lr.currentRevision)))
    .$dynamic();

/** Reminds the desk, once, 14 days before a claim lapses. Run as often as you like. */
export async function remindOfCostClaims(
  { db, jobs, config }: MailServices & { db: Database },
  now: Date,
): Promise<void> {
  const soon = new Date(now.getTime() + days(claimReminderDays));
  const isDue = and(
    isNull(costs.claimedOn),
    gt(costs.claimEndsAt, now),
    lte(costs.claimEndsAt, soon),
    or(isNull(costs.remindedOf), ne(costs.remindedOf, costs.claimEndsAt)),
  );
  await doEach(await db.select({ id: costs.legalRequestId }).from(costs).where(isDue), ({ id }) =>
    db.transaction(async (tx) => {
      const row = await lockLegalRequest(tx, id);
      const [due] = await tx
        .update(costs)
        .set({ remindedOf: costs.claimEndsAt })
        .where(and(eq(costs.legalRequestId, id), isDue))
        .returning({ claimEndsAt: costs.claimEndsAt });
      if (!due?.claimEndsAt) return;
      const { reference } = row;
      const claimEndsAt = due.claimEndsAt.toISOString();
      await changeLegalRequest(tx, row, {
        set: {},
        event: { type: 'costs_claim_reminded', payload: { claimEndsAt } },
        actorId: null,
        now,
      });
      const left = Math.max(1, Math.floor((due.claimEndsAt.getTime() - now.getTime()) / days(1)));
      const url = `${config.origin}/desk/requests/${id}`;
      await queueDeskMails(tx, jobs, 'costs_claim_ending', { reference, url, days: String(left) });
    }),
  );
}
