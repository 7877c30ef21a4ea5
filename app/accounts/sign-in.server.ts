import { and, eq, inArray } from 'drizzle-orm';

import { DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import type { PasskeyAnswer } from '#app/passkeys/passkey-schemas.ts';
import { verifySignInPasskey } from '#app/passkeys/sign-in-passkeys.server.ts';
import { people, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { homeOf } from './home.ts';
import { createSession } from './sessions.server.ts';
import { findUnlockMaterial } from './unlock-material.server.ts';
import type { UnlockMaterial } from './unlock-material.ts';

/**
 * Signs a person in with the answer of a passkey.
 * @returns the session's token for the cookie, where the person goes, and what the browser unlocks with
 * @throws DomainError `sign_in_refused` (401), for everything alike; `challenge_stale` (409)
 */
export async function signIn(
  { db, config }: Pick<AccountServices, 'db' | 'config'>,
  answer: PasskeyAnswer,
  userAgent: string,
  now: Date,
): Promise<{ token: string; home: string; material: UnlockMaterial }> {
  // Outside of the transaction: a challenge is used up even when the answer to it is refused.
  const { personId, passkeyId } = await verifySignInPasskey(db, config, answer, now);
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select({ status: people.status, role: people.role, teamStatus: teams.status })
      .from(people)
      .innerJoin(teams, eq(teams.id, people.teamId))
      .where(
        and(
          eq(people.id, personId),
          inArray(people.status, ['waiting', 'active']),
          inArray(teams.status, ['pending', 'verified']),
        ),
      );
    if (!person) throw new DomainError('sign_in_refused', {}, 401);
    const { token } = await createSession(tx, { personId, passkeyId, userAgent, now });
    await appendEvent(tx, {
      objectType: 'person',
      objectId: personId,
      type: 'signed_in',
      actorId: personId,
      payload: {},
      at: now,
    });
    return { token, home: homeOf(person), material: await findUnlockMaterial(tx, config, personId) };
  });
}
