import { and, eq, exists, gt, inArray, not, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Transaction } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { events, people, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { requirePermission, type Actor } from './actor.ts';
import { findOpenApproval, setAside } from './approvals.server.ts';
import { requireAgency } from './locked-agency.server.ts';
import { listTeamReceivers, queueMails } from './mail-notices.server.ts';
import { endAllSessions } from './sessions.server.ts';

async function endSessionsOfTeam(tx: Transaction, teamId: string): Promise<void> {
  const members = await tx.select({ id: people.id }).from(people).where(eq(people.teamId, teamId));
  await endAllSessions(
    tx,
    members.map(({ id }) => id),
  );
}

const teamEvent = (teamId: string, actor: Actor, now: Date) => ({
  objectType: 'team' as const,
  objectId: teamId,
  actorId: actor.personId,
  at: now,
});

/** Declines an agency that is not verified, and with it everybody who registered for it. */
export async function declineAgency(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'decline_agency');
  await services.db.transaction(async (tx) => {
    const agency = await requireAgency(tx, teamId);
    if (agency.status !== 'pending') throw conflict();
    const proposal = await findOpenApproval(tx, 'verify_agency', { teamId });
    if (proposal) await setAside(tx, actor, proposal.id, 'verify_agency', now);
    await tx.update(teams).set({ status: 'declined' }).where(eq(teams.id, teamId));
    await appendEvent(tx, { ...teamEvent(teamId, actor, now), type: 'declined', payload: {} });
    await queueMails(services, tx, await listTeamReceivers(tx, teamId), 'agency_declined', {});
    await tx
      .update(people)
      .set({ status: 'declined' })
      .where(and(eq(people.teamId, teamId), inArray(people.status, ['waiting'])));
    await endSessionsOfTeam(tx, teamId);
  });
}

/**
 * Takes the refusal of an agency back: it can be verified again, and those who were declined with it wait again, their
 * addresses and keys as they were. Whoever was declined for oneself stays so.
 */
export async function takeAgencyRefusalBack(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'decline_agency');
  await services.db.transaction(async (tx) => {
    const agency = await requireAgency(tx, teamId);
    if (agency.status !== 'declined') throw conflict();
    await tx.update(teams).set({ status: 'pending' }).where(eq(teams.id, teamId));
    await appendEvent(tx, { ...teamEvent(teamId, actor, now), type: 'refusal_taken_back', payload: {} });
    const back = await tx
      .update(people)
      .set({ status: 'waiting' })
      .where(and(eq(people.teamId, teamId), eq(people.status, 'declined'), not(wasDeclinedAlone(tx))))
      .returning({ email: people.email, locale: people.locale });
    await queueMails(services, tx, back, 'waiting_again', {});
  });
}

/** Only such a refusal stands in the person's own history, and taking it back, too: the later one counts. */
function wasDeclinedAlone(tx: Transaction) {
  const later = alias(events, 'later');
  const takenBack = tx
    .select({ position: later.position })
    .from(later)
    .where(
      and(
        eq(later.objectId, people.id),
        eq(later.type, 'refusal_taken_back'),
        gt(later.position, events.position),
      ),
    );
  return exists(
    tx
      .select({ position: events.position })
      .from(events)
      .where(
        and(
          eq(events.objectType, 'person'),
          eq(events.objectId, people.id),
          eq(events.type, 'declined'),
          notExists(takenBack),
        ),
      ),
  );
}

/** Suspends an agency: everybody's sessions end at once, on every node (promise 10). Their requests stay. */
export async function suspendAgency(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'suspend_agency');
  await services.db.transaction(async (tx) => {
    const agency = await requireAgency(tx, teamId);
    if (agency.status !== 'verified') throw conflict();
    await tx.update(teams).set({ status: 'suspended' }).where(eq(teams.id, teamId));
    await appendEvent(tx, { ...teamEvent(teamId, actor, now), type: 'suspended', payload: {} });
    await endSessionsOfTeam(tx, teamId);
  });
}

/** Ends a suspension; the verification that two people gave still counts. */
export async function reinstateAgency(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'suspend_agency');
  await services.db.transaction(async (tx) => {
    const agency = await requireAgency(tx, teamId);
    if (agency.status !== 'suspended') throw conflict();
    await tx.update(teams).set({ status: 'verified' }).where(eq(teams.id, teamId));
    await appendEvent(tx, { ...teamEvent(teamId, actor, now), type: 'reinstated', payload: {} });
  });
}

/** Which mail domains belong to the agency: whose people may choose it when they register. */
export async function changeDomains(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  domains: string[],
  now: Date,
): Promise<void> {
  requirePermission(actor, 'propose_agency_verification');
  await services.db.transaction(async (tx) => {
    await requireAgency(tx, teamId);
    await tx.update(teams).set({ domains }).where(eq(teams.id, teamId));
    await appendEvent(tx, {
      ...teamEvent(teamId, actor, now),
      type: 'domains_changed',
      payload: { domains },
    });
  });
}
