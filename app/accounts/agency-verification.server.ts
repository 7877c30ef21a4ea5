import { and, eq, inArray } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { days } from '#app/durations.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { approvals, people, pgpKeys, teamKeyGrants, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { requirePermission, type Actor } from './actor.ts';
import { requireAgency } from './locked-agency.server.ts';
import { confirm, findOpenApproval, propose, setAside } from './approvals.server.ts';
import { storeCertifiedKey } from './certification.server.ts';
import type { PublicKeyInput } from './key-schemas.ts';
import { listAdministrators, listTeamReceivers, queueMails } from './mail-notices.server.ts';
import { findTeamKey } from './stored-keys.server.ts';
import type { Verification } from './verification-schema.ts';

/** Verification is repeated after twelve months. */
const verificationLifetime = days(365);

/**
 * First half: an administrator called the agency and enters how. Also for an agency whose twelve months are over.
 * @throws DomainError `forbidden`, `not_found`, `changed_meanwhile` when a proposal is open already
 */
export async function proposeVerification(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  verification: Verification,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'propose_agency_verification');
  await services.db.transaction(async (tx) => {
    const agency = await requireAgency(tx, teamId);
    if (agency.status !== 'pending' && agency.status !== 'verified') throw conflict();
    if (await findOpenApproval(tx, 'verify_agency', { teamId })) throw conflict();
    const step = { action: 'verify_agency' as const, teamId, details: { ...verification } };
    const approvalId = await propose(tx, actor.personId, step, now);
    await appendEvent(tx, {
      objectType: 'team',
      objectId: teamId,
      type: 'verification_proposed',
      actorId: actor.personId,
      payload: { approvalId },
      at: now,
    });
    await mailConfirmers(services, tx, actor, teamId);
  });
}

/** Everybody at the provider who may give the second half, but not whoever gave the first. */
async function mailConfirmers(services: AccountServices, tx: Transaction, actor: Actor, teamId: string) {
  const receivers = await tx
    .select({ email: people.email, locale: people.locale })
    .from(people)
    .where(and(inArray(people.role, ['admin', 'dpo', 'counsel']), eq(people.status, 'active')));
  await queueMails(
    services,
    tx,
    receivers.filter(({ email }) => email !== actor.email),
    'verification_proposed',
    { url: `${services.config.origin}/desk/agencies/${teamId}` },
  );
}

/**
 * Second half, by another member of staff, whose browser certified the agency's key. The agency is verified, and those
 * who hold its key (who described it, and so were called) are let in.
 * @param certified null only for an agency that has no key yet or whose key is certified already
 * @throws DomainError `needs_second_person`, `proposer_left`, `changed_meanwhile`, `key_not_certified`
 */
export async function confirmVerification(
  services: AccountServices,
  actor: Actor,
  { approvalId, certified }: { approvalId: string; certified: PublicKeyInput | null },
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_agency_verification');
  await services.db.transaction(async (tx) => {
    // The agency is locked before its proposal, in the order in which declining does.
    const teamId = await findProposedTeam(tx, approvalId);
    const agency = await requireAgency(tx, teamId);
    await confirm(tx, actor, approvalId, 'verify_agency', now);
    if (agency.status !== 'pending' && agency.status !== 'verified') throw conflict();
    if (certified) await storeCertifiedKey(services, tx, actor, { teamId, key: certified }, now);
    const key = await findTeamKey(tx, teamId);
    if (key && key.certifiedBy === null) throw new DomainError('key_not_certified', {}, 409);
    await tx
      .update(teams)
      .set({
        status: 'verified',
        verifiedAt: now,
        verificationDueAt: new Date(now.getTime() + verificationLifetime),
      })
      .where(eq(teams.id, teamId));
    await appendEvent(tx, {
      objectType: 'team',
      objectId: teamId,
      type: 'verified',
      actorId: actor.personId,
      payload: { approvalId },
      at: now,
    });
    if (agency.status === 'pending') await admitKeyHolders(tx, actor, teamId, now);
    const url = `${services.config.origin}/sign-in`;
    await queueMails(services, tx, await listTeamReceivers(tx, teamId), 'agency_verified', { url });
  });
}

async function findProposedTeam(tx: Transaction, approvalId: string): Promise<string> {
  const [proposal] = await tx
    .select({ teamId: approvals.teamId })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), eq(approvals.action, 'verify_agency')));
  if (!proposal?.teamId) throw conflict();
  return proposal.teamId;
}

async function admitKeyHolders(tx: Transaction, actor: Actor, teamId: string, now: Date): Promise<void> {
  const holders = await tx
    .select({ id: people.id, role: people.role })
    .from(people)
    .innerJoin(teamKeyGrants, eq(teamKeyGrants.personId, people.id))
    .innerJoin(pgpKeys, and(eq(pgpKeys.id, teamKeyGrants.keyId), eq(pgpKeys.teamId, teamId)))
    .where(and(eq(people.teamId, teamId), eq(people.status, 'waiting')));
  for (const { id, role } of holders) {
    // Who came back by a recovery code is confirmed by itself, not along with the agency.
    if (await findOpenApproval(tx, 'recover_person', { personId: id })) continue;
    await tx
      .update(people)
      .set({ status: 'active', admittedBy: actor.personId, admittedAt: now })
      .where(eq(people.id, id));
    await appendEvent(tx, {
      objectType: 'person',
      objectId: id,
      type: 'admitted',
      actorId: actor.personId,
      payload: { role },
      at: now,
    });
  }
}

/** The second person does not agree, or the first one takes it back; the agency stays as it is. */
export async function setVerificationAside(
  services: AccountServices,
  actor: Actor,
  approvalId: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_agency_verification');
  await services.db.transaction(async (tx) => {
    const { teamId } = await setAside(tx, actor, approvalId, 'verify_agency', now);
    if (teamId === null) throw conflict();
    await appendEvent(tx, {
      objectType: 'team',
      objectId: teamId,
      type: 'verification_set_aside',
      actorId: actor.personId,
      payload: { approvalId },
      at: now,
    });
    await queueMails(services, tx, await listAdministrators(tx), 'verification_set_aside', {
      url: `${services.config.origin}/desk/agencies/${teamId}`,
    });
  });
}
