import { and, eq, inArray, isNull, sql } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { passkeys, personKeyEnvelopes, teamKeyGrants } from '#db/schema.ts';

import { endAllSessions } from './sessions.server.ts';

/**
 * Ends everything by which a person got in so far: passkeys, sessions, the locked own key, the sealed team keys. Public
 * keys stay, because signatures by them are under grants that the person made. The caller holds the person's row and
 * writes the event.
 */
export async function takeAccess(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(passkeys)
    .set({ revokedAt: now })
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.revokedAt)));
  await endAllSessions(tx, [personId]);
  await tx.delete(personKeyEnvelopes).where(eq(personKeyEnvelopes.personId, personId));
  await tx.delete(teamKeyGrants).where(eq(teamKeyGrants.personId, personId));
}

/** Of these people those whose every passkey was taken: nothing but new access helps them. Without any they are new. */
export async function findThoseWithoutAccess(
  db: Database | Transaction,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ personId: passkeys.personId })
    .from(passkeys)
    .where(inArray(passkeys.personId, [...personIds]))
    .groupBy(passkeys.personId)
    .having(sql`bool_and(${passkeys.revokedAt} is not null)`);
  return new Set(rows.map(({ personId }) => personId));
}
