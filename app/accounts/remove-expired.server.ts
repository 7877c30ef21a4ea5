import type { Database } from '#app/database.server.ts';
import { removeExpiredChallenges } from '#app/passkeys/challenges.server.ts';

import { removeExpiredRegistrations } from './registrations.server.ts';
import { removeEndedSessions } from './sessions.server.ts';

/** Takes away sessions, challenges and registrations that are over; each is void already, this only tidies up. */
export async function removeExpired(db: Database, now: Date): Promise<void> {
  await removeEndedSessions(db, now);
  await removeExpiredChallenges(db, now);
  await removeExpiredRegistrations(db, now);
}
