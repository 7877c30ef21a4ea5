import { and, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import { agencyRoles } from '#app/accounts/permissions.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError, forbidden } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { notify } from '#app/notifications/notify.server.ts';
import { legalRequests, people } from '#db/schema.ts';

import type { HandOver } from './hand-over.ts';
import { lockOwnLegalRequest, requireOwnLegalRequest } from './own-legal-request.server.ts';

export interface HandOverServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
  config: Pick<Config, 'origin'>;
}

type InCharge = { id: string; reference: string | null; version: number; authorId: string };

/** Nothing is to be done any more. */
const ended = ['closed', 'withdrawn'] as const;
const isEnded = (status: string) => ended.some((one) => one === status);

/**
 * Puts somebody else of the agency in charge: that person gets the mails and finds it under "mine". The head of unit may
 * give any legal request to anybody; everybody may give away what is theirs, and take over what is a colleague's.
 * Doing it twice is no error.
 * @throws DomainError `not_found`, `forbidden`, `status_forbids` (409) when it has ended, `person_not_active` (409) when
 *   the other one is not of the agency or cannot sign in
 */
export async function handOver(
  { db, jobs, config }: HandOverServices,
  actor: Actor,
  id: string,
  { to }: HandOver,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const legalRequest = await lockOwnLegalRequest(tx, actor, 'hand_over_legal_request', id);
    const { status, reference, authorId } = legalRequest;
    if (authorId === to) return;
    if (isEnded(status)) throw new DomainError('status_forbids', { status }, 409);
    const isTaking = to === actor.personId;
    if (!isTaking && authorId !== actor.personId && actor.role !== 'lead') throw forbidden();
    const colleagues = await listActive(tx, actor.teamId);
    if (!colleagues.some((person) => person.id === to)) throw new DomainError('person_not_active', {}, 409);
    await putInCharge(tx, actor, legalRequest, to, now);
    if (reference === null) return;
    const told = [authorId, to].filter((personId) => personId !== actor.personId);
    const values = { reference, url: `${config.origin}/requests/${id}` };
    await notify(tx, jobs, { kind: 'legal_request_handed_over', to: told, values });
  });
}

/**
 * The change itself, with its event; the legal request is locked already.
 * @returns the new version
 */
export async function putInCharge(
  tx: Transaction,
  { personId: actorId }: Pick<Actor, 'personId'>,
  { id, authorId, version }: InCharge,
  to: string,
  now: Date,
): Promise<number> {
  const payload = { from: authorId, to };
  const event = {
    objectType: 'legal_request',
    objectId: id,
    type: 'handed_over',
    actorId,
    payload,
    at: now,
  } as const;
  const next = await appendEvent(tx, event, version);
  await tx.update(legalRequests).set({ authorId: to, version: next }).where(eq(legalRequests.id, id));
  return next;
}

/** Everything of a person who leaves that has not ended goes to `to`. */
export async function handOverAll(
  tx: Transaction,
  actor: Pick<Actor, 'personId'>,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<void> {
  const rows = await tx
    .select({
      id: legalRequests.id,
      reference: legalRequests.reference,
      version: legalRequests.version,
      authorId: legalRequests.authorId,
    })
    .from(legalRequests)
    .where(
      and(
        eq(legalRequests.authorId, from),
        isNull(legalRequests.discardedAt),
        notInArray(legalRequests.status, [...ended]),
      ),
    )
    .orderBy(legalRequests.id)
    .for('update');
  for (const row of rows) await putInCharge(tx, actor, row, to, now);
}

/** Whom a legal request can be given to, and whether this person may give it away. */
export interface HandOverChoices {
  colleagues: { id: string; name: string }[];
  mayGive: boolean;
  isMine: boolean;
}

/** @returns null when nothing can be handed over any more. @throws DomainError `not_found`, `forbidden` */
export async function findHandOver(db: Database, actor: Actor, id: string): Promise<HandOverChoices | null> {
  const { status, authorId } = await requireOwnLegalRequest(db, actor, 'hand_over_legal_request', id);
  if (isEnded(status)) return null;
  const isMine = authorId === actor.personId;
  const colleagues = await listActive(db, actor.teamId, authorId);
  return { colleagues, isMine, mayGive: isMine || actor.role === 'lead' };
}

/** People of an agency who can sign in and work on legal requests, by name. */
async function listActive(db: Database | Transaction, teamId: string, except?: string) {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        eq(people.teamId, teamId),
        eq(people.status, 'active'),
        inArray(people.role, [...agencyRoles]),
        except === undefined ? undefined : ne(people.id, except),
      ),
    )
    .orderBy(people.name, people.id);
}
