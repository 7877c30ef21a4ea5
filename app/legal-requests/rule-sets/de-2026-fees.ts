import type { FeeSchedule } from './fee-schedule.ts';

/** Annex 3 of the JVEG in the version of 2025, as far as an e-mail provider meets it. */
export const de2026Fees: FeeSchedule = {
  citation: '§ 23 JVEG, Anlage 3',
  unitCents: {
    subscriber_record: 2500,
    subscriber_by_ip: 4500,
    traffic_identifier: 2500,
    traffic_partial_answer: 1000,
    interception: 9500,
    interception_extension: 4500,
    mailbox_line_week: 2500,
    mailbox_line_two_weeks: 4300,
    mailbox_line_month: 7700,
  },
  identifiersPerIpFee: 10,
  contactPointDiscountPercent: 20,
  claimMonths: 3,
  // Whether the discount covers the line as well.
  toConfirm: ['contact_point_discount_on_line'],
};
