/**
 * The closed vocabularies of legal requests. Every layer (forms, desk, database, report) uses these lists and
 * nothing else, so that a value that is not in them cannot be stored.
 */

/** The four kinds of data an authority may ask for. One legal request carries exactly one. */
export const categories = ['subscriber_data', 'traffic_data', 'mailbox_seizure', 'interception'] as const;
export type Category = (typeof categories)[number];

export const statuses = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'rejected',
  'accepted',
  'answered',
  'closed',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

/** How a legal request reached the provider. `plain_mail` and `fax` are inadmissible, and counted. */
export const channels = ['portal', 'esb_mail', 'post', 'plain_mail', 'fax', 'hi1'] as const;
export type Channel = (typeof channels)[number];

export const priorities = ['normal', 'emergency'] as const;
export type Priority = (typeof priorities)[number];

/**
 * Kinds of authority. `customs`: Zoll and Zollkriminalamt. `constitution_protection`: Verfassungsschutz of the
 * federation and the Länder. `intelligence`: BND and MAD. `regulatory`: Bußgeldbehörden and comparable bodies.
 */
export const agencyKinds = [
  'police',
  'prosecution',
  'customs',
  'constitution_protection',
  'intelligence',
  'regulatory',
  'other',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export type { Role } from '#app/accounts/permissions.ts';

/** The body that issued the order or, where no order is needed, the request. */
export const orderingBodyKinds = ['court', 'prosecution', 'authority', 'ministry'] as const;
export type OrderingBodyKind = (typeof orderingBodyKinds)[number];

export const attachmentKinds = ['judicial_order', 'request_letter', 'other'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export const decisions = ['accept', 'return', 'reject'] as const;
export type Decision = (typeof decisions)[number];

/** Routes by which an authority outside Germany may ask. `epoc`: Regulation (EU) 2023/1543. */
export const foreignRoutes = ['epoc', 'mutual_legal_assistance'] as const;
export type ForeignRoute = (typeof foreignRoutes)[number];

export const targetKinds = ['email', 'ip', 'payment', 'person', 'customer'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What may be asked for under `subscriber_data`. The last two are offered only to explain why they are refused. */
export const subscriberDataKinds = [
  'name',
  'address',
  'date_of_birth',
  'telephone',
  'contract',
  'payment',
  'other_addresses',
  'login_ip_addresses',
  'passwords',
] as const;
export type SubscriberDataKind = (typeof subscriberDataKinds)[number];

export const trafficDataKinds = ['logins', 'sent', 'received'] as const;
export type TrafficDataKind = (typeof trafficDataKinds)[number];

/** What the measure serves; each legal basis has one. */
export type Purpose =
  | 'crime'
  | 'regulatory_offence'
  | 'danger'
  | 'constitution_protection'
  | 'intelligence'
  | 'mutual_assistance'
  | 'other';

export const laender = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;
export type Land = (typeof laender)[number];
