import { and, eq, isNull } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { approvals } from '#db/schema.ts';

import type { Actor } from './actor.ts';
import { isReturning } from './new-access.server.ts';

export type WaitingReason = 'agency' | 'colleague' | 'staff' | 'recovery' | 'return';

/** Why a person waits, and so for whom. */
export async function findWaitingReason(db: Database, actor: Actor): Promise<WaitingReason> {
  if ((await findOpenRecovery(db, actor.personId)) !== null) return 'recovery';
  if (await isReturning(db, actor.personId)) return 'return';
  if (actor.teamKind === 'provider') return 'staff';
  return actor.teamStatus === 'verified' ? 'colleague' : 'agency';
}

/** A recovery that nobody has confirmed yet; null when there is none. */
async function findOpenRecovery(db: Database | Transaction, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(
        eq(approvals.action, 'recover_person'),
        eq(approvals.personId, personId),
        isNull(approvals.confirmedBy),
        isNull(approvals.declinedBy),
      ),
    );
  return row?.id ?? null;
}
