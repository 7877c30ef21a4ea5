import { and, eq, gt, lt } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';

import type { Database, Transaction } from '#app/database.server.ts';
import { minutes } from '#app/durations.ts';
import { challenges } from '#db/schema.ts';

/** A challenge is void after this long (promise 9). */
export const challengeLifetime = minutes(5);

/** What a challenge was made for: an answer to one is never taken as an answer to another. */
export type ChallengePurpose = 'sign_in' | 'register' | 'add_passkey' | 'recover';

export interface Challenge {
  /** 32 random octets, base64url. */
  challenge: string;
  personId: string | null;
  subject: Record<string, unknown>;
}

/** Makes a challenge for one ceremony. */
export async function createChallenge(
  db: Database | Transaction,
  purpose: ChallengePurpose,
  bound: { personId?: string; subject?: Record<string, unknown> },
  now: Date,
): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  await db.insert(challenges).values({
    challenge,
    purpose,
    personId: bound.personId ?? null,
    subject: bound.subject ?? {},
    expiresAt: new Date(now.getTime() + challengeLifetime),
  });
  return challenge;
}

/**
 * Takes a challenge out of the table, so that of two answers at most one counts (WebAuthn §13.4.3).
 * @returns null when it is unknown, used, too old or made for something else
 */
export async function consumeChallenge(
  db: Database | Transaction,
  challenge: string,
  purpose: string,
  now: Date,
): Promise<Challenge | null> {
  const [row] = await db
    .delete(challenges)
    .where(
      and(
        eq(challenges.challenge, challenge),
        eq(challenges.purpose, purpose),
        gt(challenges.expiresAt, now),
      ),
    )
    .returning({
      challenge: challenges.challenge,
      personId: challenges.personId,
      subject: challenges.subject,
    });
  return row ?? null;
}

/** Takes away what nobody answered in time; called by the clock. */
export async function removeExpiredChallenges(db: Database, now: Date): Promise<void> {
  await db.delete(challenges).where(lt(challenges.expiresAt, now));
}
