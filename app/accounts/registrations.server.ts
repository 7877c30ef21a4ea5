import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database } from '#app/database.server.ts';
import { DomainError, notFound } from '#app/domain-error.ts';
import { minutes } from '#app/durations.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { invitations, people, registrations, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { belongsToDomains, domainOf, isFreeMailDomain } from './email-domains.ts';
import { registrationLifetime } from './invitations.server.ts';
import type { NewAgency, PersonDetails } from './registration-schemas.ts';
import type { RegistrationProgress } from './registration-steps.ts';
import { createToken, hashToken } from './tokens.server.ts';

const codeLifetime = minutes(10);
const codeTries = 5;

/** What was typed so far. */
export interface RegistrationDetails {
  person?: PersonDetails;
  agency?: { choice: 'known'; teamId: string } | ({ choice: 'new' } & NewAgency);
}

const hashCode = (id: string, code: string): Uint8Array =>
  createHash('sha256').update(`${id}:${code}`).digest();

/**
 * Sends a six-digit code to an official address. An address that has an account already gets another mail and a
 * registration that no code can confirm: the caller cannot tell the difference (promise 12).
 * @returns the token for the registration's cookie
 * @throws DomainError `email_free_mail` (400)
 */
export async function startRegistration(
  { db, config, jobs }: AccountServices,
  { email, locale }: { email: string; locale: Locale },
  now: Date,
): Promise<string> {
  if (isFreeMailDomain(domainOf(email), config.providerDomains)) throw new DomainError('email_free_mail');
  const id = uuidv7();
  const token = createToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await db.transaction(async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    await tx.insert(registrations).values({
      id,
      tokenHash: hashToken(token),
      email,
      codeHash: known ? randomBytes(32) : hashCode(id, code),
      triesLeft: codeTries,
      codeExpiresAt: new Date(now.getTime() + codeLifetime),
      createdAt: now,
      expiresAt: new Date(now.getTime() + registrationLifetime),
    });
    const mail: { template: string; values: Record<string, string> } = known
      ? { template: 'account_exists', values: { url: `${config.origin}/sign-in` } }
      : { template: 'confirmation_code', values: { code } };
    await jobs.queue(tx, 'send_mail', { to: email, locale, ...mail });
  });
  return token;
}

/**
 * Compares a typed code. Every try counts, also concurrent ones, because the counter goes down before the comparison.
 * @throws DomainError `code_wrong` (details: triesLeft), `code_expired` when no try or no time is left
 */
export async function confirmCode(db: Database, token: string, code: string, now: Date): Promise<void> {
  const [row] = await db
    .update(registrations)
    .set({ triesLeft: sql`${registrations.triesLeft} - 1` })
    .where(
      and(
        eq(registrations.tokenHash, hashToken(token)),
        isNull(registrations.confirmedAt),
        gt(registrations.triesLeft, 0),
        gt(registrations.codeExpiresAt, now),
        gt(registrations.expiresAt, now),
      ),
    )
    .returning({
      id: registrations.id,
      codeHash: registrations.codeHash,
      triesLeft: registrations.triesLeft,
    });
  if (!row?.codeHash) throw new DomainError('code_expired');
  if (!timingSafeEqual(hashCode(row.id, code), row.codeHash)) {
    if (row.triesLeft === 0) throw new DomainError('code_expired');
    throw new DomainError('code_wrong', { triesLeft: row.triesLeft });
  }
  await db
    .update(registrations)
    .set({ confirmedAt: now, codeHash: null })
    .where(eq(registrations.id, row.id));
}

export interface Registration {
  id: string;
  email: string;
  details: RegistrationDetails;
  /** Null for people who come by themselves. */
  invitation: {
    id: string;
    role: (typeof invitations.$inferSelect)['role'];
    teamId: string;
    /** Somebody who has an account already and gets new access to it; null for somebody new. */
    returningId: string | null;
  } | null;
  progress: RegistrationProgress;
}

/** The registration of a cookie; null for unknown and expired ones. */
export async function findRegistration(db: Database, token: string, now: Date): Promise<Registration | null> {
  const [row] = await db
    .select({
      id: registrations.id,
      email: registrations.email,
      details: registrations.details,
      confirmedAt: registrations.confirmedAt,
      invitationId: invitations.id,
      role: invitations.role,
      teamId: invitations.teamId,
      returningId: invitations.personId,
    })
    .from(registrations)
    .leftJoin(invitations, eq(invitations.id, registrations.invitationId))
    .where(and(eq(registrations.tokenHash, hashToken(token)), gt(registrations.expiresAt, now)));
  if (!row) return null;
  const details = row.details as RegistrationDetails;
  const invitation =
    row.invitationId !== null && row.role !== null && row.teamId !== null
      ? { id: row.invitationId, role: row.role, teamId: row.teamId, returningId: row.returningId }
      : null;
  return {
    id: row.id,
    email: row.email,
    details,
    invitation,
    progress: {
      isConfirmed: row.confirmedAt !== null,
      hasPerson: details.person !== undefined || row.returningId !== null,
      hasAgency: invitation !== null || details.agency !== undefined,
      isReturning: invitation !== null && invitation.returningId !== null,
    },
  };
}

/** Keeps what was typed on a page. */
export async function saveRegistrationDetails(
  db: Database,
  registration: Registration,
  details: RegistrationDetails,
): Promise<void> {
  await db
    .update(registrations)
    .set({ details: { ...registration.details, ...details } })
    .where(eq(registrations.id, registration.id));
}

/** Agencies that an address may belong to, by the domains that were checked when the agency was verified. */
export async function listAgenciesFor(db: Database, email: string) {
  const rows = await db
    .select({ id: teams.id, name: teams.name, country: teams.country, domains: teams.domains })
    .from(teams)
    .where(and(eq(teams.kind, 'agency'), sql`${teams.status} in ('pending', 'verified')`))
    .orderBy(teams.name);
  const domain = domainOf(email);
  return rows
    .filter(({ domains }) => belongsToDomains(domain, domains))
    .map(({ id, name, country }) => ({ id, name, country }));
}

/** @throws DomainError `not_found` for an agency that the address does not belong to */
export async function requireAgencyFor(db: Database, email: string, teamId: string): Promise<void> {
  const agencies = await listAgenciesFor(db, email);
  if (!agencies.some(({ id }) => id === teamId)) throw notFound();
}

/** Takes away what was not finished in time; called by the clock. */
export async function removeExpiredRegistrations(db: Database, now: Date): Promise<void> {
  await db.delete(registrations).where(sql`${registrations.expiresAt} < ${now}`);
}
