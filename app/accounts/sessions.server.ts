import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { v7 as uuidv7, validate as isUuid } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import { hours } from '#app/durations.ts';
import { people, sessions, teams } from '#db/schema.ts';

import type { Actor } from './actor.ts';
import { createToken, hashToken } from './tokens.server.ts';

/** A session ends twelve hours after signing in, and after this long without any request. */
export const sessionLifetime = hours(12);
export const sessionIdleTime = hours(2);

/**
 * Starts a session after a passkey ceremony with user verification. The only place that makes one.
 * @returns the token for the cookie; the database keeps its hash
 */
export async function createSession(
  tx: Database | Transaction,
  session: { personId: string; passkeyId: string; userAgent: string; now: Date },
): Promise<{ token: string; sessionId: string }> {
  const token = createToken();
  const id = uuidv7();
  await tx.insert(sessions).values({
    id,
    tokenHash: hashToken(token),
    personId: session.personId,
    passkeyId: session.passkeyId,
    userAgent: session.userAgent.slice(0, 200),
    createdAt: session.now,
    lastSeenAt: session.now,
    expiresAt: new Date(session.now.getTime() + sessionLifetime),
  });
  return { token, sessionId: id };
}

const isAlive = (now: Date) =>
  and(gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - sessionIdleTime)));

/**
 * Who a cookie's token belongs to; null for unknown, ended and idle sessions and for people who were suspended or
 * declined. Asked anew with every request, so that suspending takes hold at once on every node (promise 10).
 */
export async function findActor(db: Database, token: string, now: Date): Promise<Actor | null> {
  const [row] = await db
    .select({
      sessionId: sessions.id,
      lastSeenAt: sessions.lastSeenAt,
      personId: people.id,
      role: people.role,
      status: people.status,
      name: people.name,
      email: people.email,
      locale: people.locale,
      teamId: teams.id,
      teamKind: teams.kind,
      teamName: teams.name,
      teamStatus: teams.status,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(
      and(
        eq(sessions.tokenHash, hashToken(token)),
        isAlive(now),
        inArray(people.status, ['waiting', 'active']),
        inArray(teams.status, ['pending', 'verified']),
      ),
    );
  if (!row) return null;
  const { lastSeenAt, status, ...actor } = row;
  // Once a minute is exact enough for the idle time and spares a write per request.
  if (now.getTime() - lastSeenAt.getTime() > 60_000)
    await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, row.sessionId));
  return { ...actor, status: status === 'active' ? 'active' : 'waiting' };
}

/** Own sessions that have not ended, newest first. */
export async function listSessions(db: Database, actor: Actor, now: Date) {
  return db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, actor.personId), isAlive(now)))
    .orderBy(desc(sessions.createdAt));
}

/** Ends one session of one's own; unknown ids end nothing. */
export async function endSession(db: Database | Transaction, actor: Actor, sessionId: string): Promise<void> {
  if (!isUuid(sessionId)) return;
  await db.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.personId, actor.personId)));
}

/** Ends all own sessions but this one. */
export async function endOtherSessions(db: Database, actor: Actor): Promise<void> {
  await db
    .delete(sessions)
    .where(and(eq(sessions.personId, actor.personId), ne(sessions.id, actor.sessionId)));
}

/** Ends all sessions of these people: suspension, recovery. */
export async function endAllSessions(
  tx: Database | Transaction,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length > 0) await tx.delete(sessions).where(inArray(sessions.personId, [...personIds]));
}

/** Takes away what has ended; called by the clock. */
export async function removeEndedSessions(db: Database, now: Date): Promise<void> {
  await db.delete(sessions).where(sql`${sessions.expiresAt} < ${now}`);
}
