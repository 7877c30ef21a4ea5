import { and, desc, eq, ne } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { days } from '#app/durations.ts';
import { readPublicKey } from '#app/sealing/openpgp-keys.ts';
import { pgpKeys, teams } from '#db/schema.ts';

import type { IntakeKeyIds } from './classify-mail.ts';

/**
 * How long mail to an intake key that was replaced is still taken. Authorities keep the key in their mail programs, and few
 * of these ask again by themselves; a request must not fail for that. After three months they had the new key with every
 * answer, and somebody who left may know the old one: mails to it should stop.
 */
const formerKeyLifetime = days(90);

/** Key ids of the intake key, of those that were replaced lately, and of those that are taken no more. */
export async function listIntakeKeyIds(db: Database, now: Date): Promise<IntakeKeyIds> {
  const keys = await db
    .select({ publicKey: pgpKeys.publicKey, state: pgpKeys.state, createdAt: pgpKeys.createdAt })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(and(eq(teams.kind, 'provider'), ne(pgpKeys.state, 'revoked')))
    .orderBy(desc(pgpKeys.createdAt));
  const ids = { present: new Set<string>(), former: new Set<string>(), past: new Set<string>() };
  for (const [index, { publicKey, state }] of keys.entries()) {
    // The one that followed came in the transaction that retired this one.
    const replacedAt = keys[index - 1]?.createdAt;
    const isRecent = replacedAt === undefined || now.getTime() - replacedAt.getTime() < formerKeyLifetime;
    const group = state === 'active' ? ids.present : isRecent ? ids.former : ids.past;
    const key = await readPublicKey(publicKey);
    for (const id of key.getKeyIDs()) group.add(id.toHex().toLowerCase());
  }
  return ids;
}
