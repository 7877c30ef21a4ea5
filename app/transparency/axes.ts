/**
 * What the report counts by. Each axis puts every request into exactly one of its lowest buckets, so that they sum to
 * the total (2-domain §7). A bucket with parts is the sum of them. The keys stand in the downloads and never change.
 */

export interface Bucket {
  key: string;
  parts?: readonly string[];
  /** Shown only where something is in it: what nobody knows (yet), or what concerns few providers. */
  rare?: true;
}

const bucket = (key: string, parts?: readonly string[]): Bucket => (parts ? { key, parts } : { key });
const rare = (key: string): Bucket => ({ key, rare: true });

const axes = {
  /** Where the authority is. */
  origin: [bucket('domestic'), bucket('foreign', ['eu', 'third_country']), rare('unknown')],
  /** What kind of authority asked. */
  authority: [
    bucket('law_enforcement'),
    bucket('customs'),
    bucket('constitution_protection'),
    bucket('intelligence'),
    rare('other_authority'),
    rare('unknown'),
  ],
  /** Which kind of data was asked for. */
  category: [
    bucket('subscriber_data'),
    bucket('traffic_data'),
    bucket('mailbox_seizure'),
    bucket('interception'),
    rare('unknown'),
  ],
  /** How the request first came. */
  channel: [
    bucket('portal'),
    bucket('mail', ['esb_mail', 'plain_mail']),
    bucket('post'),
    bucket('fax'),
    rare('hi1'),
    rare('unknown'),
  ],
  /** How it ended. */
  outcome: [
    bucket('answered'),
    bucket('nothing_held'),
    bucket('finally_rejected'),
    bucket('withdrawn'),
    bucket('in_process'),
  ],
  /** What the first check found, and what became of what was refused then. */
  first_check: [
    bucket('accepted_at_first'),
    bucket('refused_at_first', ['corrected', 'not_corrected', 'withdrawn_later', 'still_open']),
    rare('withdrawn_before'),
    bucket('not_decided'),
  ],
} satisfies Record<string, readonly Bucket[]>;

export type Axis = keyof typeof axes;
export const axisNames = Object.keys(axes) as Axis[];

/** The buckets of an axis, also those that are the sum of others. */
export function bucketsOf(axis: Axis): readonly Bucket[] {
  return axes[axis];
}

/** The lowest buckets of an axis: those that sum to the total. */
export function lowestBucketsOf(axis: Axis): string[] {
  return bucketsOf(axis).flatMap(({ key, parts }) => parts ?? [key]);
}

/** All keys of an axis, in the order in which they are shown: a sum before its parts. */
export function keysOf(axis: Axis): string[] {
  return bucketsOf(axis).flatMap(({ key, parts }) => [key, ...(parts ?? [])]);
}
