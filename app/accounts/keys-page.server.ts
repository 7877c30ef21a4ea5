import type { Database } from '#app/database.server.ts';
import type { Config } from '#app/config.server.ts';
import { and, eq } from 'drizzle-orm';

import { people, pgpKeys } from '#db/schema.ts';

import { can, requirePermission, type Actor } from './actor.ts';
import { listAgencyKeys } from './agencies.server.ts';
import { listCertifiedAgencyKeys } from './intake-key-confirmation.server.ts';
import {
  findIntakeKeyProposal,
  isIntakeKeyProposalOpen,
  isProposalUpToDate,
  proposalLifetime,
} from './intake-key-proposal.server.ts';
import {
  findIntakeKey,
  listFormerIntakeKeys,
  pinnedIntakeFingerprint,
  pinsFirstKey,
} from './intake-key.server.ts';
import { findTeamAddress } from './team-addresses.ts';
import { isRotationDue, listKeyHolders } from './team-key-rotation.server.ts';
import { listStaff } from './team-people.server.ts';

/** The intake key, who holds it, what changes it, and the keys of agencies with their certifications. */
export async function findKeysOverview(
  db: Database,
  config: Pick<Config, 'intakeFingerprint' | 'origin'>,
  actor: Actor,
  now: Date,
) {
  requirePermission(actor, 'manage_keys');
  const staff = await listStaff(db, actor);
  const intake = await findIntakeKey(db, config);
  const pinnedFingerprint = await pinnedIntakeFingerprint(db, config);
  const agencies = await listAgencyKeys(db, actor);
  return {
    ownId: actor.personId,
    intake: intake && {
      fingerprint: intake.fingerprint,
      isPinned: intake.isPinned,
      /** The configuration names a key of before: the operator should bring it up to date. */
      isPinnedByFormer: intake.isPinned && pinnedFingerprint !== intake.fingerprint,
      isKnownOutside: await isRotationDue(db, actor.teamId, intake.fingerprint),
    },
    former: (await listFormerIntakeKeys(db)).map(({ fingerprint }) => fingerprint),
    /** Pinned in the database only: the operator should write it into the configuration. */
    isPinnedBySetup: pinsFirstKey(config),
    holders: staff
      .filter(({ holdsTeamKey }) => holdsTeamKey)
      .map(({ id, name, role, status }) => ({ id, name, role, status })),
    change: intake && (await findIntakeKeyNews(db, config, actor, intake.fingerprint, now)),
    agencies: agencies.map(({ certifiedBy, ...agency }) => ({
      ...agency,
      isCertified: intake !== null && certifiedBy === intake.fingerprint,
    })),
  };
}

/** What a change of the intake key needs, or how far it is. */
async function findIntakeKeyNews(
  db: Database,
  config: Pick<Config, 'origin'>,
  actor: Actor,
  fingerprint: string,
  now: Date,
) {
  const proposal = await findOpenProposal(db, actor, fingerprint, now);
  const mayPropose = can(actor, 'propose_intake_key') && (proposal === null || proposal.state === 'expired');
  const team = { kind: 'existing', id: actor.teamId, teamKind: 'provider' } as const;
  return {
    proposal,
    needs: mayPropose
      ? {
          owner: { name: actor.teamName, email: findTeamAddress(config, team, actor.teamId) },
          holders: await listKeyHolders(db, actor.teamId),
        }
      : null,
  };
}
export type IntakeKeyNews = Awaited<ReturnType<typeof findIntakeKeyNews>>;

async function findOpenProposal(db: Database, actor: Actor, fingerprint: string, now: Date) {
  const found = await findIntakeKeyProposal(db, actor.teamId);
  if (!found) return null;
  const { approvalId, proposedAt, proposedBy, proposerName, change } = found;
  const isCurrent = change.predecessor === fingerprint && (await isProposalUpToDate(db, actor.teamId, found));
  const state = !isIntakeKeyProposalOpen(proposedAt, now) ? 'expired' : isCurrent ? 'open' : 'outdated';
  const own = change.grants?.find(({ personId }) => personId === actor.personId);
  const [granter] = await db
    .select({ publicKey: pgpKeys.publicKey })
    .from(pgpKeys)
    .innerJoin(people, and(eq(people.id, pgpKeys.personId), eq(people.id, proposedBy)))
    .where(eq(pgpKeys.id, change.signedWith));
  return {
    approvalId,
    proposerName,
    isOwnProposal: proposedBy === actor.personId,
    proposedAt,
    endsAt: new Date(proposedAt.getTime() + proposalLifetime),
    state,
    key: { publicKey: change.publicKey, fingerprint: change.fingerprint },
    predecessorSignature: change.predecessorSignature,
    successorSignature: change.successorSignature,
    /** The new key, sealed to the person who looks; null for somebody who came later. */
    grant: own && granter ? { envelope: own.envelope, grantedBy: granter.publicKey } : null,
    agencies: await listCertifiedAgencyKeys(db, fingerprint),
  };
}
export type OpenIntakeKeyProposal = NonNullable<Awaited<ReturnType<typeof findOpenProposal>>>;
