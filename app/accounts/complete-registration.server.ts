import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import { isUniqueViolation, type Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { z } from '#app/forms/zod.ts';
import {
  createPasskeyOptions,
  verifyNewPasskey,
  type VerifiedPasskey,
} from '#app/passkeys/new-passkeys.server.ts';
import { newPasskeySchema } from '#app/passkeys/passkey-schemas.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { invitations, passkeys, people, registrations } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { pinIntakeFingerprint } from './intake-key.server.ts';
import { grantSchema, passkeyEnvelopeSchema, publicKeySchema, recoverySchema } from './key-schemas.ts';
import { listAdmitters, queueMails } from './mail-notices.server.ts';
import { lockReturning, planReturn, storeReturn } from './new-access-registration.server.ts';
import { planRegistration, realiseTeam, type RegistrationPlan } from './registration-plans.server.ts';
import { findRegistration, type Registration } from './registrations.server.ts';
import { createSession } from './sessions.server.ts';
import {
  insertGrant,
  insertKey,
  insertPasskeyEnvelope,
  replaceRecoveryEnvelope,
} from './stored-keys.server.ts';
import { findTeamAddress } from './team-addresses.ts';

/** All that the browser made, in one piece. */
export const completedRegistrationSchema = z.strictObject({
  passkey: newPasskeySchema,
  passkeyName: z.string().trim().min(1).max(60),
  personKey: publicKeySchema,
  envelope: passkeyEnvelopeSchema,
  recovery: recoverySchema,
  /** Only when the plan says that this browser makes the team's key. */
  teamKey: grantSchema.nullable(),
});
export type CompletedRegistration = z.infer<typeof completedRegistrationSchema>;

/** @throws DomainError `registration_stale` (409) unless everything before the passkey is done */
async function requireComplete(services: AccountServices, token: string, now: Date): Promise<Registration> {
  const registration = await findRegistration(services.db, token, now);
  const progress = registration?.progress;
  if (!registration || progress?.isConfirmed !== true || !progress.hasPerson || !progress.hasAgency)
    throw new DomainError('registration_stale', {}, 409);
  return registration;
}

/** For the browser: how to make the passkey, whose key to make, and whether to make the team's key too. */
export async function prepareRegistration(services: AccountServices, token: string, now: Date) {
  const { db, config } = services;
  const registration = await requireComplete(services, token, now);
  const { plan, name, userHandle } = await planWithOwner(services, registration);
  const options = await createPasskeyOptions(
    db,
    config,
    {
      purpose: 'register',
      owner: { userHandle, email: registration.email, name },
      existing: [],
      subject: { registrationId: registration.id, userHandle },
    },
    now,
  );
  const teamKey = plan.makesTeamKey
    ? { name: plan.team.name, email: findTeamAddress(config, plan.team, registration.id) }
    : null;
  return { options, person: { name, email: registration.email }, teamKey };
}

async function planWithOwner({ db, config }: AccountServices, registration: Registration) {
  const returningId = registration.invitation?.returningId ?? null;
  if (returningId !== null) {
    const { plan, person } = await planReturn(db, returningId);
    return { plan, ...person };
  }
  return {
    plan: await planRegistration(db, config, registration),
    name: registration.details.person?.name ?? '',
    userHandle: randomBytes(32).toString('base64url'),
  };
}

/**
 * Finishes a registration in one transaction: team, person, passkey, keys, events, mails. Signs the person in.
 * @returns the session's token
 * @throws DomainError `registration_stale`, `already_registered`, `changed_meanwhile` (409), `passkey_refused`,
 *   `key_refused` (400), `challenge_stale` (409)
 */
export async function completeRegistration(
  services: AccountServices,
  token: string,
  input: CompletedRegistration,
  visit: { locale: Locale; userAgent: string },
  now: Date,
): Promise<{ token: string; personId: string }> {
  const { db, config } = services;
  const registration = await requireComplete(services, token, now);
  // Outside of the transaction: a challenge is used up even when what came with it is refused.
  const { passkey, subject } = await verifyNewPasskey(db, config, 'register', input.passkey, now);
  const userHandle = subject['userHandle'];
  if (subject['registrationId'] !== registration.id || typeof userHandle !== 'string')
    throw new DomainError('challenge_stale', {}, 409);
  try {
    return await db.transaction(async (tx) =>
      store(services, tx, { registration, input, passkey, userHandle, visit, now }),
    );
  } catch (error) {
    if (isUniqueViolation(error, 'people_email_unique')) throw new DomainError('already_registered', {}, 409);
    // Somebody else of the team made its key at the same moment.
    if (isUniqueViolation(error)) throw conflict();
    throw error;
  }
}

interface Completion {
  registration: Registration;
  input: CompletedRegistration;
  passkey: VerifiedPasskey;
  userHandle: string;
  visit: { locale: Locale; userAgent: string };
  now: Date;
}

async function store(services: AccountServices, tx: Transaction, completion: Completion) {
  const { config } = services;
  const { registration, input, passkey, userHandle, visit, now } = completion;
  const returningId = registration.invitation?.returningId ?? null;
  if (returningId !== null) {
    await lockReturning(tx, returningId);
    await useUp(tx, registration, now);
    const made = { passkey, input, userAgent: visit.userAgent };
    return storeReturn(services, tx, returningId, made, now);
  }
  const { personId } = await useUp(tx, registration, now);
  const plan = await planRegistration(tx, config, registration);
  if (plan.makesTeamKey !== (input.teamKey !== null)) throw conflict();
  const teamId = await realiseTeam(tx, config, plan, registration, now);
  const status = plan.isAdmittedAtOnce ? ('active' as const) : ('waiting' as const);
  await tx.insert(people).values({
    id: personId,
    teamId,
    role: plan.role,
    status,
    email: registration.email,
    ...(registration.details.person ?? { name: '' }),
    locale: visit.locale,
    userHandle,
    createdAt: now,
    ...(status === 'active' ? { admittedAt: now } : {}),
  });
  await tx.insert(passkeys).values({
    ...passkey,
    personId,
    name: input.passkeyName,
    hasPrf: input.envelope.kind === 'passkey_prf',
    createdAt: now,
    lastUsedAt: now,
  });
  await storeKeys(tx, { personId, teamId, passkeyId: passkey.id, plan }, input, now);
  await appendPersonEvents(tx, personId, plan, passkey.id, now);
  if (status === 'waiting')
    await queueMails(services, tx, await listAdmitters(tx, teamId), 'registration_waiting', {
      team: plan.team.name,
      url: `${config.origin}/sign-in`,
    });
  const session = await createSession(tx, {
    personId,
    passkeyId: passkey.id,
    userAgent: visit.userAgent,
    now,
  });
  return { token: session.token, personId };
}

/** Of two answers to one registration, and of two registrations by one invitation, one wins. */
async function useUp(tx: Transaction, registration: Registration, now: Date): Promise<{ personId: string }> {
  const removed = await tx
    .delete(registrations)
    .where(eq(registrations.id, registration.id))
    .returning({ id: registrations.id });
  if (removed.length === 0) throw new DomainError('registration_stale', {}, 409);
  if (!registration.invitation) return { personId: uuidv7() };
  const used = await tx
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.id, registration.invitation.id), isNull(invitations.usedAt)))
    .returning({ id: invitations.id });
  if (used.length === 0) throw new DomainError('invitation_void', {}, 409);
  return { personId: registration.invitation.id };
}

