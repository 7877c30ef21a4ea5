import { and, count, eq, isNull } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { conflict, DomainError, notFound } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { z } from '#app/forms/zod.ts';
import { createPasskeyOptions, verifyNewPasskey } from '#app/passkeys/new-passkeys.server.ts';
import { newPasskeySchema } from '#app/passkeys/passkey-schemas.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import { assertionSchema } from '#app/passkeys/signed-action.ts';
import { passkeys, people, personKeyEnvelopes, sessions } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { newPasskeyStatement } from './account-statements.ts';
import type { Actor } from './actor.ts';
import { passkeyEnvelopeSchema } from './key-schemas.ts';
import { findPersonKey, insertPasskeyEnvelope } from './stored-keys.server.ts';
import { listUsablePasskeys } from './unlock-material.server.ts';

/** Of a passkey. */
export const passkeyNameSchema = z.string().trim().min(1, 'passkey_name_missing').max(60, 'too_long');

export const passkeyChangeSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('options') }),
  z.strictObject({
    intent: z.literal('add'),
    passkey: newPasskeySchema,
    name: passkeyNameSchema,
    envelope: passkeyEnvelopeSchema,
    /** By a passkey that the person has already, over `newPasskeyStatement`. */
    assertion: assertionSchema,
  }),
]);

type Changes = z.infer<typeof passkeyChangeSchema>;

/** Options for a further passkey; authenticators that have one of this account are left out. */
export async function prepareFurtherPasskey({ db, config }: AccountServices, actor: Actor, now: Date) {
  const [person] = await db
    .select({ userHandle: people.userHandle })
    .from(people)
    .where(eq(people.id, actor.personId));
  if (!person) throw conflict();
  const options = await createPasskeyOptions(
    db,
    config,
    {
      purpose: 'add_passkey',
      owner: { userHandle: person.userHandle, email: actor.email, name: actor.name },
      existing: await listUsablePasskeys(db, actor.personId),
      personId: actor.personId,
    },
    now,
  );
  return { options };
}

/**
 * Stores a further passkey and the key locked for it, which a passkey of before has just signed.
 * @throws DomainError `challenge_stale`, `signature_stale` (409), `passkey_refused`, `signature_invalid`
 */
export async function addPasskey(
  { db, config }: AccountServices,
  actor: Actor,
  { passkey: response, name, envelope, assertion }: Omit<Extract<Changes, { intent: 'add' }>, 'intent'>,
  now: Date,
): Promise<void> {
  const { passkey, personId } = await verifyNewPasskey(db, config, 'add_passkey', response, now);
  if (personId !== actor.personId) throw new DomainError('challenge_stale', {}, 409);
  await db.transaction(async (tx) => {
    const signed = newPasskeyStatement(response, envelope);
    await verifySignedAction(tx, config, actor, 'add_passkey', signed, assertion, now);
    // The row is held so that new access given by two others at the same moment comes before or after, never between.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    const key = await findPersonKey(tx, personId);
    if (!key) throw conflict();
    const hasPrf = envelope.kind === 'passkey_prf';
    await tx.insert(passkeys).values({ ...passkey, personId, name, hasPrf, createdAt: now });
    await insertPasskeyEnvelope(tx, { personId, keyId: key.id, passkeyId: passkey.id }, envelope);
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'passkey_added',
      actorId: personId,
      payload: { passkeyId: passkey.id },
      at: now,
    });
  });
}

/** Gives a passkey another name. */
export async function renamePasskey(
  db: Database,
  actor: Actor,
  { passkeyId, name }: { passkeyId: string; name: string },
): Promise<void> {
  await db
    .update(passkeys)
    .set({ name: passkeyNameSchema.parse(name) })
    .where(and(eq(passkeys.id, passkeyId), eq(passkeys.personId, actor.personId)));
}

/**
 * Ends a passkey: it signs nobody in any more, its envelope goes, and so do the sessions that it began (except this one).
 * @throws DomainError `last_passkey` (409), `not_found`
 */
export async function revokePasskey(db: Database, actor: Actor, passkeyId: string, now: Date): Promise<void> {
  const { personId } = actor;
  await db.transaction(async (tx) => {
    // Locked, so that two revocations at once cannot take the last two.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    const usable = and(eq(passkeys.personId, personId), isNull(passkeys.revokedAt));
    const [left] = await tx.select({ count: count() }).from(passkeys).where(usable);
    const [known] = await tx
      .select({ id: passkeys.id })
      .from(passkeys)
      .where(and(usable, eq(passkeys.id, passkeyId)));
    if (!known) throw notFound();
    if ((left?.count ?? 0) < 2) throw new DomainError('last_passkey', {}, 409);
    await tx.update(passkeys).set({ revokedAt: now }).where(eq(passkeys.id, passkeyId));
    await tx.delete(personKeyEnvelopes).where(eq(personKeyEnvelopes.passkeyId, passkeyId));
    const begun = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.personId, personId), eq(sessions.passkeyId, passkeyId)));
    for (const { id } of begun)
      if (id !== actor.sessionId) await tx.delete(sessions).where(eq(sessions.id, id));
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'passkey_revoked',
      actorId: personId,
      payload: { passkeyId },
      at: now,
    });
  });
}
