/** What is paid for, by its own name; the words are `costs.fees[code]`. */
export const feeCodes = [
  'subscriber_record',
  'subscriber_by_ip',
  'traffic_identifier',
  'traffic_partial_answer',
  'interception',
  'interception_extension',
  'mailbox_line_week',
  'mailbox_line_two_weeks',
  'mailbox_line_month',
] as const;
export type FeeCode = (typeof feeCodes)[number];

/** Amounts by law. All in euro cents, without value added tax. */
export interface FeeSchedule {
  citation: string;
  unitCents: Readonly<Record<FeeCode, number>>;
  /** How many identifiers `subscriber_by_ip` covers. */
  identifiersPerIpFee: number;
  /** Taken off when the authority asks through a central contact point. */
  contactPointDiscountPercent: number;
  /** Calendar months after the end of the measure in which the claim must be made. */
  claimMonths: number;
  /** What the provider's lawyer has yet to confirm. */
  toConfirm: readonly 'contact_point_discount_on_line'[];
}
