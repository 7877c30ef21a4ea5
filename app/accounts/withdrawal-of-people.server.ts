import { and, eq } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { conflict, forbidden, notFound } from '#app/domain-error.ts';
import { handOverAll } from '#app/legal-requests/hand-over.server.ts';
import { people, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { can, type Actor } from './actor.ts';
import { endMembership } from './ended-membership.server.ts';
import { listLeads, listPersonReceivers, queueMails } from './mail-notices.server.ts';
import { replaceTeamKey } from './team-key-rotation.server.ts';
import type { Rotation } from './team-key-rotation.ts';

/**
 * Takes an agency's person out of the team for good: sessions end at once, no passkey signs in any more, and what was
 * sealed for the person goes from the server. What the person was in charge of goes to the head of unit. The person may
 * have kept a copy of the team's key, so a new one is due.
 * @param rotation the new key, made in the lead's browser; null when an administrator withdraws, who does not hold it
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile`, and what `replaceTeamKey` throws
 */
export async function withdrawPerson(
  services: AccountServices,
  actor: Actor,
  { personId, rotation }: { personId: string; rotation: Rotation | null },
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const [person] = await tx
      .select({ status: people.status, teamId: people.teamId, teamKind: teams.kind })
      .from(people)
      .innerJoin(teams, eq(teams.id, people.teamId))
      .where(eq(people.id, personId))
      .for('update', { of: people });
    const isOwnTeam = person?.teamId === actor.teamId;
    if (!person || (actor.teamKind === 'agency' && !isOwnTeam)) throw notFound();
    const mayWithdraw =
      can(actor, 'withdraw_agency_person') || (isOwnTeam && can(actor, 'withdraw_colleague'));
    if (!mayWithdraw || person.teamKind !== 'agency' || personId === actor.personId) throw forbidden();
    if (person.status !== 'active' && person.status !== 'suspended') throw conflict();

    const heir = isOwnTeam ? actor.personId : await findLead(tx, person.teamId);
    if (heir !== null) await handOverAll(tx, actor, { from: personId, to: heir }, now);
    const { heldPresentKey } = await endMembership(tx, actor, { ...person, id: personId }, now);
    await queueMails(services, tx, await listPersonReceivers(tx, personId), 'person_withdrawn', {});
    if (rotation) await replaceTeamKey(services, tx, actor, rotation, now);
    else if (heldPresentKey) {
      const url = `${services.config.origin}/colleagues`;
      await queueMails(services, tx, await listLeads(tx, person.teamId), 'team_key_due', { url });
    }
  });
}

/** A head of unit of an agency who can sign in; null when there is none. */
async function findLead(tx: Transaction, teamId: string): Promise<string | null> {
  const [lead] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.teamId, teamId), eq(people.role, 'lead'), eq(people.status, 'active')))
    .orderBy(people.id)
    .limit(1);
  return lead?.id ?? null;
}
