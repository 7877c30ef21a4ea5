import { and, asc, eq, isNull } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { z } from '#app/forms/zod.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import { assertionSchema } from '#app/passkeys/signed-action.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { passkeys, people } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { newRecoveryStatement } from './account-statements.ts';
import { requirePermission, type Actor } from './actor.ts';
import { fingerprintSchema, recoverySchema, sealedSettingsSchema } from './key-schemas.ts';
import type { PersonDetails } from './registration-schemas.ts';
import { findPersonKey, replaceRecoveryEnvelope } from './stored-keys.server.ts';

export const settingsChangeSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('remember'), sealedSettings: sealedSettingsSchema }),
  z.strictObject({
    intent: z.literal('recovery'),
    recovery: recoverySchema,
    /** Over `newRecoveryStatement`. */
    assertion: assertionSchema,
  }),
  z.strictObject({ intent: z.literal('team_key_exported'), fingerprint: fingerprintSchema }),
]);

/**
 * Stores what the person's browser sealed to the person: the remembered intake fingerprint, or a new recovery code's
 * envelope, which a fresh passkey touch signs; or records that the team's key is about to leave the portal.
 * @throws DomainError `signature_stale` (409), `signature_invalid`
 */
export async function changeSettings(
  { db, config }: Pick<AccountServices, 'db' | 'config'>,
  actor: Actor,
  change: z.infer<typeof settingsChangeSchema>,
  now: Date,
): Promise<void> {
  const { personId } = actor;
  const ownEvent = { objectType: 'person' as const, objectId: personId, actorId: personId, at: now };
  await db.transaction(async (tx) => {
    if (change.intent === 'remember') {
      await tx.update(people).set({ sealedSettings: change.sealedSettings }).where(eq(people.id, personId));
      return;
    }
    if (change.intent === 'team_key_exported') {
      requirePermission(actor, 'export_team_key');
      const { fingerprint } = change;
      await appendEvent(tx, { ...ownEvent, type: 'team_key_exported', payload: { fingerprint } });
      return;
    }
    const signed = newRecoveryStatement(change.recovery);
    await verifySignedAction(tx, config, actor, 'new_recovery_code', signed, change.assertion, now);
    // The row is held so that new access given by two others at the same moment comes before or after, never between.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    const key = await findPersonKey(tx, personId);
    if (!key) throw conflict();
    const recoveryProofHash = await replaceRecoveryEnvelope(tx, { personId, keyId: key.id }, change.recovery);
    await tx.update(people).set({ recoveryProofHash }).where(eq(people.id, personId));
    await appendEvent(tx, { ...ownEvent, type: 'recovery_code_changed', payload: {} });
  });
}

/** Own details, passkeys and language, for the account page. */
export async function findOwnAccount(db: Database, actor: Actor) {
  const [profile] = await db
    .select({
      name: people.name,
      email: people.email,
      rank: people.rank,
      unit: people.unit,
      telephone: people.telephone,
      locale: people.locale,
    })
    .from(people)
    .where(eq(people.id, actor.personId));
  if (!profile) throw conflict();
  const own = await db
    .select({
      id: passkeys.id,
      name: passkeys.name,
      hasPrf: passkeys.hasPrf,
      backedUp: passkeys.backedUp,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(and(eq(passkeys.personId, actor.personId), isNull(passkeys.revokedAt)))
    .orderBy(asc(passkeys.createdAt));
  return { profile, passkeys: own };
}

/** Changes what a person may change alone; name and address were verified and stay. */
export async function changeProfile(
  db: Database,
  actor: Actor,
  profile: Pick<PersonDetails, 'rank' | 'unit' | 'telephone'>,
): Promise<void> {
  const { rank, unit, telephone } = profile;
  await db.update(people).set({ rank, unit, telephone }).where(eq(people.id, actor.personId));
}

/** The language of mails, and of pages where none was chosen. */
export async function changeLocale(db: Database, actor: Actor, locale: Locale): Promise<void> {
  await db.update(people).set({ locale }).where(eq(people.id, actor.personId));
}