async function storeKeys(
  tx: Transaction,
  place: { personId: string; teamId: string; passkeyId: string; plan: RegistrationPlan },
  input: CompletedRegistration,
  now: Date,
): Promise<void> {
  const { personId, teamId, passkeyId, plan } = place;
  const keyId = await insertKey(tx, { personId }, input.personKey);
  await insertPasskeyEnvelope(tx, { personId, keyId, passkeyId }, input.envelope);
  const recoveryProofHash = await replaceRecoveryEnvelope(tx, { personId, keyId }, input.recovery);
  await tx.update(people).set({ recoveryProofHash }).where(eq(people.id, personId));
  if (!input.teamKey) return;
  const { fingerprint, publicKey } = input.teamKey;
  const teamKeyId = await insertKey(tx, { teamId }, { publicKey, fingerprint });
  await insertGrant(tx, { keyId: teamKeyId, personId, grantedBy: personId }, input.teamKey);
  const made = { objectType: 'team' as const, objectId: teamId, actorId: personId, at: now };
  await appendEvent(tx, { ...made, type: 'key_made', payload: { fingerprint } });
  if (plan.team.kind === 'existing' && plan.team.teamKind === 'provider')
    await pinIntakeFingerprint(tx, fingerprint, now);
}

async function appendPersonEvents(
  tx: Transaction,
  personId: string,
  plan: RegistrationPlan,
  passkeyId: string,
  now: Date,
): Promise<void> {
  const about = { objectType: 'person' as const, objectId: personId, actorId: personId, at: now };
  await appendEvent(tx, { ...about, type: 'registered', payload: { role: plan.role } });
  await appendEvent(tx, { ...about, type: 'passkey_added', payload: { passkeyId } });
  if (plan.isAdmittedAtOnce)
    await appendEvent(tx, { ...about, type: 'admitted', payload: { role: plan.role } });
}
