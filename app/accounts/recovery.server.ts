import { and, eq, inArray, isNull, ne } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { z } from '#app/forms/zod.ts';
import {
  createPasskeyOptions,
  verifyNewPasskey,
  type VerifiedPasskey,
} from '#app/passkeys/new-passkeys.server.ts';
import { newPasskeySchema } from '#app/passkeys/passkey-schemas.ts';
import { passkeys, people, personKeyEnvelopes, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { findOpenApproval, propose, setAside } from './approvals.server.ts';
import { passkeyEnvelopeSchema, recoverySchema } from './key-schemas.ts';
import { listAdmitters, listPersonReceivers, queueMails, withoutRepeats } from './mail-notices.server.ts';
import { createSession, endAllSessions } from './sessions.server.ts';
import {
  findPersonKey,
  hashRecoveryProof,
  insertPasskeyEnvelope,
  replaceRecoveryEnvelope,
} from './stored-keys.server.ts';

const proofSchema = recoverySchema.shape.proof;
export const recoveryRequestSchema = z.strictObject({ proof: proofSchema });
export const completedRecoverySchema = z.strictObject({
  proof: proofSchema,
  passkey: newPasskeySchema,
  passkeyName: z.string().trim().min(1).max(60),
  envelope: passkeyEnvelopeSchema,
  recovery: recoverySchema,
});
export type CompletedRecovery = z.infer<typeof completedRecoverySchema>;

/** One answer for unknown codes and for people who may not come back (promise 12). */
const refused = () => new DomainError('recovery_refused', {}, 401);

async function requirePersonOf(db: Database | Transaction, proof: string) {
  const [person] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      userHandle: people.userHandle,
      teamId: people.teamId,
      teamName: teams.name,
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(
      and(
        eq(people.recoveryProofHash, hashRecoveryProof(proof)),
        inArray(people.status, ['waiting', 'active']),
        inArray(teams.status, ['pending', 'verified']),
      ),
    );
  if (!person) throw refused();
  return person;
}

/**
 * For somebody who knows a recovery code: the key locked by that code, and options for a new passkey. No team key: that
 * comes when a second person has confirmed.
 * @throws DomainError `recovery_refused` (401)
 */
export async function prepareRecovery({ db, config }: AccountServices, proof: string, now: Date) {
  const person = await requirePersonOf(db, proof);
  const key = await findPersonKey(db, person.id);
  const [envelope] = await db
    .select({
      kind: personKeyEnvelopes.kind,
      salt: personKeyEnvelopes.salt,
      sealed: personKeyEnvelopes.sealed,
    })
    .from(personKeyEnvelopes)
    .where(and(eq(personKeyEnvelopes.personId, person.id), eq(personKeyEnvelopes.kind, 'recovery_code')));
  if (!key || !envelope) throw refused();
  const options = await createPasskeyOptions(
    db,
    config,
    { purpose: 'recover', owner: person, existing: [], personId: person.id },
    now,
  );
  return { options, personPublicKey: key.publicKey, envelope };
}

/**
 * Finishes a recovery: the new passkey and the new code take the place of all old ones, every session ends, and the
 * person waits until somebody else confirms (promise 11). Both teams are told.
 * @returns a session's token; until confirmed it opens nothing but the waiting page
 * @throws DomainError `recovery_refused` (401), `challenge_stale` (409), `passkey_refused`
 */
export async function completeRecovery(
  services: AccountServices,
  input: CompletedRecovery,
  userAgent: string,
  now: Date,
): Promise<{ token: string }> {
  const { db, config } = services;
  const { passkey, personId } = await verifyNewPasskey(db, config, 'recover', input.passkey, now);
  return db.transaction(async (tx) => {
    const person = await requirePersonOf(tx, input.proof);
    if (person.id !== personId) throw refused();
    // Of two recoveries by the same code one wins: the other no longer finds its hash.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    await requirePersonOf(tx, input.proof);
    const approvalId = await openRecovery(tx, personId, now);
    await replacePasskeys(tx, personId, passkey, input, now);
    // The code was found after all: nobody needs to give new access.
    const proposed = await findOpenApproval(tx, 'renew_access', { personId });
    if (proposed) await setAside(tx, { personId }, proposed.id, 'renew_access', now);
    await endAllSessions(tx, [personId]);
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'recovered',
      actorId: personId,
      payload: { approvalId },
      at: now,
    });
    await mailBothTeams(services, tx, person);
    const { token } = await createSession(tx, { personId, passkeyId: passkey.id, userAgent, now });
    return { token };
  });
}

async function openRecovery(tx: Transaction, personId: string, now: Date): Promise<string> {
  const open = await findOpenApproval(tx, 'recover_person', { personId });
  const approvalId =
    open?.id ?? (await propose(tx, personId, { action: 'recover_person', personId, details: {} }, now));
  await tx.update(people).set({ status: 'waiting' }).where(eq(people.id, personId));
  return approvalId;
}

async function replacePasskeys(
  tx: Transaction,
  personId: string,
  passkey: VerifiedPasskey,
  input: CompletedRecovery,
  now: Date,
): Promise<void> {
  const key = await findPersonKey(tx, personId);
  if (!key) throw refused();
  const hasPrf = input.envelope.kind === 'passkey_prf';
  await tx
    .insert(passkeys)
    .values({ ...passkey, personId, name: input.passkeyName, hasPrf, createdAt: now, lastUsedAt: now });
  await tx
    .update(passkeys)
    .set({ revokedAt: now })
    .where(and(eq(passkeys.personId, personId), ne(passkeys.id, passkey.id), isNull(passkeys.revokedAt)));
  await tx.delete(personKeyEnvelopes).where(eq(personKeyEnvelopes.personId, personId));
  const place = { personId, keyId: key.id };
  await insertPasskeyEnvelope(tx, { ...place, passkeyId: passkey.id }, input.envelope);
  const recoveryProofHash = await replaceRecoveryEnvelope(tx, place, input.recovery);
  await tx.update(people).set({ recoveryProofHash }).where(eq(people.id, personId));
}

async function mailBothTeams(
  services: AccountServices,
  tx: Transaction,
  person: { id: string; name: string; teamId: string; teamName: string },
): Promise<void> {
  const receivers = [
    ...(await listPersonReceivers(tx, person.id)),
    ...(await listAdmitters(tx, person.teamId)),
  ];
  await queueMails(services, tx, withoutRepeats(receivers), 'account_recovered', {
    name: person.name,
    team: person.teamName,
    url: `${services.config.origin}/sign-in`,
  });
}
