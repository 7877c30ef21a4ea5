import type {
  AgencyKind,
  Category,
  ForeignRoute,
  Land,
  OrderingBodyKind,
  Purpose,
} from '#app/legal-requests/legal-request-values.ts';

import type { FeeSchedule } from './fee-schedule.ts';

/** What happens when an order is made in an emergency (Gefahr im Verzug). */
export type EmergencyRule = {
  /** Who may order then. */
  orderedBy: readonly OrderingBodyKind[];
  /** Of these, who may by some laws only, so that the reviewer must look. */
  orderedByOnlySometimes?: readonly OrderingBodyKind[];
  /** The order may first be given in another form, for instance by telephone (§ 174 (2) s. 3 TKG). */
  anyForm: boolean;
  /**
   * Within this time a court or the ordering body must confirm it; where it does not lapse, the confirmation is to be applied
   * for. `null`: "without delay".
   */
  confirmation: { within: number; unit: 'working_days' | 'days' } | null;
  /** Without the confirmation the order lapses by law. */
  lapses: boolean;
};

/** Which time range may be asked for. Months are calendar months. */
export type PeriodRule = {
  required: boolean;
  past: boolean;
  future: boolean;
  /** Longest part that lies ahead; also the longest extension. `null`: no limit. */
  maxFutureMonths: number | null;
};

/** Points that the reviewer ticks off, and that an order must state. Text: `legalRequests.checklist[key]`. */
export type ChecklistKey =
  | 'legal_basis_named'
  | 'agency_competent'
  | 'ordering_body_competent'
  | 'request_in_writing'
  | 'signature_present'
  | 'targets_ours'
  | 'scope_proportionate'
  | 'order_readable'
  | 'order_states_person'
  | 'order_states_offence'
  | 'order_states_kind_scope_duration'
  | 'order_states_end'
  | 'order_states_information_sought'
  | 'order_states_identifier'
  | 'order_states_data_and_period'
  | 'order_states_mailbox'
  | 'order_states_range'
  | 'order_still_valid'
  | 'emergency_justified'
  | 'emergency_confirmed'
  | 'secrecy_ordered'
  | 'delivery_point_plausible'
  | 'other_basis_confirmed'
  | 'foreign_route_proven';

/** Parts of an entry that were not verified in the text of the law. */
export type Unconfirmed =
  'citation' | 'agency_kinds' | 'by_ip_address' | 'ordered_by' | 'emergency' | 'period' | 'order_age';

/**
 * One statutory basis for one or more categories. Its name and explanation in words are the text
 * `ruleSets.bases[key]`; the citation is the law's own and is not translated.
 */
export type LegalBasis = {
  key: string;
  citation: string;
  categories: readonly Category[];
  agencyKinds: readonly AgencyKind[];
  purpose: Purpose;
  land: Land | null;
  /** Who may use it by origin of the authority. */
  origins: readonly Origin[];
  /** The route by which foreign authorities use it; null for German law itself. */
  route: ForeignRoute | null;
  /** Whether customers may be determined by an IP address at a time: yes, no, or the reviewer must look. */
  byIpAddress: 'yes' | 'no' | 'look';
  orderedBy: readonly OrderingBodyKind[];
  judicialOrderAttached: boolean;
  emergency: EmergencyRule | null;
  period: PeriodRule;
  orderMustState: readonly ChecklistKey[];
  /** An order older than this many months is stale (`look`), or lapsed (`fail`). */
  orderAge: { months: number; outcome: 'look' | 'fail' } | null;
  /** The rule set names the law only: the author must state the paragraph (§ 174 (2) TKG). */
  paragraphStatedByAuthor: boolean;
  /** What the provider's lawyer has yet to confirm in this entry; the portal says so. */
  toConfirm: readonly Unconfirmed[];
  /** `toConfirm` is empty. */
  confirmed: boolean;
  sources: readonly string[];
};

/** Where the authority sits, seen from the rule set's country. */
export type Origin = 'domestic' | 'eu' | 'third';

/**
 * A versioned body of rules. `validUntil` is exclusive; `null` means in force. Never edit one that has been used:
 * add a new version, because a revision names the version under which it was checked.
 */
export type RuleSet = {
  version: string;
  country: string;
  validFrom: string;
  validUntil: string | null;
  confirmed: boolean;
  legalBases: readonly LegalBasis[];
  /** Data that this form never gives, whatever the basis (§ 23 TDDDG, § 100j (1) s. 2–3 StPO). */
  passwordsRefused: boolean;
  /** What the provider is paid; null where the law pays nothing, and then no page speaks of costs. */
  feeSchedule: FeeSchedule | null;
};

export function findLegalBasis(ruleSet: RuleSet, key: string): LegalBasis | null {
  return ruleSet.legalBases.find((basis) => basis.key === key) ?? null;
}

/** The bases that an authority may choose from for a category, in the order of the rule set. */
export function listLegalBases(
  ruleSet: RuleSet,
  choice: {
    category: Category;
    agencyKind: AgencyKind;
    origin: Origin;
    routes: readonly ForeignRoute[];
  },
): LegalBasis[] {
  return ruleSet.legalBases.filter(
    (basis) =>
      basis.categories.includes(choice.category) &&
      basis.agencyKinds.includes(choice.agencyKind) &&
      basis.origins.includes(choice.origin) &&
      (basis.route === null || choice.routes.includes(basis.route)),
  );
}
