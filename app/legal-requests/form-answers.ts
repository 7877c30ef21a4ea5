import type { CheckRule } from './check-rules.ts';
import type {
  Category,
  ForeignRoute,
  OrderingBodyKind,
  Priority,
  SubscriberDataKind,
  TrafficDataKind,
} from './legal-request-values.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type DateText = string;
/** A wall-clock time without zone, `YYYY-MM-DDTHH:mm` or with `:ss`, as `<input type="datetime-local">` gives it. */
export type DateTimeText = string;

/** One identifier asked about. Times are wall-clock times in the zone beside them. */
export type Target =
  | { kind: 'email'; address: string }
  | { kind: 'ip'; address: string; at: DateTimeText; timeZone: string }
  | { kind: 'payment'; reference: string }
  | { kind: 'person'; name: string; dateOfBirth: DateText }
  | { kind: 'customer'; number: string };

/** A warning the author overrode, with the reason that the reviewer reads. The reason is sealed. */
export type Override = { rule: CheckRule; reason: string };

/**
 * Everything an investigator can fill in, for all four categories. An unanswered text, date or radio is `''`, an
 * unanswered list `[]`. Which of these apply is decided by the field tables in `categories/`; `pruneAnswers` empties
 * the rest. Attached files are not answers: they are listed in the manifest.
 */
export type Answers = {
  category: Category;
  foreignRoute: ForeignRoute | '';
  foreignRouteReference: string;
  assistingAuthority: string;
  fileNumber: string;
  priority: Priority;
  emergencyReason: string;
  emergencyConfirmationDue: DateText;
  measureKind: 'new' | 'extension' | 'early_termination' | '';
  earlierReference: string;
  legalBasis: string;
  legalBasisParagraph: string;
  legalBasisOther: string;
  orderingBodyKind: OrderingBodyKind | '';
  orderingBodyName: string;
  orderFileNumber: string;
  orderDate: DateText;
  targets: Target[];
  asOf: 'now' | 'at_time' | '';
  asOfAt: DateTimeText;
  periodDirection: 'past' | 'future' | 'past_and_future' | '';
  periodStart: DateTimeText;
  periodEnd: DateTimeText;
  timeZone: string;
  mailRange: 'all' | 'range' | '';
  rangeFrom: DateText;
  rangeTo: DateText;
  subscriberData: SubscriberDataKind[];
  subscriberDataOther: string;
  trafficData: TrafficDataKind[];
  partialAnswers: 'once' | 'daily' | 'weekly' | 'monthly' | '';
  folders: 'all' | 'some' | '';
  folderNames: string;
  deliveryPoint: string;
  deliveryReference: string;
  facts: string;
  contactName: string;
  contactRank: string;
  contactTelephone: string;
  contactEmail: string;
  secrecyOrder: 'no' | 'yes' | '';
  nonDisclosure: 'no' | 'until' | '';
  nonDisclosureUntil: DateText;
  overrides: Override[];
};

/** The handling officer, prefilled from the account. */
export type Contact = { name: string; rank: string; telephone: string; email: string };

/** A key that a finding, an error or a check can point at: an answer, or the attachments. */
export type FieldKey = Exclude<keyof Answers, 'category' | 'overrides'> | 'attachments';
