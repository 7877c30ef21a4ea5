/**
 * The automatic checks (§ 174 (7) TKG allows an interface to check the form in place of a person). Text:
 * `legalRequests.checks[rule]`.
 */
export const checkRules = [
  'form_complete',
  'file_number_given',
  'agency_verified',
  'agency_outside',
  'foreign_route_named',
  'legal_basis_named',
  'legal_basis_fits',
  'legal_basis_confirmed',
  'ip_address_allowed',
  'category_not_exceeded',
  'no_passwords',
  'ordering_body_competent',
  'order_attached',
  'order_date_given',
  'order_date_not_in_future',
  'order_not_too_old',
  'emergency_confirmation_given',
  'emergency_confirmation_in_time',
  'emergency_not_lapsed',
  'period_given',
  'period_end_after_start',
  'period_in_right_direction',
  'period_matches_direction',
  'period_not_too_long',
  'period_within_order',
  'targets_given',
  'targets_unique',
  'targets_ours',
  'targets_unambiguous',
  'non_disclosure_plausible',
  'earlier_reference_known',
  'not_a_duplicate',
] as const;
export type CheckRule = (typeof checkRules)[number];

/** `fail` forbids submitting; `look` is a warning: it can be overridden with a reason, and the reviewer looks at it. */
export type CheckOutcome = 'pass' | 'look' | 'fail';
