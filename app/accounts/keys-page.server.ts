import type { Database } from '#app/database.server.ts';
import type { Config } from '#app/config.server.ts';

import { requirePermission, type Actor } from './actor.ts';
import { listAgencyKeys } from './agencies.server.ts';
import { findIntakeKey, pinnedIntakeFingerprint, pinsFirstKey } from './intake-key.server.ts';
import { isRotationDue } from './team-key-rotation.server.ts';
import { listStaff } from './team-people.server.ts';

/** The intake key, who holds it, and the keys of agencies with their certifications. */
export async function findKeysOverview(
  db: Database,
  config: Pick<Config, 'intakeFingerprint'>,
  actor: Actor,
) {
  requirePermission(actor, 'manage_keys');
  const staff = await listStaff(db, actor);
  const intake = await findIntakeKey(db, config);
  const agencies = await listAgencyKeys(db, actor);
  return {
    intake: intake && {
      fingerprint: intake.fingerprint,
      isPinned: intake.isPinned,
      isKnownOutside: await isRotationDue(db, actor.teamId, intake.fingerprint),
    },
    pinnedFingerprint: await pinnedIntakeFingerprint(db, config),
    /** Pinned in the database only: the operator should write it into the configuration. */
    isPinnedBySetup: pinsFirstKey(config),
    holders: staff
      .filter(({ holdsTeamKey }) => holdsTeamKey)
      .map(({ id, name, role, status }) => ({ id, name, role, status })),
    agencies: agencies.map(({ certifiedBy, ...agency }) => ({
      ...agency,
      isCertified: intake !== null && certifiedBy === intake.fingerprint,
    })),
  };
}
