import { and, desc, eq, gt, notInArray } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import type { EventPayloads, EventType } from '#app/events/event-types.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { actionsFor, transition } from '#app/legal-requests/statuses.ts';
import type { Action, Actor as StatusActor } from '#app/legal-requests/statuses.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { events, legalRequests, people } from '#db/schema.ts';

import type { LockedLegalRequest } from './desk-access.server.ts';

type LegalRequestEvent = EventType<'legal_request'>;
type Changes = Partial<typeof legalRequests.$inferInsert>;

/** Events after which a decision still rests on what its signer saw. */
const harmless: LegalRequestEvent[] = [
  'review_started',
  'handed_over',
  'claimed',
  'claim_released',
  'note_added',
  'file_opened',
  'emergency_lapsed',
  'costs_changed',
  'costs_claim_reminded',
  'answer_opened',
  'answer_file_downloaded',
  'answer_expiry_warned',
  'answer_destroyed',
  'answer_mailed',
  'answer_mail_failed',
  'answer_mail_queued_again',
  'turn_given_back',
  'call_back_recorded',
  'emergency_confirmed',
  'deadline_reminded',
  'deadline_missed',
  'interception_ending',
];

/** What happened since somebody read the page; goes with the error code `decided_meanwhile`. */
export interface Happened {
  type: LegalRequestEvent;
  /** Null when a deadline did it. */
  actorName: string | null;
  /** ISO 8601, UTC. */
  at: string;
}

/**
 * A decision rests on the state that its signer saw (promise 15). Notes and claims since then do no harm.
 * @throws DomainError `decided_meanwhile` (409) with `{ happened: Happened }` when something else came in between
 */
export async function requireUnchanged(
  tx: Transaction,
  row: LockedLegalRequest,
  expectedVersion: number,
): Promise<void> {
  if (row.version === expectedVersion) return;
  const [newest] = await tx
    .select({ type: events.type, at: events.at, actorName: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.objectType, 'legal_request'),
        eq(events.objectId, row.id),
        gt(events.version, expectedVersion),
        notInArray(events.type, harmless),
      ),
    )
    .orderBy(desc(events.version))
    .limit(1);
  if (newest)
    throw conflict('decided_meanwhile', {
      happened: { ...newest, at: newest.at.toISOString() } satisfies Omit<Happened, 'type'> & {
        type: string;
      },
    });
  if (expectedVersion > row.version) throw conflict();
}

/**
 * The status after an action of the status table.
 * @throws DomainError `status_forbids` (409) for everything that is not in the table for this status and role
 */
export function requireTransition(status: Status, action: Action, by: StatusActor): Status {
  const to = transition(status, action);
  if (!to || !actionsFor(status, by).includes(action)) throw conflict('status_forbids', { status });
  return to;
}

/** Changes a locked legal request together with its next event. @returns the new version */
export async function changeLegalRequest<T extends LegalRequestEvent>(
  tx: Transaction,
  row: { id: string; version: number },
  change: {
    set: Changes;
    event: { type: T; payload: EventPayloads['legal_request'][T] };
    actorId: string | null;
    now: Date;
  },
): Promise<number> {
  const version = await appendEvent(
    tx,
    {
      objectType: 'legal_request',
      objectId: row.id,
      type: change.event.type,
      actorId: change.actorId,
      payload: change.event.payload,
      at: change.now,
    },
    row.version,
  );
  await tx
    .update(legalRequests)
    .set({ ...change.set, version })
    .where(eq(legalRequests.id, row.id));
  return version;
}
