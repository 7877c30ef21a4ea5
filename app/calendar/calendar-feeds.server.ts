import { eq } from 'drizzle-orm';

import { can, requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Role } from '#app/accounts/permissions.ts';
import { createToken, hashToken } from '#app/accounts/tokens.server.ts';
import type { Database } from '#app/database.server.ts';
import { forbidden } from '#app/domain-error.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { calendarFeeds, people, teams } from '#db/schema.ts';

/** Whether a person has deadlines to see: an agency's people those of their agency, reviewers the queue's. */
export const mayHaveCalendar = (actor: Actor): boolean =>
  can(actor, 'read_own_legal_requests') || can(actor, 'read_queue');

/** When the acting person's feed was made; null without one. */
export async function findCalendarFeed(db: Database, actor: Actor): Promise<{ createdAt: Date } | null> {
  const [feed] = await db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, actor.personId));
  return feed ?? null;
}

/**
 * Makes a feed, in place of an earlier one: its address stops working.
 * @returns the path with the token, which is shown this once and nowhere kept
 */
export async function createCalendarFeed(db: Database, actor: Actor, now: Date): Promise<{ path: string }> {
  requirePermission(actor, 'use_account');
  if (!mayHaveCalendar(actor)) throw forbidden();
  const token = createToken();
  const feed = { tokenHash: hashToken(token), createdAt: now };
  await db
    .insert(calendarFeeds)
    .values({ personId: actor.personId, ...feed })
    .onConflictDoUpdate({ target: calendarFeeds.personId, set: feed });
  return { path: `/calendar/${token}.ics` };
}

/** The address stops working at once. */
export async function removeCalendarFeed(db: Database, actor: Actor): Promise<void> {
  requirePermission(actor, 'use_account');
  await db.delete(calendarFeeds).where(eq(calendarFeeds.personId, actor.personId));
}

/** Whose feed it is, as far as its content needs to know. */
export interface FeedOwner {
  personId: string;
  role: Role;
  locale: Locale;
  teamId: string;
  teamKind: 'provider' | 'agency';
}

/** The owner of a feed; null for an unknown token, and for people and teams that are not active any more. */
export async function findFeedOwner(db: Database, token: string): Promise<FeedOwner | null> {
  const [row] = await db
    .select({
      personId: people.id,
      role: people.role,
      locale: people.locale,
      teamId: people.teamId,
      teamKind: teams.kind,
      personStatus: people.status,
      teamStatus: teams.status,
    })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(calendarFeeds.tokenHash, hashToken(token)));
  if (row?.personStatus !== 'active' || row.teamStatus !== 'verified') return null;
  const { personId, role, locale, teamId, teamKind } = row;
  return { personId, role, locale, teamId, teamKind };
}
