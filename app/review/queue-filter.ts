/** What the desk's list shows, as it stands in the address: shareable, and what a saved view keeps. */
import { z } from '#app/forms/zod.ts';
import { categories, channels, statuses } from '#app/legal-requests/legal-request-values.ts';
import type { Priority, Status } from '#app/legal-requests/legal-request-values.ts';
import type { Turn } from '#app/legal-requests/statuses.ts';

/** `provider`: we must act; `agency`: we wait; `all`: also what is finished. */
export const turnFilters = ['provider', 'agency', 'all'] as const;
export type TurnFilter = (typeof turnFilters)[number];

const flag = z.literal('1').transform(() => true);

const filterSchema = z.object({
  turn: z.enum(turnFilters).catch('provider'),
  status: z.enum(statuses).exclude(['draft']).nullable().catch(null),
  category: z.enum(categories).nullable().catch(null),
  agency: z.uuid().nullable().catch(null),
  channel: z.enum(channels).nullable().catch(null),
  emergency: flag.catch(false),
  overdue: flag.catch(false),
  mine: flag.catch(false),
  signature: flag.catch(false),
  search: z.string().trim().max(60).catch(''),
});
export type QueueFilter = z.infer<typeof filterSchema>;

/** Reads what is usable of an address; everything else is as if it were not there. */
export function readQueueFilter(parameters: URLSearchParams): QueueFilter {
  return filterSchema.parse(Object.fromEntries(parameters));
}

/** The address part of a filter, without what is the default; '' for the plain queue. */
export function formatQueueFilter(filter: QueueFilter): string {
  const parameters = new URLSearchParams();
  if (filter.turn !== 'provider') parameters.set('turn', filter.turn);
  for (const name of ['status', 'category', 'agency', 'channel', 'search'] as const)
    if (filter[name]) parameters.set(name, filter[name]);
  for (const name of ['emergency', 'overdue', 'mine', 'signature'] as const)
    if (filter[name]) parameters.set(name, '1');
  return parameters.toString();
}

/** Last row of a page: the next page begins after it. */
export interface QueueCursor {
  priority: Priority;
  dueAt: Date | null;
  /** Of what is due at the same time, the one that was submitted first has the lower number. */
  reference: string;
}

export const formatQueueCursor = ({ priority, dueAt, reference }: QueueCursor): string =>
  `${priority}~${dueAt?.getTime() ?? ''}~${reference}`;

export function readQueueCursor(text: string | null): QueueCursor | null {
  const match = /^(normal|emergency)~(\d{0,15})~(AW-\d{4}-\d{6,})$/.exec(text ?? '');
  if (!match) return null;
  const [, priority, due, reference = ''] = match;
  return { priority: priority as Priority, dueAt: due ? new Date(Number(due)) : null, reference };
}

/** How many legal requests there are of each kind; one row for each combination that occurs. */
export interface QueueCount {
  status: Status;
  turn: Turn;
  category: string;
  priority: Priority;
  teamId: string;
  channel: string;
  isOverdue: boolean;
  isMine: boolean;
  waitsForMe: boolean;
  count: number;
}

type Facet =
  'turn' | 'status' | 'category' | 'agency' | 'channel' | 'emergency' | 'overdue' | 'mine' | 'signature';

const matches: Record<Facet, (row: QueueCount, filter: QueueFilter) => boolean> = {
  // A status says more than whose turn it is.
  turn: (row, { turn, status }) => status !== null || turn === 'all' || row.turn === turn,
  status: (row, { status }) => status === null || row.status === status,
  category: (row, { category }) => category === null || row.category === category,
  agency: (row, { agency }) => agency === null || row.teamId === agency,
  channel: (row, { channel }) => channel === null || row.channel === channel,
  emergency: (row, { emergency }) => !emergency || row.priority === 'emergency',
  overdue: (row, { overdue }) => !overdue || row.isOverdue,
  mine: (row, { mine }) => !mine || row.isMine,
  signature: (row, { signature }) => !signature || row.waitsForMe,
};
const facets = Object.keys(matches) as Facet[];

/**
 * What each choice of a filter would show, with all other filters as they are.
 * @param facets keys that are left out of the filtering, because their own choices are counted
 */
function countWhere(
  rows: readonly QueueCount[],
  filter: QueueFilter,
  leftOut: readonly Facet[],
  isCounted: (row: QueueCount) => boolean,
): number {
  return rows
    .filter((row) => facets.every((facet) => leftOut.includes(facet) || matches[facet](row, filter)))
    .filter(isCounted)
    .reduce((sum, { count }) => sum + count, 0);
}

export interface QueueCounts {
  shown: number;
  turn: Record<TurnFilter, number>;
  status: Partial<Record<Status, number>>;
  category: Partial<Record<string, number>>;
  agency: Partial<Record<string, number>>;
  channel: Partial<Record<string, number>>;
  emergency: number;
  overdue: number;
  mine: number;
  signature: number;
}

export function countQueue(rows: readonly QueueCount[], filter: QueueFilter): QueueCounts {
  const per = (facet: Facet, leftOut: readonly Facet[], key: (row: QueueCount) => string) =>
    Object.fromEntries(
      [...new Set(rows.map(key))].map((value) => [
        value,
        countWhere(rows, filter, [facet, ...leftOut], (row) => key(row) === value),
      ]),
    );
  const turn = (wanted: TurnFilter) =>
    countWhere(rows, { ...filter, turn: wanted }, ['status', 'turn'], (row) =>
      matches.turn(row, { ...filter, turn: wanted, status: null }),
    );
  return {
    shown: countWhere(rows, filter, [], () => true),
    turn: { provider: turn('provider'), agency: turn('agency'), all: turn('all') },
    status: per('status', ['turn'], (row) => row.status),
    category: per('category', [], (row) => row.category),
    agency: per('agency', [], (row) => row.teamId),
    channel: per('channel', [], (row) => row.channel),
    emergency: countWhere(rows, filter, ['emergency'], (row) => row.priority === 'emergency'),
    overdue: countWhere(rows, filter, ['overdue'], (row) => row.isOverdue),
    mine: countWhere(rows, filter, ['mine'], (row) => row.isMine),
    signature: countWhere(rows, filter, ['signature'], (row) => row.waitsForMe),
  };
}
