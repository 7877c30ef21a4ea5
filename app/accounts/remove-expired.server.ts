import type { Database } from '#app/database.server.ts';
import { removeExpiredChallenges } from '#app/passkeys/challenges.server.ts';

import { removeExpiredEnvelopes } from './intake-key-proposal.server.ts';
import { removeExpiredRegistrations } from './registrations.server.ts';
import { removeEndedSessions } from './sessions.server.ts';

/** Takes away sessions, challenges, registrations and envelopes of proposals that are over; each is void already, this only tidies up. */
export async function removeExpired(db: Database, now: Date): Promise<void> {
  await removeEndedSessions(db, now);
  await removeExpiredChallenges(db, now);
  await removeExpiredRegistrations(db, now);
  await removeExpiredEnvelopes(db, now);
}
