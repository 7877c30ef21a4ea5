import { and, eq } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { readPublicKey, requireCertification } from '#app/sealing/openpgp-keys.ts';
import { pgpKeys } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { requirePermission, type Actor } from './actor.ts';
import { findIntakeKey, lockIntakeKey } from './intake-key.server.ts';
import type { PublicKeyInput } from './key-schemas.ts';
import { requireAgency } from './locked-agency.server.ts';
import { findTeamKey, requirePublicKey } from './stored-keys.server.ts';

/**
 * Stores an agency's key with the certification that the acting person's browser made. The server checks that it is the
 * same key and that the pinned intake key certified it; it cannot make a certification itself.
 * @throws DomainError `key_refused`, `key_not_certified`, `changed_meanwhile`
 */
export async function storeCertifiedKey(
  services: Pick<AccountServices, 'config'>,
  tx: Transaction,
  actor: Actor,
  { teamId, key }: { teamId: string; key: PublicKeyInput },
  now: Date,
): Promise<void> {
  const known = await findTeamKey(tx, teamId);
  if (known?.fingerprint !== key.fingerprint) throw conflict();
  await lockIntakeKey(tx, 'share');
  const intake = await findIntakeKey(tx, services.config);
  if (intake?.isPinned !== true) throw new DomainError('key_not_certified', {}, 409);
  const publicKey = await requirePublicKey(key);
  try {
    await requireCertification(await readPublicKey(publicKey), await readPublicKey(intake.publicKey));
  } catch {
    throw new DomainError('key_not_certified', {}, 409);
  }
  await tx
    .update(pgpKeys)
    .set({ publicKey, certifiedBy: intake.fingerprint, certifiedAt: now })
    .where(and(eq(pgpKeys.id, known.id), eq(pgpKeys.state, 'active')));
  await appendEvent(tx, {
    objectType: 'team',
    objectId: teamId,
    type: 'key_certified',
    actorId: actor.personId,
    payload: { fingerprint: key.fingerprint },
    at: now,
  });
}

/** Certifies the key of an agency that was verified before it had one. */
export async function certifyAgencyKey(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  key: PublicKeyInput,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'confirm_agency_verification');
  await services.db.transaction(async (tx) => {
    const agency = await requireAgency(tx, teamId);
    if (agency.status !== 'verified') throw conflict();
    await storeCertifiedKey(services, tx, actor, { teamId, key }, now);
  });
}
