import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { insertLegalRequest } from '#app/legal-requests/drafts.server.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { atWallTime, toDate } from '#app/legal-requests/wall-time.ts';
import { requireDesk } from '#app/review/desk-access.server.ts';
import { arrivals, teams } from '#db/schema.ts';

import { changeArrival } from './arrival-events.server.ts';
import type { Paper, Registration } from './arrival-schemas.ts';
import { lockArrival } from './arrivals.server.ts';
import { lockCorrected } from './corrections.server.ts';

type Team = { id: string; country: string; agencyKind: string | null };

/**
 * Begins to register what came: a legal request of this agency that staff fills in from what the mail or the letter says.
 * Begun already, it is gone on with.
 * @returns the id of the legal request
 * @throws DomainError `forbidden`, `not_found`, `status_forbids` (409), `agency_missing` (422)
 */
export async function startRegistration(
  db: Database,
  actor: Actor,
  arrivalId: string,
  registration: Registration,
  now: Date,
): Promise<string> {
  requireDesk(actor, 'register_legal_request');
  return db.transaction(async (tx) => {
    const arrival = await lockArrival(tx, arrivalId);
    if (arrival.legalRequestId !== null) return arrival.legalRequestId;
    if (arrival.state !== 'waiting') throw conflict('status_forbids', { status: arrival.state });
    const team = await findOrDescribeAgency(tx, actor, registration, now);
    const { channel, fileNumber } = arrival;
    const begun = { teamId: team.id, category: registration.category, channel, fileNumber };
    const legalRequestId = await insertLegalRequest(tx, actor, begun, now);
    await tx
      .update(arrivals)
      .set({ legalRequestId, ...factsOf(team, registration.category) })
      .where(eq(arrivals.id, arrivalId));
    return legalRequestId;
  });
}

/**
 * Records a letter or a fax. A fax is refused, because it may not be taken; a letter is registered like a mail, as a new
 * legal request or as the correction of one.
 * @returns the arrival, and the legal request to fill in; null for a fax
 * @throws DomainError `forbidden`, `agency_missing` (422), `date_in_future` (422); for a correction as `lockCorrected`
 */
export async function recordPaper(
  db: Database,
  actor: Actor,
  paper: Paper,
  now: Date,
): Promise<{ arrivalId: string; legalRequestId: string | null }> {
  requireDesk(actor, 'register_legal_request');
  if (paper.receivedOn > toDate(now)) throw new DomainError('date_in_future', { field: 'receivedOn' }, 422);
  const arrivalId = uuidv7();
  const receivedAt = momentOf(paper.receivedOn, now);
  return db.transaction(async (tx) => {
    const { channel, receivedOn } = paper;
    const { facts, fileNumber, corrected } = await describePaper(tx, actor, paper, { receivedAt, now });
    await tx.insert(arrivals).values({
      id: arrivalId,
      channel,
      state: channel === 'fax' ? 'refused' : 'waiting',
      version: 0,
      receivedAt,
      receivedOn,
      fileNumber,
      recordedBy: actor.personId,
      isLegalRequest: true,
      ...(channel === 'fax' ? { reason: 'channel_fax', answer: 'open' as const } : {}),
      ...facts,
    });
    const { country, agencyKind, category } = facts;
    const arrived = {
      country,
      agencyKind,
      category,
      channel,
      receivedAt: receivedAt.toISOString(),
      senderDomain: null,
    };
    const by = { set: {}, actorId: actor.personId, now };
    const row = await changeArrival(
      tx,
      { id: arrivalId, version: 0 },
      { ...by, event: { type: 'arrived', payload: arrived } },
    );
    if (channel === 'fax') {
      const refused = { type: 'refused', payload: { code: 'channel_fax' } } as const;
      const next = await changeArrival(tx, row, { ...by, event: refused });
      // A correction by fax is no request of its own: the report counts it with the one that it is about.
      if (corrected !== null) {
        const linked = { type: 'corrected', payload: { legalRequestId: corrected } } as const;
        await changeArrival(tx, next, { ...by, set: { legalRequestId: corrected }, event: linked });
      }
      return { arrivalId, legalRequestId: null };
    }
    const begun = { teamId: facts.teamId, category, channel, fileNumber };
    const legalRequestId = corrected ?? (await insertLegalRequest(tx, actor, begun, now));
    await tx.update(arrivals).set({ legalRequestId }).where(eq(arrivals.id, arrivalId));
    return { arrivalId, legalRequestId };
  });
}

/** What a letter or a fax is about; `corrected`: the legal request that it corrects. */
async function describePaper(
  tx: Transaction,
  actor: Actor,
  paper: Paper,
  { receivedAt, now }: { receivedAt: Date; now: Date },
) {
  if (paper.what === 'correction') {
    const { id, fileNumber, ...facts } = await lockCorrected(tx, actor, paper.corrects, receivedAt);
    return { facts, fileNumber, corrected: id };
  }
  const team = await findOrDescribeAgency(tx, actor, paper, now);
  return { facts: factsOf(team, paper.category), fileNumber: paper.fileNumber, corrected: null };
}

/** A letter's stamp names a day. Today's is received now; an earlier day's at its noon: what counts is the day. */
function momentOf(day: string, now: Date): Date {
  return day === toDate(now) ? now : atWallTime(`${day}T12:00`);
}

const factsOf = (team: Team, category: Category) => ({
  teamId: team.id,
  country: team.country,
  agencyKind: team.agencyKind,
  category,
});

/**
 * A known agency, or a new record of one that does not use the portal. The same description twice is the same agency.
 */
async function findOrDescribeAgency(
  tx: Transaction,
  actor: Actor,
  choice: Registration,
  now: Date,
): Promise<Team> {
  const columns = { id: teams.id, country: teams.country, agencyKind: teams.agencyKind };
  if (choice.agency !== 'new' || !('name' in choice)) {
    const [row] = await tx
      .select(columns)
      .from(teams)
      .where(
        and(
          eq(teams.id, choice.agency),
          eq(teams.kind, 'agency'),
          inArray(teams.status, ['verified', 'outside']),
        ),
      );
    if (!row) throw new DomainError('agency_missing', {}, 422);
    return row;
  }
  const { name, country, agencyKind } = choice;
  const [same] = await tx
    .select(columns)
    .from(teams)
    .where(and(eq(teams.status, 'outside'), eq(teams.name, name), eq(teams.country, country)));
  if (same) return same;
  const id = uuidv7();
  await tx
    .insert(teams)
    .values({ id, kind: 'agency', name, country, agencyKind, status: 'outside', createdAt: now });
  await appendEvent(
    tx,
    {
      objectType: 'team',
      objectId: id,
      type: 'agency_described',
      actorId: actor.personId,
      payload: { country, agencyKind },
      at: now,
    },
    0,
  );
  return { id, country, agencyKind };
}
