import type { FieldKey } from './form-answers.ts';
import type { Category } from './legal-request-values.ts';
import { categories } from './legal-request-values.ts';

/** Codes of findings. Texts: `legalRequests.reasons[code]` with title, explanation and what to do. */
export const reasonCodes = [
  'channel_plaintext',
  'channel_fax',
  'legal_basis_missing',
  'legal_basis_wrong',
  'category_exceeded',
  'court_order_missing',
  'order_defective',
  'order_incomplete',
  'order_expired',
  'period_unclear',
  'period_too_long',
  'identifier_missing',
  'identifier_not_ours',
  'identifier_ambiguous',
  'overbroad',
  'authority_not_competent',
  'authority_not_verified',
  'foreign_no_legal_assistance',
  'emergency_not_confirmed',
  'file_number_missing',
  'signature_missing',
  'attachment_unreadable',
  'duplicate',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export type Reason = {
  code: ReasonCode;
  /** What normally follows: the authority may correct it, or it ends here. A reviewer may choose otherwise. */
  defaultOutcome: 'return' | 'reject';
  /** Where the category's form has the fault, `null` for the legal request as a whole. */
  field: FieldKey | null | Readonly<Record<Category, FieldKey>>;
  categories: readonly Category[];
};

/** Of the reasons about an order: where there always is one. */
const withOrder: readonly Category[] = ['traffic_data', 'mailbox_seizure', 'interception'];
const periodField: Readonly<Record<Category, FieldKey>> = {
  subscriber_data: 'asOf',
  traffic_data: 'periodStart',
  mailbox_seizure: 'mailRange',
  interception: 'periodStart',
};
const periodEndField: Readonly<Record<Category, FieldKey>> = {
  subscriber_data: 'asOfAt',
  traffic_data: 'periodEnd',
  mailbox_seizure: 'rangeTo',
  interception: 'periodEnd',
};
const scopeField: Readonly<Record<Category, FieldKey>> = {
  subscriber_data: 'subscriberData',
  traffic_data: 'trafficData',
  mailbox_seizure: 'folders',
  interception: 'targets',
};

function reason(
  code: ReasonCode,
  defaultOutcome: Reason['defaultOutcome'],
  field: Reason['field'],
  forCategories: readonly Category[] = categories,
): Reason {
  return { code, defaultOutcome, field, categories: forCategories };
}

export const reasons: readonly Reason[] = [
  reason('channel_plaintext', 'reject', null),
  reason('channel_fax', 'reject', null),
  reason('legal_basis_missing', 'return', 'legalBasis'),
  reason('legal_basis_wrong', 'return', 'legalBasis'),
  reason('category_exceeded', 'return', scopeField),
  reason('court_order_missing', 'return', 'attachments', withOrder),
  reason('order_defective', 'reject', 'attachments', withOrder),
  reason('order_incomplete', 'return', 'attachments', withOrder),
  reason('order_expired', 'reject', 'orderDate', withOrder),
  reason('period_unclear', 'return', periodField),
  reason('period_too_long', 'return', periodEndField, ['traffic_data', 'interception']),
  reason('identifier_missing', 'return', 'targets'),
  reason('identifier_not_ours', 'reject', 'targets'),
  reason('identifier_ambiguous', 'return', 'targets'),
  reason('overbroad', 'return', scopeField),
  reason('authority_not_competent', 'reject', 'legalBasis'),
  reason('authority_not_verified', 'reject', null),
  reason('foreign_no_legal_assistance', 'reject', 'foreignRoute'),
  reason('emergency_not_confirmed', 'reject', 'emergencyConfirmationDue', withOrder),
  reason('file_number_missing', 'return', 'fileNumber'),
  reason('signature_missing', 'return', 'attachments'),
  reason('attachment_unreadable', 'return', 'attachments'),
  reason('duplicate', 'reject', 'targets'),
  reason('other', 'return', null),
];

export function findReason(code: string): Reason | null {
  return reasons.find((one) => one.code === code) ?? null;
}

/** What narrows the reasons besides the category. */
export type ReasonContext = {
  /** Those about the channel concern requests from outside the portal. */
  isFromPortal: boolean;
  /** The legal basis asks for an order, as the foreign ones do for subscriber data too. */
  needsOrder: boolean;
};

/** The reasons a reviewer may choose for a category. */
export function listReasons(category: Category, { isFromPortal, needsOrder }: ReasonContext): Reason[] {
  return reasons.filter(
    (one) =>
      (one.categories.includes(category) || (needsOrder && one.categories === withOrder)) &&
      !(isFromPortal && one.code.startsWith('channel_')),
  );
}

/** The field at which a reason points in the form of a category. */
export function fieldOfReason(code: ReasonCode, category: Category): FieldKey | null {
  const field = findReason(code)?.field ?? null;
  return typeof field === 'object' && field !== null ? field[category] : field;
}

/** The outcome of an accepted legal request; never a reason for returning or rejecting (§§ 175, 176 TKG). */
export type AnswerOutcome = 'answered' | 'answered_in_part' | 'nothing_held' | 'already_deleted';
