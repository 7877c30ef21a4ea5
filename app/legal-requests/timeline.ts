import type { EventType } from '#app/events/event-types.ts';

/** Events that an agency sees. What happens inside the provider (claims, notes, proposals) stays there. */
const agencyEventTypes = [
  'draft_created',
  'submitted',
  'handed_over',
  'review_started',
  'returned',
  'rejected',
  'accepted',
  'handed_to_agency',
  'answer_released',
  'answer_opened',
  'answer_file_downloaded',
  'answer_expiry_warned',
  'answer_destroyed',
  'withdrawn',
  'correction_reminded',
  'emergency_lapsed',
  'emergency_confirmed',
  'message_sent',
  'turn_given_back',
  'interception_ending',
  'closed',
] as const satisfies readonly EventType<'legal_request'>[];
export type AgencyEventType = (typeof agencyEventTypes)[number];

/** One line of the timeline. The name is given for the agency's own people only. */
export type TimelineEntry = {
  version: number;
  type: AgencyEventType;
  /** ISO 8601, UTC. */
  at: string;
  by: 'agency' | 'provider' | 'system';
  name: string | null;
  revision: number | null;
  /** Who is in charge after a handing over. */
  toName: string | null;
};

type TimelineSource = {
  version: number;
  type: string;
  at: Date;
  actorId: string | null;
  payload: Readonly<Record<string, unknown>>;
};

/**
 * What an agency may see of the history of its legal request, oldest first.
 * @param colleagues names of the agency's people by id
 */
export function agencyTimeline(
  events: readonly TimelineSource[],
  colleagues: ReadonlyMap<string, string>,
): TimelineEntry[] {
  return events.flatMap(({ version, type, at, actorId, payload }) => {
    const shown = agencyEventTypes.find((one) => one === type);
    if (!shown) return [];
    const name = actorId === null ? null : (colleagues.get(actorId) ?? null);
    const by = actorId === null ? 'system' : name === null ? 'provider' : 'agency';
    const revision = typeof payload['revision'] === 'number' ? payload['revision'] : null;
    const toName = typeof payload['to'] === 'string' ? (colleagues.get(payload['to']) ?? null) : null;
    return [{ version, type: shown, at: at.toISOString(), by, name, revision, toName }];
  });
}
