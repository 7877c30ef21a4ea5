import { and, eq, gt, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { days, hours } from '#app/durations.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { invitations, people, registrations, teams } from '#db/schema.ts';

import type { Role } from './permissions.ts';
import { createToken, hashToken } from './tokens.server.ts';

export const invitationLifetime = days(7);
/** A registration that was begun must be finished within this time. */
export const registrationLifetime = hours(2);

interface NewInvitation {
  teamKind?: 'provider';
  /** Only for an agency's people. */
  teamId?: string;
  role: Role;
  email: string;
  /** Null: the operator, by the command line. */
  invitedBy?: string | null;
  now: Date;
}

/**
 * Makes a one-time link. Only the token's hash is stored, so the link can be shown only now.
 * @returns `path` below the origin; `id` becomes the id of the person
 * @throws DomainError `already_registered` (409)
 */
export async function createInvitation(
  db: Database,
  invitation: NewInvitation,
): Promise<{ id: string; path: string; expiresAt: Date }> {
  return db.transaction(async (tx) => insertInvitation(tx, invitation));
}

/** The same in a transaction of the caller. */
export async function insertInvitation(
  tx: Transaction,
  { teamId, role, email, invitedBy = null, now }: NewInvitation,
): Promise<{ id: string; path: string; expiresAt: Date }> {
  const address = email.trim().toLowerCase();
  const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, address));
  if (known) throw new DomainError('already_registered', {}, 409);
  const id = uuidv7();
  const token = createToken();
  const expiresAt = new Date(now.getTime() + invitationLifetime);
  await tx.insert(invitations).values({
    id,
    tokenHash: hashToken(token),
    teamId: teamId ?? (await ensureProviderTeam(tx)),
    role,
    email: address,
    invitedBy,
    createdAt: now,
    expiresAt,
  });
  await appendEvent(tx, {
    objectType: 'person',
    objectId: id,
    type: 'invited',
    actorId: invitedBy,
    payload: { role },
    at: now,
  });
  return { id, path: `/invitation/${token}`, expiresAt };
}

/** The provider's team; made at the first need. Its name follows the configuration when somebody registers. */
export async function ensureProviderTeam(
  tx: Database | Transaction,
  named?: { name: string; country: string },
): Promise<string> {
  const [known] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.kind, 'provider'));
  if (known) {
    if (named) await tx.update(teams).set(named).where(eq(teams.id, known.id));
    return known.id;
  }
  const id = uuidv7();
  const { name, country } = named ?? { name: 'Provider', country: 'DE' };
  await tx.insert(teams).values({ id, kind: 'provider', name, country, status: 'verified' });
  return id;
}

/** What the page of a link shows; null for unknown, used and expired links alike. Changes nothing. */
export async function findInvitation(db: Database, token: string, now: Date) {
  const [row] = await db
    .select({
      role: invitations.role,
      email: invitations.email,
      teamName: teams.name,
      personId: invitations.personId,
    })
    .from(invitations)
    .innerJoin(teams, eq(teams.id, invitations.teamId))
    .where(isOpen(token, now));
  if (!row) return null;
  const { personId, ...shown } = row;
  return { ...shown, isNewAccess: personId !== null };
}

const isOpen = (token: string, now: Date) =>
  and(
    eq(invitations.tokenHash, hashToken(token)),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, now),
  );

/**
 * Begins the registration of an invited person: whoever has the link has the address, so no code is asked. The link is
 * used up when the registration is finished, so that one that was broken off can be begun anew.
 * @returns the token for the registration's cookie
 * @throws DomainError `invitation_void` (404)
 */
export async function acceptInvitation(db: Database, token: string, now: Date): Promise<string> {
  const [invitation] = await db
    .select({ id: invitations.id, email: invitations.email })
    .from(invitations)
    .where(isOpen(token, now));
  if (!invitation) throw new DomainError('invitation_void', {}, 404);
  const registrationToken = createToken();
  await db.insert(registrations).values({
    id: uuidv7(),
    tokenHash: hashToken(registrationToken),
    email: invitation.email,
    confirmedAt: now,
    invitationId: invitation.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + registrationLifetime),
  });
  return registrationToken;
}
