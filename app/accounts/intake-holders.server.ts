import { and, eq, ne } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { people, teamKeyGrants } from '#db/schema.ts';

import { findTeamKey } from './stored-keys.server.ts';

/**
 * The intake key must stay in somebody's hands: without a holder nothing that was sent could be read any more. An agency's
 * person may be the only one who holds the agency's key: the agency then begins with a new one.
 * @throws DomainError `last_key_holder` (409)
 */
export async function requireOtherIntakeHolder(
  tx: Transaction,
  person: { id: string; teamId: string; teamKind: 'provider' | 'agency' },
): Promise<void> {
  if (person.teamKind === 'agency') return;
  const key = await findTeamKey(tx, person.teamId);
  if (!key) return;
  const [other] = await tx
    .select({ id: people.id })
    .from(teamKeyGrants)
    .innerJoin(people, eq(people.id, teamKeyGrants.personId))
    .where(and(eq(teamKeyGrants.keyId, key.id), ne(people.id, person.id), eq(people.status, 'active')))
    .limit(1);
  if (!other) throw new DomainError('last_key_holder', {}, 409);
}
